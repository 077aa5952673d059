"""The main screen: four linked panes. It owns the state, and only here is the state assigned."""

from __future__ import annotations

import shlex
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Static

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.text import clean

from ..arrangement import Arrangement, arrangement
from ..fetch import Fetcher
from ..keys import KeyBinding, bindings_of, shown
from ..pacing import Pacer
from ..panes.browse import BrowsePane
from ..panes.claims import ClaimsPane
from ..panes.evidence import EvidencePane
from ..panes.pane import LinkedPane, textual_bindings
from ..panes.source import SourcePane
from ..scene import Scene
from ..sequences import continuations, press
from ..state import (
    Browse,
    Intent,
    Layouts,
    Navigation,
    Pane,
    SelectClaim,
    SelectPassage,
    SelectQuote,
    SetFilter,
    ViewState,
    update,
)
from ..widgets.ascii import to_ascii
from ..widgets.cells import clip
from .banner import banner, hints
from .commands.arranging import Arranging
from .commands.asking import Asking
from .commands.copying import Copying
from .commands.travelling import Travelling

_PANES: dict[Pane, type[LinkedPane]] = {
    Pane.BROWSE: BrowsePane,
    Pane.FOCUS: ClaimsPane,
    Pane.EVIDENCE: EvidencePane,
    Pane.SOURCE: SourcePane,
}
_MOVES = (Browse, SelectClaim, SelectQuote, SelectPassage)
"""Intents of a moving cursor: what they show follows at the pace of the cursor."""


