"""`add-source ARTICLE…`: further articles for a set that is there."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from scale_explorer.data.editing.adding_sources import Added, add_sources, refuse_unwritable
from scale_explorer.data.loading.read import shown
from scale_explorer.data.loading.sets import resolve
from scale_explorer.models.frozen import dataclass

from .answer import Answer
from .articles import given_articles
from .counting import counted
from .drawing.blocks import Block, Facts, Sheet
from .json_text import json_text
from .new_sources import source_objects, source_sheet


@dataclass(frozen=True, slots=True)
class SourcesAdded(Answer):
    """Sources that were added to the set at a path."""

    path: Path
    added: Added

    def blocks(self) -> Iterator[Block]:
        """Yield what was changed, and what to do next."""
        files = ", ".join(shown(self.added.root / each) for each in self.files)
        named = shlex.quote(shown(self.path))
        yield Facts(
            (
                ("changed", files),
                ("next", f"scale-explorer --data {named} --at {self.added.drafts[0].id}"),
            )
        )
        yield source_sheet(self.added.drafts)

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the set's files that were changed."""
        return tuple(each.name for each in self.added.revision.files)

    def sheet(self) -> Sheet:
        """Return a row a source."""
        return source_sheet(self.added.drafts)

    def items(self) -> Iterator[str]:
        """Yield one object."""
        yield json_text(
            {
                "data": shown(self.path),
                "changed": list(self.files),
                "quotes_named": self.added.said,
                "sources": list(source_objects(self.added.drafts)),
            }
        )

    def json(self) -> Iterator[str]:
        """Yield the object alone."""
        yield from self.items()

    def narration(self) -> str:
        """Say what else was written into the files."""
        if not self.added.said:
            return ""
        quotes = counted(self.added.said, "quote")
        return (
            f"{quotes} now name their source: with a second one it no longer goes without saying."
        )


def run(data: str | None, articles: Sequence[str]) -> SourcesAdded:
    """Add the articles; what cannot be added changes nothing."""
    path = resolve(data)
    refuse_unwritable(path)  # before standard input is waited for
    return SourcesAdded(path, add_sources(path, given_articles(articles)))
