"""How the reader has arranged the panes; remembered for narrow, medium and wide screens apart."""

from __future__ import annotations

from enum import StrEnum

from scale_explorer.models.frozen import dataclass, replace

from .pane import PANES, Pane


class Width(StrEnum):
    """How wide a screen is; a layout that fits one does not fit the others."""

    NARROW = "narrow"
    MEDIUM = "medium"
    WIDE = "wide"

    @classmethod
    def of(cls, columns: int) -> Width:
        """Return the class of a screen of so many columns."""
        if columns < 80:
            return cls.NARROW
        return cls.MEDIUM if columns < 120 else cls.WIDE


class Zoom(StrEnum):
    """How much of the screen the pane with the keyboard has.

    At half it shares the screen with the pane that it leads to.
    """

    NORMAL = "normal"
    HALF = "half"
    FULL = "full"

    def step(self, delta: int) -> Zoom:
        """Return the zoom `delta` steps on, round and round."""
        zooms = tuple(Zoom)
        return zooms[(zooms.index(self) + delta) % len(zooms)]


@dataclass(frozen=True, slots=True)
class Layout:
    """What the reader changed of the usual layout of one width.

    `browse`, `claims` and `evidence` are cells by which a pane is larger than usual (Browse and
    Evidence in columns, the claims in lines); hidden panes come back when one goes to them.
    """

    zoom: Zoom = Zoom.NORMAL
    browse: int = 0
    claims: int = 0
    evidence: int = 0
    hidden: frozenset[Pane] = frozenset()

    def hiding(self, pane: Pane) -> Layout:
        """Return this layout without a pane."""
        return replace(self, hidden=self.hidden | {pane})

    def showing(self, pane: Pane) -> Layout:
        """Return this layout with a pane."""
        return replace(self, hidden=self.hidden - {pane})

    def beside(self, pane: Pane) -> Pane | None:
        """Return the shown pane that is nearest before or else behind `pane`."""
        place = PANES.index(pane)
        near = (*reversed(PANES[:place]), *PANES[place + 1 :])
        return next((one for one in near if one not in self.hidden), None)


USUAL = Layout()


@dataclass(frozen=True, slots=True)
class Layouts:
    """A layout for every width."""

    narrow: Layout = USUAL
    medium: Layout = USUAL
    wide: Layout = USUAL

    def at(self, width: Width) -> Layout:
        """Return the layout of a width."""
        layout: Layout = getattr(self, width.value)
        return layout

    def having(self, width: Width, layout: Layout) -> Layouts:
        """Return these layouts with another for one width."""
        match width:
            case Width.NARROW:
                return replace(self, narrow=layout)
            case Width.MEDIUM:
                return replace(self, medium=layout)
            case Width.WIDE:
                return replace(self, wide=layout)


ALL_USUAL = Layouts()
