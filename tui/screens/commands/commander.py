"""What every command may ask of the screen it belongs to."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, TypeVar, cast

from textual.app import App
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import Lens

from ...keymap import Keymap
from ...keys import Needs
from ...looking import undone_words
from ...panes.pane import LinkedPane
from ...scene import Scene
from ...state import Intent, Navigation, Pane, ViewState, Width
from ...why_not import REASONS
from ...widgets.entry import Entry
from ..coverable import Coverable

BarT = TypeVar("BarT", bound=Widget)


class Commander(Coverable[None]):
    """A screen that commands can act on; the one built on it decides what an intent does."""

    focused = Reactive[Widget | None](None, repaint=False)
    """Textual would send the whole screen again whenever the keyboard goes to another pane."""

    def __init_subclass__(cls, *, whole: bool = False, **settings: bool) -> None:
        """Have Textual look through a class only where it is a `whole` screen, and no part of one.

        It goes through all names of each class and of all its bases, and that of the whole has
        those of its parts. For all twenty it took a fiftieth of a start.
        """
        if whole:
            super().__init_subclass__(**settings)

    def __init__(self, store: Store, keymap: Keymap, *, data: tuple[str, ...]) -> None:
        super().__init__()
        self.store = store
        self.keymap = keymap
        self.data_names = data

    def use_store(self, store: Store) -> None:
        """Ask another store from now on."""
        self.store = store

    @property
    @abstractmethod
    def history(self) -> Navigation:
        """The state now, and the states one can return to."""

    @property
    @abstractmethod
    def scene_now(self) -> Scene | None:
        """What the panes show, which may lag behind the cursor."""

    @property
    @abstractmethod
    def room(self) -> tuple[int, int]:
        """The columns and rows of the screen that the panes can have."""

    @abstractmethod
    def navigate(self, intent: Intent) -> None:
        """Take an intent into the state, and let the scene follow."""

    @abstractmethod
    def settled(self) -> Scene:
        """Return the scene of the state now, even where it lagged behind the cursor."""

    @abstractmethod
    def widget_of(self, pane: Pane) -> LinkedPane:
        """Return the widget of a pane."""

    @abstractmethod
    def say(self, words: str) -> None:
        """Tell something in the bottom line, until the next key."""

    @abstractmethod
    def quiet(self) -> None:
        """Take away what was said."""

    @property
    def host(self) -> App[None]:
        """The app; Textual leaves its type open."""
        return cast("App[None]", self.app)  # pyright: ignore[reportUnknownMemberType]

    @property
    def view(self) -> ViewState:
        """Where one is."""
        return self.history.now

    @property
    def pane(self) -> LinkedPane:
        """The pane that has the keyboard."""
        return self.widget_of(self.view.pane)

    @property
    def width_class(self) -> Width:
        """How wide the screen is."""
        return Width.of(self.size.width)

    @property
    @abstractmethod
    def is_touring(self) -> bool:
        """Whether a tour is under way."""

    def bar(self, kind: type[BarT], *, before: str | None = None, after: str | None = None) -> BarT:
        """Return the widget of a kind that mostly has nothing to tell: made when it first has.

        Each widget that stands there from the start costs a start two thirds of a millisecond.
        """
        for made in self.query(kind):
            return made
        new = kind()
        self.mount(new, before=before, after=after)
        return new

    def is_seen(self, pane: Pane) -> bool:
        """Say whether a pane is on the screen."""
        return self.widget_of(pane).display

    def keys_shown(self, binding_id: str) -> str:
        """Return the first key of an action, as people write it; nothing where it has none."""
        return next(iter(self.keymap.shown_keys(binding_id)), "")

    def chosen(self, scene: Scene) -> str | None:
        """Return the id that a command means: the row's claim, or else what the page is about."""
        page = scene.sheet.answer.record
        if self.view.pane is Pane.BROWSE or scene.row is None:
            return page
        return scene.row.claim or page

    def ran(self, binding_id: str) -> None:
        """Take note of a command that changes nothing of the state."""

    def try_to(self, intent: Intent, needs: Needs) -> None:
        """Navigate, or say what was missing where that changed nothing."""
        before = self.history
        self.navigate(intent)
        if self.history.now == before.now:
            self.say(REASONS[needs])

    def tell_lens_since(self, before: Lens) -> None:
        """Say what is other in how one looks, which a key may have changed on the way."""
        if told := undone_words(before, self.view.lens):
            self.say(told)

    def pop_up(self, screen: Screen[Any], answer: Callable[[Any], Any]) -> None:
        """Show a screen above this one, and hand on what it is dismissed with."""
        self.host.push_screen(screen, answer)

    def offer(self, title: str, entries: tuple[Entry, ...], answer: Callable[[Any], Any]) -> None:
        """Show a menu, and hand on the key of what is chosen, None when it is closed."""
        # Loaded here because no first screen has one.
        from ...widgets.menu import Menu  # noqa: PLC0415

        self.pop_up(Menu(title, entries), answer)
