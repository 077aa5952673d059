"""Several checked sets as one: ids kept apart, shared entities united, the rest side by side.

Each set was loaded, grounded, computed and checked by itself, with its own texts and lock, so
nothing is found out again here: what is known moves along to the new ids.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.entity import Entity
from scale_explorer.models.figure import Figure
from scale_explorer.models.frozen import replace
from scale_explorer.models.record import Record

from ..analysis.disputes.dispute import Dispute
from ..analysis.links import Links, grouped
from ..analysis.pages import Chapter
from ..finding import Finding
from ..grounding.coverage import Coverage
from ..grounding.quotes import quotes_of
from ..matching.ids import qualified, told_apart
from ..matching.match import Candidate, candidate, find_matches
from ..matching.renaming import NewId, renamed
from ..matching.revoked import Pair
from ..matching.united import united
from .contents import Contents
from .joined import Joined, also_in, header_of, match_rows, titles_of

ValueT = TypeVar("ValueT")


def merged(
    sets: Mapping[str, Contents], apart: Container[Pair], told: Iterable[Finding]
) -> Contents:
    """Return several sets, given by their paths, as one.

    Pairs in `apart` are not united, `told` leads the findings.
    """
    ids = told_apart({path: part.dataset.header.id for path, part in sets.items()})
    parts = tuple(sets.values())
    candidates = tuple(_candidates(parts, ids))
    matching = find_matches(candidates, apart)
    leaders = {other: first for first, *others in matching.groups for other in others}
    moves = [_new_id(set_id, leaders) for set_id in ids]
    moved = [_moved(part, move) for part, move in zip(parts, moves, strict=True)]
    headers = [part.dataset.header for part in moved]
    titles = titles_of(headers, ids)
    known = {each.id: each for each in candidates}
    handles = chain.from_iterable(map(_handles, parts, ids, moves))
    return Contents(
        links=_links(moved, frozenset(leaders.values())),
        grounded=_together(part.grounded for part in moved),
        findings=(*told, *chain.from_iterable(part.findings for part in moved)),
        layouts=_together(part.layouts for part in moved),
        coverage=_together(part.coverage for part in moved),
        errors=_together(part.errors for part in moved),
        proofs=_together(part.proofs for part in moved),
        disputes=tuple(chain.from_iterable(part.disputes for part in moved)),
        joined=Joined(
            titles=titles,
            chapters=tuple(map(Chapter, titles.values(), (header.lead for header in headers))),
            handles=frozenset(handles),
            matches=match_rows(matching, known, titles),
            also=also_in(matching, known, titles),
        ),
    )


def _candidates(parts: Sequence[Contents], ids: Sequence[str]) -> Iterator[Candidate]:
    for place, part in enumerate(parts):
        for entity in part.dataset.entities:
            yield candidate(place, qualified(ids[place], entity.id), entity)


def _new_id(set_id: str, leaders: Mapping[str, str]) -> NewId:
    """Return how ids of a set become ids among several; a shared entity has its first set's."""

    def new_id(record_id: str) -> str:
        own = qualified(set_id, record_id)
        return leaders.get(own, own)

    return new_id


def _handles(part: Contents, set_id: str, new_id: NewId) -> Iterator[tuple[str, str]]:
    """Yield what else a record may be called: by its id alone, and by the id of its own set."""
    for record in part.dataset.records:
        own, shown = qualified(set_id, record.id), new_id(record.id)
        yield record.id, shown
        if own != shown:
            yield own, shown


def _moved(part: Contents, new_id: NewId) -> Contents:
    """Return a set under new ids, with all that was found out about it."""
    dataset = part.dataset
    records = tuple(renamed(record, new_id) for record in dataset.records)
    lead = tuple(map(new_id, dataset.header.lead))
    header = dataset.header.model_copy(update={"lead": lead})
    derived = _keyed(part.links.derived, new_id)
    quotes = dict(_quotes(part, records))
    return Contents(
        links=Links(Dataset(header, records), derived, _inputs(part, new_id)),
        grounded={quotes[key]: found for key, found in part.grounded.items() if key in quotes},
        findings=[_finding(found, new_id) for found in part.findings],
        layouts=_keyed(part.layouts, new_id),
        coverage={
            new_id(source): _coverage(known, new_id) for source, known in part.coverage.items()
        },
        errors=_keyed(part.errors, new_id),
        proofs={new_id(key): proof.renamed(new_id) for key, proof in part.proofs.items()},
        disputes=[_dispute(each, new_id, quotes) for each in part.disputes],
    )


def _inputs(part: Contents, new_id: NewId) -> dict[str, tuple[str, ...]]:
    """Return what each formula mentions, as new ids may make it too long to be read again."""
    return {
        new_id(figure.id): tuple(map(new_id, part.links.inputs(figure)))
        for figure in part.dataset.of(Figure)
        if figure.formula
    }


def _quotes(part: Contents, records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """Yield the id of each quote, and the one that it has in its renamed record."""
    for old, new in zip(part.dataset.records, records, strict=True):
        for before, after in zip(quotes_of(old), quotes_of(new), strict=True):
            yield before.id, after.id


def _dispute(dispute: Dispute, new_id: NewId, quotes: Mapping[str, str]) -> Dispute:
    return replace(
        dispute,
        first=new_id(dispute.first),
        second=new_id(dispute.second),
        first_quote=quotes.get(dispute.first_quote or ""),
        second_quote=quotes.get(dispute.second_quote or ""),
    )


def _coverage(known: Coverage, new_id: NewId) -> Coverage:
    sentences = (replace(each, claims=tuple(map(new_id, each.claims))) for each in known.sentences)
    return replace(known, source=new_id(known.source), sentences=tuple(sentences))


def _finding(found: Finding, new_id: NewId) -> Finding:
    return replace(found, record=new_id(found.record)) if found.record else found


def _links(moved: Sequence[Contents], shared: Container[str]) -> Links:
    records = tuple(chain.from_iterable(part.dataset.records for part in moved))
    header = header_of([part.dataset.header for part in moved])
    return Links(
        dataset=Dataset(header, tuple(_united(records, shared))),
        derived=_together(part.links.derived for part in moved),
        read=_together(part.links.read or {} for part in moved),
    )


def _united(records: Iterable[Record], shared: Container[str]) -> Iterator[Record]:
    """Yield every record once; those that several sets share stand where the first set has them."""
    found = tuple(records)
    entities = ((each.id, each) for each in found if isinstance(each, Entity))
    waiting = grouped(pair for pair in entities if pair[0] in shared)
    for record in found:
        if record.id not in shared:
            yield record
        elif same := waiting.pop(record.id, ()):
            yield united(same)


def _keyed(values: Mapping[str, ValueT], new_id: NewId) -> dict[str, ValueT]:
    return {new_id(key): value for key, value in values.items()}


def _together(values: Iterable[Mapping[str, ValueT]]) -> dict[str, ValueT]:
    return {key: value for each in values for key, value in each.items()}
