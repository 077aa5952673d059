"""The app: it opens a data set, shows the main screen, and owns the theme."""

from __future__ import annotations

import os
import signal
import sys
from asyncio import to_thread
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Any

from textual.screen import Screen

from scale_explorer.data.opening import Sought, opened, seek
from scale_explorer.data.store.protocol import Store

from .key_queue import OrderedKeys
from .keymap import as_textual
from .launch import Launch
from .memory.fitting import fitted
from .memory.memory import Chosen, remember
from .memory.visits import keep_visit
from .mouse_hold import HeldMouse
from .prepare import Prepared, prepare, provisional
from .screens.explore import ExploreScreen
from .terminal.plain_lines import PlainLines
from .theme_names import THEME_NAMES
from .themes import THEMES
from .widgets.ascii import to_ascii

PATIENCE = 0.4
"""Seconds for which one waits for data without being told why."""

KEEP_SECONDS = 5.0
"""Seconds after which a lost terminal loses nothing more of where one was."""


class ExplorerApp(OrderedKeys, HeldMouse, PlainLines, inherit_bindings=False):
    """One data set on one screen, with pop-ups above it."""

    TITLE = "scale-explorer"
    CSS_PATH = "screens/explore.tcss"  # Textual loads no stylesheet of a default screen
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, store: Store | None, prepared: Prepared) -> None:
        super().__init__()
        self.animation_level = "none"
        self.ascii_only = bool(prepared.launch.ascii)
        self.store = store
        self.prepared = prepared
        self.explore: ExploreScreen | None = None
        self.failure: Exception | None = None
        self._kept: tuple[object, ...] = ()
        self._told = ""
        self.set_keymap(as_textual(prepared.kit.keymap))
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = prepared.launch.theme or THEME_NAMES[0]

    @property
    def launch(self) -> Launch:
        """How the app was started."""
        return self.prepared.launch

    def get_default_screen(self) -> Screen[Any]:
        """Show the panes."""
        return self.panes()

    def panes(self) -> ExploreScreen:
        """Make the screen of the panes, on the store."""
        assert self.store is not None
        self.explore = ExploreScreen(self.store, self.prepared)
        return self.explore

    def action_suspend_process(self) -> None:
        """Stop the whole job: under `make run` the shell waits for make, not for the app.

        The terminal is given back first; a process of a stopped job may not write to it any more.
        """
        self.remember()  # a job that was stopped may be killed
        with self.suspend():
            os.killpg(os.getpgrp(), signal.SIGSTOP)

    def on_mount(self) -> None:
        """Keep where one is from time to time: who loses the terminal finds the place again."""
        self.set_interval(KEEP_SECONDS, self._keep_up)

    async def _keep_up(self) -> None:
        if self.explore is None or self._worth_keeping == self._kept:
            return
        words = await to_thread(self.remember)
        if words and words != self._told:
            self._told = words  # said once, and not every few seconds
            self.explore.say(words)

    @property
    def _worth_keeping(self) -> tuple[object, ...]:
        screen = self.explore
        return (screen.navigation, screen.chosen_theme, screen.typed_lines) if screen else ()

    def remember(self) -> str:
        """Keep where one is, with the theme and lines that were chosen; return why not, if so."""
        screen = self.explore
        if screen is None:
            return ""
        self._kept = self._worth_keeping
        layouts = self.prepared.preferences.layouts
        chosen = Chosen(screen.chosen_theme, screen.typed_lines, layouts)
        return remember(self.launch.data, screen.navigation, screen.recent, chosen)

    def leave(self) -> str:
        """Let the visit end, unless the set is only opened anew; return why not, if that failed."""
        if self.store is None or self.explore is None or self.explore.reopens:
            return ""
        return keep_visit(self.launch.data, self.store)


def run(launch: Launch) -> int:
    """Open the data set, run the app until it is left, and return the exit status.

    Raises DataError when nothing can be read, UnknownNameError for a set, an id or a theme that is
    not there.
    """
    app = _run_once(launch)
    while (screen := app.explore) is not None and screen.reopens:
        theme = screen.chosen_theme or launch.theme
        anew = replace(launch, at=None, fresh=False, tour=False, theme=theme)
        app = _run_once(anew, screen)
    return app.return_code or 0


def _run_once(launch: Launch, left: ExploreScreen | None = None) -> ExplorerApp:
    """Run the app on the data as it is now; `left` is the screen that asked to open it anew."""
    sought = seek(launch.data, tell=_tell)
    store = sought.ready()
    if store is None:
        return _run_cold(sought, launch, left)
    with closing(store):
        return _finished(ExplorerApp(store, _prepared(launch, left, store)))


def _run_cold(sought: Sought, launch: Launch, left: ExploreScreen | None) -> ExplorerApp:
    """Compile first; what takes longer than a moment is shown on a screen of its own."""
    # Loaded here because a warm start compiles nothing.
    from scale_explorer.data.compiling import Compiling  # noqa: PLC0415

    from .opening_app import OpeningApp  # noqa: PLC0415

    with closing(Compiling(sought)) as compiling:
        if (file := compiling.wait(PATIENCE)) is not None:
            with closing(opened(file)) as store:
                return _finished(ExplorerApp(store, _prepared(launch, left, store)))
        app = OpeningApp(compiling, provisional(launch), partial(_prepared, launch, left))
        try:
            return _finished(app)
        finally:
            app.close_store()


def _prepared(launch: Launch, left: ExploreScreen | None, store: Store) -> Prepared:
    """Say how to begin on a store: where one was, or where the screen before was left."""
    prepared = prepare(launch, store)
    if left is None:
        return prepared
    kit = replace(prepared.kit, words=(left.reopens,))
    return replace(prepared, first=fitted(left.navigation, store), kit=kit)


def _finished(app: ExplorerApp) -> ExplorerApp:
    """Run an app until it is left, and remember where that was; raises what it failed of."""
    app.run(mouse=app.launch.mouse)
    if app.failure is not None:
        raise app.failure
    if words := app.remember() or app.leave():
        _tell(words)
    return app


def _tell(words: str) -> None:
    """Say on a terminal what takes its time before the first screen."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{to_ascii(words.replace('…', '...'))}\n")
