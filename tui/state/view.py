"""What one looks at, as a value: ids only, never rows or widgets."""

from __future__ import annotations

from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import Kind

from .layout import ALL_USUAL, Layouts
from .pane import AT_FIRST, Pane, PaneView
from .place import STORY, STORY_ROW, Place

_ON_STORY = PaneView(cursor=STORY_ROW)


@dataclass(frozen=True, slots=True)
class ViewState:
    """All of what one looks at; going back restores it whole, but for the layout."""

    place: Place = STORY
    pane: Pane = Pane.FOCUS
    browse: PaneView = _ON_STORY
    focus: PaneView = AT_FIRST
    evidence: PaneView = AT_FIRST
    source: PaneView = AT_FIRST
    open_kinds: frozenset[str] = frozenset({Kind.COMPANY.value})
    source_shown: bool = False
    layouts: Layouts = ALL_USUAL
    lens: Lens = PLAIN_LENS

    def of(self, pane: Pane) -> PaneView:
        """Return one pane's cursor and filter."""
        view: PaneView = getattr(self, pane.value)
        return view

    def with_pane(self, pane: Pane, view: PaneView) -> ViewState:
        """Return this state with another view of one pane."""
        match pane:
            case Pane.BROWSE:
                return replace(self, browse=view)
            case Pane.FOCUS:
                return replace(self, focus=view)
            case Pane.EVIDENCE:
                return replace(self, evidence=view)
            case Pane.SOURCE:
                return replace(self, source=view)

    def with_cursor(self, pane: Pane, cursor: str | None) -> ViewState:
        """Return this state with a pane's cursor on another row."""
        return self.with_pane(pane, replace(self.of(pane), cursor=cursor))

    def filtered(self, pane: Pane, text: str) -> ViewState:
        """Return this state with a pane narrowed to what matches."""
        return self.with_pane(pane, replace(self.of(pane), filter=text, whole=False))

    def laid_out_as(self, other: ViewState) -> ViewState:
        """Return this state in the layout of another: how panes stand belongs to the screen."""
        return replace(self, layouts=other.layouts)

    @property
    def arrangement(self) -> tuple[object, ...]:
        """What undo gives back: filters, the order of a page, open kinds and the layout."""
        filters = tuple(self.of(pane).filter for pane in Pane)
        return filters, self.focus.order, self.open_kinds, self.layouts
