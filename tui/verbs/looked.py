"""An answer that says how one looked: what is exported is read without the command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.frozen import dataclass

from ..day_marks import legend
from ..looking import in_words
from .answer import Answer
from .drawing.blocks import Block, Paragraph, Sheet


def looked(answer: Answer, lens: Lens) -> Answer:
    """Return an answer that says, for people, through which lens it came."""
    if lens == PLAIN_LENS:
        return answer
    return Looked(answer, " ".join(filter(None, (f"Seen {in_words(lens)}.", legend(lens)))))


@dataclass(frozen=True, slots=True)
class Looked(Answer):
    """Another answer in every format; in those for people `how` stands at its end."""

    answer: Answer
    how: str

    def blocks(self) -> Iterator[Block]:
        """Yield the other's blocks, and how one looked."""
        yield from self.answer.blocks()
        yield Paragraph(self.how)

    def as_markdown(self) -> Iterator[str]:
        """Yield the other's lines, and how one looked."""
        # Loaded here because each run needs one format at most.
        from .drawing import markdown  # noqa: PLC0415

        yield from self.answer.as_markdown()
        yield ""
        yield from markdown.draw((Paragraph(self.how),))

    def sheet(self) -> Sheet:
        """Return the other's table."""
        return self.answer.sheet()

    def as_csv(self) -> Iterator[str]:
        """Yield the lines of the other's table."""
        return self.answer.as_csv()

    def items(self) -> Iterable[str]:
        """Return the other's items."""
        return self.answer.items()

    def json(self) -> Iterator[str]:
        """Yield the other's lines."""
        return self.answer.json()

    def as_html(self) -> Iterator[str]:
        """Yield the other's page."""
        return self.answer.as_html()

    def as_text(self) -> Iterator[str]:
        """Yield the other's text."""
        return self.answer.as_text()

    def as_svg(self) -> Iterator[str]:
        """Yield the other's picture."""
        return self.answer.as_svg()

    def as_mermaid(self) -> Iterator[str]:
        """Yield the other's diagram."""
        return self.answer.as_mermaid()

    def as_dot(self) -> Iterator[str]:
        """Yield the other's graph."""
        return self.answer.as_dot()

    def status(self) -> int:
        """Return the other's status."""
        return self.answer.status()

    def narration(self) -> str:
        """Return what the other says."""
        return self.answer.narration()
