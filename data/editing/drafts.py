"""Articles on their way into a set: each has its id, and none is in it already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass

from ..articles.article import Article
from ..articles.naming import source_id

TEXTS = "sources"
"""The folder of the texts, inside the set's; no data file is looked for in it."""


@dataclass(frozen=True, slots=True)
class Given:
    """An article as somebody gave it: `name` is what it is called, `stem` what its id may be."""

    name: str
    stem: str
    article: Article


@dataclass(frozen=True, slots=True)
class Draft:
    """A source to be: an article under the id that it will have."""

    id: str
    given: Given

    @property
    def text(self) -> str:
        """Where its text will lie, inside the set's folder."""
        return f"{TEXTS}/{self.id}.txt"

    @property
    def table(self) -> Mapping[str, Any]:
        """Its table, as one would write it."""
        return self.given.article.as_source(self.id, self.text)


def drafts(
    given: Iterable[Given], is_taken: Callable[[str], bool], known: Mapping[str, str]
) -> tuple[Draft, ...]:
    """Give every article an id that is not taken.

    `known` are the sources that the set has, by the hash of their texts. Raises UsageError for an
    article that is one of them, or is given twice.
    """
    made: dict[str, Draft] = {}
    ids: set[str] = set()
    for each in given:
        sha256 = each.article.sha256
        if sha256 in known:
            raise UsageError(f"{each.name} is in the set already, as source {known[sha256]}.")
        if sha256 in made:
            raise UsageError(f"{each.name} is the same text as {made[sha256].given.name}.")
        found = source_id(each.stem, each.article.title, lambda name: name in ids or is_taken(name))
        ids.add(found)
        made[sha256] = Draft(found, each)
    return tuple(made.values())
