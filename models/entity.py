"""What companies, people, products and groups share (FollowTheMoney Thing)."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from .evidence import Evidence
from .record import Frozen, Line, Name, Prose, Record


class Identifiers(Frozen):
    """Names that registers gave: ISO 17442 LEI, exchange ticker, SEC CIK, Wikidata item."""

    lei: Line | None = None
    ticker: Line | None = None
    cik: Line | None = None
    wikidata: Line | None = None


class Entity(Record):
    """Somebody or something that acts or is acted on.

    `summary` is the data set's own words; `unnamed` marks one whom the source does not name, such
    as a spokesperson.
    """

    name: Name
    aliases: tuple[Name, ...] = ()
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    identifiers: Identifiers = Identifiers()
    tags: tuple[Line, ...] = ()
    summary: Prose = ""
    unnamed: bool = False
    evidence: tuple[Evidence, ...] = ()
