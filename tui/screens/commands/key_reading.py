"""Keys in sequence, and letters of labels: what Textual's single-key bindings know nothing of."""

from __future__ import annotations

from abc import abstractmethod

from textual.events import Key

from ...key_queue import STOPS
from ...keys import KeyBinding
from ...sequences import Press, press
from ..lines_above import LinesAbove
from ..which_key import in_lines, what_may_follow
from .asking import Asking
from .labelling import Labelling


class KeyReading(Labelling, Asking):
    """Reads every key first; what it does not take goes on to the bindings."""

    _waiting: tuple[str, ...] = ()

    async def on_key(self, event: Key) -> None:
        """Read labels and sequences; every other key goes its way, and ends what was said."""
        self.quiet()
        if self.stop_looking() and event.key in STOPS:
            event.stop()
            self.say("Stopped looking.")
            return
        if self.take_for_label(event) or self._ends_typing(event):
            return
        if action := self.pane.take_key(event.key, self.keymap.bindings):
            event.stop()
            await self.host.run_action(action, self.pane)
            return
        waiting = self._waiting
        self._wait_for(())
        meant = press(waiting, event.key, self.keymap.at(self.view.pane.value))
        if waiting or meant != Press():
            event.stop()
        if meant.waiting:
            self._wait_for(meant.waiting)
        elif meant.ended is not None:
            await self.run_key(meant.ended, meant.letter)
        elif waiting and event.key != "escape":
            self.say(f"{self.keymap.shown(' '.join((*waiting, event.key)))} does nothing.")
        elif not waiting and self._is_unknown(event.key):
            event.stop()
            help_key = self.keys_shown("app.help")
            self.say(f"{self.keymap.shown(event.key)} does nothing here; {help_key} helps.")

    def stop_looking(self) -> bool:
        """Go back to where one was if an answer is waited for; say whether one was."""
        return False

    def _ends_typing(self, event: Key) -> bool:
        """Keep a filter by Enter and clear it by Esc, whatever else these keys may mean."""
        if not self.pane.typing or event.key not in {"enter", "escape"}:
            return False
        event.stop()
        if event.key == "enter":
            self.pane.stop_typing()
        else:
            self.action_peel()
        return True

    @abstractmethod
    def action_peel(self) -> None:
        """Take away one layer."""

    def _is_unknown(self, key: str) -> bool:
        """Say whether a key is bound to nothing here; what is typed into a filter is no key."""
        here = self.keymap.at(self.view.pane.value)
        return not self.pane.typing and not any(key in one.keys for one in here)

    def _wait_for(self, waiting: tuple[str, ...]) -> None:
        """Show what may follow the keys that were pressed, or take it away."""
        self._waiting = ()
        pane, marks = self.view.pane.value, self.history.marks
        told = what_may_follow(waiting, self.keymap, pane, marks) if waiting else ()
        lines = tuple(in_lines(told, self.size.width - 2))
        if len(lines) == 1 and waiting:  # the bottom line costs a tenth of what lies over panes
            self.say(lines[0])
        else:
            self.tell_above("\n".join(lines))
        self._waiting = waiting

    def tell_above(self, words: str) -> None:
        """Tell over the panes what needs more than the bottom line; nothing takes it away."""
        if words or self.query(LinesAbove):
            self.bar(LinesAbove).tell(words)

    def wait_for_letter(self, binding: KeyBinding) -> None:
        """Wait for the letter that ends the keys of a binding."""
        if binding.keys:
            self._wait_for(tuple(binding.keys[0].split(" ")[:-1]))
        else:
            self.say(f"{binding.description} needs a key of its own.")
