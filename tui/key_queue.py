"""One key at a time: the next is read when all that the last one set off has been done.

Textual hands a key to the widget with the focus and goes on to the next at once, while the first
still climbs from widget to widget. Keys that arrive together, as they do over a slow connection,
would then find the focus where it was: of `/meta` only the bar would open, and `meta` be commands.
What is pasted right behind a key, or typed so fast that it counts as pasted, waits like a key.
"""

from __future__ import annotations

from collections import deque
from typing import Any, TypeAlias

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key, Paste

Typed: TypeAlias = Key | Paste
"""What waits for its turn."""

GLANCE = 0.05
"""Seconds between looks at whether the widget is still there, without which nothing climbs."""


class OrderedKeys(App[None], inherit_bindings=False):
    """An app whose keys act in the order in which they were typed."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[Typed] = deque()
        self._under_way: Typed | None = None

    async def on_event(self, event: Event) -> None:
        """Hold a key back while another is under way."""
        if isinstance(event, Typed) and not self.screen_stack:
            return  # nobody is left to type to in an app that closes
        if not isinstance(event, Typed) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way is not None:
            self._held.append(event)
        else:
            await self._send(event)

    async def _send(self, key: Typed) -> None:
        self._under_way = key
        target = self.focused or self.screen
        await super().on_event(key)
        target.call_later(self._climb, target, key)
        self._watch(target, key)

    def _watch(self, target: DOMNode, key: Typed) -> None:
        """Let the next key through when a pop-up closed and took the last one's way with it."""

        async def glance() -> None:
            if key is self._under_way and target.is_attached:
                self._watch(target, key)
            else:
                await self._finish(key)

        self.set_timer(GLANCE, glance)

    async def _climb(self, node: DOMNode | Any, key: Typed) -> None:
        """Follow the key on its way up; each widget comes to this after it has handled the key."""
        above = node.parent
        if above is None:
            # What the key did may itself have asked for more, such as another focus.
            self.call_later(self._finish, key)
        else:
            above.call_later(self._climb, above, key)

    async def _finish(self, key: Typed) -> None:
        if key is not self._under_way:
            return
        self._under_way = None
        if self._held and self.screen_stack:
            await self._send(self._held.popleft())
