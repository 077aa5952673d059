"""The main screen: four linked panes. It owns the state, and only here is the state assigned."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.geometry import Size
from textual.reactive import reactive

from scale_explorer.data.reloading.reloader import Followed
from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import replace

from ..arrangement import Arrangement, arrangement, is_drawn, takes_turns
from ..fallback import quick_view
from ..look import look, may_take_long, tests_many
from ..looking import looking_words
from ..memory.dossier_history import DossierHistory
from ..memory.session import recently
from ..newest import Newest
from ..pacing import Follower
from ..panes.browse import BrowsePane
from ..panes.claims import ClaimsPane
from ..panes.evidence import EvidencePane
from ..panes.pane import LinkedPane, textual_bindings
from ..panes.source import SourcePane
from ..prepare import Prepared
from ..reloaded import Shown, still_known
from ..scene import Scene
from ..state import (
    AskWhy,
    Browse,
    Follow,
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
from ..widgets.ground import Ground, Row, Stack
from ..widgets.tab_line import TabLine
from .banner import banner
from .commands.citing import Citing
from .commands.connecting import Connecting
from .commands.exporting import Exporting
from .commands.finding import Finding
from .commands.looking import Looking
from .commands.matching import Matching
from .commands.pinning import Pinning
from .commands.pointing import Pointing
from .commands.telling import Words
from .commands.touring import TourBar, Touring
from .commands.writing import Writing
from .fault_bar import FaultBar
from .lay_out import lay_out
from .size_classes import take_size_classes
from .too_small import TooSmall, is_too_small

_MOVES = (Browse, SelectClaim, SelectQuote, SelectPassage)
"""Intents of a moving cursor: what they show follows at the pace of the cursor."""
_GRACE = 0.05
"""Seconds that a key waits for what may take long, as it does for all else."""
_AT_ONCE = 0.008
"""Seconds that a moved cursor waits for what it shows: both are one picture then, half a frame of a
screen later at most. What takes longer follows."""


class ExploreScreen(  # pyright: ignore[reportIncompatibleMethodOverride] - Textual's own
    Connecting, Writing, Pointing, Pinning, Exporting, Matching, Finding, Citing, Looking,
    Touring, Ground,
    whole=True, inherit_bindings=False, inherit_css=False,
):  # fmt: skip
    """Panes ask, `update` answers, the store is looked at, and the panes show the scene."""

    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("app")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"screen--selection"}
    """How words look that the mouse selects in the lines above and below the panes."""
    AUTO_FOCUS = None
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012 - Textual's type

    navigation: reactive[Navigation] = reactive(Navigation, repaint=False)
    scene: reactive[Scene | None] = reactive(None, repaint=False)

    def __init__(self, store: Store, prepared: Prepared, followed: Followed | None = None) -> None:
        launch, kit = prepared.launch, prepared.kit
        keymap = replace(kit.keymap, in_ascii=bool(launch.ascii))
        super().__init__(store, keymap, data=launch.data)
        self.set_reactive(ExploreScreen.navigation, prepared.first)
        self.recent, self.typed_lines = kit.recent, kit.typed
        self.dossier = DossierHistory(prepared.dossier)
        self._words = kit.words
        self._wants_tour = launch.tour
        self._scenes = Newest(self._show, self.tell_slow)
        self._cursor = Follower(self, partial(self._look_soon, _AT_ONCE))
        self.read_only = launch.read_only
        self._followed = followed
        self._left: Navigation | None = None
        self._in_turn = False
        self._panes: dict[Pane, LinkedPane] = {}
        self._fitted: tuple[Arrangement, bool] | None = None

    @property
    def history(self) -> Navigation:
        """The state now, and the states one can return to."""
        return self.navigation

    @property
    def scene_now(self) -> Scene | None:
        """What the panes show, which may lag behind the cursor."""
        return self.scene

    # What is on the screen.

    def compose(self) -> ComposeResult:
        """Put the panes in reading order: thing, claims, words, text."""
        take_size_classes(self)
        yield Words(id="banner")
        yield TabLine()
        with Row(id="panes"):
            yield self._bound(BrowsePane)
            with Stack(id="right"):
                yield self._bound(ClaimsPane)
                with Row(id="words"):
                    yield self._bound(EvidencePane)
                    yield self._bound(SourcePane)
        yield Words(id="hints")

    def _bound(self, pane: type[LinkedPane]) -> LinkedPane:
        """Make a pane bound to the state; this only works from the screen's own `compose`."""
        made = self._panes[pane.PANE] = pane(self.navigate)
        if isinstance(made, SourcePane):
            made.data_names = self.data_names
            made.follow_citing, made.tell = self.follow_citing, self.say
            made.claim, made.apart = self.write_claim, self.set_apart
            made.copy_words, made.picked_changed = self.copy_words, self.hint
        return made.data_bind(ExploreScreen.navigation, ExploreScreen.scene)

    def on_mount(self) -> None:
        """Show the first scene."""
        self._cover_panes(self.host.size)
        self._look_first()
        self._arrange(self.view)
        self.mark_pinned()
        if self._wants_tour:
            self.action_tour()
        self._tell_what_is_wrong()
        if self._followed is not None:
            self.writable = self._followed.writable and not self.read_only
            # Nothing of it is seen, and it starts a thread and later a process.
            self.call_after_refresh(self.follow, self._followed, warm=self.writable)

    def _tell_what_is_wrong(self) -> None:
        """Say that something of the set is missing, and where to read what."""
        words = list(self._words)
        if self.store.summary().errors:
            key = self.keys_shown("app.findings")
            words.append(
                f"Some of the data is wrong, the rest is shown; {key} lists what was found"
            )
        if words:
            self.say("  ".join(words))

    def on_unmount(self) -> None:
        """Let the thread end."""
        self._scenes.close()

    def on_resize(self, event: Resize) -> None:
        """Fit the panes, and the lines above and below them, or say that there is no room."""
        self._cover_panes(event.size)
        self.drop_labels()
        self.show_tour()
        self.show_faults()
        self.fit()
        self.show_banner()
        self.say_again()

    def _cover_panes(self, size: Size) -> None:
        """Cover the panes where they find no room; before the screen is laid out for the size."""
        if is_too_small(size):
            cover = self.bar(TooSmall)
            cover.tell(self.quit_key)
            cover.display = True
        else:
            for unused in self.query(TooSmall):
                unused.display = False

    def show_banner(self) -> None:
        """Say what is open and how far to trust it."""
        looking = looking_words(self.view.lens, self.scene.change.answer if self.scene else None)
        self.write_line("#banner", banner(self.store.summary(), self.size.width - 2, looking))

    # How the state changes.

    def navigate(self, intent: Intent) -> None:
        """Take an intent into the state, and let the scene follow."""
        self.drop_labels()
        self.stop_looking()
        before = self.navigation
        self.navigation = update(before, intent)
        if isinstance(intent, Follow | AskWhy):
            self.recent = recently(self.recent, self.view.place)
        if isinstance(intent, _MOVES):
            self._follow_cursor()
        elif isinstance(intent, SetFilter):
            self._look_soon(in_turn=True)
        elif may_take_long(self.store, self.view, self.scene):
            self._look_patiently(before)
        elif tests_many(self.store, self.view, self.scene):
            self._left = before
            self._look_soon(in_turn=True)
        else:
            self.look_now()
        self.advance_tour()

    def _look_first(self) -> None:
        """Show the first scene; of a view that takes long a key leads to one that does not."""
        if may_take_long(self.store, self.view, None):
            self._look_patiently(quick_view(self.store, self.navigation))
        elif tests_many(self.store, self.view, None):
            self._look_soon(in_turn=True)
        else:
            self.look_now()

    def look_now(self) -> None:
        """Bring the scene up to date before the next key is read."""
        self.settled()

    def settled(self) -> Scene:
        """Return the scene of the state now, even where it lagged behind the cursor.

        While a search is under way that is what one sees: no key waits for it.
        """
        if may_take_long(self.store, self.view, self.scene):
            if self.scene is not None:
                return self.scene
            self.stop_looking()
        self._cursor.stop()
        self._scenes.forget()
        self._left = None
        scene = self.scene = look(self.store, self.navigation, self.scene)
        return scene

    def _follow_cursor(self) -> None:
        self._scenes.forget()
        self._cursor.moved()

    @property
    def is_answered_in_turn(self) -> bool:
        """Whether rows are being looked for on which the next key would act."""
        return self._in_turn and self._scenes.is_waited_for

    def _look_soon(self, grace: float = 0.0, *, in_turn: bool = False) -> None:
        self._cursor.stop()
        self._in_turn = in_turn
        store, now, before = self.store, self.navigation, self.scene
        self._scenes.soon(lambda: look(store, now, before), grace)

    def _look_patiently(self, left: Navigation) -> None:
        """Look at what may take long: at once if it does not, else until the next key."""
        self._left = left
        self._look_soon(_GRACE)

    def stop_looking(self) -> bool:
        """Go back to where one was if an answer is waited for; say whether one was."""
        left, self._left = self._left, None
        if left is None:
            return False
        self._scenes.forget()
        self.navigation = left
        if self.scene is None:
            self.look_now()
        return True

    def _show(self, scene: Scene) -> None:
        self._left = None
        self.scene = scene

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return Shown(self.store, self.navigation, self.scene or self.settled())

    def take_shown(self, shown: Shown) -> None:
        """Show another state of the data, and ask nothing of the one before any more."""
        self.drop_labels()
        self._cursor.stop()
        self._scenes.forget()
        self._left = None
        self.use_store(shown.store)
        self.navigation = shown.navigation
        self.scene = shown.scene
        self.recent = still_known(self.recent, shown.store)
        self.show_banner()

    # How the panes are laid out.

    def watch_scene(self, before: Scene | None, scene: Scene | None) -> None:
        """Tell why the filter of Browse cannot be read; Focus says so of its own."""
        self.show_tabs()
        if _change(before) != _change(scene):
            self.show_banner()
        old, new = _filter_error(before), _filter_error(scene)
        if new:
            self.say(new)
        elif old:
            self.hint()
        else:
            self.hint_unless_told()

    def on_descendant_focus(self) -> None:
        """Show the keys that hold while one types, and the others again after it."""
        self.hint_unless_told()

    def watch_navigation(self, before: Navigation, now: Navigation) -> None:
        """Arrange the panes when another has the keyboard, or the layout changed."""
        if _arrangement(before.now) != _arrangement(now.now):
            self._arrange(now.now)

    def _arrange(self, view: ViewState) -> None:
        """Lay the panes out, and bring the keyboard to the one that has it."""
        self.fit()
        for pane in Pane:
            self.widget_of(pane).be_current(current=pane is view.pane)
        self.pane.view.focus()
        self.hint_unless_told()

    def fit(self) -> None:
        """Lay the panes out in the room that the lines above and below them leave."""
        room = self.room
        fitted = arrangement(self.view, *room), takes_turns(self.view, *room)
        if fitted != self._fitted:
            self._fitted = fitted
            self._fit(*fitted)
        self.show_tabs()

    def _fit(self, made: Arrangement, turns: bool) -> None:  # noqa: FBT001 - as a pair with the first
        panes = self._panes
        lay_out(self, panes, made)
        for one, other in ((Pane.EVIDENCE, Pane.SOURCE), (Pane.SOURCE, Pane.EVIDENCE)):
            panes[one].take_turns_with(panes[other] if turns else None)

    def widget_of(self, pane: Pane) -> LinkedPane:
        """Return the widget of a pane."""
        return self._panes[pane]

    @property
    def room(self) -> tuple[int, int]:
        """The columns and rows of the screen, without those of the tour and of what is wrong."""
        width, height = self.size
        bars = (*self.query(FaultBar), *(self.query(TourBar) if self.tour else ()))
        return width, height - sum(bar.lines for bar in bars)


def _change(scene: Scene | None) -> object:
    """Return what the banner tells of the lens: the lens itself is the question."""
    return scene.change if scene else None


def _filter_error(scene: Scene | None) -> str:
    return scene.browse.answer.error if scene else ""


def _arrangement(view: ViewState) -> tuple[Pane, bool, bool, Layouts]:
    return view.pane, view.source_shown, is_drawn(view), view.layouts
