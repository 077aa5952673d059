"""Fingerprints of records: what is kept of a visit, so that the next one can tell what is new.

They depend on what a record says and nothing else, so that another version of the program finds
the same. Places of quotes do not count; whether one was not found does, and what a formula comes
to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from scale_explorer.models.figure import Figure
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.record import Record

from ..analysis.links import Links
from ..matching.renaming import renamed
from .content import content

_BYTES = 8

Lapsed = Callable[[Record], Iterable[str]]
"""Gives the words of a record's quotes that were looked for and not found."""


@dataclass(frozen=True, slots=True)
class Print:
    """Three signed numbers of 64 bits: of the id, and of what is said, told in two ways.

    `own` has other records by their ids, `named` by what they are called. When an id changes and
    all that name it follow, `named` stays; when a name changes, `own` stays of those that name it.
    """

    id: int
    own: int
    named: int


def prints(
    links: Links, records: Iterable[Record], called: Callable[[str], str], lapsed: Lapsed
) -> Iterator[Print]:
    """Yield the fingerprint of each record.

    `called` says what a record of the set is called.
    """
    for record in records:
        known = "\n".join((_came_to(links, record), *lapsed(record)))
        yield Print(
            number(record.id),
            number(f"{content(record)}\n{known}"),
            number(f"{content(renamed(record, called))}\n{known}"),
        )


def number(text: str) -> int:
    """Return a text's hash (BLAKE2b) as a signed number of 64 bits."""
    digest = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)


def _came_to(links: Links, record: Record) -> str:
    if not (isinstance(record, Figure) and record.formula):
        return ""
    quantity = links.quantity(record)
    return f"{quantity.interval.to_json()} {quantity.unit}" if quantity else ""
