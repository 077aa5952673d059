"""What a store answers with: frozen, slotted rows that are ready to show.

Texts are clean, amounts are formatted, phrases are told from the side they are asked from; nothing
here needs Pydantic, and no row carries a store's internal numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scale_explorer.models.kinds import Kind

if TYPE_CHECKING:
    from scale_explorer.models.quantity.interval import Interval


@dataclass(frozen=True, slots=True)
class Lens:
    """How to look: as known on a day (ISO 8601), and with which relationships switched off."""

    as_of: str | None = None
    without: frozenset[str] = frozenset()


PLAIN_LENS = Lens()


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day (ISO 8601) at which so many records begin to count, and so many others change."""

    day: str
    added: int
    changed: int

    @property
    def count(self) -> int:
        """How many records that is."""
        return self.added + self.changed


@dataclass(frozen=True, slots=True)
class Verification:
    """How many quotes there are, and how many of them were found in their source's text.

    `here` were checked against text on this machine, `locked` by the set's authors.
    """

    quotes: int
    here: int
    locked: int

    @property
    def unverified(self) -> int:
        """Quotes that nobody has checked, or that were not found."""
        return self.quotes - self.here - self.locked


@dataclass(frozen=True, slots=True)
class SetRow:
    """The data set itself: `counts` holds every kind that has records.

    `qualities` holds every quality of `vocabulary.TRUST`, and how many claims have it.
    """

    id: str
    title: str
    summary: str
    counts: tuple[tuple[Kind, int], ...]
    lead: int
    verification: Verification
    errors: int
    warnings: int
    known: int
    qualities: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """How many records were added, changed and removed since somebody saw the set."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def is_any(self) -> bool:
        """Whether anything is new."""
        return bool(self.added or self.changed or self.removed)


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


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A quote and what is known of it.

    `verdict` is `here` (found in the text on this machine), `locked` (found by the set's authors),
    `locked_elsewhere` (the same, but the reader's copy, another edition, lacks it), `ambiguous`,
    `missing` (not in the text) or `unchecked` (no text and no lock). `start` and `end` count code
    points of the decoded text; `paragraph` counts from 1.
    """

    id: str
    claim: str
    source: str
    source_title: str
    source_detail: str
    exact: str
    prefix: str
    suffix: str
    start: int | None
    end: int | None
    paragraph: int | None
    attribution: str
    direction: str
    directness: str
    verdict: str
    mentions: tuple[tuple[str, str], ...]
    status: str
    """The status in the claim's history that these words carry, or nothing."""


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One side of a dispute: its claim, what it shows of it, and the words to compare.

    `shown` is an amount, a status, a stance, or `for it` and `against it`. `differs` are the spans
    of the quote, in code points, that the other side's words lack. A computed figure has its
    `formula` in readable words, and may have no quote.
    """

    record: RecordRow
    shown: str
    evidence: EvidenceRow | None
    formula: str
    differs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """Two claims that cannot both be true, or words for and against one, seen from one of them.

    `kind` is figures, statuses, statements, or words, of which both sides have the same record.
    `leads` says which side leads, own, other or nothing, and `why` the reason as half a sentence;
    `note` is what the author wrote about it.
    """

    kind: str
    own: DisputeSide
    other: DisputeSide
    leads: str
    why: str
    note: str


@dataclass(frozen=True, slots=True)
class InputRow:
    """A figure that a derived one is computed from, with the words of its first quote."""

    id: str
    label: str
    shown: str
    range: str
    quote: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a derived figure came about; `error` says why it could not be computed."""

    formula: str
    readable: str
    inputs: tuple[InputRow, ...]
    shown: str
    range: str
    error: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a source's text between two ends of quotes.

    Without the text at hand `text` is None for what no quote covers: a gap. `evidence` names the
    quotes that cover the stretch.
    """

    start: int
    end: int
    paragraph: int
    text: str | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence of a source, and the ids of the claims that cite it.

    `start` and `end` count code points, `paragraph` from 1; `why` tells why it asserts nothing, and
    is empty where it does.
    """

    start: int
    end: int
    paragraph: int
    why: str
    claims: tuple[str, ...]

    @property
    def is_uncited(self) -> bool:
        """Whether it asserts something that no claim cites."""
        return not self.why and not self.claims


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source in reading order; `whole` says whether its text is on this machine.

    There are no `sentences` where neither a text nor a lock tells of them. `asserting` of them
    assert something, and `cited` of those are cited by a claim.
    """

    id: str
    title: str
    detail: str
    whole: bool
    stretches: tuple[Stretch, ...]
    sentences: tuple[SentenceRow, ...] = ()
    asserting: int = 0
    cited: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a search found, and the text that matched."""

    record: RecordRow
    snippet: str


