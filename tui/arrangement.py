"""Which panes a screen shows and how large they are: from the state and the screen's size alone."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass, replace

from .state import PANES, PICTURES, Layout, Pane, ViewState, Width, Zoom

FEWEST_ROWS = 20
"""Rows below which panes are shown one at a time, however wide the screen is."""

_TOP = 1
_LINES = _TOP + 1
"""Lines above the panes, and with those below them."""
_BROWSE = {Width.MEDIUM: 26, Width.WIDE: 32}
_LEAST = {Pane.BROWSE: (16, 30), Pane.FOCUS: (9, 5), Pane.EVIDENCE: (18, 18)}
"""Cells below which a pane, and what stands beside or below it, cannot be made smaller by hand."""
_WORDS = frozenset({Pane.EVIDENCE, Pane.SOURCE})
_RIGHT = _WORDS | {Pane.FOCUS}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The panes that are shown, and the cells of the first of each two; None takes all there is.

    `browse` counts columns, `claims` lines, `evidence` columns. Stacked, what stands side by side
    elsewhere stands one above the other, and all of them count lines.
    """

    shown: frozenset[Pane]
    browse: int | None = None
    claims: int | None = None
    evidence: int | None = None
    stacked: bool = False


def arrangement(view: ViewState, width: int, height: int) -> Arrangement:
    """Arrange the panes of a screen of `width` columns and `height` rows."""
    kind = Width.of(width)
    layout = view.layouts.at(kind).showing(view.pane)
    alone = kind is Width.NARROW or height < FEWEST_ROWS
    if layout.zoom is Zoom.FULL or (alone and layout.zoom is Zoom.NORMAL):
        return Arrangement(frozenset({view.pane}))
    if layout.zoom is Zoom.HALF:
        return _halved(view, layout, width, height - _LINES)
    return _sized(view, layout, width, height)


def takes_turns(view: ViewState, width: int, height: int) -> bool:
    """Say whether Evidence and Source take turns beside the other panes."""
    kind = Width.of(width)
    layout = view.layouts.at(kind)
    both = not _WORDS & layout.hidden
    return (
        kind is Width.MEDIUM and height >= FEWEST_ROWS and layout.zoom is Zoom.NORMAL and both
    )  # fmt: skip


def _visible(view: ViewState, layout: Layout, kind: Width) -> frozenset[Pane]:
    shown = frozenset(PANES) - layout.hidden
    if kind is Width.MEDIUM and is_drawn(view) and view.pane is not Pane.BROWSE:
        shown -= {Pane.BROWSE}  # a picture needs the columns, and 1 brings it back
    if kind is Width.MEDIUM and shown >= _WORDS:
        source = view.pane is Pane.SOURCE or (view.source_shown and view.pane is not Pane.EVIDENCE)
        return shown - {Pane.EVIDENCE if source else Pane.SOURCE}
    return shown


def is_drawn(view: ViewState) -> bool:
    """Say whether the claims' pane has a picture in it."""
    return view.place.view in PICTURES


