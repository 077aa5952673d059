"""The form in which a record is written: what is said, on which words, and what the checks say."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import copy_context
from time import monotonic
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Click

from scale_explorer.data.watch import Progress
from scale_explorer.models.errors import DataError

from ..pacing import Follower
from ..progress_words import how_far
from ..widgets.field_input import FieldLine
from ..widgets.one_line import shown
from ..widgets.row_list import RowList
from ..widgets.text_lines import TextLines
from ..writing.desk import Desk
from ..writing.draft import Draft
from ..writing.open_desk import OpenDesk
from ..writing.outcome import Outcome, Verdict
from .offering import Offering
from .writing_lines import verdict_lines

PATIENCE = 0.5
"""Seconds of checking after which one is told how far it is."""


class WritingScreen(Offering):
    """Typing never waits: the desk is asked aside, and the newest text wins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "close"),
        Binding("enter", "enter", priority=True),
        Binding("tab", "next", priority=True),
        Binding("shift+tab", "step(-1)", priority=True),
        Binding("down,ctrl+n", "move(1)", priority=True),
        Binding("up,ctrl+p", "move(-1)", priority=True),
        Binding("ctrl+y", "take_all", priority=True),
    ]

    def __init__(
        self, desk: OpenDesk, draft: Draft, keep: Callable[[Draft], None], first: str = ""
    ) -> None:
        super().__init__(desk, draft)
        self._first = first
        self._keep = keep
        self.verdict: Verdict | None = None
        self._insisted = False
        self._saving: asyncio.Task[None] | None = None
        self._judging: asyncio.Task[None] | None = None
        self._pace = Follower(self, self._ask)

    def on_mount(self) -> None:
        """Begin in the first field that still needs something."""
        self._go_to(self.first_open())
        if self._first:
            self.tell(self._first)
        context = copy_context()  # it is told outside of any handler of this screen
        self.desk.process.lost = lambda words: context.run(self.tell, words)
        self._ask()

    def on_unmount(self) -> None:
        """Give up what is asked."""
        self.desk.process.lost = None
        for task in (self._judging, self._saving):
            if task is not None:
                task.cancel()

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the frame."""
        if event.widget is self:
            self.action_close()

    def _go_to(self, place: int) -> None:
        lines = self.field_lines
        line = lines[place % len(lines)]
        self.set_focus(line.input)
        self.come_to(line.key)

    # While one types.

    @on(FieldLine.Entered)
    def _entered(self, message: FieldLine.Entered) -> None:
        message.stop()
        self.come_to(message.key)

    @on(FieldLine.Changed)
    def _changed(self, message: FieldLine.Changed) -> None:
        message.stop()
        self.settle()

    def settle(self) -> None:
        """Take over what stands in the fields now: a key may overtake the news of a letter."""
        if self._saving is not None:
            return  # what is typed now comes too late
        draft = self.draft
        for line in self.field_lines:
            # A text that the line shows as it can is no other one.
            if line.input.value != shown(draft.text(line.key)):
                draft = draft.with_text(line.key, line.input.value)
        if draft != self.draft:
            self.draft = draft
            self._insisted = False
            self._keep(draft)
            self._pace.moved()
        self.offer_anew()

    # What the checks say.

    def _ask(self) -> None:
        """Have the form judged as it is now; what was asked before is given up."""
        if self._judging is not None:
            self._judging.cancel()
        if self._saving is None:
            self._judging = asyncio.create_task(self._judge(self.draft))

    async def _judge(self, draft: Draft) -> None:
        begun = monotonic()

        def heard(progress: Progress) -> None:
            if monotonic() - begun > PATIENCE:
                self._show_lines(progress)

        try:
            verdict = await self.desk.ask(Desk.judge, draft, heard=heard)
        except (DataError, RuntimeError) as error:
            verdict = _failed(error)
        self._show_verdict(verdict)

    def _show_verdict(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self._show_lines()

    def _show_lines(self, progress: Progress | None = None) -> None:
        lines = verdict_lines(self.draft, self.verdict, progress)
        self.query_one("#verdict", TextLines).show(lines)

    # Keys.

    async def action_move(self, delta: int) -> None:
        """Move among what is offered, or else among the fields."""
        self.settle()
        if await self.offers_are_here() and not self.choose(delta):
            self.action_step(delta)

    def action_step(self, delta: int) -> None:
        """Go to the next field or the one before."""
        self._go_to(self.field_lines.index(self.here) + delta)

    async def action_next(self) -> None:
        """Take what is offered where something was begun, and go to the next field."""
        self.settle()
        if await self.offers_are_here():
            self._take()
            self.action_step(1)

    def action_take_all(self) -> None:
        """Take all that is proposed."""
        for line in self.field_lines:
            line.input.take_proposal()

    async def action_enter(self) -> None:
        """Take what is offered where something was begun, or else save."""
        self.settle()
        if not await self.offers_are_here():
            return
        if self._take():
            self.action_step(1)
        else:
            self._save()

    def _take(self) -> bool:
        if is_taken := self.take_offer():
            self.settle()
        return is_taken

    @on(RowList.Chosen)
    async def _clicked(self, message: RowList.Chosen) -> None:
        message.stop()
        self.chosen_by_click()
        await self.action_enter()

    def action_close(self) -> None:
        """Close the form; what stands in it is kept."""
        self.settle()
        if self._saving is None:
            self.dismiss(Outcome(self.draft))

    # Saving.

    def _save(self) -> None:
        if self._saving is not None:
            return
        self.settle()
        self.tell("Saving …")
        self._saving = asyncio.create_task(self._finish(self.draft))

    async def _finish(self, draft: Draft) -> None:
        def heard(progress: Progress) -> None:
            self.tell(f"Saving … {how_far(progress)}")

        try:
            answer = await self.desk.ask(Desk.finish, draft, self._insisted, heard=heard)
        except (DataError, RuntimeError) as error:
            answer = _failed(error)
        self._saved(answer)

    def _saved(self, answer: Outcome | Verdict) -> None:
        self._saving = None
        if isinstance(answer, Outcome):
            self.dismiss(answer)
            return
        self._show_verdict(answer)
        if answer.is_readable:
            self._insisted = True
            self.tell("The checks find errors; Enter again saves it all the same.")
        else:
            self.tell("It is not saved: the record could not be read. Mend what is told below.")
            self._go_to(self.first_open())


def _failed(error: Exception) -> Verdict:
    """Return what is told of an answer that did not come; of a fault only what Python says last."""
    return Verdict(problem=str(error).strip().rpartition("\n")[2])
