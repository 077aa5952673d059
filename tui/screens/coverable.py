"""A screen that others may cover, styled and drawn no more often than that changes how it looks."""

from __future__ import annotations

from typing import Self, TypeVar

from textual.events import ScreenResume
from textual.geometry import Region
from textual.screen import Screen

AnswerT = TypeVar("AnswerT")
_WITHOUT_THEME = frozenset({"ansi", "nocolor"})
"""Pseudo-classes of a terminal on which a covered screen is told by attributes."""


class Coverable(Screen[AnswerT]):
    """Opening and closing a pop-up costs Textual four passes over all styles, and as many pictures.

    Most of them change nothing: elsewhere than on a terminal without the colours of a theme, the
    class of a covered screen has no rules; and a screen that comes up for the first time was just
    styled, and is drawn as it is laid out.
    """

    _coming_up = False

    def add_class(self, *class_names: str, update: bool = True) -> Self:
        """Add classes as Textual does; that of a covered screen only styles what it must."""
        return super().add_class(*class_names, update=update and self._restyled_by(class_names))

    def remove_class(self, *class_names: str, update: bool = True) -> Self:
        """Remove classes in the same way."""
        return super().remove_class(*class_names, update=update and self._restyled_by(class_names))

    def _restyled_by(self, class_names: tuple[str, ...]) -> bool:
        covered = (self.app.SUSPENDED_SCREEN_CLASS,)  # pyright: ignore[reportUnknownMemberType] - untyped there
        return class_names != covered or not _WITHOUT_THEME.isdisjoint(self.get_pseudo_classes())

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Say what Textual, which reads this event next, need not do again."""
        event.refresh_styles = False
        self._coming_up = not self.outer_size
        self.call_next(self._came_up)

    def _came_up(self) -> None:
        self._coming_up = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw what is out of date; a screen that comes up is about to be drawn as a whole."""
        if self._coming_up and not regions and not recompose:
            repaint = False
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