def _sized(view: ViewState, layout: Layout, width: int, height: int) -> Arrangement:
    kind, body = Width.of(width), height - _LINES
    shown = _visible(view, layout, kind)
    browse = claims = evidence = None
    if Pane.BROWSE in shown and shown & _RIGHT:
        browse = _within(_BROWSE[kind] + layout.browse, Pane.BROWSE, width)
    if Pane.FOCUS in shown and shown & _WORDS:
        claims = _within(_claims(view, body) + layout.claims, Pane.FOCUS, body)
    if shown >= _WORDS:
        room = width - (browse or 0)
        evidence = _within(room // 2 + layout.evidence, Pane.EVIDENCE, room)
    return Arrangement(shown, browse, claims, evidence)


def _claims(view: ViewState, body: int) -> int:
    """Return the lines that the claims usually have of those above their words."""
    return body * (7 if is_drawn(view) else 6) // 10


def _within(cells: int, pane: Pane, room: int) -> int:
    """Leave the pane, and what stands beside it, the least that each must have."""
    least, beside = _LEAST[pane]
    return max(least, min(cells, room - beside))


def _halved(view: ViewState, layout: Layout, width: int, body: int) -> Arrangement:
    """Share the screen between the pane with the keyboard and the one that it leads to."""
    stacked = Width.of(width) is Width.NARROW
    room = body if stacked else width
    shown = frozenset({view.pane, _partner(view)}) - layout.hidden
    if len(shown) == 1 or body < sum(_LEAST[Pane.FOCUS]) - 4:
        return Arrangement(frozenset({view.pane}))
    match view.pane:
        case Pane.BROWSE:
            return Arrangement(shown, browse=room // 2, stacked=stacked)
        case Pane.FOCUS:
            return Arrangement(shown, claims=_claims(view, body), stacked=stacked)
        case Pane.EVIDENCE:
            return Arrangement(shown, evidence=room * 3 // 5, stacked=stacked)
        case Pane.SOURCE:
            return Arrangement(shown, evidence=room * 2 // 5, stacked=stacked)


def _partner(view: ViewState) -> Pane:
    match view.pane:
        case Pane.BROWSE:
            return Pane.FOCUS
        case Pane.FOCUS:
            return Pane.SOURCE if view.source_shown else Pane.EVIDENCE
        case Pane.EVIDENCE:
            return Pane.SOURCE
        case Pane.SOURCE:
            return Pane.EVIDENCE


STEP = 2
"""Cells by which a key moves an edge."""


def widened(layout: Layout, pane: Pane, cells: int, width: Width) -> Layout:
    """Give `pane` more columns: from Browse or to it, or between Evidence and Source."""
    if width is Width.WIDE and pane in _WORDS:
        sign = 1 if pane is Pane.EVIDENCE else -1
        return replace(layout, evidence=layout.evidence + sign * cells)
    sign = 1 if pane is Pane.BROWSE else -1
    return replace(layout, browse=layout.browse + sign * cells)


def heightened(layout: Layout, pane: Pane, lines: int) -> Layout:
    """Give `pane` more lines: to the claims from their words, or the other way."""
    sign = -1 if pane in _WORDS else 1
    return replace(layout, claims=layout.claims + sign * lines)


@dataclass(frozen=True, slots=True)
class Drag:
    """An edge of a pane, and the column or row at which what lies behind it is to begin."""

    pane: Pane
    edge: str
    at: int


def dragged(view: ViewState, drag: Drag, width: int, height: int) -> Layout:
    """Return the layout of a screen of this size with an edge where the mouse has it."""
    kind = Width.of(width)
    layout, made = view.layouts.at(kind), arrangement(view, width, height)
    if not has_edges(view, width, height):
        return layout
    left = made.browse or 0
    if drag.edge in {"top", "bottom"}:
        moved = replace(layout, claims=drag.at - _TOP - _claims(view, height - _LINES))
    elif _between_words(made, drag):
        moved = replace(layout, evidence=drag.at - left - (width - left) // 2)
    else:
        moved = replace(layout, browse=drag.at - _BROWSE[kind])
    return fitted(moved, view, width, height)


def _between_words(made: Arrangement, drag: Drag) -> bool:
    """Say whether an upright edge is the one between Evidence and Source."""
    edges = {(Pane.EVIDENCE, "right"), (Pane.SOURCE, "left")}
    return made.evidence is not None and (drag.pane, drag.edge) in edges


def fitted(layout: Layout, view: ViewState, width: int, height: int) -> Layout:
    """Take back what a screen of this size cannot give, so that no key press is lost on it.

    An edge that is not to be seen stays where it was.
    """
    kind = Width.of(width)
    before = view.layouts.at(kind)
    if not has_edges(view, width, height):
        return before
    body = height - _LINES
    got = _sized(view, layout, width, height)
    room = width - (got.browse or 0)
    return replace(
        layout,
        browse=before.browse if got.browse is None else got.browse - _BROWSE[kind],
        claims=before.claims if got.claims is None else got.claims - _claims(view, body),
        evidence=before.evidence if got.evidence is None else got.evidence - room // 2,
    )


def has_edges(view: ViewState, width: int, height: int) -> bool:
    """Say whether panes stand beside each other with edges that can be moved."""
    layout = view.layouts.at(Width.of(width))
    alone = Width.of(width) is Width.NARROW or height < FEWEST_ROWS
    return not alone and layout.zoom is Zoom.NORMAL
