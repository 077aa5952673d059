"""Rows of claims as a record's page tells them, and the bounds of a chain of reasons."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as it reads from one record's side.

    `key` is unique on its page and grows down it (keyset paging); `claim` is the record whose
    evidence carries the row (None where the row only groups); `target` is the other end, which
    Enter follows, or None for the claim's own page. `depth` 1 belongs to the row above: a figure of
    a relationship, a reason of a claim. `extra` is a derived remark such as `15–19 % of revenue ƒ`.
    """

    key: str
    section: str
    claim: str | None
    target: str | None
    label: str
    role: str
    amount: str
    when: str
    state: str
    extra: str
    quotes: int
    depth: int
    flags: frozenset[str]


BECAUSE, FOLLOWS = "Because", "What follows"
"""The sections of a chain of reasons: to the causes, and to the effects."""
MOST_STEPS, MOST_LINKS = 8, 200
"""How far a chain of reasons goes, and how many links either way it has at most."""
