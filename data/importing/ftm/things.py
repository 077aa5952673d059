"""Companies, people, assets and documents of FollowTheMoney as entities and sources of ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scale_explorer.models.kinds import Kind

from ...loading.shapes import Table
from .entity import Entity
from .ids import our_id
from .made import Lacking, Made, date_of, figure, money, put
from .schemata import THINGS, Thing

_IDENTIFIERS: Final = {"lei": "leiCode", "ticker": "ticker", "cik": "cikCode",
                       "wikidata": "wikidataId"}  # fmt: skip
_NAMES: Final = ("name", "alias", "previousName", "weakAlias", "abbreviation")
_COUNTRIES: Final = ("country", "jurisdiction", "mainCountry", "nationality", "citizenship", "flag")
_TAGS: Final = ("keywords", "topics", "sector")
_PRODUCT: Final = "product"
_TWO_LETTERS: Final = 2
_TITLES: Final = ("title", "name", "subject", "fileName")


def thing(entity: Entity) -> list[Made] | Lacking:
    """Return the record of a thing, its parent, and what it is worth."""
    told = THINGS[entity.schema]
    name, *others = _names(entity) or ("",)
    if not name:
        return Lacking(f"{entity.schema} has no name")
    record = our_id(entity.id)
    table: Table = {"id": record, "name": name}
    known = {key: entity.one(name) for key, name in _IDENTIFIERS.items()}
    put(
        table,
        aliases=others,
        country=_country(entity),
        identifiers={key: value for key, value in known.items() if value},
        tags=_tags(entity, told),
        summary=entity.one("summary", "description", "biography", "notes"),
    )
    return [Made(told.kind, table), *_parents(entity, record), *_worth(entity, record)]


def _names(entity: Entity) -> list[str]:
    """Return the names of an entity, each once; the first is the one that it goes by."""
    names = [value for name in _NAMES for value in entity.all(name) if value.strip()]
    first = [entity.caption] if entity.caption in entity.properties.get("name", ()) else []
    found = list(dict.fromkeys([*first, *names]))
    whole = " ".join(entity.one(each) for each in ("firstName", "lastName")).strip()
    return found or ([whole] if whole else [])


def _country(entity: Entity) -> str:
    """Return a country as ISO 3166 has it; other codes stay unused, and so do further ones."""
    for name in _COUNTRIES:
        for value in entity.properties.get(name, ()):
            if len(value) == _TWO_LETTERS and value.isascii() and value.isalpha():
                if len(set(entity.properties[name])) == 1:
                    entity.used.add(name)
                return value.upper()
    return ""


def _tags(entity: Entity, told: Thing) -> list[str]:
    found = [value for name in _TAGS for value in entity.all(name)]
    is_product = told.tag == "asset" and _PRODUCT in found
    tags = [each for each in found if not (told.kind is Kind.PRODUCT and each == _PRODUCT)]
    return list(dict.fromkeys([*tags, *([told.tag] if told.tag and not is_product else [])]))


def _parents(entity: Entity, record: str) -> Iterator[Made]:
    for parent in entity.all("parent") if entity.schema != "RealEstate" else ():
        ends = {"subject": record, "object": our_id(parent)}
        yield Made(Kind.RELATIONSHIP, {"type": "subsidiary_of", **ends})


def _worth(entity: Entity, record: str) -> Iterator[Made]:
    if told := money(entity):
        yield figure(entity, record, "valuation", told)


def document(entity: Entity) -> list[Made] | Lacking:
    """Return a document as a source."""
    title = entity.one(*_TITLES) or entity.caption
    if not title.strip():
        return Lacking(f"{entity.schema} has no title")
    table: Table = {"id": our_id(entity.id), "title": title}
    put(
        table,
        publisher=entity.one("publisher"),
        authors=entity.all("author"),
        published=date_of(entity, "publishedAt", "date", "authoredAt"),
        url=entity.one("sourceUrl"),
        language=entity.one("language"),
    )
    return [Made(Kind.SOURCE, table)]
