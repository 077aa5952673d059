"""The app: it opens a data set, shows the main screen, and owns the theme."""

from __future__ import annotations

import sys
from asyncio import to_thread
from contextlib import closing
from functools import partial
from typing import Any

from textual.events import Key
from textual.screen import Screen

from scale_explorer.data.compiled_file import open_warm
from scale_explorer.data.opening import Sought, opened, seek, was_damage
from scale_explorer.data.reloading.reloader import Followed, followed, followed_unread
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import Lens

from .exits import narrate
from .key_queue import OrderedKeys, Typed
from .keymap import as_textual
from .launch import Launch
from .loading import hold_garbage, release_garbage
from .memory.memory import Chosen, remember
from .memory.visits import keep_visit
from .mouse_hold import HeldMouse
from .prepare import Prepared, prepare, provisional
from .screens.explore import ExploreScreen
from .state import Place
from .stylesheet import LateStylesheet
from .terminal.changed_cells import ChangedCells
from .terminal.plain_lines import PlainLines
from .terminal.private import leave_out_notices
from .theme_names import THEME_NAMES
from .themes import THEMES
from .widgets.ascii import to_ascii

ACTS_ON_ROWS = frozenset({"enter", "tab", "shift+tab", "up", "down", "pageup", "pagedown"})
"""Keys that do not go into a filter while it is typed."""

PATIENCE = 0.4
"""Seconds for which one waits for data without being told why."""

KEEP_SECONDS = 5.0
"""Seconds after which a lost terminal loses nothing more of where one was."""


