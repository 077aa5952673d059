"""Pane 4: the source in reading order, the chosen quote marked in its place."""

from __future__ import annotations

import re
import shlex
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from scale_explorer.data.matching.ids import bare
from scale_explorer.data.store.rows import EvidenceRow, SourceText, Stretch

from ..scene import Scene
from ..state import FocusPane, Follow, Navigation, Pane, SelectPassage
from ..widgets.filter_bar import FilterBar
from ..widgets.lines import Line, Span
from ..widgets.rows import Highlights, Tone
from ..widgets.splitter import Edge
from ..widgets.text_lines import TextLines
from ..word_filter import WORDS_ONLY, asks_for_more
from .pane import LinkedPane, textual_bindings

_GAP = "⋯"


class SourcePane(LinkedPane):
    """Moving goes from one quoted passage to the next; Enter goes to a claim that cites it."""

    PANE = Pane.SOURCE
    NUMBER = 4
    EDGES: ClassVar[frozenset[Edge]] = frozenset({"left", "top"})
    data_names: tuple[str, ...] = ()
    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("source")]

    def compose_view(self) -> ComposeResult:
        """Yield the text."""
        yield TextLines()

    def links(self) -> tuple[str, ...]:
        """Return the keys of the quoted passages in sight: plain text leads nowhere."""
        quoted = {_key(stretch) for stretch in _passages(self._stretches)}
        return tuple(key for key in self.view.links() if key in quoted)

    @property
    def view(self) -> TextLines:
        """The text; its passages, not its lines, are what the cursor goes to."""
        return self.query_one(TextLines)

    def watch_scene(self, scene: Scene | None) -> None:
        """Show the text around the chosen quote."""
        if scene is None:
            return
        text = scene.text.answer
        self.name_pane("Source", text.title if text else "")
        self.view.empty = _empty(scene)
        self._draw(text, scene.cited)

    def watch_navigation(self, before: Navigation, now: Navigation) -> None:
        """Move the mark when the cursor goes to another passage."""
        if before.now.source != now.now.source:
            self._draw_again()

    def _draw_again(self) -> None:
        if self.scene is not None:
            self._draw(self.scene.text.answer, self.scene.cited)

    def _draw(self, text: SourceText | None, quote: EvidenceRow | None) -> None:
        state = self.navigation.now.source
        stretches = text.stretches if text else ()
        chosen = _chosen(stretches, quote, state.cursor)
        matches = _matches(stretches, state.filter)
        self.view.show(_lines(text, chosen, state.filter, self.data_names))
        found = WORDS_ONLY if asks_for_more(state.filter) else f"{len(matches)}"
        self.query_one(FilterBar).tell(state.filter, found)
        if chosen:
            self.view.reveal(_key(chosen[0]))

    def action_move(self, delta: int) -> None:
        """Go to the next quoted passage; where there is none, scroll."""
        self._go(_passages(self._stretches), delta)

    def action_match(self, delta: int) -> None:
        """Go to the next passage that matches the filter."""
        self._go(_matches(self._stretches, self.navigation.now.source.filter), delta)

    def action_choose(self) -> None:
        """Keep the filter that is being typed, or go to a claim that cites the passage."""
        if self.typing:
            self.stop_typing()
        elif self._chosen:
            self.choose(_key(self._chosen[0]))

    def moved_to(self, key: str) -> None:
        """Mark the passage."""
        self.ask(SelectPassage(key))

    def choose(self, key: str) -> None:
        """Go to a claim that cites the passage: the chosen one if it does, else the first."""
        passage = next((one for one in self._stretches if _key(one) == key), None)
        citing = [evidence.partition("#")[0] for evidence in passage.evidence] if passage else []
        chosen = self.scene.words.answer.claim if self.scene else None
        if chosen is not None and chosen.id in citing:
            self.ask(Follow(chosen.id))
        elif citing:
            self.ask(Follow(citing[0]))

    def action_out(self) -> None:
        """Give the keyboard to Evidence."""
        self.ask(FocusPane(Pane.EVIDENCE))

    def _go(self, places: tuple[Stretch, ...], delta: int) -> None:
        here = self._chosen[0].start if self._chosen else -1
        if delta > 0:
            ahead = [place for place in places if place.start > here]
        else:
            ahead = [place for place in reversed(places) if place.start < here]
        if ahead:
            self.moved_to(_key(ahead[0]))
        else:
            self.view.scroll_by(delta)

    @property
    def _stretches(self) -> tuple[Stretch, ...]:
        text = self.scene.text.answer if self.scene else None
        return text.stretches if text else ()

    @property
    def _chosen(self) -> tuple[Stretch, ...]:
        quote = self.scene.cited if self.scene else None
        return _chosen(self._stretches, quote, self.navigation.now.source.cursor)

    @on(FilterBar.Changed)
    def _first_match(self, message: FilterBar.Changed) -> None:
        """Show the first match as the filter is typed."""
        if matches := _matches(self._stretches, message.text):
            self.ask(SelectPassage(_key(matches[0])))


