"""Kinds of record as the command line names them."""

from __future__ import annotations

from scale_explorer.data.loading.nearest import nearest
from scale_explorer.data.query import Filter
from scale_explorer.models.errors import UsageError
from scale_explorer.models.kinds import Kind, kind_from_plural


def known_kind(kind: str | None, doing: str) -> Kind:
    """Return the kind that is called so; raises UsageError with what there is to be `doing`."""
    if kind is None:
        raise UsageError(f"Say what to {doing}: {_kinds()}.")
    known = kind_from_plural(kind)
    if known is not None:
        return known
    near = nearest(kind, [each.plural for each in Kind])
    hint = f"Did you mean {' or '.join(near)}?" if near else f"The kinds are {_kinds()}."
    raise UsageError(f"There is no kind of record {kind!r}. {hint}")


def none_found(kind: Kind, matching: Filter) -> str:
    """Say that there are no records of a kind, or none that match."""
    which = "match" if matching.terms else "are in this data set"
    return f"No {kind.plural.replace('-', ' ')} {which}."


def _kinds() -> str:
    *others, last = (known.plural for known in Kind)
    return f"{', '.join(others)} and {last}"
