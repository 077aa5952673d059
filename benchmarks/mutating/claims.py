"""Changes of what belongs together: a quote with another claim, a claim with other parties."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from scale_explorer.models.dataset import Dataset

from .quoting import quotes, with_more, with_only, without_quote
from .subject import Fields, Mutant, Subject

_ENDS = ("subject", "object", "scope", "speaker", "holder", "cause", "effect")


def moved(subject: Subject, random: Random) -> Mutant | None:
    """Take a quote from one claim and give it to another."""
    (place, quote), target = _quote_and_claim(subject, random)
    if place.record == target or _quotes_same(subject, target, quote):
        return None
    records = {
        place.record: without_quote(subject, place),
        target: with_more(subject, target, quote),
    }
    return Mutant("quote moved", _what(subject, quote, target), records)


def reused(subject: Subject, random: Random) -> Mutant | None:
    """Give a claim nothing but a true quote of another claim."""
    (place, quote), target = _quote_and_claim(subject, random)
    if place.record == target or _quotes_same(subject, target, quote):
        return None
    records = {target: with_only(subject, target, quote)}
    return Mutant("quote reused for another claim", _what(subject, quote, target), records)


def party(subject: Subject, random: Random) -> Mutant | None:
    """Put another record of the same kind in place of a party."""
    ends = [
        (place, path)
        for place, fields in enumerate(subject.fields)
        for path in _parties(fields)
        if fields.get("evidence")
    ]
    place, path = random.choice(ends)
    fields = deepcopy(subject.fields[place])
    holder, key = _at(fields, path)
    others = [each for each in _like(subject.dataset, holder[key]) if each not in str(fields)]
    if not others:
        return None
    # The id stays as it was, or references to it would give the change away.
    holder[key] = random.choice(others)
    return Mutant("party replaced", f"{fields['id']}: {holder[key]}", {place: fields})


def _quote_and_claim(subject: Subject, random: Random) -> tuple[Any, int]:
    """Return a quote, and another claim that has quotes and parties."""
    all_quotes = list(quotes(subject))
    targets = sorted({place.record for place, _ in all_quotes})
    return random.choice(all_quotes), random.choice(targets)


def _quotes_same(subject: Subject, target: int, quote: Fields) -> bool:
    """Say whether a claim rests on these words already, or on some that hold them."""
    own = [other["exact"] for place, other in quotes(subject) if place.record == target]
    return any(quote["exact"] in each or each in quote["exact"] for each in own)


def _what(subject: Subject, quote: Fields, target: int) -> str:
    return f"{quote['exact']} -> {subject.fields[target]['id']}"


def _parties(fields: Fields) -> Iterator[tuple[Any, ...]]:
    yield from ((end,) for end in _ENDS if isinstance(fields.get(end), str))
    yield from (("parties", n, "entity") for n, _ in enumerate(fields.get("parties", ())))
    yield from (("about", n, "id") for n, _ in enumerate(fields.get("about", ())))


def _at(fields: Fields, path: tuple[Any, ...]) -> tuple[Any, Any]:
    holder: Any = fields
    for key in path[:-1]:
        holder = holder[key]
    return holder, path[-1]


def _like(dataset: Dataset, record_id: str) -> list[str]:
    kind = dataset.by_id[record_id].KIND
    return [record.id for record in dataset.records if record.KIND is kind]
