"""Things of given heights below each other, each as near as may be to where it would best stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def stacked(heights: Sequence[int], wanted: Sequence[float | None]) -> tuple[int, ...]:
    """Return the top of each thing, in their order and without overlap.

    `wanted` are the tops that would be best, None where all are alike. The squares of the distances
    are least (isotonic regression: Barlow and others 1972, by pooling adjacent violators).
    """
    before = tuple(accumulate(heights, initial=0))[:-1]
    known = _filled(wanted, before)
    shifts = [wish - start for wish, start in zip(known, before, strict=True)]
    return tuple(start + round(shift) for start, shift in zip(before, _rising(shifts), strict=True))


def _filled(wanted: Sequence[float | None], before: Sequence[int]) -> list[float]:
    """Give what has no wish the place behind its neighbour."""
    known: list[float] = []
    shift = next((wish - start for wish, start in zip(wanted, before, strict=True)
                  if wish is not None), 0.0)  # fmt: skip
    for wish, start in zip(wanted, before, strict=True):
        shift = shift if wish is None else wish - start
        known.append(start + shift)
    return known


def _rising(values: Sequence[float]) -> list[float]:
    """Return the nearest values that do not fall."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more, others = pools.pop()
            total, count = total + more, count + others
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
