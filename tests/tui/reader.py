"""A reader at the app: presses keys, and looks at what stands on the screen."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.pilot import Pilot

from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.scene import Scene
from scale_explorer.tui.screens.explore import ExploreScreen
from scale_explorer.tui.state import Navigation, Pane


class Reader:
    """Uses the app the way a person does: presses keys, and looks at what stands there."""

    def __init__(self, app: ExplorerApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ExploreScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ExploreScreen)
        return screen

    @property
    def now(self) -> Navigation:
        return self.screen.navigation

    @property
    def scene(self) -> Scene:
        return self.screen.settled()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def press_at_once(self, *keys: str) -> None:
        """Let keys arrive together, as they do over a slow connection."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.until(lambda: True)

    async def until(self, true: Callable[[], bool]) -> None:
        for _ in range(1_000):
            await self.pilot.pause(0.02)
            if true():
                return
        raise AssertionError("it never came true\n" + self.text)

    def shown(self, pane: Pane) -> str:
        """Return what a pane draws."""
        view = self.screen.widget_of(pane).view
        return "\n".join(view.render_line(y).text.rstrip() for y in range(view.size.height))

    @property
    def lines(self) -> list[str]:
        """What the whole screen shows."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]  # pyright: ignore[reportPrivateUsage]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)
