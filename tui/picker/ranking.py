"""Which choices answer what was typed, best first; a slip of the finger is forgiven."""

from __future__ import annotations

from collections.abc import Sequence

from scale_explorer.data.folding import folded

SHOWN = 500
"""Choices that are listed while one types; nobody reads further."""

_ALIKE = 70.0  # per cent; below it the list would fill with anything
_LONGEST = 200  # characters of a text that are compared


class Ranking:
    """Ranks texts by what was typed; a text is folded once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [folded(text[:_LONGEST]) for text in texts]

    def find(self, typed: str) -> list[int]:
        """Return the numbers of the texts that hold every word, or else of those most like it."""
        wanted = folded(typed)
        if not wanted:
            return list(range(len(self._texts)))
        words = wanted.split()
        holding = [
            number for number, text in enumerate(self._texts) if all(word in text for word in words)
        ]
        if not holding:
            return self._alike(wanted)
        return sorted(holding, key=lambda number: _distance(wanted, self._texts[number]))

    def _alike(self, wanted: str) -> list[int]:
        # Loaded here because only a slip needs it.
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        found = process.extract(
            wanted, self._texts, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=SHOWN
        )
        return [number for _, _, number in found]


def _distance(wanted: str, text: str) -> int:
    """Count up from a text that begins so, to one with a word that does, to one that has it."""
    if text.startswith(wanted):
        return 0
    return 1 if f" {wanted}" in text else 2
