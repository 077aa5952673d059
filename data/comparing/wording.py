"""Differences as half sentences: `role: buyer → seller`, `alias added: Scale`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .change import Detail

LONGEST = 120
"""Characters of a value that are told; JSON and CSV have it whole."""
_LEAD = 30
"""Characters told before the first that differs, where a longer value is cut."""


def told(field: str, label: str, before: str, after: str) -> Iterator[Detail]:
    """Yield how a value changed, if it did; an empty one was not given."""
    if before == after:
        return
    if not before:
        words = f"{label} added: {clipped(after)}"
    elif not after:
        words = f"{label} taken away: {clipped(before)}"
    else:
        words = f"{label}: {from_to(before, after)}"
    yield Detail(field, words, before, after)


def told_each(
    field: str, label: str, before: Sequence[str], after: Sequence[str]
) -> Iterator[Detail]:
    """Yield what a list lost and gained; one for one is told as a change of it."""
    lost, gained = left_over(before, after), left_over(after, before)
    if len(lost) == len(gained) == 1:
        yield from told(field, label, lost[0], gained[0])
        return
    for each in lost:
        yield from told(field, label, each, "")
    for each in gained:
        yield from told(field, label, "", each)
    if not (lost or gained) and list(before) != list(after):
        yield in_another_order(field, label, before, after)


def in_another_order(field: str, label: str, before: Sequence[str], after: Sequence[str]) -> Detail:
    """Tell that a list holds the same in another order."""
    return Detail(field, f"{label}: in another order", ", ".join(before), ", ".join(after))


def left_over(these: Sequence[str], those: Sequence[str]) -> list[str]:
    """Return what a list has that another lacks, each as often as it is more."""
    more = Counter(these) - Counter(those)
    found: list[str] = []
    for each in these:
        if more[each] > 0:
            more[each] -= 1
            found.append(each)
    return found


def from_to(before: str, after: str) -> str:
    """Return both values with an arrow; long ones from shortly before they part."""
    start = _parting(before, after) if max(len(before), len(after)) > LONGEST else 0
    return f"{clipped(before, start)} → {clipped(after, start)}"


def clipped(text: str, start: int = 0) -> str:
    """Return a text in one line, from a place in it, and not longer than is told."""
    # Blanks that keep an amount together stay.
    line = " ".join(filter(None, re.split("[ \n]", text[start : start + 2 * LONGEST])))
    lead = "…" if start else ""
    cut = len(line) > LONGEST or len(text) > start + 2 * LONGEST
    return f"{lead}{line[:LONGEST].rstrip()}…" if cut else f"{lead}{line}"


def _parting(before: str, after: str) -> int:
    """Return the beginning of a word not long before two texts part."""
    common = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        common += 1
    if common <= _LEAD:
        return 0
    return before.rfind(" ", 0, common - _LEAD // 2) + 1
