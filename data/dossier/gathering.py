"""Asks a store what a claim comes to: its words and their sources, its numbers, its disputes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..dispute_words import leader, what
from ..loading.shapes import as_list
from ..store.protocol import Store
from ..store.rows.disputed import DisputeRow
from ..store.rows.figures import Derivation
from ..store.rows.quotes import EvidenceRow
from ..store.rows.records import RecordRow
from .claim_text import Citation, ClaimText, Computed, Contradiction, Input, Words
from .dossier import Pin

MOST_INPUTS = 100
"""Figures behind a computed one that are told; formulas on formulas could have many more."""

_SHOWN_ELSEWHERE = frozenset({"unit"})
"""Facts of a figure that its amount shows already."""


def claim_texts(store: Store, pins: Iterable[Pin]) -> tuple[ClaimText, ...]:
    """Return what the pinned claims come to, in their order."""
    gathering = Gathering(store)
    return tuple(map(gathering.claim, pins))


@dataclass(slots=True)
class Gathering:
    """Asks for many claims, and for each of their sources once."""

    store: Store
    _citations: dict[str, Citation] = field(default_factory=dict[str, Citation])

    def claim(self, pin: Pin) -> ClaimText:
        """Return what a claim comes to; of one that is gone, what its pin knows."""
        portrait = self.store.portrait(pin.record)
        if portrait is None:
            return ClaimText(pin.record, pin.title or pin.record, comment=pin.comment, gone=True)
        record = portrait.record
        own = (fact for fact in portrait.facts if fact.claim in {None, record.id})
        return ClaimText(
            id=record.id,
            title=record.title,
            kind=portrait.subtitle,
            amount=record.amount,
            facts=tuple((f.label, f.value) for f in own if f.label not in _SHOWN_ELSEWHERE),
            note=portrait.summary,
            comment=pin.comment,
            inferred="inferred" in record.flags,
            deprecated="deprecated" in record.flags,
            words=self._words_of(record.id),
            computed=self._computed(record.id),
            contradictions=tuple(map(self._contradiction, self.store.disputes(record.id))),
        )

    def _words_of(self, record: str) -> tuple[Words, ...]:
        return tuple(map(self._words, self.store.evidence(record)))

    def _words(self, row: EvidenceRow) -> Words:
        around = (row.prefix, row.suffix)
        return Words(
            exact=row.exact,
            source=self._citation(row),
            place=around if row.start is None else (str(row.start),),
            paragraph=row.paragraph,
            verdict=row.verdict,
            attribution=row.attribution,
            refutes=row.direction == "refutes",
            inferred=row.directness == "inferred",
            status=row.status.replace("_", " "),
            meant=tuple((words, self._name(meant)) for words, meant in row.mentions),
        )

    def _name(self, record_id: str) -> str:
        record = self.store.record(record_id)
        return record.short if record else record_id

    def _citation(self, row: EvidenceRow) -> Citation:
        if row.source not in self._citations:
            source, told = self.store.record(row.source), self.store.document(row.source)
            known = _cited(source, json.loads(told)) if source and told else None
            self._citations[row.source] = known or Citation(row.source, row.source_title)
        return self._citations[row.source]

    # Figures that are computed.

    def _computed(self, record: str) -> Computed | None:
        derivation = self.store.derivation(record)
        if derivation is None:
            return None
        inputs = list(self._inputs(derivation, 0, {record}))
        return Computed(
            derivation.readable, derivation.shown, derivation.range, derivation.error,
            tuple(inputs[:MOST_INPUTS]),
        )  # fmt: skip

    def _inputs(self, derivation: Derivation, depth: int, told: set[str]) -> Iterator[Input]:
        """Yield the inputs of a formula, those of its computed inputs below them, each once."""
        for row in derivation.inputs:
            if row.id in told or len(told) > MOST_INPUTS:
                continue
            told.add(row.id)
            behind = self.store.derivation(row.id)
            formula = behind.readable if behind else ""
            yield Input(depth, row.label, row.shown, row.range, formula, self._words_of(row.id))
            if behind:
                yield from self._inputs(behind, depth + 1, told)

    # What speaks against it.

    def _contradiction(self, dispute: DisputeRow) -> Contradiction:
        """Tell a dispute; where both sides are words on one claim, these are among its quotes."""
        other = dispute.other
        about_words = dispute.kind == "words"
        shown = " = ".join(filter(None, (other.shown, other.formula)))
        there = other.evidence is not None and not about_words
        return Contradiction(
            what=what(dispute),
            against="" if about_words else ": ".join(filter(None, (other.record.title, shown))),
            verdict=f"{leader(dispute)}: {dispute.why}.",
            note=dispute.note,
            words=(self._words(other.evidence),) if there and other.evidence else (),
        )


def _cited(row: RecordRow, source: dict[str, object]) -> Citation:
    """Cite a source from its document, whose members are those of `docs/cli.md`."""
    authors = as_list(source.get("authors")) or []
    return Citation(
        id=row.id,
        title=row.title,
        authors=tuple(map(str, authors)),
        publisher=str(source.get("publisher") or ""),
        when=row.when,
        url=str(source.get("url") or ""),
    )
