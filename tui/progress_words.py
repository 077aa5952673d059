"""How far long work is, in words for people."""

from __future__ import annotations

from scale_explorer.data.watch import Phase, Progress

_COUNTED = frozenset({Phase.RECORDS, Phase.QUOTES, Phase.WORDS, Phase.PAGES})
"""Phases that go through things which people count too."""


def how_far(progress: Progress) -> str:
    """Name the phase and say how much of it is done: `Looking for quotes 34 % (34 of 100)`.

    What has not begun yet has no number.
    """
    if not progress.total:
        return f"{progress.phase.value} …"
    count = f" ({progress.done:,} of {progress.total:,})" if progress.phase in _COUNTED else ""
    return f"{progress.phase.value} {progress.percent} %{count}"


def found_so_far(count: int) -> str:
    """Say how many findings there are."""
    return f"{count:,} finding{'' if count == 1 else 's'}" if count else ""
