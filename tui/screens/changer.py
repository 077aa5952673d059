"""Changes that need no form: renaming, deleting, the story, and what asserts nothing."""

from __future__ import annotations

from scale_explorer.data.editing.edits.adding import Lead, SetApart, Unlead
from scale_explorer.data.editing.edits.changing import ChangeRecord, DeleteRecord, RemoveQuote
from scale_explorer.data.editing.edits.edit import Edit, Together
from scale_explorer.data.editing.edits.merging import MergeRecords
from scale_explorer.data.editing.edits.renaming import RenameRecord, is_id
from scale_explorer.data.slug import slug
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..why_not import REASONS
from ..widgets.menu import Entry, Menu
from ..writing.desk import Desk
from ..writing.editing import evidence, quotes_of
from ..writing.words import Words
from .scribe import Scribe
from .words import WordsScreen

REASONS_APART = ("a byline", "a caption", "a heading", "an advertisement", "a notice", "a question")
"""Why a sentence asserts nothing, as it is mostly."""


class Changer(Scribe):
    """Asks what is to become of a record, and has it done."""

    async def set_apart(self, words: Words) -> None:
        """Ask for the reason why a sentence asserts nothing, and write it."""
        desk = await self.desk()
        if desk is None or not await self.may_write(desk, desk.home_of(Kind.SOURCE, words.source)):
            return

        async def told(reason: str | None) -> None:
            if reason:
                selector = evidence(words, desk.manuscript, desk.text, {})
                table = {"exact": selector} if isinstance(selector, str) else selector
                table.pop("source", None)
                await self.carry_out(desk, SetApart(words.source, {**table, "reason": reason}))

        def means(reason: str) -> str:
            return f"“{words.exact}” asserts nothing: {reason}"

        title = "Why does it assert nothing?"
        self.screen.pop_up(WordsScreen(title, "", REASONS_APART, means, completes=True), told)

    async def rename(self) -> None:
        """Ask for another id, or a name, of the chosen record; that of another merges the two."""
        found = await self._chosen()
        if found is None:
            return
        desk, record, kind = found
        if not await self.may_write(desk, desk.home_of(kind, record)):
            return
        alike = tuple(each.id for each in desk.choices if each.kind is kind and each.id != record)

        async def told(new: str | None) -> None:
            if new and new != record:
                await self.carry_out(desk, _renaming(desk, record, kind, new))

        def means(new: str) -> str:
            return _meaning(desk, record, kind, new)

        offered = alike if kind in ENTITY_KINDS else ()
        self.screen.pop_up(WordsScreen(f"Rename {record}", record, offered, means), told)

    async def delete(self) -> None:
        """Delete the chosen record, once that is said again."""
        found = await self._chosen()
        if found is None:
            return
        desk, record, kind = found
        if not await self.may_write(desk, desk.home_of(kind, record)):
            return
        place = self._quote_of(desk, record)

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

    def _quote_of(self, desk: Desk, record: str) -> int | None:
        """Return which quote of a record is chosen, where it has several."""
        quote = self.screen.settled().quote
        quotes = quotes_of(record, desk.manuscript)
        if quote is None or quote.claim != record or len(quotes) < 2:
            return None
        return quotes.index(quote.exact) if quote.exact in quotes else None

    async def lead(self) -> None:
        """Put the chosen claim at the end of the story, or take it out of it."""
        found = await self._chosen()
        if found is not None:
            desk, record, _ = found
            header = next(iter(desk.manuscript.entries("dataset")), None)
            is_told = header is not None and record in header.table.get("lead", ())
            await self.carry_out(desk, Unlead(record) if is_told else Lead(record))

    async def _chosen(self) -> tuple[Desk, str, Kind] | None:
        """Return the chosen record and its kind, and where to write; say what is missing."""
        record = self.screen.chosen(self.screen.settled())
        if record is None:
            self.screen.say(REASONS["record"])
            return None
        desk = await self.desk()
        if desk is None:
            return None
        entry = desk.manuscript.by_id.get(record)
        if entry is None:
            self.screen.say(f"{record} is not in the files any more.")
            return None
        return desk, record, entry.kind


def _renaming(desk: Desk, record: str, kind: Kind, new: str) -> Edit:
    """Return the edit that typing something into the box for another id means."""
    if new in desk.manuscript.by_id and kind in ENTITY_KINDS:
        return MergeRecords(new, record)
    if is_id(new) or kind not in ENTITY_KINDS:
        return RenameRecord(record, new)
    return Together("", (RenameRecord(record, slug(new)), ChangeRecord(slug(new), {"name": new})))


def _meaning(desk: Desk, record: str, kind: Kind, new: str) -> str:
    if new == record:
        return "Type another id, a name, or the id of the record that this one is the same as."
    if new in desk.manuscript.by_id and kind in ENTITY_KINDS:
        return f"{record} becomes one with {new}; what either says is kept."
    if is_id(new):
        return f"The id becomes {new}, wherever it stands; its name stays."
    if kind in ENTITY_KINDS:
        return f"The name becomes “{new}”, the id {slug(new)} wherever it stands."
    return "An id has lower case letters, digits and hyphens."
