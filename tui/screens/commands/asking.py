"""Commands that open the help, and run what is chosen there."""

from __future__ import annotations

from ...keys import KeyBinding
from ..help import HelpScreen
from .commander import Commander


class Asking(Commander):
    """Help, and running a command by its row in the key table."""

    def action_help(self) -> None:
        """List the keys of the pane, and do what is chosen from them."""
        self.pop_up(HelpScreen(self.view.pane, ascii_only=self.ascii_only), self._run_binding)

    async def _run_binding(self, binding: KeyBinding | None) -> None:
        if binding is not None:
            await self.run_key(binding)

    async def run_key(self, binding: KeyBinding, letter: str = "") -> None:
        """Do what a key does, in the pane that has the keyboard; a mark's letter goes with it."""
        action = f"{binding.action}({letter!r})" if letter else binding.action
        await self.host.run_action(action, self if binding.scope == "app" else self.pane)
