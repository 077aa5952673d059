"""Gives the panes of a screen the places and sizes of an arrangement."""

from __future__ import annotations

from collections.abc import Mapping

from textual.screen import Screen

from ..arrangement import Arrangement
from ..panes.pane import LinkedPane
from ..state import Pane


def lay_out(screen: Screen[None], panes: Mapping[Pane, LinkedPane], made: Arrangement) -> None:
    """Show the panes that are to be seen, and give the first of each two its cells."""
    for pane, widget in panes.items():
        widget.display = pane in made.shown
    screen.query_one("#words").display = bool(made.shown & {Pane.EVIDENCE, Pane.SOURCE})
    screen.query_one("#right").display = bool(made.shown - {Pane.BROWSE})
    direction = "vertical" if made.stacked else "horizontal"
    for box in ("#panes", "#words"):
        screen.query_one(box).styles.layout = direction
    _give(panes[Pane.BROWSE], made.browse, stacked=made.stacked)
    _give(panes[Pane.EVIDENCE], made.evidence, stacked=made.stacked)
    panes[Pane.FOCUS].styles.height = "1fr" if made.claims is None else made.claims


def _give(pane: LinkedPane, cells: int | None, *, stacked: bool) -> None:
    """Give a pane columns, or lines where panes stand one above the other; else all there is."""
    styles = pane.styles
    styles.width = "1fr" if stacked or cells is None else cells
    styles.height = "1fr" if not stacked or cells is None else cells
