"""Changes of a number: another digit, scale, unit or hedge, or one that the others contradict."""

from __future__ import annotations

import re
from contextlib import suppress
from random import Random

from scale_explorer.models.quantity.reading import Reading, UnreadableAmount, read

from .rewriting import rewritten
from .subject import Fields, Mutant, Subject

_SCALES = ("thousand", "million", "billion", "trillion")
_SIGNS = ("$", "€", "£")
_HEDGES = ("", "about ", "nearly ", "over ", "at least ", "as much as ")
_MENTION = re.compile(r"\{([^{}]+)\}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_HEDGE = re.compile(r"^(?:about|around|nearly|over|at least|as much as|fewer than|between)\s+")


def digit(subject: Subject, random: Random) -> Mutant | None:
    """Change a digit, so that the new range does not meet the old one."""
    place, written, before = _figure(subject, random)
    digits = [found.start() for found in re.finditer(r"\d", written)]
    if not digits:
        return None
    at = random.choice(digits)
    changed = written[:at] + random.choice("0123456789") + written[at + 1 :]
    after = _read(changed)
    if after is None or after.interval.meets(before.interval):
        return None
    return _with_value(subject, "digit changed", place, changed)


def scale(subject: Subject, random: Random) -> Mutant | None:
    """Write million for billion, or the like."""
    place, written, _ = _figure(subject, random)
    known = next((word for word in _SCALES if word in written), None)
    if known is None:
        return None
    other = random.choice([word for word in _SCALES if word != known])
    return _with_value(subject, "scale changed", place, written.replace(known, other))


def unit(subject: Subject, random: Random) -> Mutant | None:
    """Write euro for dollars, or percentage points for percent."""
    place, written, _ = _figure(subject, random)
    known = next((sign for sign in _SIGNS if sign in written), None)
    if known is not None:
        other = random.choice([sign for sign in _SIGNS if sign != known])
        changed = written.replace(known, other)
    elif written.endswith("%"):
        changed = random.choice([written[:-1] + " percentage points", f"${written[:-1]}"])
    else:
        return None
    fields = _with_value(subject, "unit changed", place, changed)
    fields.records[place].pop("unit", None)
    return fields


def hedge(subject: Subject, random: Random) -> Mutant | None:
    """Write over for about, or leave the hedge out."""
    place, written, before = _figure(subject, random)
    changed = random.choice(_HEDGES) + _HEDGE.sub("", written)
    after = _read(changed)
    if after is None or (after.hedge, after.interval) == (before.hedge, before.interval):
        return None
    return _with_value(subject, "hedge changed", place, changed)


def inconsistent(subject: Subject, random: Random) -> Mutant | None:
    """Give a number that enters an expectation another value everywhere: in text and quotes too.

    So every word is in its source and every number in its words; only the sums are wrong.
    """
    written = [_value(subject, name) for name in _expected(subject)]
    numbers = [(value, found) for value in written for found in _NUMBER.findall(value)]
    if not numbers:
        return None
    value, number = random.choice(numbers)
    other = max(1, round(float(number) * random.choice([0.2, 0.3, 3, 4])))
    return rewritten(subject, "sums made inconsistent", value, value.replace(number, str(other)))


def _expected(subject: Subject) -> list[str]:
    """Return the figures that must come to the same as others; < bears a threefold number."""
    sound = [each.that for each in subject.dataset.expectations if not each.known]
    sound = [that for that in sound if "<" not in that]
    return sorted({name for that in sound for name in _MENTION.findall(that)})


def _value(subject: Subject, figure: str) -> str:
    """Return the words that a figure's value was written in, or nothing."""
    fields = next(each for each in subject.fields if each["id"] == figure)
    value = fields.get("value")
    return value if isinstance(value, str) else ""


def _figure(subject: Subject, random: Random) -> tuple[int, str, Reading]:
    """Return a figure that was stated in words: its place, the words, and how they read."""
    stated = [
        (place, fields["value"], reading)
        for place, fields in enumerate(subject.fields)
        if isinstance(fields.get("value"), str) and (reading := _read(fields["value"]))
    ]
    return random.choice(stated)


def _read(written: str) -> Reading | None:
    with suppress(UnreadableAmount):
        return read(written)
    return None


def _with_value(subject: Subject, kind: str, place: int, written: str) -> Mutant:
    fields: Fields = {**subject.fields[place], "value": written}
    return Mutant(kind, f"{fields['id']}: {written}", {place: fields})
