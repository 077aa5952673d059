"""Filters on ties: `type:`, `status:`, `kind:`, `role:`, qualities, and words."""

from __future__ import annotations

from typing import TypeGuard

from scale_explorer.models.text import clean

from ..folding import folded, folded_name
from ..loading.nearest import nearest
from ..query import Field, Filter, FilterError, Quality, Term, Word
from ..store.rows.edges import EdgeRow
from .tie_words import TYPES, heading_of

_ECHOED = 20
"""Characters of a type that is not there that are repeated, so that it stays one line."""

FIELDS = frozenset({"type", "status", "kind", "role"})


class TieFilterError(FilterError):
    """A filter that asks of ties what they do not tell, or for a type that there is not."""


def check(matching: Filter) -> None:
    """Raise TieFilterError where a filter asks for what ties do not tell."""
    for term in matching.terms:
        if not _is_known(term):
            raise TieFilterError(
                "Of ties a filter takes words, type:, status:, kind:, role: and is:."
            )
        if _is_of_type(term):
            types_named(term)


def _is_known(term: Term) -> bool:
    return isinstance(term, Word | Quality) or (isinstance(term, Field) and term.name in FIELDS)


def types_named(term: Field) -> frozenset[str]:
    """Return the types of ties that `type:` means; raises TieFilterError where there are none."""
    ways = (True, False)
    found = {tie for tie in TYPES for way in ways if _is_type(term, tie, outward=way)}
    if not found:
        raise TieFilterError(_no_such_type(term.value))
    return frozenset(found)


def _no_such_type(name: str) -> str:
    """Offer what is near: a type's own name, or what the far ends of its ties are called."""
    headings = (heading_of(tie, outward=way).lower() for tie in TYPES for way in (True, False))
    found = nearest(name, dict.fromkeys((*TYPES, *headings)))
    typed = clean(name)
    shown = typed if len(typed) <= _ECHOED else f"{typed[: _ECHOED - 1]}…"
    if found:
        return f"No type {shown}: {' or '.join(found)}?"
    return f"No type {shown}: use one of {', '.join(TYPES)}."


def may_have(matching: Filter, tie: str, *, outward: bool) -> bool:
    """Say whether ties of a type and direction can match, as far as their type goes."""
    types = filter(_is_of_type, matching.terms)
    return all(_is_type(term, tie, outward=outward) is not term.negated for term in types)


def asks_of_each(matching: Filter) -> bool:
    """Say whether a filter asks for more than the type, so that each tie must be looked at."""
    return not all(_is_of_type(term) for term in matching.terms)


def asks_of_types(matching: Filter) -> bool:
    """Say whether a filter asks for types."""
    return any(_is_of_type(term) for term in matching.terms)


def _is_of_type(term: Term) -> TypeGuard[Field]:
    return isinstance(term, Field) and term.name == "type"


def fits(edge: EdgeRow, matching: Filter) -> bool:
    """Say whether a tie has all that a filter asks for."""
    return all(_has(edge, term) for term in matching.terms)


def _has(edge: EdgeRow, term: Term) -> bool:
    match term:
        case Word():
            told = folded(f"{edge.far_name} {edge.verb} {edge.role} {edge.amount}")
            return (term.text in told) is not term.negated
        case Quality():
            return (term.name in edge.flags) is not term.negated
        case Field(name="type"):
            return _is_type(term, edge.type, outward=edge.outward) is not term.negated
        case Field():
            return folded_name(_value(edge, term.name)).startswith(term.value) is not term.negated
        case _:
            return True


def _value(edge: EdgeRow, name: str) -> str:
    values = {"status": edge.state or "current", "kind": edge.far_kind.value, "role": edge.role}
    return values.get(name, "")


def _is_type(term: Field, tie: str, *, outward: bool) -> bool:
    """Compare with the type's own name and with its heading, which is what readers see."""
    names = (tie, heading_of(tie, outward=outward))
    return any(folded_name(name).startswith(term.value) for name in names)
