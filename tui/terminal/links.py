"""Addresses are shown and copied, never opened.

Textual opens a link with a browser of the machine that the app runs on. That may be a server, where
a text browser would be started, with words of the data as its arguments; and it is never where the
reader sits.
"""

from __future__ import annotations

import os
from asyncio import to_thread

from textual.app import App

from scale_explorer.models.text import clean

from .clipboard import copy, last_copy_file
from .environment import look
from .private import terminal_writer


class CopiedLinks(App[None], inherit_bindings=False):
    """An app that starts no other program for a link."""

    def tell(self, words: str) -> None:
        """Tell something in the bottom line; an app without one has nowhere to."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Show an address and copy it."""
        del new_tab
        self.run_worker(self._copy(clean(url)))

    async def _copy(self, address: str) -> None:
        """Copy on a thread, as tmux may take its time, and say what became of it."""
        note = ""
        if write := terminal_writer(self):
            terminal, file = look(os.environ), last_copy_file(os.environ)
            note = (await to_thread(copy, address, terminal, write, file)).note
        self.tell(f"Not opened: {address} {note}".rstrip())
