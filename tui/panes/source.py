"""Pane 4: the source in reading order, the chosen quote marked in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from scale_explorer.data.store.rows.sources import SourceText, Stretch

from ..passages import Chosen, chosen, passages, sentence_key, stretch_key, uncited
from ..scene import Scene
from ..state import FocusPane, Follow, Intent, Navigation, Pane, SelectPassage
from ..why_not import REASONS
from ..widgets.filter_bar import FilterBar
from ..widgets.looks import Look
from ..widgets.row_list import LinkList
from ..widgets.splitter import Edge
from ..widgets.text_lines import TextLines
from ..word_filter import WORDS_ONLY, asks_for_more
from .citing import CLAIM, COLUMNS, citing_rows, lines_for
from .pane import textual_bindings
from .selection_mode import SelectionMode
from .source_lines import SELECTION, Marked, SourceLines, found_in


def _nowhere() -> None:
    """Go nowhere."""


class SourcePane(SelectionMode):
    """Moving goes from one quoted passage to the next; Enter goes to a claim that cites it.

    Under the text stands what cites the passage. `follow_citing` goes there.
    """

    PANE = Pane.SOURCE
    NUMBER = 4
    EDGES: ClassVar[frozenset[Edge]] = frozenset({"left", "top"})
    follow_citing: Callable[[], None] = staticmethod(_nowhere)
    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("source")]

    def __init__(self, ask: Callable[[Intent], None]) -> None:
        super().__init__(ask)
        self._typeset = SourceLines()
        self._text, self._citing = TextLines(), LinkList(COLUMNS)
        self._text.look = self._citing.look = Look.SOURCE

    def compose(self) -> ComposeResult:
        """Yield the text, and below it what cites the chosen passage."""
        yield self._text
        yield self._citing

    def links(self) -> tuple[str, ...]:
        """Return the keys of the quoted passages in sight: plain text leads nowhere."""
        quoted = {stretch_key(stretch) for stretch in passages(self.text)}
        return tuple(key for key in self.view.links() if key in quoted)

    @property
    def view(self) -> TextLines:
        """The text; its passages, not its lines, are what the cursor goes to."""
        return self._text

    def watch_scene(self, before: Scene | None, scene: Scene | None) -> None:
        """Show the text around the chosen quote; one that is shown already is left as it is."""
        if scene is None:
            return
        if self.picked and self.picked.text != self.text_now:
            self.picked = None  # its places are those of another text
        self.name_source()
        self.view.empty = _empty(scene)
        if before is None or _chosen_in(before) != _chosen_in(scene):
            self.draw()
        self._list_citing()

    def name_source(self) -> None:
        """Name the pane, with what words are selected for, and how much is cited."""
        name = f"Source · {self.purpose}" if self.purpose else "Source"
        self.name_pane(name, _place(self.text))

    def watch_navigation(self, before: Navigation, now: Navigation) -> None:
        """Move the mark when the cursor goes to another passage."""
        if before.now.source != now.now.source:
            self.draw()

    def on_resize(self) -> None:
        """Share the height between the text and what cites it."""
        citing, lines = self._citing, lines_for(self.size.height)
        if citing.styles.height is None or citing.styles.height.value != lines:
            citing.styles.height = lines
        self._list_citing()

    def _list_citing(self) -> None:
        records = self.scene.citing.answer if self.scene else ()
        shown = records or self.chosen.key
        rows = citing_rows(records, lines_for(self.size.height)) if shown else ()
        self._citing.show(rows)

    def draw(self) -> None:
        """Show the text, with what is chosen and selected in it."""
        text, here = self.text, self.chosen
        wanted = self.navigation.now.source.filter
        selected = self.picked.span if self.picked else None
        self.view.show(self._typeset.of(text, Marked(here, wanted, selected), self.data_names))
        found = WORDS_ONLY if asks_for_more(wanted) else f"{len(_matches(text, wanted))}"
        self.tell_filter(wanted, found)
        if selected is not None:
            self.view.reveal(SELECTION)
        elif here.key is not None:
            self.view.reveal(here.key)

    def action_move(self, delta: int) -> None:
        """Go to the next quoted passage; where there is none, scroll."""
        self._go(passages(self.text), delta)

    def action_to_end(self, direction: int) -> None:
        """Go to the first or the last quoted passage."""
        if places := passages(self.text):
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
        if seen and self.chosen.key not in seen:
            self.moved_to(seen[0])

    def action_match(self, delta: int) -> None:
        """Go to the next passage that matches the filter."""
        self._go(_matches(self.text, self.navigation.now.source.filter), delta)

    def action_uncited(self, delta: int) -> None:
        """Go to the next sentence that no claim cites; behind the last comes the first."""
        places = uncited(self.text)
        if not places:
            self.tell(REASONS["uncited"])
            return
        way = places if delta > 0 else tuple(reversed(places))
        here = self.chosen.start
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
        here = self.chosen.start
        if delta > 0:
            ahead = [place for place in places if place.start > here]
        else:
            ahead = [place for place in reversed(places) if place.start < here]
        if ahead:
            self.moved_to(stretch_key(ahead[0]))
        else:
            self.view.scroll_by(delta)

    @property
    def text(self) -> SourceText | None:
        """The source that is shown."""
        return self.scene.text.answer if self.scene else None

    @property
    def chosen(self) -> Chosen:
        """What the cursor is on, or else the quote that is chosen in Evidence."""
        quote = self.scene.cited if self.scene else None
        return chosen(self.text, quote, self.navigation.now.source.cursor)

    @on(FilterBar.Changed)
    def _first_match(self, message: FilterBar.Changed) -> None:
        """Show the first match as the filter is typed."""
        if matches := _matches(self.text, message.text):
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
    stretches = text.stretches if text and wanted.strip() else ()
    return tuple(stretch for stretch in stretches if found_in(stretch.text or "", wanted))
