"""Rows of records, and of the head of a record's page."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record on one line: in Browse, in a list of its kind, in search results.

    `title` names an entity, or says a claim as a sentence; `short` is the title where room is
    scarce; `detail` is the next thing a reader asks; `flags` are the words that `is:` takes.
    """

    id: str
    kind: Kind
    title: str
    short: str
    detail: str
    amount: str
    when: str
    state: str
    quotes: int
    claims: int
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a search found, and the text that matched."""

    record: RecordRow
    snippet: str


@dataclass(frozen=True, slots=True)
class Called:
    """Records of one kind that are called as a filter says, best first.

    `first` stand before all others of any kind, `then` before the others of their own.
    """

    kind: Kind
    first: tuple[RecordRow, ...]
    then: tuple[RecordRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing worth knowing at the head of a page, such as valued `$28.5–29.5 bn`.

    `claim` is the record behind it, which may be disputed.
    """

    label: str
    value: str
    claim: str | None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading above lines, and the place of the first of them among all lines."""

    title: str
    first: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """The head of a record's page."""

    record: RecordRow
    subtitle: str
    summary: str
    facts: tuple[Fact, ...]
