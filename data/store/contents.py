"""What is compiled: a data set with all that was found out about it, and its records numbered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.evidence import Source
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind
from scale_explorer.models.record import Record

from ..analysis.dated import Dated, dated, in_time
from ..analysis.disputes.dispute import Dispute
from ..analysis.known_since import Since, days_known
from ..analysis.lines import Line
from ..analysis.links import Links, grouped
from ..analysis.pages import STORY, Chapter, page, source_lines
from ..analysis.support import supports
from ..finding import Finding, Severity
from ..grounding.coverage import Coverage
from ..grounding.ground import Grounded
from ..grounding.proof import Proof
from ..grounding.quotes import Cited, quotes_of
from ..loading.paragraphs import Span
from ..matching.ids import set_of
from ..watch import SILENT, Phase, Watch, over
from .joined import SINGLE, Joined


@dataclass(frozen=True, slots=True)
class TextLayout:
    """A source's text as far as it is known: its length and paragraphs, and perhaps the text."""

    length: int
    paragraphs: Sequence[Span]
    text: str | None = None


@dataclass(frozen=True)
class Contents:
    """A checked data set.

    `layouts` tells of the sources whose texts were seen, here or by a lock, `coverage` of those
    whose sentences are known; `errors` says why formulas came to nothing, under the ids of their
    figures; `proofs` is what the words of each claim prove; `disputes` are what cannot both be
    true, each once; `joined` is of several sets.
    """

    links: Links
    grounded: Mapping[str, Grounded]
    findings: Sequence[Finding]
    layouts: Mapping[str, TextLayout]
    coverage: Mapping[str, Coverage]
    errors: Mapping[str, str]
    proofs: Mapping[str, Proof]
    disputes: Sequence[Dispute] = ()
    joined: Joined = SINGLE
    watch: Watch = SILENT

    @property
    def dataset(self) -> Dataset:
        """The records and their header."""
        return self.links.dataset

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every record once, kind by kind in the order of the files."""
        order = {kind: place for place, kind in enumerate(Kind)}
        by_id = self.dataset.by_id
        once = (record for record in self.dataset.records if by_id[record.id] is record)
        return tuple(sorted(once, key=lambda record: order[record.KIND]))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Every id with its number, from 1."""
        return {record.id: number for number, record in enumerate(self.records, 1)}

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The story: one chapter, or one a set."""
        return self.joined.chapters or (Chapter(STORY, self.dataset.header.lead),)

    def set_title(self, record: Record) -> str:
        """Return the title of a record's set where several are open, else nothing."""
        return self.joined.titles.get(set_of(record.id), "")

    @cached_property
    def lead(self) -> frozenset[str]:
        """The claims that tell the story."""
        return frozenset(self.dataset.header.lead)

    @cached_property
    def cited(self) -> Mapping[str, tuple[Cited, ...]]:
        """Every record's quotes, each once."""
        return {record.id: _cited(record) for record in self.records}

    @cached_property
    def quoted(self) -> Mapping[str, tuple[tuple[str, Cited], ...]]:
        """Every source's quotes in reading order, each with the record that cites it."""
        pairs = (
            (cited.quote.source, (record, cited))
            for record, all_cited in self.cited.items()
            for cited in all_cited
        )
        return {source: self._in_reading_order(quotes) for source, quotes in grouped(pairs).items()}

    def _in_reading_order(
        self, quotes: tuple[tuple[str, Cited], ...]
    ) -> tuple[tuple[str, Cited], ...]:
        return tuple(sorted(quotes, key=lambda pair: self.place(pair[1].id)))

    def place(self, quote_id: str) -> tuple[bool, int, int]:
        """Return a key that sorts quotes as they stand in their source, unplaced ones last."""
        found = self.grounded.get(quote_id)
        if found is None or found.start is None or found.end is None:
            return True, 0, 0
        return False, found.start, found.end

    def verdict(self, cited: Cited) -> str:
        """Return what is known of a quote (see `rows.EvidenceRow`)."""
        found = self.grounded.get(cited.id)
        return str(found.verdict) if found else "unchecked"

    @cached_property
    def wrong(self) -> frozenset[str]:
        """The records that an error is about, but for what its author knows of."""
        errors = (each for each in self.findings if each.severity is Severity.ERROR)
        return frozenset(each.record for each in errors if each.record and not each.known)

    @cached_property
    def codes(self) -> Mapping[str, frozenset[str]]:
        """What is wrong with each record, but for what its author knows of."""
        told = (found for found in self.findings if found.severity is not Severity.NOTE)
        pairs = ((f.record, f.code) for f in told if f.record and not f.known)
        return {record: frozenset(codes) for record, codes in grouped(pairs).items()}

    @cached_property
    def supports(self) -> Mapping[str, str]:
        """On what every claim rests (see `analysis.support`)."""
        return supports(self.links)

    @cached_property
    def disputed(self) -> frozenset[str]:
        """Every claim that stands on either side of a dispute."""
        return frozenset(end for each in self.disputes for end in (each.first, each.second))

    @cached_property
    def days(self) -> Mapping[str, Since]:
        """The first day (ISO 8601) on which every record counts; empty for always."""
        return days_known(self.links)

    @cached_property
    def lines(self) -> Mapping[str, tuple[Line, ...]]:
        """Every record's page."""
        records = over(self.records, Phase.PAGES, self.watch)
        return {record.id: tuple(self._page(record)) for record in records}

    @cached_property
    def events(self) -> list[tuple[int, Dated]]:
        """Every event with the number of its claim, in the order of time."""
        found = [
            (self.numbers[record.id], event)
            for record in self.records
            for event in dated(self.links, record)
        ]
        return sorted(found, key=lambda pair: (in_time(pair[1]), pair[0]))

    def _page(self, record: Record) -> Iterable[Line]:
        if isinstance(record, Source):
            return source_lines(self.links, self._claimed_from(record))
        return page(self.links, record)

    def _claimed_from(self, source: Source) -> dict[str, int | None]:
        claims: dict[str, int | None] = {}
        for record, cited in self.quoted.get(source.id, ()):
            found = self.grounded.get(cited.id)
            claims.setdefault(record, found.paragraph if found else None)
        return claims


def _cited(record: Record) -> tuple[Cited, ...]:
    found: dict[str, Cited] = {}
    for cited in quotes_of(record):
        found.setdefault(cited.id, cited)
    return tuple(found.values())
