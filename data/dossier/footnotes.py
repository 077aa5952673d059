"""Numbers where words stand: what several claims quote of one place has one footnote."""

from __future__ import annotations

from collections.abc import Iterable

from scale_explorer.models.frozen import dataclass

from .claim_text import Citation, ClaimText, Words
from .verdicts import Verdict, verdict_of

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where words stand, who said them there, and whether they were found.

    `references` counts the places in the dossier that refer to it, each a quote of its own.
    """

    number: int
    source: Citation
    said: tuple[str, ...]
    paragraph: int | None
    verdict: Verdict
    references: int


@dataclass(frozen=True, slots=True)
class Footnotes:
    """All footnotes of a dossier, in the order in which they are first referred to."""

    notes: tuple[Footnote, ...]
    numbers: dict[Key, int]

    def number(self, words: Words) -> int:
        """Return the number of the footnote of words that were given."""
        return self.numbers[_key(words)]


def footnotes(claims: Iterable[ClaimText]) -> Footnotes:
    """Give the words of all claims numbers, in the order in which a dossier shows them."""
    same: dict[Key, list[Words]] = {}
    for claim in claims:
        for words in claim.all_words:
            same.setdefault(_key(words), []).append(words)
    notes = tuple(_note(number, alike) for number, alike in enumerate(same.values(), 1))
    return Footnotes(notes, {key: number for number, key in enumerate(same, 1)})


def _key(words: Words) -> Key:
    return words.source.id, words.exact, words.verdict, *words.place


def _note(number: int, alike: list[Words]) -> Footnote:
    first = alike[0]
    said = dict.fromkeys(words.attribution for words in alike if words.attribution)
    return Footnote(
        number, first.source, tuple(said), first.paragraph, verdict_of(first.verdict), len(alike)
    )
