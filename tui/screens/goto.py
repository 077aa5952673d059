"""Go to anything: one box in which one types, a list of what that may mean, and a look at it."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.events import Resize
from textual.geometry import Size
from textual.widgets import Input

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean

from ..goto.drawing import COLUMNS, remark, rows
from ..goto.history import typed_before
from ..goto.offer import Offer, Surroundings
from ..goto.offers import nothing, offers
from ..goto.preview import preview
from ..goto.targets import Chosen
from ..newest import STILL_LOOKING, Newest
from ..pacing import Follower
from ..widgets.filter_input import LONGEST
from ..widgets.lines import Line, Span
from ..widgets.row_list import ChoiceList, RowList
from ..widgets.rows import Tone
from ..widgets.text_lines import TextLines
from .box import BoxScreen

WIDE, TALL = 100, 24
"""Columns from which a look stands beside the list, and rows from which one stands below it."""

_SLOW = (Line((Span(STILL_LOOKING, Tone.DIM),)),)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was offered for a text."""

    text: str
    offers: tuple[Offer, ...]


class GotoScreen(BoxScreen[Chosen]):
    """Dismissed with what was chosen, or with None.

    Typing never waits: answers come from a thread, the newest wins. Only Enter, Tab and Up wait for
    the answer to the text as it stands, so that keys which arrive together mean what they say.
    """

    NAME = "Go to"
    SIGN = ":"
    ACTS = "Enter: go   Tab: complete   Up: typed before   Esc: close"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete")]
    DEFAULT_CSS = """
    GotoScreen {
        align: center top;
        & > Vertical { width: 130; }
        &.-tall > Vertical { height: 90%; margin-top: 1; }
        & #found { height: 1fr; layout: vertical; }
        &.-tall #found { margin-top: 1; }
        & #look { display: none; }
        &.-tall #look { display: block; height: 40%; border-top: solid $line; }
        &.-wide #found { layout: horizontal; }
        &.-wide #look {
            display: block; width: 40%; height: 100%;
            border-top: none; border-left: solid $line; padding-left: 1;
        }
    }
    """

    rows_below = 0
    """Rows above the hints that stay in sight: the tour tells there what to type."""

    def __init__(self, store: Store, around: Surroundings, history: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._store = store
        self._around = around
        self._history = history
        self._answer = Answer("", ())
        self._answers = Newest(self._show, self._tell_slow)
        self._looks = Newest(self._show_look, self._tell_look_slow)
        self._cursor = Follower(self, self._look)

    def compose(self) -> ComposeResult:
        """Fit the look at what is found beside or below the list."""
        self._fit(cast("App[None]", self.app).size)  # pyright: ignore[reportUnknownMemberType]
        yield from super().compose()

    def compose_found(self) -> ComposeResult:
        """Yield the list and the look at it."""
        with Container(id="found"):
            yield ChoiceList(COLUMNS)
            yield TextLines(id="look")

    def on_mount(self) -> None:
        """Show a first list."""
        if self.rows_below:
            self.query_one(Vertical).styles.max_height = self.size.height - self.rows_below - 2
        self._show(self._find(""))

    def on_unmount(self) -> None:
        """Let the threads end."""
        self._answers.close()
        self._looks.close()

    @property
    def _chosen(self) -> Offer | None:
        """The offer under the cursor."""
        cursor = self.choices.cursor
        return None if cursor is None else self._answer.offers[int(cursor)]

    # What is offered.

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        text = self.box.value
        if text == self._answer.text:
            self._answers.forget()
        else:
            self._answers.soon(lambda: self._find(text))

    def _find(self, text: str) -> Answer:
        return Answer(text, offers(self._store, text, self._around))

    def settle(self) -> None:
        """Answer the text as it stands here and now, unless it is answered already."""
        if self._answer.text != self.box.value:
            self._answers.forget()
            self._show(self._find(self.box.value))

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self.choices.empty = nothing(answer.text)
        self.choices.show(rows(answer.offers))
        self._come_to()

    def _tell_slow(self, is_slow: bool) -> None:  # noqa: FBT001 - a callback with one value
        """Tell that a list takes its time, in place of what is said of the one that is shown."""
        self.told.show(_SLOW if is_slow else remark(self._chosen, alone=not self._has_look))

    # What the offer under the cursor leads to.

    @on(RowList.Moved)
    def _moved(self, message: RowList.Moved) -> None:
        message.stop()
        self._come_to()

    def _come_to(self) -> None:
        """Remark on the offer under the cursor, and look at it at the pace of the cursor."""
        told = remark(self._chosen, alone=not self._has_look)
        self.told.show(told)
        self._looks.forget()
        self._cursor.moved()

    def _look(self) -> None:
        offer, store = self._chosen, self._store
        if offer is None or not self._has_look:
            self._show_look(())
        else:
            self._looks.soon(lambda: preview(store, offer))

    @property
    def _has_look(self) -> bool:
        """Whether there is room for a look beside or below the list."""
        return self.has_class("-wide") or self.has_class("-tall")

    def _show_look(self, lines: tuple[Line, ...]) -> None:
        self.query_one("#look", TextLines).show(lines)

    def _tell_look_slow(self, is_slow: bool) -> None:  # noqa: FBT001 - the same
        """Tell that a look takes its time; whatever comes after it takes the words away."""
        if is_slow:
            self._show_look(_SLOW)

    def on_resize(self, event: Resize) -> None:
        """Look again: there may be room for it now, or none any more."""
        self._fit(event.size)
        self._come_to()

    def _fit(self, size: Size) -> None:
        """Set the classes that the layout goes by; breakpoints would draw the first frame twice."""
        self.set_class(size.width >= WIDE, "-wide")
        self.set_class(size.height >= TALL, "-tall")

    # Keys.

    def action_move(self, delta: int) -> None:
        """Move the cursor; above the first offer of an empty box stands what was typed before."""
        self.settle()
        if delta < 0 and not self.box.value and self.choices.cursor in {None, "0"}:
            self._swap_history()
        else:
            self.choices.move(delta)

    def _swap_history(self) -> None:
        """Show what was typed before, or the first list again."""
        before = typed_before(self._history)
        shown = self._answer.offers == before
        self._show(self._find("") if shown or not before else Answer("", before))

    def action_complete(self) -> None:
        """Type the offer under the cursor, or else the first that goes on as the text begins."""
        self.settle()
        text = self.box.value
        begun = [
            each.completion for each in self._answer.offers if each.completion.startswith(text)
        ]
        own = [self._chosen.completion] if self._chosen else []
        others = [] if text.endswith(" ") else begun  # behind a blank any word could come
        if completion := next((each for each in (*own, *others) if each not in {"", text}), ""):
            self._type(completion)

    def _type(self, text: str) -> None:
        self.box.value = clean(text)[:LONGEST]
        self.box.cursor_position = len(self.box.value)

    def take(self) -> None:
        """Go where the offer under the cursor leads, or type it where it is only begun."""
        offer = self._chosen
        if offer is None or offer.why_not:
            return  # the line below says why
        if offer.target is None:
            self._type(offer.completion)
        else:
            self.dismiss(Chosen(offer.target, self.box.value.strip()))
