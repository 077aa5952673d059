"""A data set as it was at some time, with all that comparing it looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.evidence import Quote, evidence_id
from scale_explorer.models.record import Record

from ..analysis.derive import derive
from ..analysis.links import Links
from ..checks.run import check
from ..finding import Finding
from ..grounding.ground import Grounded, Verdict, ground
from ..loading.files import SetFiles
from ..loading.load import load
from ..watch import SILENT, Watch

FOUND = frozenset({Verdict.HERE, Verdict.LOCKED, Verdict.LOCKED_ELSEWHERE})
"""Verdicts that are one to a reader: whose machine has the text is no change of the set."""


@dataclass(frozen=True)
class Version:
    """Records with what was found out about them; `findings` leaves out notes."""

    links: Links
    grounded: Mapping[str, Grounded]
    findings: Sequence[Finding] = ()

    @property
    def dataset(self) -> Dataset:
        """The records and their header."""
        return self.links.dataset

    def verdict(self, record: Record, quote: Quote) -> str:
        """Return `found`, or `ambiguous`, `missing` or `unchecked`."""
        return standing(self.grounded.get(evidence_id(record.id, quote)))

    @property
    def unchecked(self) -> int:
        """Quotes that neither a text nor the lock tells of."""
        return sum(standing(known) == UNCHECKED for known in self.grounded.values())


UNCHECKED = Verdict.UNCHECKED.value


def standing(found: Grounded | None) -> str:
    """Return what is known of a quote, whoever found it: `found`, or the verdict's own word."""
    if found is None:
        return UNCHECKED
    return "found" if found.verdict in FOUND else found.verdict.value


def version_of(files: SetFiles, watch: Watch = SILENT) -> Version:
    """Load, ground and check a data set; raises DataError when nothing of it can be read."""
    loaded = load(files, watch)
    grounded = ground(loaded.dataset, loaded.copies, loaded.lock, watch)
    figures = derive(loaded.dataset)
    amounts = {key: found.quantity for key, found in figures.items() if found.quantity}
    return Version(
        Links(loaded.dataset, amounts), grounded, check(loaded, grounded, watch).findings
    )
