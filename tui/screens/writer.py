"""Claims and other records, written in forms."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from scale_explorer.data.editing.edits.adding import AddQuote
from scale_explorer.data.editing.saving import Sides
from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..panes.source import SourcePane
from ..state import FocusPane, Pane
from ..why_not import REASONS
from ..widgets.entry import Entry
from ..widgets.menu import Menu
from ..writing.desk import Desk
from ..writing.draft import Draft
from ..writing.fields import FORMS, WRITABLE
from ..writing.keeping import Keeping, kept_drafts
from ..writing.open_desk import OpenDesk
from ..writing.outcome import Outcome
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


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that a menu offers: kinds with what speaks for each, and those that were kept."""

    offered: Sequence[tuple[Kind, str]]
    drafts: Mapping[Kind, Draft]
    kept: Mapping[str, tuple[Draft, str]]


class Writer(Changer):
    """Opens forms: for words of a source, for new records, and for those that are there."""

    _quoting: str | None = None
    """The claim that further words are being selected for."""

    async def write_claim(self, words: Words) -> None:
        """Ask what the words claim and open its form, or give them to the claim that waits."""
        if self._quoting is not None:
            await self.at_desk(lambda desk: desk.ask(Desk.evidence, words), self._add_quote)
            return

        async def forms(desk: OpenDesk) -> Forms:
            read = await desk.ask(Desk.forms_on, words)
            because = dict(read.likely)
            entities = (kind for kind in WRITABLE if kind in ENTITY_KINDS)
            kinds = dict.fromkeys((*because, *entities))
            offered = [(kind, _shortened(because.get(kind, ""))) for kind in kinds]
            return Forms(offered, read.drafts, await _kept(desk))

        await self.at_desk(forms, partial(self._ask, "What do these words say?"))

    async def new_record(self) -> None:
        """Write a record that rests on no words so far."""

        async def forms(desk: OpenDesk) -> Forms:
            offered = [(kind, "") for kind in WRITABLE]
            return Forms(offered, {kind: Draft(kind) for kind in WRITABLE}, await _kept(desk))

        await self.at_desk(forms, partial(self._ask, "Write a new record"))

    def _ask(self, title: str, desk: OpenDesk, forms: Forms) -> None:
        """Ask for the kind of record, or for a form that was not saved, and open that."""
        entries = (
            *_going_on({slot: draft for slot, (draft, _) in forms.kept.items()}),
            *(Entry(kind.value, _LETTERS[kind], kind.label, hint) for kind, hint in forms.offered),
        )

        async def chosen(answer: str | None) -> None:
            if answer is None:
                return
            slot = answer.removeprefix(_KEPT)
            if slot in forms.kept:
                await self._open(desk, *forms.kept[slot], slot)
            else:
                await self._open(desk, forms.drafts[Kind(answer)])

        self.screen.pop_up(Menu(title, entries), chosen)

    async def edit_record(self) -> None:
        """Change the chosen record in a form."""

        async def form(desk: OpenDesk, record: str) -> Draft:
            if await desk.ask(Desk.kind_of, record) not in FORMS:
                key = self.screen.keys_shown("app.edit")
                raise DataError(f"A source has no form; {key} opens it in your editor.")
            return await desk.ask(Desk.form_of, record)

        async def opened(desk: OpenDesk, record: str, kind: Kind, draft: Draft) -> None:
            del record, kind
            await self._open(desk, draft)

        await self._of_chosen(form, opened)

    # Further words of a claim.

    async def add_quote(self) -> None:
        """Have further words selected for the chosen claim; once more leaves it."""
        claim = self.screen.settled().words.answer.claim
        if self._quoting is not None or claim is None:
            self.screen.say("No words are added." if self._quoting else REASONS["claim"])
            self._quote_for(None)
        else:
            kind, id_ = claim.kind, claim.id
            await self.at_desk(_nothing, lambda desk, _: self._have_selected(desk, kind, id_))

    async def _have_selected(self, desk: OpenDesk, kind: Kind, claim: str) -> None:
        if not await self.may_write(desk, kind, claim):
            return
        self._quote_for(claim)
        self.screen.navigate(FocusPane(Pane.SOURCE))
        select, make, leave = map(
            self.screen.keys_shown, ("source.select", "select.claim", "app.add-quote")
        )
        told = f"{select} selects words for {claim}, {make} adds them, {leave} leaves it."
        self.screen.say(told)

    def _quote_for(self, claim: str | None) -> None:
        self._quoting = claim
        purpose = f"words for {claim}" if claim else ""
        self.screen.query_one(SourcePane).take_purpose(purpose)

    async def _add_quote(self, desk: OpenDesk, quote: str | dict[str, Any]) -> None:
        record = self._quoting or ""
        self._quote_for(None)
        self.screen.query_one(SourcePane).action_end_selecting()
        await self.carry_out(desk, AddQuote(record, quote))

    # Forms.

    async def _open(self, desk: OpenDesk, draft: Draft, told: str = "", slot: str = "") -> None:
        """Open a form, unless it could not be saved; what is typed is kept from the start."""
        if not await self.may_write(desk, draft.kind, draft.record):
            return
        keeping = Keeping(desk.path, slot)

        async def closed(outcome: Outcome | None) -> None:
            if outcome is None:
                return
            if outcome.revision is not None:
                self.screen.query_one(SourcePane).action_end_selecting()
                await keeping.drop()
                self.took(outcome.revision)
            elif outcome.conflict is not None:
                self._settle(outcome, keeping)
            elif (problem := await keeping.close()) is not None:
                again = self.screen.keys_shown("app.new-record")
                kept = f"What you wrote is kept; {again} offers it again."
                self.screen.say(f"What you wrote is NOT kept: {problem}" if problem else kept)

        await self.show(WritingScreen(desk, draft, keeping.keep, told), closed)

    def _settle(self, outcome: Outcome, keeping: Keeping) -> None:
        """Show both sides of a conflict, and do what is chosen."""

        async def chosen(answer: str | None) -> None:
            if answer == MINE:
                await self._open_again(outcome.draft, keeping.slot)
            elif answer == THEIRS:
                await keeping.drop()
                self.screen.reload()
            elif answer == EDITOR:
                await self.screen.action_edit()

        assert outcome.conflict is not None
        sides: Sides = outcome.conflict
        self.screen.pop_up(ConflictScreen(sides), chosen)

    async def _open_again(self, draft: Draft, slot: str) -> None:
        """Open the form on the set as it is by now, to be saved over what others made."""

        async def opened(desk: OpenDesk, now: tuple[Draft, str]) -> None:
            await self._open(desk, *now, slot)

        await self.at_desk(lambda desk: desk.ask(Desk.rebased, draft), opened)


async def _kept(desk: OpenDesk) -> Mapping[str, tuple[Draft, str]]:
    """Return the newest forms that were not saved, each on what its record is by now."""
    newest = await to_thread(lambda: list(islice(kept_drafts(desk.path), _OFFERED)))
    return {slot: await desk.ask(Desk.rebased, draft) for slot, draft in newest}


async def _nothing(desk: OpenDesk) -> None:
    """Ask nothing further: that the set could be opened is enough."""
    del desk


def _going_on(kept: Mapping[str, Draft]) -> Iterator[Entry]:
    """Offer the newest forms that were not saved; k is the letter of the newest."""
    for place, (slot, draft) in enumerate(kept.items()):
        what = draft.record or f"the {draft.kind.label.lower()} that is not saved"
        letter = "" if place else "k"
        yield Entry(f"{_KEPT}{slot}", letter, f"Go on with {what}", _shortened(draft.summary))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
