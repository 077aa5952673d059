"""What the mouse does beyond rows: edges that are dragged, tabs, and text selected to copy."""

from __future__ import annotations

from textual import on

from scale_explorer.data.store.rows.lens import PLAIN_LENS

from ...arrangement import Drag, dragged
from ...panes.pane import LinkedPane
from ...state import Arrange, Pane, Zoom
from ...widgets.keyed_view import KeyedView
from ...widgets.splitter import BorderDrag
from ...widgets.tab_line import Tab, TabLine
from .arranging import Arranging
from .copying import Copying


class Pointing(Arranging, Copying):
    """Everything that can be pointed at can be done by keys as well."""

    def show_tabs(self) -> None:
        """Name the panes in the line at the top where only one of them is seen.

        How one looks is told above it: whatever is left out, nobody must miss that.
        """
        line, banner = self.query_one(TabLine), self.query_one("#banner")
        alone = sum(self.widget_of(pane).display for pane in Pane) == 1
        line.display = alone and self.layout_now.zoom is not Zoom.FULL
        banner.display = not line.display or self.view.lens != PLAIN_LENS
        if line.display:
            line.show(tuple(map(self._tab, Pane)), self.view.pane.value)

    def _tab(self, pane: Pane) -> Tab:
        scene = self.scene_now
        focus = scene is not None and pane is Pane.FOCUS
        label = scene.sheet.answer.title if scene and focus else pane.value.capitalize()
        return Tab(pane.value, str(self.widget_of(pane).NUMBER), label)

    @on(TabLine.Chosen)
    def _tab_clicked(self, message: TabLine.Chosen) -> None:
        message.stop()
        self.action_pane(message.key)

    @on(BorderDrag.Dragged)
    def _edge_dragged(self, message: BorderDrag.Dragged) -> None:
        """Move the edge to where the mouse has it."""
        message.stop()
        if not isinstance(message.pane, LinkedPane):
            return
        drag = Drag(message.pane.PANE, message.edge, message.at)
        moved = dragged(self.view, drag, *self.room)
        if moved != self.layout_now:
            self.navigate(Arrange(self.width_class, moved, dragged=True))

    @on(KeyedView.Selected)
    async def _text_selected(self, message: KeyedView.Selected) -> None:
        message.stop()
        await self.copy_text(message.text, "the selection")
