"""Two versions of a set, record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from scale_explorer.models.claim import Claim
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Quote, Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.kinds import Kind
from scale_explorer.models.record import Record

from ..analysis.figure_title import figure_with_amount
from ..analysis.phrasing import title
from ..analysis.references import references
from ..grounding.quotes import quotes_of
from .amounts import told_amount
from .change import Change, Comparison, Detail, What
from .compared import Compared
from .content import content
from .fields import told_fields
from .heading import told_set
from .histories import told_history
from .judging import told_findings
from .pairing import Pairing, is_made_of_parts, paired
from .quotes import told_quotes
from .touched import touched
from .version import Version
from .wording import clipped

_SORTS = {what: place for place, what in enumerate(What)}
_KINDS = {kind: place for place, kind in enumerate(Kind)}

_Findings = Mapping[str | None, Sequence[Detail]]


def compare(before: Version, now: Version) -> Comparison:
    """Return all that differs; takes time linear in the records of both."""
    pairing = paired(_in_order(before.dataset), _in_order(now.dataset))
    found = told_findings(before.findings, now.findings, pairing.new_ids)
    changes = (
        _set(before, now, pairing, found),
        _come(now, pairing, found),
        _gone(before, pairing),
        _stayed(before, now, pairing, found),
    )
    return Comparison(tuple(sorted(chain.from_iterable(changes), key=_place)))


def _in_order(dataset: Dataset) -> Mapping[str, Record]:
    """Return the records under their ids, as the files have them."""
    by_id = dataset.by_id
    return {key: by_id[key] for key in dict.fromkeys(record.id for record in dataset.records)}


def _place(change: Change) -> tuple[int, int]:
    return _SORTS[change.what], _KINDS[change.kind] if change.kind else -1


def _set(before: Version, now: Version, pairing: Pairing, found: _Findings) -> Iterator[Change]:
    """Yield what is of no record that can be shown: one with a finding may not have been read.

    What was found about records that are gone, went with them.
    """
    header, elsewhere = now.dataset.header, now.dataset.by_id.keys() | pairing.gone.keys()
    others = chain.from_iterable(told for key, told in found.items() if key not in elsewhere)
    if details := (*told_set(before, now, pairing), *others):
        yield Change(What.SET, None, header.id, header.title, details)


def _come(now: Version, pairing: Pairing, found: _Findings) -> Iterator[Change]:
    for new in pairing.come.values():
        quotes = (Detail("evidence", f"“{clipped(each)}”", "", each) for each in _words_of(new))
        details = (*quotes, *found.get(new.id, ()))
        yield Change(What.ADDED, new.KIND, new.id, _said(now, new), details)


def _gone(before: Version, pairing: Pairing) -> Iterator[Change]:
    for old in pairing.gone.values():
        quotes = (Detail("evidence", f"“{clipped(each)}”", each) for each in _words_of(old))
        yield Change(What.REMOVED, old.KIND, old.id, _said(before, old), tuple(quotes))


def _stayed(before: Version, now: Version, pairing: Pairing, found: _Findings) -> Iterator[Change]:
    following = Counter(_followed(pairing))
    for old, new in (*pairing.differing, *pairing.moved, *touched(before, now, found)):
        compared = Compared(before, now, old, pairing.as_now(old), new)
        details = (*_details(compared), *found.get(new.id, ()))
        if old.id != new.id and not (is_made_of_parts(old) and is_made_of_parts(new)):
            details = (_renaming(old, new, following[old.id]), *details)
            yield Change(What.RENAMED, new.KIND, new.id, title(now.links, new), details, old.id)
        elif details:
            yield Change(What.CHANGED, new.KIND, new.id, title(now.links, new), details)


def _details(compared: Compared) -> Iterator[Detail]:
    """Yield what differs in a record."""
    before, now, named, new = compared.before, compared.now, compared.named, compared.new
    yield from told_fields(before, now, named, new)
    yield from told_amount(compared)
    if isinstance(named, Source) and isinstance(new, Source) and named.sha256 != new.sha256:
        yield Detail("sha256", "its text is another now", named.sha256 or "", new.sha256 or "")
    yield from told_history(compared)
    quotes = (_evidence(compared.old), _evidence(named)), _evidence(new)
    yield from told_quotes(*compared.sides(*quotes), "evidence")


def _evidence(record: Record) -> Sequence[Quote]:
    return record.evidence if isinstance(record, Claim | Entity) else ()


def _renaming(old: Record, new: Record, following: int) -> Detail:
    follow = f"; {following:,} records that name it follow" if following > 1 else ""
    follow = "; a record that names it follows" if following == 1 else follow
    return Detail("id", f"id: {old.id} → {new.id}{follow}", old.id, new.id)


def _followed(pairing: Pairing) -> Iterator[str]:
    """Yield the ids before that records named which only follow, once for each of these."""
    for old, new in (*pairing.differing, *pairing.moved) if pairing.new_ids else ():
        named = {each.id for each in references(old)} & pairing.new_ids.keys()
        if named and content(pairing.as_now(old)) == content(new):
            yield from named


def _said(version: Version, record: Record) -> str:
    """Return a record as one sentence, with the amount of a figure."""
    if isinstance(record, Figure):
        return figure_with_amount(version.links, record)
    return title(version.links, record)


def _words_of(record: Record) -> Iterator[str]:
    return (cited.quote.exact for cited in quotes_of(record))
