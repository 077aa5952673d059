"""Changes that show without the words: an id that is nobody's, dates the wrong way round."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from random import Random
from typing import Any

from .subject import Fields, Mutant, Subject

_REFERENCES = (
    "subject", "object", "scope", "speaker", "holder", "cause", "effect", "deal", "relative_to",
)  # fmt: skip


def reference(subject: Subject, random: Random) -> Mutant | None:
    """Misspell an id that a record names."""
    places = [
        (place, end)
        for place, fields in enumerate(subject.fields)
        for end in _REFERENCES
        if isinstance(fields.get(end), str)
    ]
    place, end = random.choice(places)
    fields = deepcopy(subject.fields[place])
    at = random.randrange(len(fields[end]))
    misspelt = fields[end][:at] + random.choice("qxz") + fields[end][at:]
    if misspelt in subject.dataset.by_id:
        return None
    fields[end] = misspelt
    return Mutant("reference broken", f"{fields['id']}: {misspelt}", {place: fields})


def dates(subject: Subject, random: Random) -> Mutant | None:
    """Turn two dates of a record round."""
    turned = [
        (place, changed)
        for place, fields in enumerate(subject.fields)
        for changed in _turned(subject, fields)
    ]
    if not turned:
        return None
    place, fields = random.choice(turned)
    return Mutant("dates turned round", json.dumps(fields, default=str)[:80], {place: fields})


def _turned(subject: Subject, fields: Fields) -> Iterator[Fields]:
    """Yield a record with an end before its beginning, in each way that it offers."""
    if announced := fields.get("announced"):
        yield {**fields, "completed": _year_before(str(announced))}
    history: list[Any] = fields.get("history", [])
    if len(history) > 1 and history[0].get("date") and _apart(history):
        dated = list(reversed([change.get("date") for change in history]))
        pairs = zip(history, dated, strict=True)
        yield {**fields, "history": [{**change, "date": day} for change, day in pairs]}
    if _is_reported(fields) and _published(subject, fields):
        yield {**fields, "period": str(date.max.year)}
    if "object" in fields and "history" in fields:
        yield {**fields, "start": "2030", "end": "2020"}


def _is_reported(fields: Fields) -> bool:
    stated = isinstance(fields.get("period"), str) and "formula" not in fields
    return stated and fields.get("status", "reported") == "reported"


def _apart(history: list[Any]) -> bool:
    """Say whether the first and the last date of a history surely differ: “about” may be either."""
    first, last = (str(history[n].get("date") or "") for n in (0, -1))
    sure = bool(first and last) and "~" not in first + last
    return sure and first[:4] < last[:4]


def _year_before(day: str) -> str:
    return str(int(day[:4]) - 1)


def _published(subject: Subject, fields: Fields) -> bool:
    sources = [quote["source"] for quote in fields.get("evidence", ())]
    known = [subject.dataset.by_id[source] for source in sources]
    return bool(known) and all(getattr(source, "published", None) for source in known)
