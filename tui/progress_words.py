"""How far long work is, in words for people."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.watch import Phase, Progress

_COUNTED = frozenset({Phase.RECORDS, Phase.QUOTES, Phase.WORDS, Phase.PAGES})
"""Phases that go through things which people count too."""
_STREAMED = frozenset({Phase.IMPORTING, Phase.AGAIN})
"""Phases whose steps are bytes."""
_MEGABYTE = 1_000_000
_SOON = 1.0
"""Seconds after which a rate says something."""


def how_far(progress: Progress, seconds: float = 0.0) -> str:
    """Name the phase and say how much of it is done: `Looking for quotes 34 % (34 of 100)`.

    What has not begun yet has no number. Of files that are streamed, `seconds` of the phase so far
    tell how fast it goes; of these and of building their index, what is left of it.
    """
    if progress.phase in _STREAMED:
        return ", ".join(_streamed(progress, seconds))
    if progress.phase is Phase.BUILDING and seconds >= _SOON and progress.done:
        left = duration(_left(progress, seconds))
        return f"{progress.phase.value} {progress.percent} %, {left} left"
    if not progress.total:
        return f"{progress.phase.value} …"
    count = f" ({progress.done:,} of {progress.total:,})" if progress.phase in _COUNTED else ""
    return f"{progress.phase.value} {progress.percent} %{count}"


def _streamed(progress: Progress, seconds: float) -> Iterator[str]:
    """Yield how much is read, how fast, and how long the rest takes at that rate."""
    read = f"{progress.done / _MEGABYTE:,.1f}"
    if progress.total:
        of = f"{progress.total / _MEGABYTE:,.1f}"
        yield f"{progress.phase.value} {progress.percent} % ({read} of {of} MB)"
    else:
        yield f"{progress.phase.value} {read} MB"
    if seconds < _SOON or not progress.done:
        return
    rate = progress.done / seconds
    yield f"{rate / _MEGABYTE:,.1f} MB/s"
    if progress.total:
        yield f"{duration(_left(progress, seconds))} left"


def _left(progress: Progress, seconds: float) -> float:
    """Return how many seconds the rest takes if it goes as what is done."""
    return (progress.total - progress.done) * seconds / progress.done


def duration(seconds: float) -> str:
    """Return a time as people tell it: `12 s`, `3 min`, `2 h 5 min`."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


def found_so_far(count: int) -> str:
    """Say how many findings there are."""
    return f"{count:,} finding{'' if count == 1 else 's'}" if count else ""
