"""The line at the top, that says what is open, and the line of hints at the bottom."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from scale_explorer.data.store.rows import SetRow, Verification
from scale_explorer.models.kinds import ENTITY_KINDS, Kind
from scale_explorer.models.text import clean

_COUNTED = (Kind.COMPANY, Kind.DEAL, Kind.FIGURE)


def banner(row: SetRow, width: int) -> Content:
    """Name the set at the left and count what it holds at the right; the right gives way first."""
    name, title = "scale-explorer", clean(row.title)
    left = f"{name}  {title}"
    for right in (_counts(row), _state(row), ""):
        room = width - cell_len(left) - cell_len(right)
        if room >= 2 or not right:
            break
    return Content.assemble(
        (name, "$dim"), "  ", (title, "bold"), " " * max(0, room), (right, "$dim"),
    )  # fmt: skip


def _counts(row: SetRow) -> str:
    counts = dict(row.counts)
    told = [_counted(kind, counts.get(kind, 0)) for kind in _COUNTED if counts.get(kind)]
    if not told:
        total = sum(counts.get(kind, 0) for kind in ENTITY_KINDS)
        told = [f"{total:,} records"] if total else []
    return " · ".join([*told, _state(row)])


def _counted(kind: Kind, count: int) -> str:
    return f"{count:,} {(kind.label if count == 1 else kind.heading).lower()}"


def _state(row: SetRow) -> str:
    """Say first what is wrong with the set, if anything, then how far it is verified."""
    wrong = f"✕ {row.errors:,} error{'' if row.errors == 1 else 's'} · " if row.errors else ""
    return wrong + _quotes(row.verification)


def _quotes(found: Verification) -> str:
    """Say how many quotes there are and how far they are verified."""
    if not found.quotes:
        return "no quotes"
    quotes = f"{found.quotes:,} quote{'' if found.quotes == 1 else 's'}"
    if found.unverified:
        return f"{quotes}, {found.unverified:,} not verified"
    if found.here and found.locked:
        return f"{quotes} ✓ {found.here:,} here, {found.locked:,} locked"
    return f"{quotes} ✓ {'here' if found.here else 'locked'}"
