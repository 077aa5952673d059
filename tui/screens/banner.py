"""The line at the top, that says what is open, and the line of hints at the bottom."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from scale_explorer.data.store.rows.sets import SetRow, Verification
from scale_explorer.models.kinds import ENTITY_KINDS, Kind
from scale_explorer.models.text import clean

from ..widgets.cells import clip

_NAME = "scale-explorer"
_COUNTED = (Kind.COMPANY, Kind.DEAL, Kind.FIGURE)
_JOINT = " · "
_GAP = 2
"""Cells at least between what stands at the left and what at the right."""
_BY_IMPORTANCE = ("errors", "quotes", "warnings", "disputed", "name", "counts", "known")
"""What finds room first beside the set's title."""
_COUNTS = ("errors", "warnings", "disputed", "known")
_AT_THE_RIGHT = ("counts", *_COUNTS, "quotes")


def banner(row: SetRow, width: int, looking: str = "") -> Content:
    """Name the set at the left, and at the right what it holds and how far to trust it.

    Where room is short what matters least is left out; a long title gives way to errors only. How
    one is `looking` stands before all else, as long as one looks so.
    """
    if looking:
        return _looking(row, width, looking)
    parts = _parts(row)
    errors = cell_len(parts.get("errors", ""))
    title = clip(clean(row.title), width - (errors + _GAP if errors else 0))
    told = _fitting(parts, width - cell_len(title))
    name = f"{told['name']}{' ' * _GAP}" if "name" in told else ""
    right = _JOINT.join(told[part] for part in _AT_THE_RIGHT if part in told)
    room = width - cell_len(f"{name}{title}{right}")
    return Content.assemble(
        (name, "$dim"), (title, "bold"), " " * max(0, room), (right, "$dim"),
    )  # fmt: skip


def _looking(row: SetRow, width: int, looking: str) -> Content:
    """Say how one looks, and name the set in the room that is left."""
    told = clip(looking, width)
    room = width - cell_len(told) - _GAP
    title = clip(clean(row.title), room) if room > 0 else ""
    gap = " " * max(0, width - cell_len(title) - cell_len(told))
    return Content.assemble((title, "bold"), gap, (told, "bold $primary"))


def _parts(row: SetRow) -> dict[str, str]:
    """Say what there is to say, by what it is about."""
    disputed = dict(row.qualities).get("disputed", 0)
    told = {
        "name": _NAME,
        "counts": _counts(row),
        "errors": f"✕ {_several(row.errors, 'error')}",
        "warnings": _several(row.warnings, "warning"),
        "disputed": f"{disputed:,} disputed",
        "known": f"{row.known:,} known",
        "quotes": _quotes(row.verification),
    }
    counts = zip(_COUNTS, (row.errors, row.warnings, disputed, row.known), strict=True)
    none = {part for part, count in counts if not count}
    return {part: text for part, text in told.items() if text and part not in none}


def _fitting(parts: dict[str, str], room: int) -> dict[str, str]:
    """Keep the parts that fit into `room` cells, each with a gap or joint before it."""
    kept: dict[str, str] = {}
    for part in _BY_IMPORTANCE:
        taken = sum(cell_len(text) + len(_JOINT) for text in kept.values())
        if part in parts and taken + cell_len(parts[part]) + _GAP <= room:
            kept[part] = parts[part]
    return kept


def _counts(row: SetRow) -> str:
    counts = dict(row.counts)
    told = [_counted(kind, counts[kind]) for kind in _COUNTED if counts.get(kind)]
    if not told:
        total = sum(counts.get(kind, 0) for kind in ENTITY_KINDS)
        told = [f"{total:,} records"] if total else []
    return _JOINT.join(told)


def _counted(kind: Kind, count: int) -> str:
    return f"{count:,} {(kind.label if count == 1 else kind.heading).lower()}"


def _several(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _quotes(found: Verification) -> str:
    """Say how many quotes there are and how far they are verified."""
    if not found.quotes:
        return "no quotes"
    quotes = _several(found.quotes, "quote")
    if found.unverified:
        return f"{quotes}, {found.unverified:,} not verified"
    if found.here and found.locked:
        return f"{quotes} ✓ {found.here:,} here, {found.locked:,} locked"
    return f"{quotes} ✓ {'here' if found.here else 'locked'}"
