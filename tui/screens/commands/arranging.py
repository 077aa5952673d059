"""Commands that move the keyboard between panes and change how the panes are laid out."""

from __future__ import annotations

from scale_explorer.models.frozen import replace

from ...arrangement import STEP, fitted, has_edges, heightened, takes_turns, widened
from ...state import (
    PANES,
    Arrange,
    FocusPane,
    Layout,
    Pane,
    Peel,
    ShowSource,
    Zoom,
)
from ...why_not import REASONS
from .commander import Commander


class Arranging(Commander):
    """Panes, zoom, splits, and what Esc takes away."""

    @property
    def layout_now(self) -> Layout:
        """The layout of a screen this wide."""
        return self.view.layouts.at(self.width_class)

    def lay_out(self, layout: Layout) -> None:
        """Lay the panes out, as far as the screen allows; say when it allows nothing of it."""
        possible = fitted(layout, self.view, *self.room)
        if possible == self.layout_now:
            self.say("This is as far as it goes.")
        else:
            self.navigate(Arrange(self.width_class, possible))

    # Panes.

    def action_pane(self, name: str) -> None:
        """Move the keyboard to a pane, and bring it back if it was hidden."""
        pane = Pane(name)
        if pane in self.layout_now.hidden:
            self.navigate(Arrange(self.width_class, self.layout_now.showing(pane)))
        self.navigate(FocusPane(pane))

    def action_next_pane(self, delta: int) -> None:
        """Move the keyboard to the next pane that is not hidden, round and round."""
        panes = [
            pane for pane in PANES if pane is self.view.pane or pane not in self.layout_now.hidden
        ]
        place = panes.index(self.view.pane) + delta
        self.navigate(FocusPane(panes[place % len(panes)]))

    def action_scroll_next(self, delta: int) -> None:
        """Scroll the pane to the right of this one, which in the last pane is this one."""
        place = min(PANES.index(self.view.pane) + 1, len(PANES) - 1)
        self.widget_of(PANES[place]).view.scroll_by(delta)

    def action_hide_pane(self) -> None:
        """Hide the pane that has the keyboard; its number brings it back."""
        pane = self.view.pane
        beside = self.layout_now.beside(pane)
        if beside is None:
            self.say("This is the last pane.")
            return
        self.navigate(Arrange(self.width_class, self.layout_now.hiding(pane)))
        self.navigate(FocusPane(beside))
        self.say(f"{self.keys_shown(f'app.pane-{PANES.index(pane) + 1}')} brings it back.")

    def action_show_all(self) -> None:
        """Show all panes again, as large as usual."""
        if self.layout_now == Layout():
            self.say(REASONS["changed"])
        else:
            self.navigate(Arrange(self.width_class, Layout()))

    # Sizes.

    def action_zoom(self, delta: int) -> None:
        """Give the pane half the screen, all of it, or its usual place."""
        if delta < 0 and self.layout_now.zoom is Zoom.NORMAL:
            self.say(REASONS["zoom"])
            return
        zoomed = replace(self.layout_now, zoom=self.layout_now.zoom.step(delta))
        self.navigate(Arrange(self.width_class, zoomed))

    def action_split(self, direction: int) -> None:
        """Make the pane wider or narrower."""
        if self._has_edges:
            pane, width = self.view.pane, self.width_class
            self.lay_out(widened(self.layout_now, pane, direction * STEP, width))

    def action_split_rows(self, direction: int) -> None:
        """Make the pane taller or shorter."""
        if self._has_edges:
            self.lay_out(heightened(self.layout_now, self.view.pane, direction))

    @property
    def _has_edges(self) -> bool:
        """Whether panes stand beside each other; else say what helps."""
        if not has_edges(self.view, *self.room):
            self.say(REASONS["edges"])
            return False
        return True

    def action_show_source(self) -> None:
        """Swap Source and Evidence where they share a place, else go to the source and back."""
        if takes_turns(self.view, *self.room):
            self.navigate(ShowSource())
        else:
            there = self.view.pane is Pane.SOURCE
            self.action_pane((Pane.EVIDENCE if there else Pane.SOURCE).value)

    # Layers.

    def action_peel(self) -> None:
        """Take away one layer; a filter that is being typed is one."""
        typing = self.pane.typing
        if typing:
            self.pane.stop_typing()
        if not typing or self.view.of(self.view.pane).filter:
            before = self.view.lens
            self.navigate(Peel(self.width_class))
            self.tell_lens_since(before)

    def action_redraw(self) -> None:
        """Draw every line again, whatever another program has written over the screen."""
        self.refresh(layout=True)

    def action_cancel(self) -> None:
        """Stop typing a filter; where nothing is under way, say how to quit."""
        if self.pane.typing:
            self.action_peel()
        else:
            self.say(f"{self.quit_key} quits.")

    @property
    def quit_key(self) -> str:
        """The key that quits; every keymap has one."""
        return self.keymap.shown_keys("app.quit")[0]

    def action_quit(self) -> None:
        """Leave the app; where one is is remembered, so nothing is asked."""
        self.host.exit()
