"""Where the cursor may stand in a source: on passages that are quoted, and on sentences.

A passage is a stretch that quotes cover, a sentence one that no claim cites. Both are keys, so that
a state holds where one is. No Textual: panes and scenes read the same.
"""

from __future__ import annotations

from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.data.store.rows.sources import SentenceRow, SourceText, Stretch
from scale_explorer.models.frozen import dataclass

_SENTENCE = "s"
_DIGITS = 12
"""Digits of a place in a text; more are no key of ours."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen of a source: stretches that belong together, or a sentence; or nothing."""

    stretches: tuple[Stretch, ...] = ()
    sentence: SentenceRow | None = None

    @property
    def start(self) -> int:
        """Where it begins, in code points; before everything else when nothing is chosen."""
        if self.sentence is not None:
            return self.sentence.start
        return self.stretches[0].start if self.stretches else -1

    @property
    def key(self) -> str | None:
        """The key that brings it into view."""
        if self.sentence is not None:
            return sentence_key(self.sentence)
        return stretch_key(self.stretches[0]) if self.stretches else None

    @property
    def citing(self) -> tuple[str, ...]:
        """The ids of the records that quote it, each once."""
        quotes = (quote for stretch in self.stretches for quote in stretch.evidence)
        return tuple(dict.fromkeys(quote.partition("#")[0] for quote in quotes))


def stretch_key(stretch: Stretch) -> str:
    """Return the key of a stretch."""
    return str(stretch.start)


def sentence_key(sentence: SentenceRow) -> str:
    """Return the key of a sentence."""
    return f"{_SENTENCE}{sentence.start}"


def passages(text: SourceText | None) -> tuple[Stretch, ...]:
    """Return the stretches that quotes cover."""
    return tuple(stretch for stretch in text.stretches if stretch.evidence) if text else ()


def uncited(text: SourceText | None) -> tuple[SentenceRow, ...]:
    """Return the sentences that assert what no claim cites."""
    return tuple(sentence for sentence in text.sentences if sentence.is_uncited) if text else ()


def chosen(text: SourceText | None, quote: EvidenceRow | None, cursor: str | None) -> Chosen:
    """Return what is under the cursor, or else the stretches that the quote covers."""
    if text is None:
        return Chosen()
    if cursor is not None and (found := _under(text, cursor)).key is not None:
        return found
    if quote is None:
        return Chosen()
    return Chosen(tuple(each for each in text.stretches if quote.id in each.evidence))


def _under(text: SourceText, cursor: str) -> Chosen:
    if cursor.startswith(_SENTENCE):
        found = (each for each in text.sentences if sentence_key(each) == cursor)
        return Chosen(sentence=next(found, None))
    return Chosen(tuple(each for each in text.stretches if stretch_key(each) == cursor))


def still_there(text: SourceText | None, cursor: str | None) -> str | None:
    """Return the key of what now stands where a passage or sentence began, None for neither."""
    if text is None or cursor is None or _under(text, cursor).key is not None:
        return cursor
    digits = cursor.removeprefix(_SENTENCE)
    start = int(digits) if digits.isdecimal() and len(digits) <= _DIGITS else -1
    covering = (each for each in passages(text) if each.start <= start < each.end)
    return next(map(stretch_key, covering), None)