@dataclass(frozen=True, slots=True)
class MatchRow:
    """Two entities of different sets that are shown as one, or are kept `apart` by the reader.

    `first` and `second` are their ids; a set is told by its title. `reason` is what both share,
    such as `same LEI 5493001KJTIIGC8Y1R12` or `same name`. Where the two were not taken apart
    themselves, it goes on with who was: `same name, but north/elm and south/elm are kept apart`.
    """

    first: str
    second: str
    kind: Kind
    first_name: str
    second_name: str
    first_set: str
    second_set: str
    reason: str
    apart: bool


@dataclass(frozen=True, slots=True)
class ProofRow:
    """What the words of a claim prove of one thing: its number, or one of its parties.

    `what` is `number` or `party`, `label` how it is called. `carried` is `named` (it stands in the
    words), `mentioned` (the author says that the words mean it), `quoted` (words that it rests on
    itself) or `missing`.
    """

    what: str
    label: str
    carried: str


BECAUSE, FOLLOWS = "Because", "What follows"
"""The sections of a chain of reasons: to the causes, and to the effects."""
MOST_STEPS, MOST_LINKS = 8, 200
"""How far a chain of reasons goes, and how many links either way it has at most."""

PARTY = "party"
"""The `type` of an edge from an entity to a deal that it takes part in."""
MEMBER = "member"
"""The `type` of an edge from an entity to a group that it is part of."""


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A tie between two records, seen from one of them, `near`.

    `type` is a relation type, or else `PARTY` or `MEMBER`; `outward` says whether `near` is its
    subject. `verb` reads from subject to object as the tie stands, such as `is ending its purchases
    from`. `claim` is the record whose evidence carries it: the relationship, the deal or the group.
    """

    claim: str
    type: str
    outward: bool
    near: str
    far: str
    far_kind: Kind
    far_name: str
    verb: str
    role: str
    amount: str
    when: str
    state: str
    quotes: int
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class DegreeRow:
    """How many ties of a type a record has in one direction."""

    type: str
    outward: bool
    count: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with its number: `value` is None for a derived one that came to nothing.

    `measure`, `status`, `hedge` and `prefer` are the codes of `models/figure.py`, `unit` as
    `models/quantity/unit.py` reads it. `first` and `last` are the days (ISO 8601) that its period
    spans, empty where it has none or an open one. `whole` is the figure that it is a share or
    multiple of. `shown` is the amount as lists show it.
    """

    id: str
    subject: str
    measure: str
    status: str
    hedge: str
    prefer: str
    unit: str
    value: Interval | None
    shown: str
    scope: str | None
    relative_to: str | None
    whole: str | None
    period: str
    first: str
    last: str
    title: str
    state: str
    quotes: int
    flags: frozenset[str]

    @property
    def is_derived(self) -> bool:
        """Whether the program computed it."""
        return self.status == "derived"


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that happened, or held, at a time, and the claim that it is of.

    `key` grows in the order of time. `what` is announced, completed, start, end, status, period,
    said or published; `status` is the code of what it became, or of the figure. `edtf` is the date
    as written; `first` and `last` are the days (ISO 8601) that it spans, empty where that end is
    open. `of_source` says that the date is its source's, for want of its own; `anchor` is the id of
    the deal before or after which (`side`) it was.
    """

    key: str
    claim: str
    kind: Kind
    title: str
    short: str
    amount: str
    what: str
    status: str
    edtf: str
    first: str
    last: str
    of_source: bool
    anchor: str | None
    side: str
    quotes: int
    flags: frozenset[str]
