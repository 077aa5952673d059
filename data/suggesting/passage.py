"""The selected words with what stands around them, as the rules read it: cut once, into tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.quantity.tokens import Token, Tokens

from ..grounding.clauses import sentences_around
from ..grounding.reach import within
from ..loading.paragraphs import Span
from .known_names import KnownNames, Standing, outermost

LONGEST = 4_000
"""Code points of a sentence that are read."""
BEFORE = 1_200
"""Code points before a passage in which those are named whom its pronouns stand for."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the source: the day of publication (EDTF) and the language (BCP 47)."""

    published: str | None = None
    language: str = "en"

    @property
    def tongue(self) -> str:
        """The language without its region."""
        return self.language.partition("-")[0].lower()


PLAIN_SETTING = Setting()


@dataclass(frozen=True)
class Passage:
    """Some sentences of a source, from `start` on, within which words may be selected.

    `text` is those sentences; `before` is what stands before them. `selected` are places
    in the source's text, all others are places in `text` or numbers of its tokens.
    """

    text: str
    start: int
    before: str
    selected: Span
    known: KnownNames
    setting: Setting

    @classmethod
    def around(
        cls, text: str, selected: Span, known: KnownNames, setting: Setting = PLAIN_SETTING
    ) -> Passage:
        """Cut the passage around some words of a source's text."""
        start, end = within(text, selected[0]), within(text, max(selected))
        touched = sentences_around(text, start, end, setting.language)
        first, last = (touched[0][0], touched[-1][1]) if touched else (start, end)
        first, last = min(first, start), max(last, end)
        first, last = (
            max(first, start - LONGEST),
            min(last, max(first, start - LONGEST) + 2 * LONGEST),
        )
        before = text[max(0, first - BEFORE) : first]
        return cls(text[first:last], first, before, (start, end), known, setting)

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of `text`."""
        return Tokens(self.text)

    @cached_property
    def standing(self) -> tuple[Standing, ...]:
        """The known names in `text`."""
        return self.known.standing(self.text)

    @cached_property
    def outer(self) -> tuple[Standing, ...]:
        """The known names that no longer one holds: they neither overlap nor nest."""
        return outermost(self.standing)

    @cached_property
    def name_from(self) -> Mapping[int, Standing]:
        """The outer known names by the token that they begin with."""
        return {self.token_from(each.start): each for each in self.outer}

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [self.tokens[place].start for place in range(len(self.tokens))]

    def token_from(self, place: int) -> int:
        """Return the number of the first token that begins at a place of `text` or after it."""
        return bisect_left(self._starts, place)

    def words(self, first: int, stop: int) -> str:
        """Return the words from one token up to, and without, another."""
        return self.tokens.slice(first, stop)

    def span(self, first: int, stop: int) -> Span:
        """Return where tokens stand in the source's text."""
        return self.start + self.tokens[first].start, self.start + self.tokens[stop - 1].end

    def named_in(self, first: int, stop: int) -> tuple[Standing, ...]:
        """Return the known names within some tokens, the widest first."""
        if first >= stop:
            return ()
        low, high = self.tokens[first].start, self.tokens[stop - 1].end
        begin = bisect_left(self.standing, low, key=lambda each: each.start)
        end = bisect_left(self.standing, high, key=lambda each: each.start)
        inside = (each for each in self.standing[begin:end] if each.end <= high)
        return tuple(sorted(inside, key=lambda each: each.start - each.end))


def is_capital(token: Token) -> bool:
    """Say whether a word begins as names do, or has a capital within as `xAI` has."""
    return token.kind == "word" and any(map(str.isupper, token.text[:4]))
