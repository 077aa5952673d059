"""What a figure is most likely about: a price is a deal's, a spend that of a relationship."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.loading.shapes import as_list, as_table
from scale_explorer.models.kinds import Kind

_OF_DEALS = frozenset({"price", "stake"})
_OF_RELATIONSHIPS = frozenset({"spend", "unit_price"})


def subject_of(measure: str, named: Sequence[str], manuscript: Manuscript) -> str | None:
    """Return the deal or relationship that a measure of some entities belongs to, if there is one.

    It must join all that are named, or be the only one of the one that is.
    """
    kind = _kind_of(measure)
    if kind is None or not named:
        return None
    fitting = [key for key, ends in _joining(kind, manuscript) if ends.issuperset(named)]
    return fitting[0] if len(fitting) == 1 or (fitting and len(named) > 1) else None


def _kind_of(measure: str) -> Kind | None:
    if measure in _OF_DEALS:
        return Kind.DEAL
    return Kind.RELATIONSHIP if measure in _OF_RELATIONSHIPS else None


def _joining(kind: Kind, manuscript: Manuscript) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the deals or relationships of a set with the entities that they join."""
    for key, entry in manuscript.by_id.items():
        if entry.kind is not kind:
            continue
        if kind is Kind.DEAL:
            parties = map(as_table, as_list(entry.table.get("parties")) or ())
            yield key, frozenset(str(each.get("entity")) for each in parties if each)
        else:
            yield key, frozenset({str(entry.table.get("subject")), str(entry.table.get("object"))})
