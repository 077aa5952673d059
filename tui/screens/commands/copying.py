"""The command that copies what one looks at."""

from __future__ import annotations

import os
from asyncio import to_thread

from ...citation import Copy, copies
from ...terminal.clipboard import copy, last_copy_file
from ...terminal.environment import look as look_at_terminal
from ...terminal.private import terminal_writer
from ...widgets.menu import Entry, Menu
from .commander import Commander


class Copying(Commander):
    """Offers what there is to copy, and sends it to the reader's clipboard."""

    def action_copy(self) -> None:
        """Offer what there is to copy of what is chosen."""
        self.ran("app.copy")
        scene = self.settled()
        record = self.chosen(scene)
        document = self.store.document(record) if record else None
        offered = copies(scene, document, self.data_names)
        entries = tuple(Entry(c.key, c.key, c.label, _preview(c), c.missing) for c in offered)

        async def chosen(key: str | None) -> None:
            for one in offered:
                if one.key == key:
                    await self.copy_text(one.text, f"the {one.label}")

        self.pop_up(Menu("Copy", entries), chosen)

    async def copy_text(self, text: str, what: str) -> None:
        """Send a text to the reader's clipboard, on a thread as tmux may take its time."""
        write = terminal_writer(self.host)
        if write is not None:
            terminal, file = look_at_terminal(os.environ), last_copy_file(os.environ)
            delivery = await to_thread(copy, text, terminal, write, file)
            self.say(f"Copied {what}. {delivery.note}")


def _preview(offered: Copy) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(offered.text[:200].split())
    return line if len(line) <= 60 else f"{line[:59]}…"
