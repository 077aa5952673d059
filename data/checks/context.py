"""What every check looks at, prepared once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.record import Record

from ..analysis.derive import Derived, derive
from ..analysis.disputes.dispute import Dispute
from ..analysis.disputes.find import find_disputes
from ..analysis.links import grouped
from ..analysis.references import Reference, references
from ..analysis.unmet import NEEDLESS, Unmet, unmet
from ..finding import Finding, Place, Severity
from ..grounding.coverage import Coverage, coverage
from ..grounding.edition import Edition, editions
from ..grounding.ground import UNCHECKED, Grounded, Verdict
from ..grounding.proof import Proof, Prover
from ..grounding.quotes import Cited, quotes
from ..grounding.words import Haystack
from ..loading.load import Loaded
from ..watch import SILENT, Watch


@dataclass(frozen=True, slots=True)
class At:
    """A record, by id, and where in it: at a key, or at the line that holds some words."""

    record: str
    key: str = ""
    words: str = ""


@dataclass(frozen=True)
class Context:
    """A data set as loaded, what is known of its quotes, by evidence id, and who watches."""

    loaded: Loaded
    grounded: Mapping[str, Grounded]
    watch: Watch = SILENT

    @property
    def dataset(self) -> Dataset:
        """The records."""
        return self.loaded.dataset

    @cached_property
    def quotes(self) -> tuple[Cited, ...]:
        """All quotes, record by record."""
        return tuple(quotes(self.dataset))

    def verdict(self, cited: Cited) -> Verdict:
        """Return what is known of a quote."""
        return self.grounded.get(cited.id, UNCHECKED).verdict

    @cached_property
    def has_all_texts(self) -> bool:
        """Whether the text of every source that is quoted is here."""
        return {cited.quote.source for cited in self.quotes} <= self.loaded.copies.keys()

    @property
    def top(self) -> Place | None:
        """Where the set's header stands."""
        origin = self.loaded.header
        return self.loaded.places.at(origin) if origin else None

    @cached_property
    def references(self) -> tuple[tuple[Record, Reference], ...]:
        """Every id that a record names, with the record."""
        return tuple(
            (record, reference)
            for record in self.dataset.records
            for reference in references(record)
        )

    def exists(self, record_id: str) -> bool:
        """Say whether the set holds a record, be it one that could not be read."""
        return record_id in self.dataset.by_id or record_id in self.loaded.broken

    @cached_property
    def derived(self) -> Mapping[str, Derived]:
        """What each figure comes to."""
        return derive(self.dataset)

    def in_csv(self, record_id: str) -> bool:
        """Say whether a record is a row of a CSV file, whose author fills cells."""
        return self.loaded.places.in_csv(record_id)

    def unmet(self, code: str) -> Iterator[Finding]:
        """Yield the expectations that something is wrong with, with the author's reason for it."""
        for found in self._unmet.get(code, ()):
            place = self.loaded.places.at(self.loaded.expected[found.number], "that", found.words)
            known = self.dataset.expectations[found.number].known
            yield Finding(code, Severity.ERROR, found.message, place=place, known=known)

    def needless(self) -> Iterator[Finding]:
        """Yield the expectations that hold, although their author explains why they do not."""
        for found in self._unmet.get(NEEDLESS, ()):
            message = f"{found.message}, so that there is nothing to let stand"
            place = self.loaded.places.at(self.loaded.expected[found.number], "known")
            yield Finding(NEEDLESS, Severity.WARNING, message, place=place)

    @cached_property
    def _unmet(self) -> Mapping[str, tuple[Unmet, ...]]:
        found = unmet(self.dataset, self.derived, self.loaded.broken)
        return grouped((each.code, each) for each in found)

    @cached_property
    def prover(self) -> Prover:
        """What holds claims against their words."""
        return Prover(self.dataset, self.watch)

    @property
    def proofs(self) -> Mapping[str, Proof]:
        """What the words of each claim prove."""
        return self.prover.proofs

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """What cannot both be true."""
        return find_disputes(self.dataset, self.derived)

    @cached_property
    def editions(self) -> Mapping[str, Edition]:
        """Which edition each text is that is here, by source."""
        return editions(self.dataset, self.loaded.copies, self.loaded.lock)

    @cached_property
    def haystacks(self) -> Mapping[str, Haystack]:
        """The texts that are here, to look for words in, by source."""
        return {source: Haystack.of(copy.text) for source, copy in self.loaded.copies.items()}

    @cached_property
    def coverage(self) -> Mapping[str, Coverage]:
        """Which claims cite each sentence, of the sources whose sentences are known."""
        loaded = self.loaded
        return coverage(self.dataset, loaded.copies, loaded.lock, self.grounded)

    def error(self, code: str, message: str, at: At, hint: str = "") -> Finding:
        """Return a finding that the data is wrong."""
        return self._finding(Severity.ERROR, code, message, at, hint)

    def warning(self, code: str, message: str, at: At, hint: str = "") -> Finding:
        """Return a finding that a reader should look at."""
        return self._finding(Severity.WARNING, code, message, at, hint)

    def note(self, code: str, message: str, at: At, hint: str = "") -> Finding:
        """Return a finding that names work which is left to do."""
        return self._finding(Severity.NOTE, code, message, at, hint)

    def _finding(self, severity: Severity, code: str, message: str, at: At, hint: str) -> Finding:
        place = self.loaded.places.of(at.record, at.key, at.words)
        return Finding(code, severity, message, at.record, place, hint, words=at.words)
