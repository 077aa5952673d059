"""The command that copies what one looks at."""

from __future__ import annotations

import json
import os
from asyncio import to_thread
from typing import TYPE_CHECKING

from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.kinds import CLAIM_KINDS

from ...terminal.environment import look as look_at_terminal
from ...terminal.private import terminal_writer
from ...widgets.entry import Entry
from .commander import Commander

if TYPE_CHECKING:
    from ...citation import Copy


class Copying(Commander):
    """Offers what there is to copy, and sends it to the reader's clipboard."""

    def action_copy(self) -> None:
        """Offer what there is to copy of what is chosen."""
        # Loaded here, as all that copying takes, because a start copies nothing.
        from ...citation import copies  # noqa: PLC0415

        self.ran("app.copy")
        scene = self.settled()
        record = self.chosen(scene)
        seen, lens = through(self.store, self.view.lens), self.view.lens
        document = seen.document(record) if record else None
        footnoted = self._footnoted(scene.words.answer.claim)
        address = self._address(scene.quote.source if scene.quote else record)
        offered = copies(scene, document, self.data_names, footnoted, address, lens)
        entries = tuple(Entry(c.key, c.key, c.label, _preview(c), c.missing) for c in offered)

        async def chosen(key: str | None) -> None:
            for one in offered:
                if one.key == key:
                    await self.copy_text(one.text, f"the {one.label}")

        self.offer("Copy", entries, chosen)

    async def copy_text(self, text: str, what: str) -> None:
        """Send a text to the reader's clipboard, and say so."""
        if words := await self.copied(text, what):
            self.say(words)

    async def copied(self, text: str, what: str) -> str:
        """Send a text to the reader's clipboard, on a thread as tmux may take its time.

        Return what to say of it, nothing where there is no terminal.
        """
        from ...terminal.clipboard import copy, last_copy_file  # noqa: PLC0415

        write = terminal_writer(self.host)
        if write is None:
            return ""
        terminal, file = look_at_terminal(os.environ), last_copy_file(os.environ)
        delivery = await to_thread(copy, text, terminal, write, file)
        return f"Copied {what}. {delivery.note}"

    def _address(self, source: str | None) -> str:
        """Return the URL of a source: it is copied, as no browser is run here."""
        return _address_in(self.store.document(source)) if source else ""

    def _footnoted(self, claim: RecordRow | None) -> str:
        """Return a claim as a dossier has it, in Markdown; nothing for what is no claim."""
        if claim is None or claim.kind not in CLAIM_KINDS:
            return ""
        from scale_explorer.data.dossier.dossier import Pin  # noqa: PLC0415
        from scale_explorer.data.dossier.gathering import claim_texts  # noqa: PLC0415
        from scale_explorer.data.dossier.laying_out import laid_out  # noqa: PLC0415
        from scale_explorer.data.formats import footnoted_markdown  # noqa: PLC0415

        seen = through(self.store, self.view.lens)
        return footnoted_markdown.written(laid_out(claim_texts(seen, (Pin(claim.id),))))


def _address_in(document: str | None) -> str:
    """Return the URL in the JSON of a source; of any other record there is none."""
    url = json.loads(document).get("url") if document else None
    return url if isinstance(url, str) else ""


def _preview(offered: Copy) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(offered.text[:200].split())
    return line if len(line) <= 60 else f"{line[:59]}…"
