"""Views that are drawn, as answers; a verb that draws one makes its own of what `Asked` holds."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from scale_explorer.data.query import EVERYTHING, Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.late import Late

from ..state import PaneView, Place, View
from .answer import Answer
from .drawing.blocks import Block, Heading, Painting, Paragraph

if TYPE_CHECKING:
    from scale_explorer.data.exploring.graph import Graph
    from scale_explorer.data.formats import dot, mermaid

    from .. import looking
    from ..pictures import opening, svg, svg_head
    from ..scene import Sheet
    from ..widgets import picture
    from .drawing import paintings
else:
    # A table or JSON shows no picture, and a picture for people is neither SVG nor a graph.
    dot, mermaid = (Late("scale_explorer.data.formats", f".{name}") for name in ("dot", "mermaid"))
    looking, picture = Late(__package__, "..looking"), Late(__package__, "..widgets.picture")
    opening, svg, svg_head = (
        Late(__package__, f"..pictures.{name}") for name in ("opening", "svg", "svg_head")
    )
    paintings = Late(__package__, ".drawing.paintings")


@dataclass(frozen=True, slots=True)
class Asked:
    """A view, what of it is kept, how it is looked at, and which of its groups are open."""

    place: Place
    matching: Filter = EVERYTHING
    lens: Lens = PLAIN_LENS
    unfolded: frozenset[str] = frozenset()


_VERBS = {View.DRAWN: "why"}
"""Verbs that are not called like the view that they answer for."""


def drawn_answer(store: Store, asked: Asked) -> Answer:
    """Return the answer of the verb that draws a view."""
    verb = _VERBS.get(asked.place.view, asked.place.view.value)
    module = import_module(f".{verb}", __package__)
    viewed: Callable[[Store, Asked], Answer] = module.viewed
    return viewed(store, asked)


def drawn_sheet(store: Store, asked: Asked) -> Sheet:
    """Return the rows and the drawing of a view, as the app has them."""
    view = PaneView(unfolded=asked.unfolded)
    return opening.drawn(store, asked.place, view, asked.matching, asked.lens)


class DrawnAnswer(Answer):
    """An answer with a picture; a verb says what is read beside it, and what it is as a graph."""

    svg_width: ClassVar[int | None] = None
    """Cells of the picture as SVG, None for as many as text has."""

    @property
    def title(self) -> str:
        """What the view is called."""
        return self.seen.title

    @property
    def name(self) -> str:
        """The title with how one looks, for files that leave this program."""
        looked = looking.in_words(self._lens())
        return f"{self.title} ({looked})" if looked else self.title

    @abstractmethod
    def _lens(self) -> Lens:
        """Return how one looks."""

    @cached_property
    def seen(self) -> Sheet:
        """The rows and the drawing, as the app has them."""
        return self._sheet()

    @abstractmethod
    def _sheet(self) -> Sheet:
        """Make the rows and the drawing."""

    def graph(self) -> Graph:
        """Return what is drawn as a graph; raises UsageError where it is none."""
        raise UsageError("This view is no graph; svg and markdown hold its picture.")

    def as_svg(self) -> Iterator[str]:
        """Yield the picture as SVG, below what it is called and how one looked."""
        drawing, looked = self.seen.drawing, looking.in_words(self._lens())
        drawn = paintings.painted(drawing, self.svg_width) if drawing else picture.Picture()
        return svg.svg(svg_head.with_head(drawn, self.seen, self.title, looked), self.name)

    def as_mermaid(self) -> Iterator[str]:
        """Yield the graph as a Mermaid diagram."""
        return mermaid.mermaid(replace(self.graph(), title=self.name))

    def as_dot(self) -> Iterator[str]:
        """Yield the graph for Graphviz."""
        return dot.dot(replace(self.graph(), title=self.name))


@dataclass(frozen=True)
class PlacedAnswer(DrawnAnswer):
    """A view that is asked of a store by its place, with its picture above all else."""

    store: Store
    asked: Asked

    def _lens(self) -> Lens:
        return self.asked.lens

    def _sheet(self) -> Sheet:
        return drawn_sheet(self.store, self.asked)

    def blocks(self) -> Iterator[Block]:
        """Yield the picture, and how much there is in it."""
        yield Heading(self.title)
        if self.seen.drawing is not None:
            yield Painting(self.seen.drawing)
            yield Paragraph(self.seen.subtitle)
