"""What the field of a form may mean, looked for while one types in it."""

from __future__ import annotations

import asyncio

from scale_explorer.models.errors import DataError

from ..writing.completing import ID_FIELDS, Offer, offers
from ..writing.desk import Desk
from ..writing.draft import Draft
from ..writing.fields import Field, What
from ..writing.open_desk import OpenDesk
from ..writing.told import told
from .form import FormScreen
from .writing_lines import offer_rows

PATIENCE = 1.0
"""Seconds for which a key waits for what is offered; after that one is told to be patient."""
STALE = 0.25
"""Seconds after which what was offered for another text is taken away."""
_SETTLED_BY_CHOOSING = ID_FIELDS | {What.CHOICE}


class Offering(FormScreen):
    """Asks the desk which records a field may name; the newest text wins."""

    def __init__(self, desk: OpenDesk, draft: Draft) -> None:
        super().__init__(draft)
        self.desk = desk
        self._offers: tuple[Offer, ...] = ()
        self._offered_for = ("", "")
        self._has_chosen = False
        self._looking: asyncio.Task[None] | None = None

    def on_unmount(self) -> None:
        """Look for nothing any more."""
        self._look_no_more()

    def come_to(self, key: str) -> None:
        """Offer what another field may mean."""
        if key != self.field.key or self._offered_for[0] != key:
            self.field = next(each for each in self.draft.fields if each.key == key)
            self._offer()

    def offer_anew(self) -> None:
        """Offer what the field may mean, if something else stands in it by now."""
        if (self.field.key, self.here.input.value) != self._offered_for:
            self._offer()

    def _offer(self) -> None:
        """Offer what the field may mean, and say how it is written."""
        text = self.here.input.value
        self._offered_for = self.field.key, text
        self._has_chosen = False
        self._look_no_more()
        if self.field.what in ID_FIELDS:
            self._looking = asyncio.create_task(self._look(self.field, text))
        else:
            self._show_offers(offers(self.field, text, (), ()))
        self.tell(told(self.field, text))

    async def _look(self, field: Field, text: str) -> None:
        """Ask which records the text may name; what was offered before goes if that takes long."""
        stale = self.set_timer(STALE, lambda: self._show_offers(()))
        try:
            found = await self.desk.ask(Desk.offers, field, text, self.draft.new)
        except DataError as error:
            self.tell(str(error))
            found = ()
        finally:
            stale.stop()
        self._show_offers(found)

    def _look_no_more(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _show_offers(self, found: tuple[Offer, ...]) -> None:
        key, text = self._offered_for
        self._offers = found
        proposal = "" if text else self.draft.proposals.get(key, "")
        marked = next((n for n, each in enumerate(found) if each.text == proposal), 0)
        self.choices.show(offer_rows(found), str(marked))

    async def offers_are_here(self) -> bool:
        """Wait a moment for what is offered; say whether it is here."""
        looking = self._looking
        if looking is not None and not looking.done():
            await asyncio.wait({looking}, timeout=PATIENCE)
            if not looking.done():
                self.tell("Still looking …")
                return False
        return True

    def choose(self, delta: int) -> bool:
        """Move among what is offered; say whether anything is."""
        if self._offers:
            self.choices.move(delta)
            self._has_chosen = True
        return bool(self._offers)

    def chosen_by_click(self) -> None:
        """Take note that what is marked was chosen."""
        self._has_chosen = True

    def take_offer(self) -> bool:
        """Take the offer that is marked, if the field does not say a whole yet."""
        offer = self._marked
        text = self.here.input.value.strip()
        begun = bool(text) or self._has_chosen
        if offer is None or self.field.what not in _SETTLED_BY_CHOOSING or not begun:
            return False
        if text == offer.text.strip() or (not self._has_chosen and self._is_whole(text)):
            return False
        if offer.new is not None:
            self.draft = self.draft.with_new(offer.new)
        self.here.input.write(offer.text)
        return True

    def _is_whole(self, text: str) -> bool:
        """Say whether what stands in the field is one of its values already."""
        there = any(each.text.strip() == text and each.new is None for each in self._offers)
        return there or text.endswith("}")

    @property
    def _marked(self) -> Offer | None:
        cursor = self.choices.cursor
        return None if cursor is None or not self._offers else self._offers[int(cursor)]
