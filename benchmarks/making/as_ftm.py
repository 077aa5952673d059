"""FollowTheMoney, an object a line: `{"id": …, "schema": …, "properties": {name: [text]}}`.

Every value is a list of texts. What the model has no property for is kept in the nearest one:

- a product is an `Asset` with the keyword `product`;
- a type without an edge of its own is an `UnknownLink` with the type as its role (`customer` for
  customer_of, as the model's users write);
- a figure is a `Note` about its subject, which may be an edge: `name` is the measure, `description`
  the amount as it is written, `summary` the period, `proof` the source;
- a deal is an `Event` with its parties under `involved`;
- a quote is a `Note` with the id `ID-quote` and the name `quote`, about the ends of the claim:
  `description` has the words, `proof` the Article, which is also the `proof` of the claim.

Dates of edges and events are cut to their first day, month or year. Units, the statuses of figures
and deals, and what words mention are lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import RelationType

from .as_jsonl import line
from .writing import place, whole

NAME = "entities.ftm.json"
_ENDINGS = (".json", ".jsonl", ".ijson", ".ftm")
_T = RelationType
_SCHEMATA: Final = {
    Kind.COMPANY.value: "Company",
    Kind.PERSON.value: "Person",
    Kind.PRODUCT.value: "Asset",
    Kind.ORGANIZATION.value: "Organization",
    Kind.PUBLIC_BODY.value: "PublicBody",
}
_EDGES: Final = {
    _T.OWNS.value: ("Ownership", "owner", "asset", ""),
    _T.INVESTED_IN.value: ("Ownership", "owner", "asset", "investor"),
    _T.SUBSIDIARY_OF.value: ("Ownership", "asset", "owner", "parent"),
    _T.EMPLOYED_BY.value: ("Employment", "employee", "employer", ""),
    _T.LEADS.value: ("Directorship", "director", "organization", ""),
    _T.FOUNDED.value: ("Directorship", "director", "organization", "founder"),
    _T.REPRESENTS.value: ("Representation", "agent", "client", ""),
    _T.MEMBER_OF.value: ("Membership", "member", "organization", ""),
    _T.CUSTOMER_OF.value: ("UnknownLink", "subject", "object", "customer"),
}
"""The schema of each type, the properties of subject and object, and a role that tells it apart."""


def folder(out: Path) -> Path:
    """Return the folder that texts lie in."""
    return place(out, NAME, _ENDINGS).parent


def write(records: Iterator[Table], out: Path) -> list[Path]:
    """Write all records but the header into one file and return it."""
    path = place(out, NAME, _ENDINGS)
    with whole(path) as file:
        for record in records:
            file.writelines(f"{line(each)}\n" for each in entities(record))
    return [path]


def entities(record: Table) -> Iterator[Table]:
    """Yield what a record becomes: nothing for the header, else an entity and those of quotes."""
    kind = record["kind"]
    if kind == "dataset":
        return
    sources = [quote["source"] for quote in record.get("evidence", ())]
    schema, properties = _MADE.get(kind, _thing)(record)
    yield _entity(record["id"], schema, {**properties, "proof": sources})
    for place_, quote in enumerate(record.get("evidence", ())):
        words = {"name": ["quote"], "description": [quote["exact"]], "proof": [quote["source"]]}
        ends = [record[end] for end in ("subject", "object") if end in record]
        about = ends or [party["entity"] for party in record.get("parties", ())]
        number = f"-{place_ + 1}" if place_ else ""
        yield _entity(f"{record['id']}-quote{number}", "Note", {"entity": about, **words})


def _entity(id_: str, schema: str, properties: Table) -> Table:
    filled = {name: values for name, values in properties.items() if values}
    return {"id": id_, "schema": schema, "properties": filled}


def _thing(record: Table) -> tuple[str, Table]:
    known = record.get("identifiers", {})
    country = _one(record, "country")
    product = record["kind"] == Kind.PRODUCT.value
    return _SCHEMATA[record["kind"]], {
        "name": [record["name"]],
        "alias": record.get("aliases", []),
        "country": [code.lower() for code in country],
        "leiCode": _one(known, "lei"),
        "ticker": _one(known, "ticker"),
        "keywords": [*record.get("tags", []), *(["product"] if product else [])],
        "summary": _one(record, "summary"),
    }


def _edge(record: Table) -> tuple[str, Table]:
    unknown = ("UnknownLink", "subject", "object", record["type"])
    schema, subject, other, told = _EDGES.get(record["type"], unknown)
    history = record.get("history", [])
    return schema, {
        subject: [record["subject"]],
        other: [record["object"]],
        "role": [told] if told else _one(record, "role"),
        "startDate": _dates(record, "start"),
        "endDate": _dates(record, "end"),
        "status": [entry["status"] for entry in history[-1:]],
    }


def _figure(record: Table) -> tuple[str, Table]:
    return "Note", {
        "entity": [record["subject"]],
        "name": [record["measure"]],
        "description": [record["value"]],
        "summary": _one(record, "period"),
    }


def _deal(record: Table) -> tuple[str, Table]:
    return "Event", {
        "name": [record["title"]],
        "keywords": [record["type"]],
        "startDate": _dates(record, "announced"),
        "endDate": _dates(record, "completed"),
        "involved": [party["entity"] for party in record["parties"]],
    }


def _source(record: Table) -> tuple[str, Table]:
    return "Article", {
        "name": [record["title"]],
        "title": [record["title"]],
        "publisher": _one(record, "publisher"),
        "publishedAt": _dates(record, "published"),
        "sourceUrl": _one(record, "url"),
    }


_MADE: Final[dict[str, Callable[[Table], tuple[str, Table]]]] = {
    Kind.RELATIONSHIP.value: _edge,
    Kind.FIGURE.value: _figure,
    Kind.DEAL.value: _deal,
    Kind.SOURCE.value: _source,
}


def _one(table: Table, key: str) -> list[str]:
    return [table[key]] if key in table else []


def _dates(table: Table, key: str) -> list[str]:
    return [_cut(each) for each in _one(table, key)]


def _cut(date: str) -> str:
    """Return the plain start of an EDTF date, which is all that the model takes."""
    return date.partition("/")[0].rstrip("~?%")
