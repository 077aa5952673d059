"""The app: it opens a data set, shows the main screen, and owns the theme."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import closing

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.protocol import Store
from scale_explorer.models.errors import UnknownNameError
from scale_explorer.models.text import clean

from .key_queue import OrderedKeys
from .launch import Launch
from .screens.explore import ExploreScreen
from .state import Navigation, Pane, Place, View, ViewState
from .themes import THEMES


class ExplorerApp(OrderedKeys, inherit_bindings=False):
    """One data set on one screen, with pop-ups above it."""

    TITLE = "scale-explorer"
    CSS_PATH = "screens/explore.tcss"  # Textual loads no stylesheet of a default screen
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, store: Store, start: Navigation, launch: Launch) -> None:
        super().__init__()
        self.animation_level = "none"
        self._store = store
        self._first = start
        self.launch = launch
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = launch.theme or next(iter(THEMES))

    def get_default_screen(self) -> ExploreScreen:
        """Show the panes."""
        launch = self.launch
        return ExploreScreen(
            self._store, self._first, data=launch.data, ascii_only=bool(launch.ascii)
        )

    def action_suspend_process(self) -> None:
        """Stop the whole job: under `make run` the shell waits for make, not for the app.

        The terminal is given back first; a process of a stopped job may not write to it any more.
        """
        with self.suspend():
            os.killpg(os.getpgrp(), signal.SIGSTOP)

    def action_next_theme(self) -> None:
        """Change to the next theme."""
        names = tuple(THEMES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]


def run(launch: Launch) -> int:
    """Open the data set, run the app until it is left, and return the exit status.

    Raises DataError when nothing can be read, UnknownNameError for a set, an id or a theme that is
    not there.
    """
    if launch.theme not in {None, *THEMES}:
        raise UnknownNameError("theme", clean(launch.theme or ""), tuple(THEMES))
    store = open_store(next(iter(launch.data), None), tell=_tell)
    with closing(store):
        app = ExplorerApp(store, start_at(store, launch.at), launch)
        app.run()
    return app.return_code or 0


def _tell(words: str) -> None:
    """Say on a terminal what takes its time before the first screen."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{words}\n")


def start_at(store: Store, at: str | None) -> Navigation:
    """Return the first state: the story, or the page of `at`."""
    if at is None:
        return Navigation()
    record = store.record(at) or store.record(at.lower())
    if record is None:
        raise UnknownNameError("record", at, store.nearest(at))
    opened = ViewState().open_kinds | {record.kind.value}
    there = ViewState(place=Place(View.RECORD, record.id), open_kinds=opened)
    return Navigation(there.with_cursor(Pane.BROWSE, record.id))
