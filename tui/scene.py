"""What the panes show, as values: a scene and its parts."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

from scale_explorer.data.finding import Finding
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.dated import DayRow
from scale_explorer.data.store.rows.disputed import DisputeRow
from scale_explorer.data.store.rows.figures import Derivation
from scale_explorer.data.store.rows.order import Order
from scale_explorer.data.store.rows.quotes import EvidenceRow, ProofRow
from scale_explorer.data.store.rows.records import Fact, RecordRow, SectionRow
from scale_explorer.data.store.rows.sources import SourceText
from scale_explorer.models.frozen import dataclass, field, replace

from .listed import Keyed, Listed, place_of

if TYPE_CHECKING:
    from .widgets.picture import Drawing

AnswerT = TypeVar("AnswerT")


OPENS = "opens"
"""The flag of a row in a picture that opens and closes what belongs to its claim."""


@dataclass(frozen=True, slots=True)
class BrowseRow:
    """A line of Browse: the story, a kind (`opened` is not None) or a record of it.

    Where it is not `counted`, there may be more than `count`. A `note` says something of the rows
    beneath it, and cannot hold the cursor.
    """

    key: str
    label: str
    count: int
    opened: bool | None = None
    counted: bool = True
    state: str = ""
    more: bool = False
    is_new: bool = False
    day_signs: str = ""
    note: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What Browse shows; `error` tells why the filter cannot be read.

    `headings` are the rows of kinds, each with its place among all. Where nothing matches, what it
    shows may only be `near`.
    """

    rows: Listed[BrowseRow]
    cursor: str | None
    error: str = ""
    headings: tuple[tuple[int, BrowseRow], ...] = ()
    filtered: bool = False
    near: bool = False

    @property
    def found(self) -> str:
        """How many records there are, as a filter bar tells it."""
        count = sum(row.count for _, row in self.headings)
        if self.near:
            return f"≈ {count:,}"
        if self.rows.complete:
            return f"{count:,}"
        return f"{count:,}+" if count else "…"

    def heading_of(self, key: str) -> BrowseRow | None:
        """Return the row of the kind that a row belongs to."""
        place = self.rows.place_of(key)
        if place is None:
            return None
        above = (row for first, row in reversed(self.headings) if first <= place)
        return next(above, None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What Focus shows: a head, rows of claims, and which of them is chosen.

    `record` is the id that the sheet is about, or nothing for the story and for lists; `empty` says
    what it means that there are no rows. `sections` are the headings above them, or None where the
    rows themselves tell them. Where there is a `drawing`, it is shown in place of the
    rows, each of which stands for a key of it; one without claim and target opens and closes a
    group, as does one with the flag `OPENS`, which shows the words of its claim. `derivations`
    tell, by the key of a row, how a number came about that is no record's. `found` is how much a
    filter finds, where that is not a row each. `order` is that of the rows under each heading.
    """

    title: str
    subtitle: str
    summary: str
    facts: tuple[Fact, ...]
    rows: Sequence[ClaimRow]
    record: str | None
    empty: str
    error: str = ""
    drawing: Drawing | None = None
    derivations: Mapping[str, Derivation] = field(default_factory=dict[str, Derivation])
    found: int | None = None
    sections: tuple[SectionRow, ...] | None = None
    order: Order = Order.NAME

    @property
    def matches(self) -> int:
        """How much a filter finds: what only opens and closes, or is chosen, is no match."""
        if self.found is not None:
            return self.found
        if isinstance(self.rows, Listed):
            return len(self.rows)
        return sum(1 for row in self.rows if (row.claim or row.target) and OPENS not in row.flags)

    @property
    def headings(self) -> tuple[SectionRow, ...]:
        """The headings above the rows, each with the place of the first row under it."""
        if self.sections is not None:
            return self.sections
        titles = ["", *(row.section for row in self.rows)]
        begun = (place for place, (a, b) in enumerate(pairwise(titles)) if a != b)
        return tuple(SectionRow(titles[place + 1], place) for place in begun)


@dataclass(frozen=True, slots=True)
class Words:
    """What Evidence shows: a claim with its author's note, its quotes, and how it was derived.

    `behind` holds the first quote of each input of the derivation, by the input's id. `proofs` is
    what the quotes prove, `findings` what the checks say of the claim, and `disputes` are what
    cannot be true beside it.
    """

    claim: RecordRow | None
    note: str
    quotes: tuple[EvidenceRow, ...]
    derivation: Derivation | None
    behind: Mapping[str, EvidenceRow]
    proofs: tuple[ProofRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    disputes: tuple[DisputeRow, ...] = ()

    @property
    def others(self) -> tuple[EvidenceRow, ...]:
        """The words of the other sides of its disputes, beside its own quotes."""
        found = (dispute.other.evidence for dispute in self.disputes)
        return tuple(quote for quote in found if quote is not None)


@dataclass(frozen=True, slots=True)
class Part(Generic[AnswerT]):
    """An answer beside its question."""

    question: Hashable
    answer: AnswerT


NO_CHANGE: Part[DayRow | None] = Part(None, None)
"""Nothing changed of which one would know."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the panes show, and what is chosen in it.

    The chosen quote is one of the claim's own, or the words of the other side of a dispute.
    `citing` are the records that quote the passage that is chosen in the source, claims first.
    `change` is the last day, as of the day one looks at, at which something changed.
    """

    browse: Part[Listing]
    sheet: Part[Sheet]
    words: Part[Words]
    text: Part[SourceText | None]
    citing: Part[tuple[RecordRow, ...]]
    crumbs: Part[tuple[str, ...]]
    row: ClaimRow | None
    quote: EvidenceRow | None
    change: Part[DayRow | None] = NO_CHANGE

    @property
    def cited(self) -> EvidenceRow | None:
        """The quote whose place the source shows; for a computed figure its first input's."""
        return self.quote or next(iter(self.words.answer.behind.values()), None)


def nearest_key(rows: Sequence[Keyed], cursor: str | None, old: Sequence[Keyed]) -> str | None:
    """Return the cursor's key, or of `rows` what stands where it stood when it has vanished."""
    if not rows:
        return None
    if cursor is not None and place_of(rows, cursor) is not None:
        return cursor
    place = place_of(old, cursor)
    return rows[min(place or 0, len(rows) - 1)].key


def outdated(scene: Scene) -> Scene:
    """Return a scene no answer of which is taken over: its store is not asked any more.

    What stood where is still known, so that a cursor whose row has gone can stay near.
    """
    return replace(
        scene,
        browse=_outdated(scene.browse),
        sheet=_outdated(scene.sheet),
        words=_outdated(scene.words),
        text=_outdated(scene.text),
        citing=_outdated(scene.citing),
        crumbs=_outdated(scene.crumbs),
        change=_outdated(scene.change),
    )


def _outdated(part: Part[AnswerT]) -> Part[AnswerT]:
    return replace(part, question=object())
