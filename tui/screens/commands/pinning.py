"""Commands for the dossier: pin the claim under the cursor, and open what was pinned."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from scale_explorer.data.dossier.dossier import MOST_PINS, Pin, Put, Take
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.kinds import CLAIM_KINDS

from ...memory.dossier_history import DossierHistory
from ...panes.claims import ClaimsPane
from ...state import Follow
from ...why_not import REASONS
from ...widgets.entry import Entry
from .copying import Copying

if TYPE_CHECKING:
    from scale_explorer.data.dossier.parts import Document

    from ..dossier import DossierScreen

_FORMATS = {"md": ("m", "Markdown"), "html": ("h", "HTML"), "txt": ("t", "plain text")}
"""By the endings of their files: letter and name."""


class Pinning(Copying):
    """Changes the dossier on a thread, and waits for that, so that keys keep their order."""

    dossier: DossierHistory
    """What is pinned; the screen built on this sets it."""

    def mark_pinned(self) -> None:
        """Show which rows are pinned."""
        self.query_one(ClaimsPane).show_pinned(self.dossier.dossier.records)

    async def action_pin(self) -> None:
        """Pin the claim whose words are shown, or take it out again."""
        claim = self.settled().words.answer.claim
        if claim is None or claim.kind not in CLAIM_KINDS:
            self.say(REASONS["pinnable"])
            return
        self.ran("app.pin")
        self.say(await self._pin_or_unpin(claim))
        self.mark_pinned()

    async def _pin_or_unpin(self, claim: RecordRow) -> str:
        """Pin a claim, or unpin it; return what to say of it."""
        pinned = claim.id in self.dossier.dossier
        if not pinned and len(self.dossier.dossier.pins) >= MOST_PINS:
            return f"The dossier holds {MOST_PINS:,} claims and no more; remove some."
        edit = Take(claim.id) if pinned else Put(Pin(claim.id, claim.title))
        wrong = await to_thread(self.dossier.carry_out, edit)
        count, key = len(self.dossier.dossier.pins), self.keys_shown("app.dossier")
        done = "Unpinned" if pinned else "Pinned"
        return " ".join(filter(None, (f"{done}: {count:,} in the dossier; {key} opens it.", wrong)))

    async def action_dossier(self) -> None:
        """Open the dossier, as its file has it now."""
        # Loaded here, as all that dossiers take, because most starts open none.
        from ..dossier import DossierScreen  # noqa: PLC0415

        self.ran("app.dossier")
        claim = self.settled().words.answer.claim
        records, wrong = await to_thread(self._look_up)
        pin_key = self.keys_shown("app.pin")
        screen = DossierScreen(self.dossier, records, claim.id if claim else None, pin_key, wrong)
        screen.export = lambda: self._export_dossier(screen)
        screen.copy = self._copy_dossier

        def closed(record: str | None) -> None:
            self.mark_pinned()
            if record is not None:
                self.navigate(Follow(record))

        self.pop_up(screen, closed)

    def _look_up(self) -> tuple[dict[str, RecordRow | None], str]:
        """Read the file again, and ask what the set knows of each pin."""
        wrong = self.dossier.file.refresh()
        pins = self.dossier.dossier.pins
        return {pin.record: self.store.record(pin.record) for pin in pins}, wrong

    # What leaves it.

    def _document(self) -> Document:
        from scale_explorer.data.dossier.gathering import claim_texts  # noqa: PLC0415
        from scale_explorer.data.dossier.laying_out import from_set, laid_out  # noqa: PLC0415

        summary = self.store.summary()
        about = (from_set(summary.title, summary.id),)
        claims = claim_texts(self.store, self.dossier.dossier.pins)
        return laid_out(claims, f"Dossier: {summary.title}", about)

    def _export_dossier(self, screen: DossierScreen) -> None:
        entries = tuple(Entry(end, key, name) for end, (key, name) in _FORMATS.items())

        def chosen(ending: str | None) -> None:
            if ending is not None:
                self._ask_for_dossier(screen, ending)

        self.offer("Export the dossier as", entries, chosen)

    def _ask_for_dossier(self, screen: DossierScreen, ending: str) -> None:
        from scale_explorer.data.formats.saving import free_name  # noqa: PLC0415

        from ..file_name import FileNameScreen  # noqa: PLC0415

        _, name = _FORMATS[ending]
        proposed = free_name(self.store.summary().id, "dossier", ending=ending)
        box = FileNameScreen(
            f"Export the dossier as {name}", proposed,
            lambda: _written(self._document(), ending).encode(errors="replace"),
        )  # fmt: skip
        self.pop_up(box, lambda path: screen.say(f"Wrote {path}") if path else None)

    async def _copy_dossier(self) -> str:
        text = await to_thread(lambda: _written(self._document(), "md"))
        return await self.copied(text, "the dossier")


def _written(document: Document, ending: str) -> str:
    """Write a document in the format of files with that ending."""
    from scale_explorer.data.formats import (  # noqa: PLC0415
        footnoted_html,
        footnoted_markdown,
        footnoted_text,
    )

    writers = {
        "md": footnoted_markdown.written, "html": footnoted_html.written,
        "txt": footnoted_text.written,
    }  # fmt: skip
    return writers[ending](document)
