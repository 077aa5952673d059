"""`network ID`: whom a record is tied to, as a picture, a graph, or a tie a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from scale_explorer.data.exploring.branching import Branch, tree
from scale_explorer.data.exploring.graph import Edge, Graph, Node
from scale_explorer.data.exploring.neighbourhood import neighbourhood
from scale_explorer.data.exploring.reach import Reach, Reached, reach
from scale_explorer.data.exploring.tie_words import object_words
from scale_explorer.data.query import parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.edges import EdgeRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass, replace

from ..day_marks import marks, signed
from ..exits import FINE, FOUND
from ..scene import Sheet as Seen
from ..state import Place, View
from .asking import known_record
from .drawing.blocks import Block, Cell, Column, Heading, Painting, Paragraph, Sheet, id_column
from .drawn import Asked, DrawnAnswer, drawn_sheet
from .json_text import json_text

_SHOWN = (
    Column("tie", least=40),
    Column("amount", right=True),
    Column("state"),
    Column("quotes", right=True),
    id_column("claim"),
)
_COLUMNS = tuple(
    map(Column, (
        "depth", "near", "far", "name", "kind", "type", "outward", "verb", "role", "amount",
        "when", "status", "inferred", "quotes", "claim",
    ))
)  # fmt: skip


@dataclass(frozen=True)
class Network(DrawnAnswer):
    """The ties within some steps of a record; as a picture many of them are folded."""

    store: Store
    record: RecordRow
    asked: Asked
    depth: int = 1

    def _lens(self) -> Lens:
        return self.asked.lens

    def _sheet(self) -> Seen:
        # Its branches are opened as deep as was asked for.
        asked = self.asked
        for _ in range(self.depth - 1):
            asked = replace(
                asked, unfolded=asked.unfolded | frozenset(_leading_on(self.store, asked))
            )
        sheet = drawn_sheet(self.store, asked)
        if sheet.error:
            raise UsageError(sheet.error)
        return sheet

    @cached_property
    def reached(self) -> Reach:
        """All ties within reach."""
        return reach(self.store, self.record.id, self.depth, self.asked.matching, self.asked.lens)

    def graph(self) -> Graph:
        """Return all ties within reach, from subject to object."""
        kinds = {self.record.id: Node(self.record.id, self.record.title, self.record.kind.value)}
        for tie in self.reached.ties:
            edge = tie.edge
            kinds.setdefault(edge.far, Node(edge.far, edge.far_name, edge.far_kind.value))
        edges = tuple(_arrow(tie.edge) for tie in self.reached.ties)
        return Graph(self.title, tuple(kinds.values()), edges)

    def blocks(self) -> Iterator[Block]:
        """Yield the picture, and the ties of the record with their claims."""
        if self.seen.drawing is None:
            return
        yield Heading(self.title)
        yield Paragraph(self.seen.subtitle)
        yield Painting(self.seen.drawing)
        near = [tie.edge for tie in self.reached.ties if tie.depth == 1]
        yield Sheet(_SHOWN, tuple(_shown(self.record.short, edge) for edge in near))

    def sheet(self) -> Sheet:
        """Return a row a tie."""
        return Sheet(_COLUMNS, tuple(tuple(map(_cell, _told(tie).values()))
                                     for tie in self.reached.ties))  # fmt: skip

    def items(self) -> Iterator[str]:
        """Yield an object a tie."""
        lens = self.asked.lens
        return (json_text(_told(tie) | marks(tie.edge.flags, lens)) for tie in self.reached.ties)

    def shows(self) -> Iterator[str]:
        """Return the neighbours."""
        return (tie.edge.far for tie in self.reached.ties)

    def status(self) -> int:
        """Return whether there are any ties."""
        return FINE if self.reached.ties else FOUND

    def narration(self) -> str:
        """Say that there are none, or more than could be told."""
        if not self.reached.ties:
            what = "No tie matches." if self.asked.matching.terms else "There is no tie"
            return what if self.asked.matching.terms else f"{what} to {self.record.id}."
        if self.reached.is_whole:
            return ""
        count = len(self.reached.ties)
        return f"Only the first {count:,} ties are told; narrow them by type: or --depth."


def run(
    store: Store,
    record: str,
    depth: int = 1,
    words: Sequence[str] = (),
    lens: Lens = PLAIN_LENS,
) -> Network:
    """Look at the network of a record, `depth` steps far."""
    known = known_record(store, record)
    place = Place(View.NETWORK, known.id)
    return Network(store, known, Asked(place, parse(" ".join(words)), lens), depth)


def viewed(store: Store, asked: Asked) -> Network:
    """Answer for the view as the app shows it."""
    return Network(store, known_record(store, asked.place.of), asked)


def _leading_on(store: Store, asked: Asked) -> Iterator[str]:
    """Yield the keys of the branches that are shown."""
    is_open, record = asked.unfolded.__contains__, asked.place.of
    near = neighbourhood(store, record, asked.matching, asked.lens, is_open)
    grown = tree(
        store, record, tuple(near.edges), is_open, lens=asked.lens, matching=asked.matching
    )
    yield from _keys(grown.branches)


def _keys(branches: Sequence[Branch]) -> Iterator[str]:
    for branch in branches:
        if branch.counts:
            yield branch.key
        yield from _keys(branch.branches)


def _arrow(edge: EdgeRow) -> Edge:
    ends = (edge.near, edge.far) if edge.outward else (edge.far, edge.near)
    return Edge(*ends, edge.verb, inferred="inferred" in edge.flags)


def _shown(centre: str, edge: EdgeRow) -> tuple[Cell, ...]:
    subject, other = (centre, edge.far_name) if edge.outward else (edge.far_name, centre)
    said = f"{subject} {edge.verb} {object_words(edge.type, other)}"
    return (signed(said, edge.flags), edge.amount, edge.state, edge.quotes, edge.claim)


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return "yes" if value else ""
    return value if isinstance(value, int | str) else None


def _told(tie: Reached) -> dict[str, object]:
    """Return a tie as it stands in JSON; what is not said is null."""
    edge = tie.edge
    return {
        "depth": tie.depth,
        "near": edge.near,
        "far": edge.far,
        "name": edge.far_name,
        "kind": edge.far_kind.value,
        "type": edge.type,
        "outward": edge.outward,
        "verb": edge.verb,
        "role": edge.role or None,
        "amount": edge.amount or None,
        "when": edge.when or None,
        "status": edge.state or None,
        "inferred": "inferred" in edge.flags,
        "quotes": edge.quotes,
        "claim": edge.claim,
    }
