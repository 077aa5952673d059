"""The rows of the compiled file that hold sources, documents, derivations and findings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from scale_explorer.models.evidence import Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.record import Record

from ..analysis.amounts import amount, size
from ..analysis.phrasing import short
from ..finding_json import dumped
from ..grounding.ground import Verdict
from ..grounding.proof import Carried, Proof
from ..grounding.quotes import Cited
from .contents import Contents
from .derivations import derivation
from .documents import document
from .stretches import UNSEEN, Placed, stretches
from .tables import Cells


def document_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every record as JSON text."""
    for record in contents.records:
        yield contents.numbers[record.id], document(contents, record)


def whole_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the sources whose text is on this machine."""
    for source in contents.dataset.of(Source):
        layout = contents.layouts.get(source.id)
        if layout and layout.text is not None:
            yield (contents.numbers[source.id],)


def stretch_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every source in reading order."""
    for source in contents.dataset.of(Source):
        quotes = [
            _placed(contents, cited)
            for _, cited in contents.quoted.get(source.id, ())
            if contents.verdict(cited) not in _NOT_FOUND
        ]
        layout = contents.layouts.get(source.id, UNSEEN)
        for position, found in enumerate(stretches(layout, quotes)):
            place = found.start, found.end, found.paragraph
            ids = json.dumps(found.evidence)
            yield (contents.numbers[source.id], position, *place, found.text, ids)


def sentence_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every sentence of the sources whose sentences are known."""
    for source, known in contents.coverage.items():
        if number := contents.numbers.get(source):
            for position, each in enumerate(known.sentences):
                place = each.sentence.start, each.sentence.end, each.paragraph
                yield (number, position, *place, each.sentence.why, json.dumps(each.claims))


def derivation_rows(contents: Contents) -> Iterator[Cells]:
    """Yield how every derived figure came about."""
    for figure in contents.dataset.of(Figure):
        if figure.formula:
            error = contents.errors.get(figure.id, "")
            told = asdict(derivation(contents.links, figure, error))
            yield contents.numbers[figure.id], json.dumps(told, ensure_ascii=False)


_NOT_FOUND = {Verdict.MISSING, Verdict.AMBIGUOUS}


def _placed(contents: Contents, cited: Cited) -> Placed:
    found = contents.grounded.get(cited.id)
    place = (found.start, found.end, found.paragraph) if found else (None, None, None)
    return Placed(cited.id, cited.quote.exact, *place)


def finding_rows(contents: Contents) -> Iterator[Cells]:
    """Yield what the checks found, in their order."""
    for position, found in enumerate(contents.findings):
        yield position, found.record, dumped(found)


def proof_rows(contents: Contents) -> Iterator[Cells]:
    """Yield what the words of every claim prove."""
    for record in contents.records:
        if proof := contents.proofs.get(record.id):
            for position, told in enumerate(_proved(contents, record, proof)):
                yield (contents.numbers[record.id], position, *told)


def _proved(contents: Contents, claim: Record, proof: Proof) -> Iterator[tuple[str, str, str]]:
    if proof.number:
        found = size(contents.links, claim)
        label = amount(contents.links, found) if found else ""
        yield "number", label, (Carried.NAMED if proof.number.evidence else Carried.MISSING).value
    for party in proof.parties:
        record = contents.dataset.by_id.get(party.id)
        label = short(contents.links, record) if record else party.id
        yield "party", label, party.carried.value
