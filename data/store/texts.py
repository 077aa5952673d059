"""What search and the words of a filter look in."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.entity import Entity
from scale_explorer.models.record import Record
from scale_explorer.models.statement import Statement

from ..analysis.links import Links
from ..analysis.phrasing import detail, title
from ..analysis.wording import state, when
from ..folding import folded
from ..grounding.quotes import quotes_of
from ..matching.ids import bare
from .weights import ALIAS, ID, NAME, QUOTE, SUMMARY, TITLE


def pieces(links: Links, record: Record) -> Iterator[tuple[int, str]]:
    """Yield the texts that a record is found by, with their weights; the same text once."""
    seen: set[str] = set()
    for weight, text in _pieces(links, record):
        if text and folded(text) not in seen:
            seen.add(folded(text))
            yield weight, text


def _pieces(links: Links, record: Record) -> Iterator[tuple[int, str]]:
    if isinstance(record, Entity):
        yield NAME, record.name
        yield from ((ALIAS, alias) for alias in record.aliases)
    else:
        yield TITLE, title(links, record)
    yield ID, bare(record.id)
    yield SUMMARY, record.summary if isinstance(record, Entity) else detail(links, record)
    yield from ((QUOTE, cited.quote.exact) for cited in quotes_of(record))


def filter_text(links: Links, record: Record, amount: str) -> str:
    """Return all that a record's line shows, its id, aliases and tags, folded."""
    told = [title(links, record), detail(links, record), amount, when(record), state(record)]
    if isinstance(record, Entity):
        told += [*record.aliases, *record.tags, record.summary, record.country or ""]
    if isinstance(record, Statement):
        told.append(record.attribution)
    return folded("; ".join([*filter(None, told), bare(record.id)]))
