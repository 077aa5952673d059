"""How claims are laid out as rows: what stands in which column, in each view."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from scale_explorer.data.store.rows.claims import ClaimRow

from ..state import View
from ..widgets.rows import Cell, Column, Tone
from .marks import DISPUTED, state_cell

_COLUMNS = (
    Column(min=16, flex=1, priority=9),
    Column(min=13, max=18, flex=1, priority=8),
    Column(min=10, max=17, flex=1, priority=6),
    Column(min=12, max=26, flex=1, priority=2),
    Column(min=3, priority=4),
)
"""What it is, how much, when or how it stands, what else, and how many quotes carry it."""

_STORY_COLUMNS = (
    Column(max=6, priority=4),
    Column(max=1, priority=5),
    Column(min=38, flex=1, priority=9),
    Column(min=6, max=17, priority=1),
    Column(min=3, priority=3),
)
"""In the story a sentence must be read whole; its status stands with its words."""

_DETAIL = Column(min=12, flex=1, priority=2)
"""What else is known of a record in a list."""
_TITLE = 26
"""Cells that a title in a list keeps, if it needs them: titles are what one looks for."""
_SHORT = 128
"""Rows of a list of which every title is looked at."""

_WHY_COLUMNS = (Column(min=36, flex=1, priority=9), *_COLUMNS[1:])
"""In a chain of reasons the sentence goes first; its arrow tells inferred links apart."""


_ROOM = 26
"""Cells of a label beside which a role still finds room; a longer one pushes it to the right."""
_LINKS = {
    "Because": ("because", "←", "⇠"),
    "What follows": ("so", "→", "⇢"),
    "Why": ("", "", ""),
    "Before it": ("because", "", ""),
    "After it": ("so", "", ""),
}
"""Sections of reasons: the link they take for granted, and the arrows for stated and inferred."""


def cells_of(claim: ClaimRow, view: View) -> tuple[Cell, ...]:
    """Return what a row says of a claim, but for its quotes, in the columns of a view."""
    return _LAID_OUT.get(view, _placed)(claim, state_cell(claim.state))


def columns_of(view: View, claims: Sequence[ClaimRow]) -> tuple[Column, ...]:
    """Return the columns of a view; in a list of names what is known of them has the room."""
    match view:
        case View.STORY:
            return _STORY_COLUMNS
        case View.WHY:
            return _WHY_COLUMNS
        case View.LIST:
            title = Column(min=_longest(claims), flex=2, priority=9)
            return title, Column(max=18, priority=8), _COLUMNS[2], _DETAIL, _COLUMNS[4]
        case _:
            return _COLUMNS


def _longest(claims: Sequence[ClaimRow]) -> int:
    """Return what the titles of a list need; in a long one some are as long as they may be."""
    if len(claims) > _SHORT:
        return _TITLE
    return min(_TITLE, max((cell_len(claim.label) for claim in claims), default=1))


def _told(claim: ClaimRow, state: Cell) -> tuple[Cell, ...]:
    """Tell a line of the story: how it follows, what happened, how it stands."""
    said = claim.amount and claim.amount.replace("\u00a0", " ") not in claim.label
    # First, so that a narrow terminal cuts the words and not the number.
    label = f"{claim.amount}  {claim.label}" if said else claim.label
    sign, _, words = state.text.partition(" ")
    disputed = "disputed" in claim.flags
    return (
        Cell(claim.role, Tone.DIM),
        Cell(DISPUTED, Tone.WARN) if disputed else Cell(sign, state.tone),
        Cell(label, spills=True),
        Cell(words, state.tone),
    )


def _placed(claim: ClaimRow, state: Cell) -> tuple[Cell, ...]:
    """Lay a claim out by what it is: a reason, an amount, or a tie."""
    if claim.section in _LINKS:
        # The arrow tells inferred links apart even where only the sentence finds room.
        return Cell(_link(claim), spills=True), Cell(), Cell(), state
    if claim.amount:
        return _measured(claim, state)
    return _tied(claim, state)


def _listed(claim: ClaimRow, state: Cell) -> tuple[Cell, ...]:
    """Lay out a record of a list: of how it stands, when it was and what it is, two find room."""
    title = Cell(claim.label, spills=True)
    when = _dim("" if claim.when in claim.role else claim.when)
    if claim.amount:
        _, amount, when, stands = _measured(claim, state)
        return title, amount, when, stands if stands.text else _detail(claim.role)
    return title, Cell(), state if state.text else when, _detail(claim.role or claim.when)


def _measured(claim: ClaimRow, state: Cell) -> tuple[Cell, ...]:
    """Put the period beside an amount, and then how it stands or what it comes to."""
    label = Cell(claim.label, Tone.DIM if claim.depth else Tone.PLAIN, spills=True)
    # The amount's own sign says already that it is computed.
    told = claim.state and not (claim.state == "derived" and claim.amount.endswith("ƒ"))
    return label, _amount(claim), _dim(claim.when), state if told else _dim(claim.extra)


def _tied(claim: ClaimRow, state: Cell) -> tuple[Cell, ...]:
    """Put the role beside a name, or behind its status where the name needs the room."""
    rest = _dim(claim.extra or claim.when)
    role = Cell(claim.role, Tone.DIM, spills=True)
    if cell_len(claim.label) > _ROOM:
        return Cell(claim.label, spills=True), Cell(), state, role if claim.role else rest
    return Cell(claim.label, spills=not claim.role), role, state, rest


def _amount(claim: ClaimRow) -> Cell:
    return Cell(claim.amount, Tone.STRONG, "decimal")


def _detail(text: str) -> Cell:
    return Cell(text, Tone.DIM, spills=True)


def _dim(text: str) -> Cell:
    return Cell(text, Tone.DIM)


def _link(claim: ClaimRow) -> str:
    """Say how a reason links its ends, where the section does not say it already."""
    usual, stated, inferred = _LINKS[claim.section]
    arrow = inferred if "inferred" in claim.flags else stated
    how = "" if claim.role in {"", usual} else f"{claim.role}: "
    said = f"{how}{claim.label}{f', {claim.amount}' if claim.amount else ''}"
    return f"{arrow} {said}" if claim.role and arrow else said


_LAID_OUT = {View.STORY: _told, View.LIST: _listed}
"""How a claim is laid out in a view; elsewhere by what it is."""
