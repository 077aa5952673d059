"""A source's text as lines: a paragraph each, cut where quotes, sentences and a selection end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from scale_explorer.data.loading.databases import is_index
from scale_explorer.data.loading.paragraphs import Span as Place
from scale_explorer.data.matching.ids import bare
from scale_explorer.data.store.rows.sources import SourceText, Stretch
from scale_explorer.models.frozen import dataclass

from ..passages import Chosen, sentence_key, stretch_key
from ..widgets.lines import Line, MarginSign, Span
from ..widgets.rows import Highlights, Tone
from .margin import Shown, margin

SELECTION = "selection"
"""The key of what is selected."""
_GAP = "⋯"
_BLANK = Line()
_OF_INDEX = (
    "An index holds quotes, not texts; for the words around them read the source itself."
    " Quotes are proved at import, by texts that lie beside the records."
)


@dataclass(frozen=True, slots=True)
class Marked:
    """What is to stand out in a text: the passage of the cursor, a filter's words, a selection."""

    here: Chosen
    wanted: str = ""
    selected: Place | None = None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as it is before anything in it is marked."""

    number: int
    shown: tuple[Shown, ...]
    signs: tuple[MarginSign, ...] | None

    def holds(self, marked: Marked) -> bool:
        """Say whether something in it is marked, apart from what a filter finds."""
        here, start, end = marked.here, self.shown[0][0].start, self.shown[-1][0].end
        spans = [(each.start, each.end) for each in here.stretches]
        spans += [(here.sentence.start, here.sentence.end)] if here.sentence else []
        spans += [marked.selected] if marked.selected else []
        return any(first < end and start < last for first, last in spans)

    def drawn(self, marked: Marked) -> Line:
        """Draw it as one line."""
        spans = tuple(span for each in self.shown for span in _spans(*each, marked))
        return Line(spans, gutter=f"{self.number:>2} ", margin=self.signs)


class SourceLines:
    """Draws a text again for every move, and anew only the paragraphs with something marked."""

    def __init__(self) -> None:
        self._text: SourceText | None = None
        self._wanted = ""
        self._paragraphs: tuple[_Paragraph, ...] = ()
        self._plain: tuple[Line, ...] = ()

    def of(
        self, text: SourceText | None, marked: Marked, data: tuple[str, ...]
    ) -> tuple[Line, ...]:
        """Set a paragraph a line, a blank between; a note says when the text is not at hand."""
        if text is None or not text.stretches:
            return ()
        if text is not self._text or marked.wanted != self._wanted:
            self._begin(text, marked.wanted)
        lines: list[Line] = []
        for paragraph, plain in zip(self._paragraphs, self._plain, strict=True):
            lines += [paragraph.drawn(marked) if paragraph.holds(marked) else plain, _BLANK]
        return (*(() if text.whole else (_not_at_hand(text.id, data), _BLANK)), *lines[:-1])

    def _begin(self, text: SourceText, wanted: str) -> None:
        self._text, self._wanted = text, wanted
        self._paragraphs = tuple(_paragraphs(text))
        nothing = Marked(Chosen(), wanted)
        self._plain = tuple(paragraph.drawn(nothing) for paragraph in self._paragraphs)


def _paragraphs(text: SourceText) -> Iterator[_Paragraph]:
    sentences = {
        number: tuple(found)
        for number, found in groupby(text.sentences, key=lambda each: each.paragraph)
    }
    for number, found in groupby(text.stretches, key=lambda stretch: stretch.paragraph):
        shown = _shown(tuple(found))
        signs = tuple(margin(shown, sentences.get(number, ()))) if text.sentences else None
        yield _Paragraph(number, shown, signs)


def found_in(text: str, wanted: str) -> Highlights:
    """Return where in a text the words of a filter stand, in either case."""
    words = re.escape(wanted.strip())
    return tuple(each.span() for each in re.finditer(words, text, re.IGNORECASE)) if words else ()


def _in_shell(name: str) -> str:
    # Loaded here because the bundled set is not named.
    import shlex  # noqa: PLC0415

    return shlex.quote(name)


def _not_at_hand(source: str, data: tuple[str, ...]) -> Line:
    """Say why there are gaps, and how to fill them: a copy belongs to a source of one set.

    An index takes no copies: what was proved of its quotes was proved when it was made.
    """
    if is_index(data):
        return Line((Span(_OF_INDEX, Tone.DIM),))
    named = f" --data {_in_shell(data[0]) if len(data) == 1 else '…'}" if data else ""
    return Line(
        (Span("Its text is not here; these are its quotes in reading order. Your copy: ", Tone.DIM),
         Span(f"scale-explorer attach {bare(source)} FILE{named}", Tone.ACCENT)),
    )  # fmt: skip


def _shown(stretches: tuple[Stretch, ...]) -> tuple[Shown, ...]:
    """Return the text of each stretch of a paragraph, without the blank lines behind it."""
    *texts, last = (f" {_GAP} " if one.text is None else one.text for one in stretches)
    return tuple(zip(stretches, (*texts, last.rstrip("\n ")), strict=True))


def _spans(stretch: Stretch, text: str, marked: Marked) -> Iterator[Span]:
    """Draw a stretch, and apart in it what belongs to the chosen sentence or is selected."""
    if stretch.text is None:
        yield _gap(stretch, text, marked)
        return
    for first, last in pairwise(_cuts(stretch, text, marked)):
        place = stretch.start + first
        yield _piece(stretch, text[first:last], place, marked)


def _cuts(stretch: Stretch, text: str, marked: Marked) -> list[int]:
    sentence = marked.here.sentence
    spans = [(sentence.start, sentence.end)] if sentence else []
    spans += [marked.selected] if marked.selected else []
    borders = {border - stretch.start for span in spans for border in span}
    return sorted({0, len(text)} | {each for each in borders if 0 < each < len(text)})


def _gap(stretch: Stretch, text: str, marked: Marked) -> Span:
    """Draw what is not at hand; it belongs to the chosen sentence whole."""
    sentence = marked.here.sentence
    if sentence and sentence.start < stretch.end and stretch.start < sentence.end:
        return Span(text, Tone.QUOTE, sentence_key(sentence))
    return Span(text, Tone.QUOTE if stretch in marked.here.stretches else Tone.DIM)


def _piece(stretch: Stretch, text: str, place: int, marked: Marked) -> Span:
    """Draw a piece of a stretch that no border cuts."""
    found = found_in(text, marked.wanted)
    if marked.selected and marked.selected[0] <= place < marked.selected[1]:
        return Span(text, Tone.SELECTED, SELECTION, found)
    sentence = marked.here.sentence
    if sentence and sentence.start <= place < sentence.end:
        return Span(text, Tone.QUOTE, sentence_key(sentence), found)
    tone = Tone.PLAIN if stretch.evidence else Tone.DIM
    if stretch in marked.here.stretches:
        tone = Tone.QUOTE
    return Span(text, tone, stretch_key(stretch), found)
