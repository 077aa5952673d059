"""A screen above the panes that closes once."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class PopUp(ModalScreen[ScreenResultType]):
    """Closes itself and nothing else, however many keys and clicks ask it to at once.

    Textual takes away the topmost screen, whoever asks. A click and a key that arrive together both
    choose, and the second would take the panes away, with nothing left to type to.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close, with a result, unless this is no longer the topmost screen."""
        stack = self.app.screen_stack  # pyright: ignore[reportUnknownMemberType] - untyped there
        if stack[-1:] != [self]:
            return AwaitComplete()
        return super().dismiss(result)
