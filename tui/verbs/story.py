"""The lead claims in the order that tells the story, as an answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from scale_explorer.data.query import Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.frozen import dataclass

from ..day_marks import signed
from ..exits import FINE, FOUND
from .answer import Answer
from .drawing.blocks import Block, Heading, Item, Paragraph, Sheet
from .show import claim_sheet


@dataclass(frozen=True)
class Story(Answer):
    """The lines of the story that match."""

    store: Store
    matching: Filter
    lens: Lens = PLAIN_LENS

    @cached_property
    def claims(self) -> tuple[ClaimRow, ...]:
        """The lines of the story."""
        return self.store.story(self.matching)

    def blocks(self) -> Iterator[Block]:
        """Yield the title, the summary and a line a claim."""
        summary = self.store.summary()
        yield Heading(summary.title)
        if summary.summary:
            yield Paragraph(summary.summary)
        yield from map(_item, self.claims)

    def sheet(self) -> Sheet:
        """Return a row a claim."""
        return claim_sheet(self.claims, self.lens)

    def items(self) -> Iterator[str]:
        """Yield the claims, each once."""
        ids = dict.fromkeys(row.claim for row in self.claims if row.claim is not None)
        documents = map(self.store.document, ids)
        return (document for document in documents if document is not None)

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self.claims else FOUND

    def narration(self) -> str:
        """Say that there are none."""
        return "" if self.claims else "No line of the story matches."


def _item(row: ClaimRow) -> Item:
    """Say how a claim follows from the one above it, what it says, and how it stands."""
    link = f"{row.role}: " if row.role else ""
    said = row.amount and row.amount.replace("\u00a0", " ") not in row.label
    amount = f": {row.amount}" if said else ""
    told = " · ".join(filter(None, (row.when, row.state, row.extra)))
    text = f"{link}{row.label}{amount}{f' ({told})' if told else ''}"
    return Item(signed(text, row.flags), row.depth)
