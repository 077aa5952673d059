"""The rows of the compiled file that tell of disputes, from the side of each claim in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from scale_explorer.models.claim import Claim
from scale_explorer.models.figure import Figure

from ..analysis.amounts import amount
from ..analysis.disputes.dispute import Dispute, DisputeKind, Leads
from ..analysis.wording import standing, words
from ..grounding.differing import differing
from ..loading.paragraphs import Span
from .contents import Contents
from .derivations import readable
from .tables import Cells

_SEEN_FROM = {
    Leads.FIRST: ("own", "other"),
    Leads.SECOND: ("other", "own"),
    Leads.NEITHER: ("", ""),
}
"""Which side leads, as the first claim has it and as the second."""


def dispute_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every dispute once for each claim in it, with both sides as JSON."""
    told = Counter[str]()
    for dispute in contents.disputes:
        first, second = _sides(contents, dispute)
        views = [(dispute.first, dispute.second, first, second)]
        if dispute.kind is not DisputeKind.WORDS:
            views.append((dispute.second, dispute.first, second, first))
        for (own, other, *sides), leads in zip(views, _SEEN_FROM[dispute.leads], strict=False):
            place = contents.numbers[own], told[own], contents.numbers[other]
            yield (*place, dispute.kind.value, leads, dispute.why, dispute.reason, *sides)
            told[own] += 1


def _sides(contents: Contents, dispute: Dispute) -> tuple[str, str]:
    exact = {
        cited.id: cited.quote.exact
        for claim in (dispute.first, dispute.second)
        for cited in contents.cited[claim]
    }
    first, second = dispute.first_quote, dispute.second_quote
    ours, theirs = exact.get(first or "", ""), exact.get(second or "", "")
    marks = differing(ours, theirs) if ours and theirs else ((), ())
    shown = _shown(contents, dispute)
    return (
        _side(contents, dispute.first, shown[0], first, marks[0]),
        _side(contents, dispute.second, shown[1], second, marks[1]),
    )


def _side(
    contents: Contents, claim: str, shown: str, quote: str | None, differs: tuple[Span, ...]
) -> str:
    """Return a side as `rows.DisputeSide` has it, but for the record and the quote themselves."""
    figure = contents.dataset.by_id[claim]
    formula = figure.formula if isinstance(figure, Figure) else ""
    told = {"shown": shown, "formula": readable(contents.links, formula), "differs": differs}
    return json.dumps({**told, "evidence": quote}, ensure_ascii=False)


def _shown(contents: Contents, dispute: Dispute) -> tuple[str, str]:
    """Return what either side says, in a word or an amount."""
    if dispute.kind is DisputeKind.WORDS:
        return "for it", "against it"
    first, second = (contents.dataset.by_id[each] for each in (dispute.first, dispute.second))
    return _value(contents, first), _value(contents, second)


def _value(contents: Contents, record: object) -> str:
    if isinstance(record, Figure):
        return amount(contents.links, record)
    return words(standing(record)) if isinstance(record, Claim) else ""
