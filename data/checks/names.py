"""Names that may mean one thing twice, and identifiers that no register gave."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale
from rapidfuzz import fuzz

from scale_explorer.models.characters import STAND_IN, Sort, sort_of
from scale_explorer.models.entity import Entity
from scale_explorer.models.group import Group
from scale_explorer.models.kinds import Kind

from ..finding import Finding
from ..identifiers import SHAPES
from ..legal_forms import LEGAL_FORMS, without_article
from .context import At, Context

_ALIKE = 90.0  # per cent
_NEIGHBOURS = 5  # names that each is compared with
_UNSEEN = frozenset({Sort.JOINER, Sort.SELECTOR, Sort.TAG, Sort.UNSAFE})
_WORD = re.compile(r"\w+")
# Babel lists regions that are no countries: groups of states, test codes, unknown.
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


class _Name(NamedTuple):
    """A name as it is compared, and the entity that has it, in the order of the files."""

    kind: Kind
    key: str
    order: int
    written: str
    entity: Entity


def near_duplicate_name(context: Context) -> Iterator[Finding]:
    """Warn of entities of one kind whose names or aliases read alike.

    Names are compared with their neighbours in alphabetical order, read forwards and backwards
    (the sorted-neighbourhood method of Hernández and Stolfo, 1995), so the time stays linear.
    """
    entities = enumerate(context.dataset.entities)
    names = [name for order, entity in entities for name in _names(order, entity)]
    told: set[frozenset[str]] = set()
    for ordered in (sorted(names, key=_forwards), sorted(names, key=_backwards)):
        for place, name in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + _NEIGHBOURS]:
                pair = frozenset({name.entity.id, other.entity.id})
                if pair not in told and _read_alike(name, other):
                    told.add(pair)
                    yield _near_duplicate(context, name, other)


def bad_identifier(context: Context) -> Iterator[Finding]:
    """Tell of identifiers and country codes that cannot be: wrong shape or wrong check digits."""
    for entity in context.dataset.entities:
        for field, value in entity.identifiers:
            if value and field in SHAPES and not SHAPES[field].fits(value):
                at = At(entity.id, "identifiers", value)
                hint = f"it is {SHAPES[field].told}"
                yield context.error("bad_identifier", f"{value} is no {field}", at, hint)
        if entity.country is not None and entity.country not in _countries():
            at = At(entity.id, "country")
            hint = "it is two capitals of ISO 3166-1, such as US or GB"
            yield context.error("bad_identifier", f"{entity.country} is no country", at, hint)


def _names(order: int, entity: Entity) -> Iterator[_Name]:
    """Yield a named entity's names; groups and the unnamed are described, not named."""
    if entity.unnamed or isinstance(entity, Group):
        return
    for written in (entity.name, *entity.aliases):
        yield _Name(entity.KIND, _compared(written), order, written, entity)


def _compared(name: str) -> str:
    """Return a name without case, punctuation, legal form and an article at the beginning.

    What nobody sees parts no word: two names that differ in it alone are twins.
    """
    seen = unicodedata.normalize("NFKC", "".join(filter(_is_seen, name)))
    plain = without_article(_WORD.findall(seen.casefold()))
    return " ".join(word for word in plain if word not in LEGAL_FORMS) or " ".join(plain)


def _is_seen(character: str) -> bool:
    """Say whether one sees a character: no joiner, selector or stand-in for such a thing."""
    return sort_of(character) not in _UNSEEN and character != STAND_IN


def _forwards(name: _Name) -> tuple[str, str]:
    return name.kind, name.key


def _backwards(name: _Name) -> tuple[str, str]:
    return name.kind, name.key[::-1]


def _read_alike(one: _Name, other: _Name) -> bool:
    if one.kind != other.kind or one.entity.id == other.entity.id:
        return False
    if _digits(one.key) != _digits(other.key):  # GPT-4 is not GPT-5
        return False
    return fuzz.ratio(one.key, other.key, score_cutoff=_ALIKE) > 0


def _digits(key: str) -> str:
    return "".join(filter(str.isdigit, key))


def _near_duplicate(context: Context, name: _Name, other: _Name) -> Finding:
    first, second = sorted((name, other), key=lambda each: each.order)
    message = f"{second.written} may be the same as {first.written} ({first.entity.id})"
    hint = "if so, keep one and give it the other name as an alias"
    return context.warning("near_duplicate_name", message, At(second.entity.id, "name"), hint)


@cache
def _countries() -> frozenset[str]:
    regions = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in regions if len(code) == 2) - _NO_COUNTRIES