class ExplorerApp(
    OrderedKeys, HeldMouse, PlainLines, ChangedCells, inherit_bindings=False, inherit_css=False
):
    """One data set on one screen, with pop-ups above it."""

    TITLE = "scale-explorer"
    DEFAULT_CSS = """
    ExplorerApp {
        background: $background;
        color: $foreground;
        &:ansi { background: ansi_default; color: ansi_default; }
    }
    """
    CSS_PATH = "screens/explore.tcss"  # Textual loads no stylesheet of a default screen
    ENABLE_COMMAND_PALETTE = False
    _is_themed = False

    def __init__(
        self, store: Store | None, prepared: Prepared, files: Followed | None = None
    ) -> None:
        super().__init__()
        self.stylesheet = LateStylesheet()
        leave_out_notices(self)
        self.animation_level = "none"
        self.ascii_only = bool(prepared.launch.ascii)
        self._store = store
        self._files = files
        self.prepared = prepared
        self.explore: ExploreScreen | None = None
        self.failure: Exception | None = None
        self._kept: tuple[object, ...] = ()
        self._told = ""
        self.set_keymap(as_textual(prepared.kit.keymap))
        for theme in THEMES.values():
            self.register_theme(theme)
        self._is_themed = True
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
        assert self._store is not None
        self.explore = ExploreScreen(self._store, self.prepared, self._files)
        self.explore.view_as = self.view_as
        self.explore.what_follows = self.what_follows
        self._store = None  # the screen may take another, and this one then closes
        return self.explore

    def must_wait(self, key: Typed) -> bool:
        """Let a key wait for the rows that it would act on, unless it goes into a filter."""
        panes = self.explore
        if panes is None or self.screen is not panes or not panes.is_mounted:
            return False
        if not panes.pane.typing:
            return panes.is_answered_in_turn
        acts = isinstance(key, Key) and key.key in ACTS_ON_ROWS
        return acts and (panes.pane.is_taking or panes.is_answered_in_turn)

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme; Textual asks before there is one of ours, to no end."""
        return super().get_css_variables() if self._is_themed else {}

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Style all anew; before the first screen there is nothing to style yet.

        Textual would read all styles twice then.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def tell(self, words: str) -> None:
        """Tell something in the bottom line of the panes."""
        if self.explore is not None:
            self.explore.say(words)

    def view_as(self, place: Place, words: str, form: str) -> bytes:
        """Return a view as the verb `export` writes it, in the format of that name."""
        # Loaded here because verbs know no app, and most apps export nothing.
        from .verbs.export import view_as  # noqa: PLC0415

        assert self.explore is not None
        return view_as(self.explore.store, place, words, form, self.explore.view.lens)

    def what_follows(self, lens: Lens, name: str, form: str) -> bytes:
        """Return what follows through a lens as the verb `what-if` writes it, under a name."""
        # Loaded here for the same reason.
        from .arguments.formats import Format  # noqa: PLC0415
        from .verbs.to_file import content  # noqa: PLC0415
        from .verbs.what_if import Follows  # noqa: PLC0415

        assert self.explore is not None
        return content(Follows(self.explore.store, lens, name), Format(form))

    def close(self) -> None:
        """End what follows the files and what writes to them, and close the data."""
        screen = self.explore
        if screen is None:
            return
        screen.end_writing()
        if screen.reloader is not None:
            screen.reloader.close()

    def on_mount(self) -> None:
        """Keep where one is from time to time: who loses the terminal finds the place again.

        Once the first screen is there, garbage is looked for again.
        """
        self.set_interval(KEEP_SECONDS, self._keep_up)
        self.call_after_refresh(release_garbage)

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
        """Let the visit end; return why not, if that failed."""
        if self.explore is None:
            return ""
        return keep_visit(self.launch.data, self.explore.store)


def run(launch: Launch) -> int:
    """Open the data set, run the app until it is left, and return the exit status.

    What fails because a compiled file is damaged is begun anew, with another. Raises DataError when
    nothing can be read, UnknownNameError for a set, an id or a theme that is not there.
    """
    try:
        return _run(launch)
    except Exception as error:
        if not was_damage(error, launch.data):
            raise
    _tell("What was compiled of the data set was damaged. It is compiled anew …")
    return _run(launch)


def _run(launch: Launch) -> int:
    if (ready := _unread_app(launch)) is not None:
        return _finished(ready)
    sought = seek(launch.data, tell=_tell)
    files = followed(sought)
    sought.note()
    app = _warm_app(sought, launch, files)
    if app is None:
        return _finished_cold(sought, files, launch)
    del sought  # it holds every byte of the files
    return _finished(app)


def _unread_app(launch: Launch) -> ExplorerApp | None:
    """Make the app on what was compiled of files that nobody has touched since."""
    store = open_warm(launch.data)
    if store is None:
        return None
    return ExplorerApp(store, prepare(launch, store), followed_unread(launch.data, store.name))


def _warm_app(sought: Sought, launch: Launch, files: Followed) -> ExplorerApp | None:
    """Make the app on what was compiled before, if anything was; the app alone holds the store."""
    store = sought.ready()
    return None if store is None else ExplorerApp(store, prepare(launch, store), files)


def _finished_cold(sought: Sought, files: Followed, launch: Launch) -> int:
    """Compile first; what takes longer than a moment is shown on a screen of its own."""
    # Loaded here because a warm start compiles nothing.
    from scale_explorer.data.compiling import Compiling  # noqa: PLC0415

    from .opening_app import OpeningApp  # noqa: PLC0415

    with closing(Compiling(sought)) as compiling:
        if (file := compiling.wait(PATIENCE)) is not None:
            store = opened(file)
            app = ExplorerApp(store, prepare(launch, store), files)
            del store  # the app alone holds it
            return _finished(app)
        begin = partial(prepare, launch)
        return _finished(OpeningApp(compiling, provisional(launch), begin, files))


def _finished(app: ExplorerApp) -> int:
    """Run an app until it is left, and remember where that was; raises what it failed of."""
    hold_garbage()
    try:
        status = app.run_to_its_end(mouse=app.launch.mouse)
        if app.failure is not None:
            raise app.failure
        if words := app.remember() or app.leave():
            _tell(words)
    finally:
        release_garbage()  # where it came to no screen
        app.close()
    return status


def _tell(words: str) -> None:
    """Say on a terminal what takes its time before the first screen."""
    if sys.stderr is not None and sys.stderr.isatty():
        narrate(to_ascii(words.replace("…", "...")))