class ExploreScreen(Travelling, Arranging, Copying, Asking):
    """Panes ask, `update` answers, the store is looked at, and the panes show the scene."""

    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("app")]
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-wide-enough")]  # noqa: RUF012 - Textual's type
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (30, "-tall")]  # noqa: RUF012 - Textual's type

    navigation: reactive[Navigation] = reactive(Navigation, repaint=False)
    scene: reactive[Scene | None] = reactive(None, repaint=False)

    def __init__(
        self,
        store: Store,
        start: Navigation,
        *,
        data: tuple[str, ...] = (),
        ascii_only: bool = False,
    ) -> None:
        super().__init__(store, data=data, ascii_only=ascii_only)
        self.set_reactive(ExploreScreen.navigation, start)
        self._fetcher = Fetcher(store, self._show)
        self._pacer = Pacer()
        self._timer: Timer | None = None
        self._waiting: tuple[str, ...] = ()
        self._said = False

    @property
    def history(self) -> Navigation:
        """The state now, and the states one can return to."""
        return self.navigation

    # What is on the screen.

    def compose(self) -> ComposeResult:
        """Put the panes in reading order: thing, claims, words, text."""
        yield Static(id="banner")
        with Horizontal(id="panes"):
            yield self._bound(BrowsePane)
            with Vertical(id="right"):
                yield self._bound(ClaimsPane)
                with Horizontal(id="words"):
                    yield self._bound(EvidencePane)
                    yield self._bound(SourcePane)
        yield Static(id="hints")
        yield Static("scale-explorer needs 40 columns and 12 rows.\nq quits.", id="too-small")

    def _bound(self, pane: type[LinkedPane]) -> LinkedPane:
        """Make a pane bound to the state; this only works from the screen's own `compose`."""
        made = pane(self.navigate, ascii_only=self.ascii_only)
        return made.data_bind(ExploreScreen.navigation, ExploreScreen.scene)

    def on_mount(self) -> None:
        """Show the first scene."""
        self.set_class(self.ascii_only, "-ascii")
        self.look_now()
        self._arrange(self.view)
        self._tell_what_is_wrong()

    def _tell_what_is_wrong(self) -> None:
        """Say that something of the set is missing, and where to read what."""
        if self.store.summary().errors:
            check = shlex.join(["scale-explorer", "check", *self.data_names])
            self.say(f"Some of this data set is wrong, the rest is shown; see {check}")

    def on_unmount(self) -> None:
        """Let the thread end."""
        self._fetcher.close()

    def on_resize(self, event: Resize) -> None:
        """Fit the panes, and the lines above and below them."""
        self._lay_out(self.view)
        self._write("#banner", banner(self.store.summary(), event.size.width - 2))
        self._hint()

    # How the state changes.

    def navigate(self, intent: Intent) -> None:
        """Take an intent into the state, and let the scene follow."""
        self.navigation = update(self.navigation, intent)
        if isinstance(intent, _MOVES):
            self._follow_cursor()
        elif isinstance(intent, SetFilter):
            self._look_soon()
        else:
            self.look_now()

    def look_now(self) -> None:
        """Bring the scene up to date before the next key is read."""
        self.settled()

    def settled(self) -> Scene:
        """Return the scene of the state now, even where it lagged behind the cursor."""
        self._stop_waiting()
        scene = self.scene = self._fetcher.now(self.navigation, self.scene)
        return scene

    def _follow_cursor(self) -> None:
        self._stop_waiting()
        self._fetcher.forget()
        delay = self._pacer.delay(monotonic())
        if delay:
            self._timer = self.set_timer(delay, self._look_soon)
        else:
            self._look_soon()

    def _look_soon(self) -> None:
        self._stop_waiting()
        self._fetcher.soon(self.navigation, self.scene)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _show(self, scene: Scene) -> None:
        self.scene = scene

    # How the panes are laid out.

    def watch_scene(self, before: Scene | None, scene: Scene | None) -> None:
        """Tell why a filter cannot be read, as long as it cannot."""
        old, new = _filter_error(before), _filter_error(scene)
        if new:
            self.say(new)
        elif old:
            self._hint()

    def watch_navigation(self, before: Navigation, now: Navigation) -> None:
        """Arrange the panes when another has the keyboard, or the layout changed."""
        if _arrangement(before.now) != _arrangement(now.now):
            self._arrange(now.now)

    def _arrange(self, view: ViewState) -> None:
        """Lay the panes out, and bring the keyboard to the one that has it."""
        self._lay_out(view)
        for pane in _PANES:
            self.widget_of(pane).set_class(pane is view.pane, "-current")
        self.pane.view.focus()
        self._hint()

    def _lay_out(self, view: ViewState) -> None:
        made = arrangement(view, *self.size)
        for pane in _PANES:
            self.widget_of(pane).display = pane in made.shown
        self.query_one("#words").display = bool(made.shown & {Pane.EVIDENCE, Pane.SOURCE})
        self.query_one("#right").display = made.shown != {Pane.BROWSE}
        self._give_room(made)

    def _give_room(self, made: Arrangement) -> None:
        """Give the first of each two panes its cells; the other takes the rest."""
        direction = "vertical" if made.stacked else "horizontal"
        for box in ("#panes", "#words"):
            self.query_one(box).styles.layout = direction
        for pane, cells in ((Pane.BROWSE, made.browse), (Pane.EVIDENCE, made.evidence)):
            styles = self.widget_of(pane).styles
            styles.width = "1fr" if made.stacked or cells is None else cells
            styles.height = "1fr" if not made.stacked or cells is None else cells
        claims = self.widget_of(Pane.FOCUS).styles
        claims.height = "1fr" if made.claims is None else made.claims

    def widget_of(self, pane: Pane) -> LinkedPane:
        """Return the widget of a pane."""
        return self.query_one(_PANES[pane])

    def _hint(self) -> None:
        self._said = False
        self._write("#hints", hints(self.view.pane, self.size.width - 2))

    def say(self, words: str) -> None:
        """Tell something in the bottom line, until the next key."""
        self._said = True
        self._write("#hints", Content(clip(clean(words), self.size.width - 2, "…")))

    def _write(self, line: str, content: Content) -> None:
        """Write the line above or below the panes."""
        shown = Content(to_ascii(content.plain)) if self.ascii_only else content
        self.query_one(line, Static).update(shown)

    # Keys in sequence.

    async def on_key(self, event: Key) -> None:
        """Read sequences of keys; every other key goes its way, and ends what was said."""
        if self._said:
            self._hint()
        waiting, self._waiting = self._waiting, ()
        bindings = (*bindings_of(self.view.pane.value), *bindings_of("app"))
        meant = press(waiting, event.key, bindings)
        if meant.waiting:
            self._waiting = meant.waiting
            event.stop()
            self.say(_what_may_follow(meant.waiting, bindings))
        elif meant.ended is not None:
            event.stop()
            await self.run_key(meant.ended)


def _filter_error(scene: Scene | None) -> str:
    return (scene.browse.answer.error or scene.sheet.answer.error) if scene else ""


def _what_may_follow(waiting: tuple[str, ...], bindings: tuple[KeyBinding, ...]) -> str:
    """Tell which keys may follow those that wait."""
    told = (
        f"{shown(keys)} {binding.description.lower()}"
        for binding in continuations(waiting, bindings)
        for keys in binding.keys
        if " " in keys
    )
    return "  ".join(told)


def _arrangement(view: ViewState) -> tuple[Pane, bool, Layouts]:
    return view.pane, view.source_shown, view.layouts
