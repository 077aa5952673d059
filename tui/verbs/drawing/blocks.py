"""What an answer is made of, before it is known whether it becomes text or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scale_explorer.models.frozen import dataclass, field

if TYPE_CHECKING:
    from scale_explorer.data.finding import Finding

    from ...widgets.picture import Drawing

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is the page's own."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, one a line."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and how to set it where room is scarce.

    It keeps `least` cells, or all when None. A `spare` one is shown only where all others stand
    whole; one cut in the `middle`, such as an id, gives way before texts do.
    """

    name: str
    right: bool = False
    least: int | None = field(default=None, kw_only=True)
    spare: bool = field(default=False, kw_only=True)
    middle: bool = field(default=False, kw_only=True)


def id_column(name: str = "id") -> Column:
    """Return a column of ids."""
    return Column(name, least=20, middle=True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; `headed` says whether people need its headings.

    One that `goes_on` is the rest of the table before it, and stands close to that.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    headed: bool = field(default=True, kw_only=True)
    goes_on: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Verbatim words, and below them what is known of them."""

    words: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Words behind a label, some of them marked by signs, so that no colour is needed.

    `spans` hold the marked words, in code points of the text, in order.
    """

    label: str
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list or tree, `depth` steps in, with lines of its own below it."""

    text: str
    depth: int = 0
    under: tuple[str | Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something that is wrong, where it stands in its file, with lines of its own below it."""

    finding: Finding
    under: tuple[str | Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of a file, which are neither wrapped nor cut."""

    text: str


@dataclass(frozen=True, slots=True)
class Painting:
    """A drawing, which is as wide as there is room for."""

    drawing: Drawing


Block = Heading | Paragraph | Facts | Sheet | Quotation | Item | Diagnostic | Listing | Painting