def _empty(scene: Scene) -> str:
    if scene.text.answer is not None:
        return "Nothing is quoted from it."
    return "Choose a claim\nto read its words in their source."


def _key(stretch: Stretch) -> str:
    return str(stretch.start)


def _passages(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    return tuple(stretch for stretch in stretches if stretch.evidence)


def _matches(stretches: tuple[Stretch, ...], wanted: str) -> tuple[Stretch, ...]:
    return tuple(stretch for stretch in stretches if _found(stretch.text or "", wanted))


def _found(text: str, wanted: str) -> Highlights:
    """Return where in a text the words of a filter stand, in either case."""
    words = re.escape(wanted.strip())
    return tuple(each.span() for each in re.finditer(words, text, re.IGNORECASE)) if words else ()


def _chosen(
    stretches: tuple[Stretch, ...],
    quote: EvidenceRow | None,
    cursor: str | None,
) -> tuple[Stretch, ...]:
    """Return the passage under the cursor, or else the stretches that the quote covers."""
    if cursor is not None:
        return tuple(stretch for stretch in stretches if _key(stretch) == cursor)
    if quote is None:
        return ()
    return tuple(stretch for stretch in stretches if quote.id in stretch.evidence)


def _lines(
    text: SourceText | None,
    chosen: tuple[Stretch, ...],
    wanted: str,
    data: tuple[str, ...],
) -> tuple[Line, ...]:
    """Set a paragraph a line, with a blank between; a note says when the text is not at hand."""
    if text is None or not text.stretches:
        return ()
    lines: list[Line] = []
    for number, stretches in groupby(text.stretches, key=lambda stretch: stretch.paragraph):
        spans = tuple(_span(stretch, chosen, wanted) for stretch in stretches)
        lines += [Line(spans, gutter=f"{number:>2} "), Line()]
    return (*(() if text.whole else (_not_at_hand(text.id, data), Line())), *lines[:-1])


def _not_at_hand(source: str, data: tuple[str, ...]) -> Line:
    """Say why there are gaps, and how to fill them: a copy belongs to a source of one set."""
    named = f" --data {shlex.quote(data[0]) if len(data) == 1 else '…'}" if data else ""
    return Line(
        (Span("Its text is not here; these are its quotes in reading order. Your copy: ", Tone.DIM),
         Span(f"scale-explorer attach {bare(source)} FILE{named}", Tone.ACCENT)),
    )  # fmt: skip


def _span(stretch: Stretch, chosen: tuple[Stretch, ...], wanted: str) -> Span:
    if stretch.text is None:
        return Span(f" {_GAP} ", Tone.DIM)
    tone = Tone.QUOTE if stretch in chosen else Tone.PLAIN if stretch.evidence else Tone.DIM
    return Span(stretch.text, tone, _key(stretch), _found(stretch.text, wanted))
