"""Claims and other records, written in forms."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Iterable, Iterator

from scale_explorer.data.editing.edits.adding import AddQuote
from scale_explorer.data.editing.saving import Sides
from scale_explorer.data.editing.tables import editable
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..panes.source import SourcePane
from ..state import FocusPane, Pane
from ..why_not import REASONS
from ..widgets.menu import Entry, Menu
from ..writing.desk import Desk
from ..writing.draft import Draft
from ..writing.editing import draft_of, evidence
from ..writing.fields import FORMS, WRITABLE
from ..writing.keeping import Keeping, kept_drafts
from ..writing.outcome import Outcome
from ..writing.reading import readings
from ..writing.rebasing import on_base
from ..writing.words import Words
from .changer import Changer
from .conflict import EDITOR, MINE, THEIRS, ConflictScreen
from .writing import WritingScreen

_KEPT = "kept:"
_OFFERED = 3  # forms that were not saved, in a menu
_SHOWN = 40  # characters of a hint in a menu
_LETTERS = {
    Kind.FIGURE: "f", Kind.RELATIONSHIP: "r", Kind.DEAL: "d", Kind.STATEMENT: "s",
    Kind.REASON: "w", Kind.COMPANY: "c", Kind.PERSON: "p", Kind.PRODUCT: "o",
    Kind.ORGANIZATION: "z", Kind.PUBLIC_BODY: "b", Kind.GROUP: "g",
}  # fmt: skip
"""The letter of each kind in the menu of what to write."""


class Writer(Changer):
    """Opens forms: for words of a source, for new records, and for those that are there."""

    _quoting: str | None = None
    """The claim that further words are being selected for."""

    async def write_claim(self, words: Words) -> None:
        """Ask what the words claim and open its form, or give them to the claim that waits."""
        desk = await self.desk()
        if desk is None:
            return
        if self._quoting is not None:
            await self._add_quote(desk, words)
            return
        found = await to_thread(readings, desk, words)
        kinds = [*(kind for kind, _ in found.likely), *(k for k in WRITABLE if k in ENTITY_KINDS)]
        because = dict(found.likely)
        offered = [(kind, _shortened(because.get(kind, ""))) for kind in kinds]
        await self._ask("What do these words say?", desk, offered, found.draft)

    async def new_record(self) -> None:
        """Write a record that rests on no words so far."""
        desk = await self.desk()
        if desk is not None:
            offered = [(kind, "") for kind in WRITABLE]
            await self._ask("Write a new record", desk, offered, Draft)

    async def _ask(
        self,
        title: str,
        desk: Desk,
        offered: Iterable[tuple[Kind, str]],
        draft: Callable[[Kind], Draft],
    ) -> None:
        """Ask for the kind of record, or for a form that was not saved, and open that."""
        kept = await to_thread(lambda: dict(kept_drafts(desk.manuscript.path)))
        entries = (
            *_going_on(kept),
            *(Entry(kind.value, _LETTERS[kind], kind.label, hint) for kind, hint in offered),
        )

        async def chosen(answer: str | None) -> None:
            if answer is None:
                return
            slot = answer.removeprefix(_KEPT)
            if slot in kept:
                await self._open(desk, kept[slot], slot)
            else:
                await self._open(desk, draft(Kind(answer)))

        self.screen.pop_up(Menu(title, entries), chosen)

    async def edit_record(self) -> None:
        """Change the chosen record in a form."""
        found = await self._chosen()
        if found is not None:
            desk, record, kind = found
            if kind not in FORMS:
                key = self.screen.keys_shown("app.edit")
                self.screen.say(f"A source has no form; {key} opens it in your editor.")
                return
            try:
                editable(desk.manuscript, record)
                await self._open(desk, draft_of(record, desk.manuscript))
            except DataError as error:
                self.screen.say(str(error))

    # Further words of a claim.

    async def add_quote(self) -> None:
        """Have further words selected for the chosen claim; once more leaves it."""
        claim = self.screen.settled().words.answer.claim
        if self._quoting is not None or claim is None:
            self.screen.say("No words are added." if self._quoting else REASONS["claim"])
            self._quote_for(None)
            return
        desk = await self.desk()
        if desk is not None and await self.may_write(desk, desk.home_of(claim.kind, claim.id)):
            self._quote_for(claim.id)
            self.screen.navigate(FocusPane(Pane.SOURCE))
            select, make, leave = map(
                self.screen.keys_shown, ("source.select", "select.claim", "app.add-quote")
            )
            told = f"{select} selects words for {claim.id}, {make} adds them, {leave} leaves it."
            self.screen.say(told)

    def _quote_for(self, claim: str | None) -> None:
        self._quoting = claim
        purpose = f"words for {claim}" if claim else ""
        self.screen.query_one(SourcePane).take_purpose(purpose)

    async def _add_quote(self, desk: Desk, words: Words) -> None:
        record = self._quoting or ""
        self._quote_for(None)
        self.screen.query_one(SourcePane).action_end_selecting()
        quote = evidence(words, desk.manuscript, desk.text, {})
        await self.carry_out(desk, AddQuote(record, quote))

    # Forms.

    async def _open(self, desk: Desk, draft: Draft, slot: str = "") -> None:
        """Open a form, unless it could not be saved; what is typed is kept from the start."""
        if not await self.may_write(desk, desk.home_of(draft.kind, draft.record)):
            return
        keeping = Keeping(desk.manuscript.path, slot)
        draft, told = on_base(draft, desk.manuscript)

        async def closed(outcome: Outcome | None) -> None:
            if outcome is None:
                return
            if outcome.revision is not None:
                self.screen.query_one(SourcePane).action_end_selecting()
                await keeping.drop()
                self.took(outcome.revision)
            elif outcome.conflict is not None:
                self._settle(desk, outcome, keeping)
            elif (problem := await keeping.close()) is not None:
                again = self.screen.keys_shown("app.new-record")
                kept = f"What you wrote is kept; {again} offers it again."
                self.screen.say(f"What you wrote is NOT kept: {problem}" if problem else kept)

        self.screen.pop_up(WritingScreen(desk, draft, keeping.keep, told), closed)

    def _settle(self, desk: Desk, outcome: Outcome, keeping: Keeping) -> None:
        """Show both sides of a conflict, and do what is chosen."""

        async def chosen(answer: str | None) -> None:
            if answer == MINE:
                await self._open_again(desk, outcome.draft, keeping)
            elif answer == THEIRS:
                await keeping.drop()
                self.screen.reload()
            elif answer == EDITOR:
                await self.screen.action_edit()

        assert outcome.conflict is not None
        sides: Sides = outcome.conflict
        self.screen.pop_up(ConflictScreen(sides), chosen)

    async def _open_again(self, desk: Desk, draft: Draft, keeping: Keeping) -> None:
        """Open the form on the set as it is by now, to be saved over what others made."""
        try:
            await self._open(await to_thread(desk.again), draft, keeping.slot)
        except DataError as error:
            self.screen.say(str(error))


def _going_on(kept: dict[str, Draft]) -> Iterator[Entry]:
    """Offer the newest forms that were not saved; k is the letter of the newest."""
    for place, (slot, draft) in enumerate(kept.items()):
        if place < _OFFERED:
            what = draft.record or f"the {draft.kind.label.lower()} that is not saved"
            letter = "" if place else "k"
            yield Entry(f"{_KEPT}{slot}", letter, f"Go on with {what}", _shortened(draft.summary))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
