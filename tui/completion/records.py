"""The ids of a data set's records, as far as they begin alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os.path import expanduser, expandvars

from scale_explorer.data.folding import folded_name
from scale_explorer.data.opening import open_store
from scale_explorer.data.query import EVERYTHING, Field, Filter
from scale_explorer.models.kinds import Kind

from ..arguments.data_sets import data_sets
from .offer import Offer


def records(data: Iterable[str], begun: str, kinds: Iterable[Kind], most: int) -> Iterator[Offer]:
    """Yield up to `most` ids of each kind with the records' titles.

    Names of data sets may stand as they are typed, with a `~` or a variable in them.
    """
    names = data_sets(map(_spelt_out, data))
    wanted = Filter((Field("id", folded_name(begun)),)) if begun else EVERYTHING
    with open_store(names) as store:
        for kind in kinds:
            rows = store.records(kind, wanted, limit=most)
            yield from (Offer(row.id, row.title) for row in rows)


def scenarios(data: Iterable[str]) -> Iterator[Offer]:
    """Yield the scenarios that are kept for the data sets."""
    # Loaded here because only they need what is remembered.
    from ..memory.scenarios import read_scenarios  # noqa: PLC0415

    kept, _ = read_scenarios(data_sets(map(_spelt_out, data)))
    for each in kept.all:
        yield Offer(each.name, f"{len(each.without):,} switched off")


def _spelt_out(name: str) -> str:
    return expanduser(expandvars(name))  # noqa: PTH111 - a Path would drop the ./ that makes it one
