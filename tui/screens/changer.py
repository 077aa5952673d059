"""Changes that need no form: renaming, deleting, the story, and what asserts nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from scale_explorer.data.editing.edits.adding import Lead, SetApart, Unlead
from scale_explorer.data.editing.edits.changing import ChangeRecord, DeleteRecord, RemoveQuote
from scale_explorer.data.editing.edits.edit import Edit, Together
from scale_explorer.data.editing.edits.merging import MergeRecords
from scale_explorer.data.editing.edits.renaming import RenameRecord, is_id
from scale_explorer.data.slug import slug
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..why_not import REASONS
from ..widgets.entry import Entry
from ..widgets.menu import Menu
from ..writing.desk import Desk
from ..writing.open_desk import OpenDesk
from ..writing.words import Words
from .scribe import AnswerT, Scribe
from .words import WordsScreen

REASONS_APART = ("a byline", "a caption", "a heading", "an advertisement", "a notice", "a question")
"""Why a sentence asserts nothing, as it is mostly."""


class Changer(Scribe):
    """Asks what is to become of a record, and has it done."""

    async def set_apart(self, words: Words) -> None:
        """Ask for the reason why a sentence asserts nothing, and write it."""

        async def ask_why(desk: OpenDesk, selector: str | dict[str, Any]) -> None:
            if not await self.may_write(desk, Kind.SOURCE, words.source):
                return
            table = {"exact": selector} if isinstance(selector, str) else selector
            table.pop("source", None)

            async def told(reason: str | None) -> None:
                if reason:
                    await self.carry_out(desk, SetApart(words.source, {**table, "reason": reason}))

            def means(reason: str) -> str:
                return f"“{words.exact}” asserts nothing: {reason}"

            title = "Why does it assert nothing?"
            self.screen.pop_up(WordsScreen(title, "", REASONS_APART, means, completes=True), told)

        await self.at_desk(lambda desk: desk.ask(Desk.evidence, words), ask_why)

    async def rename(self) -> None:
        """Ask for another id, or a name, of the chosen record; that of another merges the two."""

        async def ask_how(
            desk: OpenDesk, record: str, kind: Kind, there: Mapping[str, Kind]
        ) -> None:
            if not await self.may_write(desk, kind, record):
                return
            alike = tuple(key for key, other in there.items() if other is kind and key != record)

            async def told(new: str | None) -> None:
                if new and new != record:
                    await self.carry_out(desk, _renaming(record, kind, new, there))

            def means(new: str) -> str:
                return _meaning(record, kind, new, there)

            self.screen.pop_up(WordsScreen(f"Rename {record}", record, alike, means), told)

        await self._of_chosen(lambda desk, _: desk.ask(Desk.entities), ask_how)

    async def delete(self) -> None:
        """Delete the chosen record, once that is said again."""

        async def ask_again(
            desk: OpenDesk, record: str, kind: Kind, quotes: tuple[str, ...]
        ) -> None:
            if not await self.may_write(desk, kind, record):
                return
            place = self._quote_among(quotes, record)

            async def sure(answer: str | None) -> None:
                if answer == "delete":
                    await self.carry_out(desk, DeleteRecord(record))
                elif answer == "quote" and place is not None:
                    await self.carry_out(desk, RemoveQuote(record, place))

            undo = f"{self.screen.keys_shown('app.undo')} undoes it"
            quote = Entry("quote", "q", "Take only the chosen quote away", undo)
            entries = (
                Entry("delete", "d", f"Delete {record}", undo),
                *([quote] if place is not None else []),
                Entry("keep", "k", "Keep it"),
            )
            self.screen.pop_up(Menu("Delete this record?", entries), sure)

        await self._of_chosen(lambda desk, record: desk.ask(Desk.quotes_of, record), ask_again)

    def _quote_among(self, quotes: tuple[str, ...], record: str) -> int | None:
        """Return which quote of a record is chosen, where it has several."""
        quote = self.screen.settled().quote
        if quote is None or quote.claim != record or len(quotes) < 2:
            return None
        return quotes.index(quote.exact) if quote.exact in quotes else None

    async def lead(self) -> None:
        """Put the chosen claim at the end of the story, or take it out of it."""

        async def turn(desk: OpenDesk, record: str, _: Kind, is_told: bool) -> None:  # noqa: FBT001 - an answer
            await self.carry_out(desk, Unlead(record) if is_told else Lead(record))

        await self._of_chosen(lambda desk, record: desk.ask(Desk.leads, record), turn)

    async def _of_chosen(
        self,
        ask: Callable[[OpenDesk, str], Awaitable[AnswerT]],
        then: Callable[[OpenDesk, str, Kind, AnswerT], Any],
    ) -> None:
        """Ask something about the chosen record, and go on; say what is missing."""
        record = self.screen.chosen(self.screen.settled())
        if record is None:
            self.screen.say(REASONS["record"])
            return

        async def asked(desk: OpenDesk) -> tuple[Kind, AnswerT]:
            kind = await desk.ask(Desk.kind_of, record)
            if kind is None:
                raise DataError(f"{record} is not in the files any more.")
            return kind, await ask(desk, record)

        await self.at_desk(asked, lambda desk, both: then(desk, record, *both))


def _renaming(record: str, kind: Kind, new: str, there: Mapping[str, Kind]) -> Edit:
    """Return the edit that typing something into the box for another id means."""
    if new in there and kind in ENTITY_KINDS:
        return MergeRecords(new, record)
    if is_id(new) or kind not in ENTITY_KINDS:
        return RenameRecord(record, new)
    return Together("", (RenameRecord(record, slug(new)), ChangeRecord(slug(new), {"name": new})))


def _meaning(record: str, kind: Kind, new: str, there: Mapping[str, Kind]) -> str:
    if new == record:
        return "Type another id, a name, or the id of the record that this one is the same as."
    if new in there and kind in ENTITY_KINDS:
        return f"{record} becomes one with {new}; what either says is kept."
    if is_id(new):
        return f"The id becomes {new}, wherever it stands; its name stays."
    if kind in ENTITY_KINDS:
        return f"The name becomes “{new}”, the id {slug(new)} wherever it stands."
    return "An id has lower case letters, digits and hyphens."
