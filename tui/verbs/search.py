"""`search TEXT…`: records found by name, alias, words or quote, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.records import Hit
from scale_explorer.models.frozen import dataclass

from ..day_marks import marks, signed
from ..exits import FINE, FOUND
from .answer import Answer
from .drawing.blocks import Block, Column, Sheet, id_column
from .json_text import json_text

_LIMIT = 50
_COLUMNS = (
    Column("title", least=32),
    Column("amount", right=True),
    Column("kind"),
    Column("found in", least=20, spare=True),
    id_column(),
)


@dataclass(frozen=True, slots=True)
class Found(Answer):
    """What a search found."""

    text: str
    hits: tuple[Hit, ...]
    lens: Lens = PLAIN_LENS

    def blocks(self) -> Iterator[Block]:
        """Yield a table of the hits."""
        if self.hits:
            yield self.sheet()

    def sheet(self) -> Sheet:
        """Return a row a hit."""
        rows = (
            (
                signed(hit.record.title, hit.record.flags),
                hit.record.amount,
                hit.record.kind.value,
                hit.snippet,
                hit.record.id,
            )
            for hit in self.hits
        )
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield the hits."""
        return (json_text(_item(hit) | marks(hit.record.flags, self.lens)) for hit in self.hits)

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self.hits else FOUND

    def narration(self) -> str:
        """Say that there are none, or that there are more."""
        if not self.hits:
            return f"Nothing found for {self.text!r}."
        if len(self.hits) == _LIMIT:
            return f"Only the best {_LIMIT} are listed; add words to narrow the search."
        return ""


def run(store: Store, words: Sequence[str], lens: Lens = PLAIN_LENS) -> Found:
    """Search for the words together."""
    text = " ".join(words)
    return Found(text, store.search(text, _LIMIT, lens), lens)


def _item(hit: Hit) -> dict[str, object]:
    record = hit.record
    return {
        "id": record.id,
        "kind": record.kind,
        "title": record.title,
        "detail": record.detail,
        "amount": record.amount,
        "when": record.when,
        "state": record.state,
        "snippet": hit.snippet,
    }
