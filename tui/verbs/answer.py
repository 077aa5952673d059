"""What a verb returns: one answer that can be shown in every format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from scale_explorer.models.errors import UsageError

from ..arguments.formats import Format
from ..exits import FINE
from .drawing.blocks import Block, Sheet


class Answer(ABC):
    """An answer, the exit status it means, and what is told beside it on standard error.

    Nothing is computed before it is asked for, so that each format costs only itself.
    """

    usual_format: ClassVar[Format] = Format.TABLE
    arrives: ClassVar[bool] = False
    """Whether lines come one by one as they are found out, and are wanted at once."""

    @abstractmethod
    def blocks(self) -> Iterable[Block]:
        """Return the answer for people."""

    @abstractmethod
    def sheet(self) -> Sheet:
        """Return the answer as one table, for spreadsheets."""

    @abstractmethod
    def items(self) -> Iterable[str]:
        """Return the answer as JSON texts of one line each."""

    def json(self) -> Iterator[str]:
        """Yield the lines of one JSON text: an array of the items, unless a verb says otherwise."""
        yield "["
        yield from listed(self.items())
        yield "]"

    def sarif(self) -> Iterator[str]:
        """Yield the lines of a SARIF log, which is for findings alone."""
        raise UsageError("Only check answers as sarif.")

    def as_csv(self) -> Iterator[str]:
        """Yield the lines of the answer as a spreadsheet."""
        # Loaded here because each run needs one format at most.
        from .drawing import spreadsheet  # noqa: PLC0415

        return spreadsheet.draw(self.sheet())

    def as_markdown(self) -> Iterator[str]:
        """Yield the lines of the answer as Markdown."""
        # Loaded here because each run needs one format at most.
        from .drawing import markdown  # noqa: PLC0415

        return markdown.draw(self.blocks())

    def as_html(self) -> Iterator[str]:
        """Yield the lines of a page, which is for what is exported with its words."""
        raise UsageError("Only export answers as html.")

    def as_text(self) -> Iterator[str]:
        """Yield the lines of a plain text, which is for the same."""
        raise UsageError("Only export answers as text.")

    def as_svg(self) -> Iterator[str]:
        """Yield the lines of a picture in SVG, which is for what is drawn."""
        raise UsageError("Only views that are drawn can be had as svg.")

    def as_mermaid(self) -> Iterator[str]:
        """Yield the lines of a Mermaid diagram, for the same."""
        raise UsageError("Only views that are drawn can be had as mermaid.")

    def as_dot(self) -> Iterator[str]:
        """Yield the lines of a graph for Graphviz, for the same."""
        raise UsageError("Only views that are drawn can be had as dot.")

    def status(self) -> int:
        """Return the exit status."""
        return FINE

    def shows(self) -> Iterable[str]:
        """Return the ids of the records to look at next, those first that matter most."""
        return ()

    def narration(self) -> str:
        """Return what is said on standard error, or nothing."""
        return ""


def listed(items: Iterable[str]) -> Iterator[str]:
    """Yield JSON texts as the lines of an array, with a comma behind all but the last."""
    before = None
    for item in items:
        if before is not None:
            yield f"  {before},"
        before = item
    if before is not None:
        yield f"  {before}"
