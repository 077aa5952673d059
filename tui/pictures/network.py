"""The network view: whom a record is tied to as boxes, and where those lead on as a tree."""

from __future__ import annotations

from scale_explorer.data.exploring.branching import Tree, tree
from scale_explorer.data.exploring.neighbourhood import Bunch, Neighbourhood, neighbourhood
from scale_explorer.data.exploring.tie_filter import TieFilterError
from scale_explorer.data.exploring.tie_words import phrase_of
from scale_explorer.data.query import EVERYTHING, Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.edges import EdgeRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.frozen import dataclass, replace

from ..scene import Sheet
from ..state import PaneView, Place
from ..widgets.picture import Picture
from .boxes import Entry, Group
from .further import TREE, Further, Moves, draw_lines, folds_within, moves_within
from .grid import Grid, Point
from .network_lines import among_lines, folded, tree_lines
from .star import Star, draw_across, draw_below
from .ties import edge_key, rows_of

_BETWEEN = 3
"""Cells between the drawing and the tree beside it."""


@dataclass(frozen=True, slots=True)
class NetworkDrawing:
    """A star, ties among its ends, and a tree; equal ones look the same."""

    star: Star
    among: tuple[Further, ...] = ()
    tree: tuple[Further, ...] = ()

    def draw(self, width: int, height: int) -> Picture:
        """Draw it as wide as there is room, the tree beside the star or below it."""
        grid = Grid()
        room = self._room_beside_tree(width)
        moves = self._draw_star(grid, room or width, height)
        low, wide = grid.size
        row = low
        if self.among:
            row = draw_lines(grid, self.among, Point(low + 1, 0), room or width)
        if self.tree and room is not None:
            left = wide + _BETWEEN
            draw_lines(grid, self.tree, Point(0, left), width - left)
        elif self.tree:
            draw_lines(grid, self.tree, Point(row + 1, 0), width)
        moves = {**moves_within(self.among), **moves_within(self.tree), **moves}
        return grid.picture(moves, folds_within((*self.among, *self.tree)))

    def _room_beside_tree(self, width: int) -> int | None:
        """Return the cells left of the tree where it stands beside the star."""
        if not self.tree:
            return None
        needed = max(line.width for line in self.tree)
        room = width - _BETWEEN - min(needed, max(TREE, width // 3))
        return room if self.star.least(verbs=False) <= room else None

    def _draw_star(self, grid: Grid, room: int, height: int) -> Moves:
        for verbs in (True, False):
            if self.star.least(verbs=verbs) <= room:
                return draw_across(grid, self.star, room, height, verbs=verbs)
        return draw_below(grid, self.star, room)


def sheet(store: Store, place: Place, view: PaneView, matching: Filter, lens: Lens) -> Sheet:
    """Return the network of a record, its groups and branches opened as the view says."""
    centre = store.record(place.of, lens)
    assert centre is not None, "whoever asks has looked whether it is there"
    try:
        return _sheet(store, centre, view, matching, lens)
    except TieFilterError as error:
        return replace(_sheet(store, centre, view, EVERYTHING, lens), error=str(error))


def _sheet(store: Store, centre: RecordRow, view: PaneView, matching: Filter, lens: Lens) -> Sheet:
    is_open = view.unfolded.__contains__
    near = neighbourhood(store, centre.id, matching, lens, is_open)
    further = tree(store, centre.id, tuple(near.edges), is_open, lens=lens, matching=matching)
    empty = "No tie matches." if matching.terms else "It is tied to nothing in this data set."
    return Sheet(
        f"Network: {centre.title}", _told(near), "", (),
        tuple(rows_of(centre, near, further)) if near.bunches else (), centre.id, empty,
        drawing=_drawing(centre, near, further) if near.bunches else None, found=near.count,
    )  # fmt: skip


def _told(near: Neighbourhood) -> str:
    """Say how much there is, and how much of it is kept."""
    if near.count == near.total:
        return f"{_counted(near.total, 'tie')} in {_counted(len(near.bunches), 'group')}"
    unread = sum(bunch.unread for bunch in near.bunches)
    more = f" · {unread:,} were not looked at: narrow it by type:" if unread else ""
    return f"{near.count:,} of {_counted(near.total, 'tie')} match{more}"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _drawing(centre: RecordRow, near: Neighbourhood, further: Tree) -> NetworkDrawing:
    star = Star(centre.short, _detail(centre), tuple(map(_group, near.bunches)))
    return NetworkDrawing(star, tuple(among_lines(near)), tuple(tree_lines(further)))


def _detail(centre: RecordRow) -> str:
    return centre.kind.label.lower()


def _group(bunch: Bunch) -> Group:
    fold = folded(bunch.left_out, unfolded=bunch.opened)
    rest = (Entry(bunch.key, fold, folds=True),) if bunch.can_fold else ()
    entries = (*map(_entry, bunch.edges), *rest)
    return Group(bunch.heading, phrase_of(bunch.type), bunch.outward, bunch.count, entries)


def _entry(edge: EdgeRow) -> Entry:
    return Entry(
        edge_key(edge), edge.far_name, edge.verb, edge.amount, edge.state,
        dashed="inferred" in edge.flags,
    )  # fmt: skip
