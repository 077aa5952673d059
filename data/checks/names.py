"""Names that may mean one thing twice, and identifiers that no register gave."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from babel import Locale
from rapidfuzz import fuzz

from scale_explorer.models.entity import Entity
from scale_explorer.models.group import Group
from scale_explorer.models.kinds import Kind

from .context import At, Context
from .finding import Finding

_ALIKE = 90.0  # per cent
_NEIGHBOURS = 5
# What registers put behind a name, and texts leave out.
_LEGAL_FORMS = frozenset(
    "ab ag as asa bv co company corp corporation gmbh inc incorporated kg limited llc llp lp ltd nv"
    " oy oyj plc pte pty sa sarl sas se spa srl the".split()
)
_WORD = re.compile(r"\w+")
_LEI = re.compile(r"[0-9A-Z]{18}[0-9]{2}")
_CIK = re.compile(r"0*[1-9][0-9]{0,9}")
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
# Babel lists regions that are no countries: groups of states, test codes, unknown.
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


class _Name(NamedTuple):
    """A name as it is compared, with the entity that has it."""

    kind: Kind
    key: str
    written: str
    entity: Entity


def near_duplicate_name(context: Context) -> Iterator[Finding]:
    """Warn of entities of one kind whose names or aliases read alike.

    Names are compared with their neighbours in alphabetical order, read forwards and backwards
    (the sorted-neighbourhood method of Hernández and Stolfo, 1995), so the time stays linear.
    """
    names = [name for entity in context.dataset.entities for name in _names(entity)]
    told: set[tuple[str, str]] = set()
    for ordered in (sorted(names, key=_forwards), sorted(names, key=_backwards)):
        for place, name in enumerate(ordered):
            for other in islice(ordered, place + 1, place + 1 + _NEIGHBOURS):
                pair = (name.entity.id, other.entity.id)
                if pair in told or pair[::-1] in told or not _read_alike(name, other):
                    continue
                told.add(pair)
                yield _near_duplicate(context, name, other)
