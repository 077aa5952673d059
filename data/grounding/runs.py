"""Where runs of several words stand in a text, for quotes that consist of common words only.

A text of few different words has each of them thousands of times, but hardly any run of several.
Kept is every third place of runs of three words, every eighth of runs of eight, and so on, so that
an index stays small: a quote with nearly twice as many words as a run holds one of those that are
kept, wherever it stands.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from scale_explorer.models.frozen import dataclass

LENGTHS = (16, 12, 8, 6, 4, 3, 2)
"""Words in a run, of each index that there may be."""


def length_for(words: int) -> int | None:
    """Return how long the runs are that a quote of so many words surely holds one of, if any."""
    return next((length for length in LENGTHS if words >= 2 * length - 1), None)


@dataclass(frozen=True, slots=True)
class Runs:
    """The places of a text's runs, in the order of their hashes."""

    _hashes: Sequence[int]
    _places: Sequence[int]

    @classmethod
    def of(cls, text: str, starts: Sequence[int], ends: Sequence[int], length: int) -> Runs:
        """Index a text by the starts and ends of its words."""
        firsts = range(0, len(starts) - length + 1, length)
        hashes = [hash(text[starts[first] : ends[first + length - 1]]) for first in firsts]
        order = sorted(range(len(hashes)), key=hashes.__getitem__)
        return cls(
            array("q", (hashes[place] for place in order)),
            array("L", (starts[firsts[place]] for place in order)),
        )

    def places(self, run: str) -> Sequence[int]:
        """Return where a run may begin; other words with its hash are among them."""
        wanted = hash(run)
        return self._places[bisect_left(self._hashes, wanted) : bisect_right(self._hashes, wanted)]
