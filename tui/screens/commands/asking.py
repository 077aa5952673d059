"""Commands that open the go-to box and the help, and run what is chosen there."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from scale_explorer.data.finding import Finding
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import replace

from ...arrangement import has_edges
from ...keys import KeyBinding, Needs
from ...state import AskWhy, FocusPane, Follow, Pane, SelectQuote, SetFilter, Visit
from ...theme_names import THEME_NAMES
from ...why_not import Circumstances, circumstances, why_not
from ...word_filter import asks_for_more
from .commander import Commander

if TYPE_CHECKING:
    from ...goto.offer import Surroundings
    from ...goto.targets import Chosen, Target


class Asking(Commander):
    """Go to anything, help, themes, and running a command by its row in the key table."""

    typed_lines: tuple[str, ...] = ()
    """Lines of the go-to box, newest first."""

    writable = False
    """Whether any of the open sets may be written to."""

    faults: tuple[Finding, ...] = ()
    """What is wrong with the files, so that they cannot be read as they are now."""

    chosen_theme: str | None = None
    """The theme that was chosen here, to be remembered."""

    recent: tuple[str, ...] = ()
    """Records looked at lately, newest first."""

    @property
    def around(self) -> Circumstances:
        """What the hints may need, as it is now; asked at every step of the cursor."""
        around = circumstances(
            self.history,
            self.scene_now,
            self.width_class,
            typing=self.pane.typing,
            selecting=self.pane.selecting,
        )
        end = self.store.record(self.history.end) if self.history.end else None
        return replace(around, end=end.short) if end else around

    @property
    def around_fully(self) -> Circumstances:
        """What any command may need."""
        around = self.around
        return replace(around, there=around.there | frozenset(self._besides()))

    @cached_property
    def _has_matches(self) -> bool:
        return bool(self.store.matches())

    @cached_property
    def _has_findings(self) -> bool:
        return bool(self.store.findings())

    def use_store(self, store: Store) -> None:
        """Ask another store, also for what was asked once of the one before."""
        for asked in ("_has_matches", "_has_findings"):
            vars(self).pop(asked, None)
        super().use_store(store)

    def _besides(self) -> Iterator[Needs]:
        """Yield what there is that neither the state nor the scene tells."""
        # Loaded here because only help and the go-to box ask.
        from ...tour import TUTORIAL  # noqa: PLC0415

        there: dict[Needs, object] = {
            "edges": has_edges(self.view, *self.room),
            "links": any(self.widget_of(one).links() for one in Pane if self.is_seen(one)),
            "matches": self._has_matches,
            "tutorial": self.store.summary().id == TUTORIAL,
            "tour": self.is_touring,
            "findings": self._has_findings or self.faults,
            "undo": self.can_undo_edit,
            "redo": self.can_redo_edit,
            "writable": self.writable,
        }
        return (needs for needs, found in there.items() if found)

    @abstractmethod
    def wait_for_letter(self, binding: KeyBinding) -> None:
        """Wait for the letter that ends the keys of a binding."""

    @property
    def can_undo_edit(self) -> bool:
        """Whether something that was written can be undone."""
        return False

    @property
    def can_redo_edit(self) -> bool:
        """Whether something that was undone can be written again."""
        return False

    # Help.

    def action_help(self) -> None:
        """List the keys of the pane, and do what is chosen from them."""
        # Loaded here because a start shows none of the pop-ups; the same holds for those below.
        from ..help import HelpScreen  # noqa: PLC0415

        around, pane = self.around_fully, self.view.pane
        screen = HelpScreen(pane, self.keymap, lambda one: why_not(one, around))
        self.ran("app.help")
        self.pop_up(screen, self._run_binding)

    async def _run_binding(self, binding: KeyBinding | None) -> None:
        if binding is not None:
            await self.run_key(binding)

    async def run_key(self, binding: KeyBinding, letter: str = "") -> None:
        """Do what a key does, in the pane that has the keyboard; a mark's letter goes with it."""
        if binding.takes_letter and not letter:
            self.wait_for_letter(binding)
            return
        action = f"{binding.action}({letter!r})" if letter else binding.action
        await self.host.run_action(action, self if binding.scope == "app" else self.pane)

    # Go to anything.

    def action_goto(self) -> None:
        """Open the box that finds records, quotes, views and commands."""
        from ..goto import GotoScreen  # noqa: PLC0415

        seen = through(self.store, self.view.lens)
        box = GotoScreen(seen, self._surroundings(), self.typed_lines)
        box.rows_below = self.size.height - self.room[1]
        self.pop_up(box, self._go_to)

    def _surroundings(self) -> Surroundings:
        from ...goto.offer import Surroundings  # noqa: PLC0415

        around, pane = self.around_fully, self.view.pane.value
        bindings = self.keymap.at(pane)
        reasons = {one.id: why_not(one, around) for one in bindings}
        return Surroundings(
            bindings=tuple(one for one in bindings if one.id != "app.goto"),
            shown=self.keymap.shown,
            why_not={id_: reason for id_, reason in reasons.items() if reason},
            recent=self.recent,
            themes=THEME_NAMES,
            data=self.data_names,
        )

    async def _go_to(self, chosen: Chosen | None) -> None:
        from ...goto.history import remembered  # noqa: PLC0415

        if chosen is None:
            return
        self.typed_lines = remembered(self.typed_lines, chosen.typed)
        await self._reach(chosen.target)

    async def _reach(self, target: Target) -> None:
        from ...goto.targets import (  # noqa: PLC0415
            FilterBy,
            GoPlace,
            GoQuote,
            GoRecord,
            GoWhy,
            Run,
            UseTheme,
        )

        match target:
            case GoRecord(record):
                self.navigate(Follow(record))
            case GoWhy(record):
                self.navigate(AskWhy(record))
            case GoQuote(claim, evidence):
                self.navigate(Follow(claim))
                self.navigate(SelectQuote(evidence))
            case GoPlace(place, text):
                self.navigate(Visit(place))
                self._narrow(text)
            case FilterBy(text):
                self._narrow(text)
            case Run(binding):
                await self.run_key(binding)
            case UseTheme(name):
                self.use_theme(name)

    def _narrow(self, text: str) -> None:
        """Filter the pane that has the keyboard, and be done with typing it.

        Quotes and texts take words only, so anything else is for the claims.
        """
        words_only = self.view.pane in {Pane.EVIDENCE, Pane.SOURCE}
        pane = Pane.FOCUS if words_only and asks_for_more(text) else self.view.pane
        if text:
            self.navigate(SetFilter(pane, text))
            self.navigate(FocusPane(pane))

    # Themes.

    def action_theme(self) -> None:
        """Choose a theme, which is seen at once."""
        from ..themes import ThemeChooser  # noqa: PLC0415

        def chosen(name: str | None) -> None:
            if name is not None:
                self.use_theme(name)

        self.pop_up(ThemeChooser(self.host.theme, THEME_NAMES, self._preview), chosen)

    def _preview(self, name: str) -> None:
        self.host.theme = name

    def use_theme(self, name: str) -> None:
        """Change the colours, and remember that."""
        self.host.theme = name
        self.chosen_theme = name
