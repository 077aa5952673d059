"""What a record is called inside a sentence about another."""

from __future__ import annotations

from collections.abc import Iterable

from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Source
from scale_explorer.models.organization import PublicBody

from .links import Links

NAMED = 6
"""Names told in a row."""


def name(links: Links, record_id: str) -> str:
    """Return the name or title of an entity, deal or source; of anything else its id."""
    record = links.dataset.by_id.get(record_id)
    if isinstance(record, Entity):
        return record.name
    return record.title if isinstance(record, Deal | Source) else record_id


def with_article(links: Links, record_id: str) -> str:
    """Return a name as a sentence takes it: `the U.S. government`, but `Taiwan`."""
    told = name(links, record_id)
    first, *_, last = told.split() if " " in told else ("", "")
    is_common = last.islower() and not last.endswith("s") and first.lower() != "the"
    is_body = isinstance(links.dataset.by_id.get(record_id), PublicBody)
    return f"the {told}" if is_body and is_common else told


def possessive(links: Links, record_id: str) -> str:
    """Return whose something is: `Scale AI’s`, `Birch Mills’`."""
    told = with_article(links, record_id)
    return f"{told}’" if told.endswith("s") else f"{told}’s"


def sentence_case(text: str) -> str:
    """Return a text as it stands at a beginning; `labeled data` rises, `xAI` does not."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return text[:1].upper() + text[1:] if first.removesuffix("’s").islower() else text


def names(links: Links, ids: Iterable[str]) -> str:
    """Return several names in a row, the first few of many."""
    found = tuple(ids)
    told = [name(links, each) for each in found[:NAMED]]
    more = [f"{len(found) - NAMED} more"] if len(found) > NAMED else []
    return ", ".join([*told, *more])
