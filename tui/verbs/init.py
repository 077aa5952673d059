"""`init STORY ARTICLE…`: a new data set from articles, ready to be written."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from scale_explorer.data.editing.new_set import Made, header_for, make_set, refuse_occupied
from scale_explorer.data.loading.read import shown
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass

from .answer import Answer
from .articles import given_articles
from .drawing.blocks import Block, Facts, Sheet
from .json_text import json_text
from .new_sources import source_objects, source_sheet
from .schema import Schema


@dataclass(frozen=True, slots=True)
class Begun(Answer):
    """A set that was made."""

    made: Made

    @property
    def folder(self) -> str:
        """The set's folder, as it was named."""
        return shown(self.made.folder)

    def shows(self) -> Iterator[str]:
        """Yield the sources: the text of the first is what one begins with."""
        yield from (draft.id for draft in self.made.drafts)

    def blocks(self) -> Iterator[Block]:
        """Yield what was made, and what to do next."""
        header = self.made.header
        yield Facts(
            (
                ("made", shown(self.made.folder / self.made.file)),
                ("title", header.title),
                ("next", f"scale-explorer --data {self._quoted}"),
                ("check", f"scale-explorer check {self._quoted}"),
            )
        )
        if self.made.drafts:
            yield source_sheet(self.made.drafts)

    @property
    def _quoted(self) -> str:
        return shlex.quote(self.folder)

    def sheet(self) -> Sheet:
        """Return a row a source."""
        return source_sheet(self.made.drafts)

    def items(self) -> Iterator[str]:
        """Yield one object."""
        header = self.made.header
        yield json_text(
            {
                "folder": self.folder,
                "file": self.made.file,
                "id": header.id,
                "title": header.title,
                "sources": list(source_objects(self.made.drafts)),
            }
        )

    def json(self) -> Iterator[str]:
        """Yield the object alone."""
        yield from self.items()

    def narration(self) -> str:
        """Say how to go on without an article."""
        if self.made.drafts:
            return ""
        return f"It has no source yet: scale-explorer add-source ARTICLE --data {self._quoted}"


def run(story: str, articles: Sequence[str], set_id: str | None, title: str | None) -> Begun:
    """Make the set; raises UsageError when something is in its place, and nothing is changed."""
    if not story:
        raise UsageError("Name the folder to make, such as my-story.")
    folder = Path(story)
    refuse_occupied(folder)  # before standard input is waited for
    given = given_articles(articles)
    schema = "\n".join(Schema().json()) + "\n"
    return Begun(make_set(folder, header_for(folder, given, set_id, title), given, schema))
