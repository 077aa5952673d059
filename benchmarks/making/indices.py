"""Companies of stock indices with people, products and figures, from `pytickersymbols`.

Its one data file is a literal, which is read as such and never run. People and products stand in
running text there; what cannot be told apart surely is left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache as once
from pathlib import Path
from typing import Any

from babel import Locale

from scale_explorer.data.loading.records import read_model
from scale_explorer.data.loading.shapes import Table, as_table
from scale_explorer.data.slug import slug
from scale_explorer.models.figure import Figure

from .fetching import FetchError, python_package
from .found import Found, header, line, relationship, source
from .running_text import amount, people, things

_PACKAGE = "pytickersymbols==1.17.10"
_ORIGIN = f"Wikipedia (CC BY-SA), through the Python package {_PACKAGE}"
_SOURCE = "index-companies"
_LEADERS = ("ceo", "chief executive", "chair", "president")
_MEASURES = {"revenue": "revenue", "net_income": "profit", "employees": "headcount"}
_UNITS = {"headcount": "employees"}
"""Units that an amount does not tell."""


def found(cache: Path) -> Found:
    """Return indices, companies, people, products and figures; raises FetchError."""
    file = python_package(_PACKAGE, cache) / "pytickersymbols" / "indices_data.py"
    try:
        read = _literal(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxError) as error:
        raise FetchError(f"{_PACKAGE} is not what it was: {error}") from error
    return Found(of_indices(read), f"Entries of {_ORIGIN}.")


def _literal(text: str) -> dict[str, Any]:
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.Assign):
            value = as_table(ast.literal_eval(statement.value))
            if value is not None:
                return value
    raise ValueError("it has no table of indices")


def of_indices(indices: dict[str, Any]) -> Iterator[Table]:
    """Yield the records of a table of indices; of two with one id the first counts."""
    yield header("indices", "Companies of stock indices", _ORIGIN)
    text = {"text": f"texts/{_SOURCE}.txt"}
    yield source(_SOURCE, "Entries on index companies", publisher="Wikipedia", **text)
    seen = set[str]()
    for record in _records(indices):
        if record["id"] not in seen:
            seen.add(record["id"])
            yield record


def _records(indices: dict[str, Any]) -> Iterator[Table]:
    for name, index in indices.items():
        group = f"ix-{slug(name)}"
        yield {"kind": "organization", "id": group, "name": line(name), "tags": ["stock index"]}
        for company in index["companies"]:
            called = line(company["name"])
            if part := slug(called):
                yield from _company(f"co-{part}", called, company)
                yield relationship("member_of", f"co-{part}", group)


def _company(id_: str, name: str, company: Table) -> Iterator[Table]:
    known = as_table(company.get("metadata")) or {}
    record: Table = {"kind": "company", "id": id_, "name": name}
    if country := _codes().get(company.get("country", "")):
        record["country"] = country
    symbols = [line(each.get("google")) for each in company.get("symbols") or ()]
    if tickers := [symbol for symbol in symbols if ":" in symbol]:
        record["identifiers"] = {"ticker": tickers[0]}
    yield {**record, "tags": [line(each) for each in company.get("industries") or ()]}
    for field, measure in _MEASURES.items():
        yield from _figure(id_, name, measure, field, line(known.get(field)))
    yield from _people(id_, name, line(known.get("key_people")))
    yield from _founders(id_, name, line(known.get("founder")))
    for thing in things(line(known.get("products"))):
        yield {"kind": "product", "id": f"pr-{slug(thing)}", "name": thing}
        yield relationship("makes", id_, f"pr-{slug(thing)}")


def _figure(id_: str, name: str, measure: str, field: str, text: str) -> Iterator[Table]:
    value, year = amount(text)
    table: Table = {"id": f"{id_}-{measure}", "subject": id_, "measure": measure, "value": value}
    if year:
        table["period"] = year
    if measure in _UNITS:
        table |= {"unit": _UNITS[measure], "as_written": value}
    table["evidence"] = _evidence(name, field, text)
    if isinstance(read_model(table, Figure), Figure):
        yield {"kind": "figure", **table}


def _people(id_: str, name: str, text: str) -> Iterator[Table]:
    for person, role in people(text):
        leads = any(word in role.lower() for word in _LEADERS)
        type_ = "leads" if leads else "employed_by"
        yield {"kind": "person", "id": f"pe-{slug(person)}", "name": person}
        more = {"role": role, "evidence": _evidence(name, "key people", text)}
        yield relationship(type_, f"pe-{slug(person)}", id_, **more)


def _founders(id_: str, name: str, text: str) -> Iterator[Table]:
    """Yield a founder where there is but one, by the look of it."""
    if 2 <= len(text.split()) <= 3 and text.istitle() and slug(text):
        yield {"kind": "person", "id": f"pe-{slug(text)}", "name": text}
        quote = _evidence(name, "founder", text)
        yield relationship("founded", f"pe-{slug(text)}", id_, evidence=quote)


def _evidence(name: str, field: str, text: str) -> list[Table]:
    return [{"source": _SOURCE, "exact": f"{name}, {field}: {text}"}]


@once
def _codes() -> dict[str, str]:
    """Return the codes of countries by their English names."""
    territories: dict[str, str] = dict(Locale("en").territories)
    return {name: code for code, name in territories.items() if len(code) == 2 and code.isalpha()}
