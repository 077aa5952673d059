"""What there is to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scale_explorer.data.loading.limits import RECORDS
from scale_explorer.data.query import parse
from scale_explorer.data.store.protocol import PAGE, Store
from scale_explorer.models.frozen import dataclass

from ..verbs.kinds import known_kind, none_found


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: what is printed then, and what it is called, if anything."""

    id: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """All that can be chosen, in their order; `nothing` is told when there are none."""

    heading: str
    all: tuple[Choice, ...]
    nothing: str


def records(store: Store, kind: str | None, words: Sequence[str]) -> Choices:
    """Return the records of a kind that a filter keeps, the first 100,000 of them.

    Raises UsageError for a kind or a filter that there is not.
    """
    known, matching = known_kind(kind, "pick"), parse(" ".join(words))

    def pages() -> Iterator[Choice]:
        after: str | None = None
        while rows := store.records(known, matching, after=after):
            yield from (Choice(row.id, row.title) for row in rows)
            if len(rows) < PAGE:
                return
            after = rows[-1].id

    found = tuple(choice for choice, _ in zip(pages(), range(RECORDS), strict=False))
    return Choices(known.heading, found, none_found(known, matching))
