"""Pane 4: the source in reading order, the chosen quote marked in its place."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from scale_explorer.data.matching.ids import bare
from scale_explorer.data.store.rows import SentenceRow, SourceText, Stretch

from ..passages import Chosen, chosen, passages, sentence_key, stretch_key, uncited
from ..scene import Scene
from ..state import FocusPane, Follow, Navigation, Pane, SelectPassage
from ..why_not import REASONS
from ..widgets.filter_bar import FilterBar
from ..widgets.lines import Line, Span
from ..widgets.row_list import LinkList
from ..widgets.rows import Highlights, Tone
from ..widgets.splitter import Edge
from ..widgets.text_lines import TextLines
from ..word_filter import WORDS_ONLY, asks_for_more
from .citing import CLAIM, COLUMNS, citing_rows, lines_for
from .margin import Shown, margin
from .pane import LinkedPane, textual_bindings

_GAP = "⋯"


def _silent(words: str = "") -> None:
    """Say and do nothing."""
    del words


class SourcePane(LinkedPane):
    """Moving goes from one quoted passage to the next; Enter goes to a claim that cites it.

    Under the text stands what cites the passage. `follow_citing` goes there, and `tell` says why
    something cannot be done.
    """

    PANE = Pane.SOURCE
    NUMBER = 4
    EDGES: ClassVar[frozenset[Edge]] = frozenset({"left", "top"})
    data_names: tuple[str, ...] = ()
    follow_citing: Callable[[], None] = staticmethod(_silent)
    tell: Callable[[str], None] = staticmethod(_silent)
    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("source")]

    def compose_view(self) -> ComposeResult:
        """Yield the text, and below it what cites the chosen passage."""
        yield TextLines()
        yield LinkList(COLUMNS)

    def links(self) -> tuple[str, ...]:
        """Return the keys of the quoted passages in sight: plain text leads nowhere."""
        quoted = {stretch_key(stretch) for stretch in passages(self._text)}
        return tuple(key for key in self.view.links() if key in quoted)

    @property
    def view(self) -> TextLines:
        """The text; its passages, not its lines, are what the cursor goes to."""
        return self.query_one(TextLines)

    def watch_scene(self, before: Scene | None, scene: Scene | None) -> None:
        """Show the text around the chosen quote; one that is shown already is left as it is."""
        if scene is None:
            return
        self.name_pane("Source", _place(scene.text.answer))
        self.view.empty = _empty(scene)
        if before is None or _chosen_in(before) != _chosen_in(scene):
            self._draw()
        self._list_citing()

    def watch_navigation(self, before: Navigation, now: Navigation) -> None:
        """Move the mark when the cursor goes to another passage."""
        if before.now.source != now.now.source:
            self._draw()

    def on_resize(self) -> None:
        """Share the height between the text and what cites it."""
        citing, lines = self.query_one(LinkList), lines_for(self.size.height)
        if citing.styles.height is None or citing.styles.height.value != lines:
            citing.styles.height = lines
        self._list_citing()

    def _list_citing(self) -> None:
        records = self.scene.citing.answer if self.scene else ()
        shown = records or self._chosen.key
        rows = citing_rows(records, lines_for(self.size.height)) if shown else ()
        self.query_one(LinkList).show(rows)

    def _draw(self) -> None:
        text, here = self._text, self._chosen
        wanted = self.navigation.now.source.filter
        self.view.show(_lines(text, here, wanted, self.data_names))
        found = WORDS_ONLY if asks_for_more(wanted) else f"{len(_matches(text, wanted))}"
        self.query_one(FilterBar).tell(wanted, found)
        if here.key is not None:
            self.view.reveal(here.key)

    def action_move(self, delta: int) -> None:
        """Go to the next quoted passage; where there is none, scroll."""
        self._go(passages(self._text), delta)

    def action_to_end(self, direction: int) -> None:
        """Go to the first or the last quoted passage."""
        if places := passages(self._text):
            self.moved_to(stretch_key(places[0 if direction < 0 else -1]))

    def action_page(self, delta: int) -> None:
        """Move by pages, and on to a passage that is then in sight."""
        super().action_page(delta)
        self._to_passage_in_sight()

    def action_half_page(self, delta: int) -> None:
        """Move by half pages, and on to a passage that is then in sight."""
        super().action_half_page(delta)
        self._to_passage_in_sight()

    def _to_passage_in_sight(self) -> None:
        seen = self.links()
        if seen and self._chosen.key not in seen:
            self.moved_to(seen[0])

    def action_match(self, delta: int) -> None:
        """Go to the next passage that matches the filter."""
        self._go(_matches(self._text, self.navigation.now.source.filter), delta)

    def action_uncited(self, delta: int) -> None:
        """Go to the next sentence that no claim cites; behind the last comes the first."""
        places = uncited(self._text)
        if not places:
            self.tell(REASONS["uncited"])
            return
        way = places if delta > 0 else tuple(reversed(places))
        here = self._chosen.start
        ahead = (each for each in way if (each.start - here) * delta > 0)
        self.moved_to(sentence_key(next(ahead, way[0])))

    def action_choose(self) -> None:
        """Keep the filter that is being typed, or go to a claim that cites the passage."""
        if self.typing:
            self.stop_typing()
        else:
            self.follow_citing()

    def moved_to(self, key: str) -> None:
        """Mark the passage."""
        self.ask(SelectPassage(key))

    def choose(self, key: str) -> None:
        """Go to the claim that was clicked, or to one that cites the passage."""
        if key.startswith(CLAIM):
            self.ask(Follow(key.removeprefix(CLAIM)))
        else:
            self.follow_citing()

    def action_out(self) -> None:
        """Give the keyboard to Evidence."""
        self.ask(FocusPane(Pane.EVIDENCE))

    def _go(self, places: tuple[Stretch, ...], delta: int) -> None:
        here = self._chosen.start
        if delta > 0:
            ahead = [place for place in places if place.start > here]
        else:
            ahead = [place for place in reversed(places) if place.start < here]
        if ahead:
            self.moved_to(stretch_key(ahead[0]))
        else:
            self.view.scroll_by(delta)

    @property
    def _text(self) -> SourceText | None:
        return self.scene.text.answer if self.scene else None

    @property
    def _chosen(self) -> Chosen:
        quote = self.scene.cited if self.scene else None
        return chosen(self._text, quote, self.navigation.now.source.cursor)

    @on(FilterBar.Changed)
    def _first_match(self, message: FilterBar.Changed) -> None:
        """Show the first match as the filter is typed."""
        if matches := _matches(self._text, message.text):
            self.ask(SelectPassage(stretch_key(matches[0])))


def _chosen_in(scene: Scene) -> tuple[object, ...]:
    return scene.text.answer, scene.cited, scene.words.question


def _place(text: SourceText | None) -> str:
    """Tell how many of its sentences are cited, and the name of the source."""
    if text is None or not text.asserting:
        return text.title if text else ""
    return f"{text.cited:,} of {text.asserting:,} sentences cited · {text.title}"


def _empty(scene: Scene) -> str:
    if scene.text.answer is not None:
        return "Nothing is quoted from it."
    return "Choose a claim\nto read its words in their source."


def _matches(text: SourceText | None, wanted: str) -> tuple[Stretch, ...]:
    stretches = text.stretches if text else ()
    return tuple(stretch for stretch in stretches if _found(stretch.text or "", wanted))


def _found(text: str, wanted: str) -> Highlights:
    """Return where in a text the words of a filter stand, in either case."""
    words = re.escape(wanted.strip())
    return tuple(each.span() for each in re.finditer(words, text, re.IGNORECASE)) if words else ()


def _lines(
    text: SourceText | None,
    here: Chosen,
    wanted: str,
    data: tuple[str, ...],
) -> tuple[Line, ...]:
    """Set a paragraph a line, with a blank between; a note says when the text is not at hand."""
    if text is None or not text.stretches:
        return ()
    sentences = {
        number: tuple(found)
        for number, found in groupby(text.sentences, key=lambda each: each.paragraph)
    }
    lines: list[Line] = []
    for number, found in groupby(text.stretches, key=lambda stretch: stretch.paragraph):
        shown = _shown(tuple(found))
        spans = tuple(span for each in shown for span in _spans(*each, here, wanted))
        signs = tuple(margin(shown, sentences.get(number, ()))) if text.sentences else None
        lines += [Line(spans, gutter=f"{number:>2} ", margin=signs), Line()]
    return (*(() if text.whole else (_not_at_hand(text.id, data), Line())), *lines[:-1])


def _not_at_hand(source: str, data: tuple[str, ...]) -> Line:
    """Say why there are gaps, and how to fill them: a copy belongs to a source of one set."""
    named = f" --data {shlex.quote(data[0]) if len(data) == 1 else '…'}" if data else ""
    return Line(
        (Span("Its text is not here; these are its quotes in reading order. Your copy: ", Tone.DIM),
         Span(f"scale-explorer attach {bare(source)} FILE{named}", Tone.ACCENT)),
    )  # fmt: skip


def _shown(stretches: tuple[Stretch, ...]) -> tuple[Shown, ...]:
    """Return the text of each stretch of a paragraph, without the blank lines behind it."""
    *texts, last = (f" {_GAP} " if one.text is None else one.text for one in stretches)
    return tuple(zip(stretches, (*texts, last.rstrip("\n ")), strict=True))


def _spans(stretch: Stretch, text: str, here: Chosen, wanted: str) -> Sequence[Span]:
    """Draw a stretch, and apart in it what belongs to the chosen sentence."""
    sentence = here.sentence
    if sentence is None or not sentence.start < stretch.end or not stretch.start < sentence.end:
        return (_span(stretch, text, wanted, marked=stretch in here.stretches),)
    return _parts(stretch, text, sentence, wanted)


def _parts(stretch: Stretch, text: str, sentence: SentenceRow, wanted: str) -> Sequence[Span]:
    """Cut a stretch where a sentence in it begins and ends; a gap belongs to it whole."""
    if stretch.text is None:
        return (Span(text, Tone.QUOTE, sentence_key(sentence)),)
    first = max(0, sentence.start - stretch.start)
    last = max(first, sentence.end - stretch.start)
    within = _span(stretch, text[first:last], wanted, marked=True)
    parts = (
        _span(stretch, text[:first], wanted, marked=False),
        replace(within, key=sentence_key(sentence)),
        _span(stretch, text[last:], wanted, marked=False),
    )
    return tuple(part for part in parts if part.text)


def _span(stretch: Stretch, text: str, wanted: str, *, marked: bool) -> Span:
    tone = Tone.QUOTE if marked else Tone.PLAIN if stretch.evidence else Tone.DIM
    key = None if stretch.text is None else stretch_key(stretch)
    return Span(text, tone, key, _found(text, wanted))
