"""One key at a time: the next is read when all that the last one set off has been done.

Textual hands a key to the widget with the focus and goes on to the next at once, while the first
still climbs from widget to widget. Keys that arrive together, as they do over a slow connection,
would then find the focus where it was: of `/meta` only the bar would open, and `meta` be commands.
What is pasted right behind a key, or typed so fast that it counts as pasted, waits like a key.

An app may also have a key wait for an answer that it would act on. Nothing stands still meanwhile,
and a key that stops what takes long does not wait, but takes the place of all that does.
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
SOON = 0.01
"""Seconds between looks at whether the answer that a key waits for is there."""
STOPS = frozenset({"escape", "ctrl+c"})
"""Keys that only stop what takes long; any other one does so, and then what it always does."""


class OrderedKeys(App[None], inherit_bindings=False):
    """An app whose keys act in the order in which they were typed."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[Typed] = deque()
        self._under_way: Typed | None = None
        self._is_waiting = False

    def must_wait(self, key: Typed) -> bool:
        """Say whether a key has to wait for what it would act on."""
        del key
        return False

    async def on_event(self, event: Event) -> None:
        """Hold a key back while another is under way."""
        if isinstance(event, Typed) and not self.screen_stack:
            return  # nobody is left to type to in an app that closes
        if not isinstance(event, Typed) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_waiting and isinstance(event, Key) and event.key in STOPS:
            self._held.clear()
            await self._pass_on(event)
        elif self._under_way is not None:
            self._held.append(event)
        else:
            await self._send(event)

    async def _send(self, key: Typed) -> None:
        """Pass a key on once it need not wait."""
        self._under_way = key
        self._is_waiting = self.must_wait(key)
        if not self._is_waiting:
            await self._pass_on(key)
            return

        async def again() -> None:
            if key is self._under_way and self.screen_stack:
                await self._send(key)

        self.set_timer(SOON, again)

    async def _pass_on(self, key: Typed) -> None:
        self._under_way, self._is_waiting = key, False
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
