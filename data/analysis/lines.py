"""A line of a record's page, before the store numbers it."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as it reads from one side; its quotes and qualities are the claim's own.

    `claim` carries the evidence, `target` is the other end, if any. Without a label the claim's
    title stands, without a state the claim's. Lines of depth 1 belong to the line above; one that
    `groups` is there for their sake only. `since` is the first day on which a line of a history may
    count, `surely` the first on which it does.
    """

    section: str
    claim: str
    target: str | None = None
    label: str | None = None
    role: str = ""
    amount: str = ""
    period: str = ""
    state: str | None = None
    extra: str = ""
    depth: int = 0
    groups: bool = False
    since: str = ""
    surely: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact for the head of a page, and the id of the claim behind it."""

    label: str
    value: str
    claim: str | None = None
