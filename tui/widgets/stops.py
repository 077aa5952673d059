"""Where a cursor may stand in a sequence of keys: only on those that are not None."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

Keys = Sequence[str | None]


def nearest(keys: Keys, index: int, direction: int = 1) -> int | None:
    """Find the stop at `index`, or the next one in a direction (1 or -1), or else behind it."""
    ahead = range(index, len(keys)) if direction > 0 else range(index, -1, -1)
    behind = range(index, -1, -1) if direction > 0 else range(index, len(keys))
    return _first(keys, ahead, behind)


def place_of(keys: Keys, key: str) -> int | None:
    """Return where a key stands, None where it does not."""
    try:
        return keys.index(key)
    except ValueError:
        return None


def step(keys: Keys, index: int, delta: int) -> int:
    """Walk over `delta` stops from the one at `index`, as far as there are any."""
    way = range(index + 1, len(keys)) if delta > 0 else range(index - 1, -1, -1)
    stops = list(islice((place for place in way if keys[place] is not None), abs(delta)))
    return stops[-1] if stops else index


def with_company(keys: Keys, index: int) -> tuple[int, int]:
    """Find the first and last entry to show along with a stop.

    That is what leads up to it, such as its heading, and after the last stop all that follows.
    """
    before = _first(keys, range(index - 1, -1, -1))
    after = _first(keys, range(index + 1, len(keys)))
    return 0 if before is None else before + 1, len(keys) - 1 if after is None else index


def with_details(keys: Keys, index: int) -> tuple[int, int]:
    """Find the first and last entry to show along with a stop whose details follow it."""
    first, last = with_company(keys, index)
    after = _first(keys, range(index + 1, len(keys)))
    return first, last if after is None else after - 1


def _first(keys: Keys, *ways: Iterable[int]) -> int | None:
    return next(
        (i for way in ways for i in way if 0 <= i < len(keys) and keys[i] is not None), None
    )
