"""What stands on the axis of a timeline: when something was, and how a claim surely stood."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import groupby

from scale_explorer.data.exploring.timeline import Moment, Track

from ..standing import Mark, mark_of
from ..widgets.lines import Span
from ..widgets.rows import Tone
from .axis import Axis

_GUIDE = "┊"
_DAY = "│"
_BLANK = (" ", Tone.DIM)
_HELD = {"reported": "█", "derived": "▒"}
"""Signs of what held for a time; what is planned or estimated has another."""
_STATUSES = frozenset({"start", "status", "announced"})
_ENDS = frozenset({"former", "cancelled", "completed"})


def mark(moment: Moment) -> Mark:
    """Return the mark of what a moment led to: the last of its words that has one."""
    marks = (mark_of(word) for word in reversed(moment.told.split(" · ")))
    return next((one for one in marks if one != _PLAIN), _PLAIN)


_PLAIN = mark_of("")


def bar(moment: Moment, days: Axis, day: str | None) -> tuple[Span, ...]:
    """Draw when something was, over the guides of the axis."""
    start, signs = bar_signs(moment, days)
    drawn = {start + place: (sign, Tone.ACCENT) for place, sign in enumerate(signs)}
    return over(drawn, moment.event.key, days, day)


def over(
    drawn: Mapping[int, tuple[str, Tone]], key: str, days: Axis, day: str | None
) -> tuple[Span, ...]:
    """Lay signs over the guides of the axis."""
    ground = _ground(days, day)
    cells = (drawn.get(cell) or ground.get(cell) or _BLANK for cell in range(days.cells))
    runs = groupby(cells, key=lambda cell: cell[1])
    return tuple(Span("".join(sign for sign, _ in run), tone, key) for tone, run in runs)


@lru_cache(maxsize=8)  # the same for every line of a picture
def _ground(days: Axis, day: str | None) -> dict[int, tuple[str, Tone]]:
    """Return the guides below the ticks, and the line of the day that one looks from."""
    found = {tick.cell: (_GUIDE, Tone.DIM) for tick in days.ticks()}
    if day and days.holds(date.fromisoformat(day)):
        found[days.cell(date.fromisoformat(day))] = (_DAY, Tone.WARN)
    return found


def bar_signs(moment: Moment, days: Axis) -> tuple[int, str]:
    """Return the first cell of a bar, and its signs; what has no date at all has none."""
    if not moment.first and not moment.last:
        return 0, ""
    first = date.fromisoformat(moment.first) if moment.first else None
    last = date.fromisoformat(moment.last) if moment.last else None
    if first is not None and first > days.last:
        return days.cells - 1, "→"
    if last is not None and last < days.first:
        return 0, "←"
    start = days.cell(first) if first else 0
    end = days.cell(last) if last else days.cells - 1
    left = "├" if first and days.holds(first) else "←"
    right = "┤" if last and days.holds(last) else "→"
    return start, _between(moment, start, end, left, right)


def _between(moment: Moment, start: int, end: int, left: str, right: str) -> str:
    width = end - start + 1
    if moment.lasts:
        sign = _HELD.get(moment.event.status, "░")
        inner = [sign] * width
        inner[0] = left if left == "←" else sign
        inner[-1] = right if right == "→" else inner[-1]
        return "".join(inner)
    if width == 1:
        return "●" if (left, right) == ("├", "┤") else (right if right == "→" else left)
    line = "╌" if moment.fuzzy else "─"
    return f"{left}{line * (width - 2)}{right}"


def status_signs(track: Track, days: Axis) -> dict[int, tuple[str, Tone]]:
    """Return the signs of a claim's statuses by cell: from when each surely held, until it may not.

    Between the first day on which a status may have changed and the last nothing is sure.
    """
    found: dict[int, tuple[str, Tone]] = {}
    changes = [one for one in track.moments if one.event.what in _STATUSES]
    for change, after in zip(changes, (*changes[1:], None), strict=True):
        if not change.last or (after is None and _closes(change)):
            continue
        start = date.fromisoformat(change.last)
        end = date.fromisoformat(after.first) if after and after.first else days.last
        if start <= days.last and end >= days.first and start < end:
            cells = range(days.cell(start), days.cell(end) + (after is None))
            led = mark(change)
            found |= dict.fromkeys(cells, ("━", led.tone))
            found |= dict.fromkeys(cells[:1], (led.sign if days.holds(start) else "←", led.tone))
    return found


def _closes(change: Moment) -> bool:
    return change.event.status in _ENDS
