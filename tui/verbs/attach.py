"""`attach SOURCE FILE`: the reader's own copy of a source, kept so that quotes stand in context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scale_explorer.data.grounding.ground import Verdict, ground
from scale_explorer.data.grounding.quotes import quotes
from scale_explorer.data.loading.attached import attach
from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load
from scale_explorer.data.loading.read import shown
from scale_explorer.data.loading.sets import resolve
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.errors import UsageError
from scale_explorer.models.evidence import Source

from ..exits import FINE, FOUND
from .answer import Answer
from .drawing.blocks import Block, Column, Facts, Heading, Item, Sheet
from .given_text import given_text, known_source
from .json_text import json_text

_COLUMNS = (Column("source"), Column("found", right=True), Column("quotes", right=True),
            Column("edition"), Column("kept in"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attached(Answer):
    """What was attached: `edition` is `same`, `different` or, when no hash is known, `unknown`."""

    source: str
    edition: str
    kept_in: str
    found: int
    missing: tuple[str, ...]

    def blocks(self) -> Iterator[Block]:
        """Yield what was found in the copy, and what was not."""
        count = self.found + len(self.missing)
        yield Facts(
            (
                ("source", self.source),
                ("quotes", f"{self.found:,} of {count:,} found"),
                ("edition", _EDITIONS[self.edition]),
                ("kept in", self.kept_in),
            ),
        )
        if self.missing:
            yield Heading("Not found in this copy", 2)
        yield from (Item(f"“{words}”") for words in self.missing)

    def sheet(self) -> Sheet:
        """Return one row."""
        count = self.found + len(self.missing)
        row = (self.source, self.found, count, self.edition, self.kept_in)
        return Sheet(_COLUMNS, (row,))

    def items(self) -> Iterator[str]:
        """Yield one object."""
        yield json_text(self)

    def json(self) -> Iterator[str]:
        """Yield the object alone."""
        yield from self.items()

    def status(self) -> int:
        """Return whether every quote was found."""
        return FOUND if self.missing else FINE


_EDITIONS = {
    "same": "the one that the data set was checked against",
    "different": "another one than the data set was checked against",
    "unknown": "the data set does not say which it was checked against",
}


def run(data: str | None, source: str, file: str) -> Attached:
    """Attach a file as the text of a source, unless none of the source's quotes is in it."""
    loaded = load(gather(resolve(data)))
    known = known_source(loaded.dataset, source)
    if known.text is not None:
        raise UsageError(f"The data set holds the text of {source} itself: {known.text}.")
    copy = given_text(file)
    found, missing = _looked_for(loaded.dataset, known.id, copy)
    if missing and not found:
        raise UsageError(
            f"None of the {len(missing)} quotes from {source} is in {shown(file)};"
            " attach the text that they are from.",
        )
    locked = loaded.lock.sources.get(known.id) if loaded.lock else None
    edition = _edition(known, locked.sha256 if locked else None, copy)
    kept_in = attach(loaded.dataset.header.id, known.id, Path(file))
    return Attached(known.id, edition, shown(kept_in), found, missing)


def _looked_for(dataset: Dataset, source: str, copy: SourceCopy) -> tuple[int, tuple[str, ...]]:
    """Return how many of a source's quotes are in a copy, and the words of those that are not."""
    grounded = ground(dataset, {source: copy}, None)
    wanted = [cited for cited in quotes(dataset) if cited.quote.source == source]
    missing = [
        cited.quote.exact for cited in wanted if grounded[cited.id].verdict is Verdict.MISSING
    ]
    return len(wanted) - len(missing), tuple(missing)


def _edition(source: Source, locked: str | None, copy: SourceCopy) -> str:
    named = source.sha256 or locked
    if named is None:
        return "unknown"
    return "same" if named == copy.sha256 else "different"
