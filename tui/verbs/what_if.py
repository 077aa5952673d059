"""`what-if`: what follows when relationships are switched off, for whom, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from scale_explorer.data.exploring.at_risk import Loss
from scale_explorer.data.exploring.totals import ShareTotal, Total
from scale_explorer.data.exploring.what_if import Switched, Touched, WhatIf, what_if
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass

from ..exits import FINE, FOUND
from ..looking import as_of_words
from ..risk_words import revenue_words, spend_words
from .answer import Answer
from .counting import counted
from .drawing.blocks import Block, Column, Heading, Item, Paragraph, Sheet, id_column
from .exposure_json import order_object
from .json_text import json_text

_SWITCHED = (
    Column("switched off", least=32),
    Column("state"),
    Column("records gone", right=True),
    id_column(),
)
_COLUMNS = tuple(map(Column, ("relationship", "title", "state", "falls away", "kind")))
_NOTHING = "Nothing is switched off; name a relationship or who has some: what-if --without ID."


@dataclass(frozen=True)
class Follows(Answer):
    """What is switched off with what falls away, and what each entity loses."""

    store: Store
    lens: Lens
    name: str = ""

    @cached_property
    def found(self) -> WhatIf:
        """What follows."""
        return what_if(self.store, self.lens)

    def blocks(self) -> Iterator[Block]:
        """Yield the relationships, then what follows for whom."""
        if not self.found.switched:
            return
        title = f"What if: {self.name}" if self.name else "What if"
        yield Heading(" ".join(filter(None, (title, as_of_words(self.lens)))))
        yield Paragraph(self.store.summary().title)
        yield Sheet(_SWITCHED, tuple(map(_switched_cells, self.found.switched)))
        yield Heading("What follows", 2)
        for touched in self.found.touched:
            if told := tuple(told_of(touched)):
                yield Item(touched.record.title, 0, told)
        if self.found.untold:
            yield Paragraph(f"{self.found.untold:,} more have a relationship among these.")

    def sheet(self) -> Sheet:
        """Return a row a record that falls away, beside the relationship that it goes with."""
        rows = (
            (one.record.id, each.title, each.state, each.id, each.kind.value)
            for one in self.found.switched
            for each in (one.record, *one.fallen)
        )
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield an object a relationship, then one an entity that is touched."""
        yield from (json_text(_switched_object(one)) for one in self.found.switched)
        yield from (json_text(_touched_object(one)) for one in self.found.touched)

    def json(self) -> Iterator[str]:
        """Yield one object with all of it."""
        switched = [_switched_object(one) for one in self.found.switched]
        told = {
            "name": self.name or None,
            "as_of": self.lens.as_of,
            "without": switched,
            "missing": list(self.found.missing),
            "follows": [_touched_object(one) for one in self.found.touched],
        }
        yield json_text(told)

    def status(self) -> int:
        """Return whether anything is switched off."""
        return FINE if self.found.switched else FOUND

    def narration(self) -> str:
        """Say what is switched off and not there."""
        gone = ", ".join(self.found.missing)
        return f"Not in the data set: {gone}." if gone else ""


def run(store: Store, lens: Lens = PLAIN_LENS) -> Follows:
    """Tell what follows from a lens; raises UsageError where that switches nothing off."""
    if not lens.without:
        raise UsageError(_NOTHING)
    return Follows(store, lens)


def told_of(touched: Touched) -> Iterator[str]:
    """Yield what an entity loses, in words."""
    revenue, spend = revenue_words(touched.risk), spend_words(touched.risk)
    if revenue:
        yield f"revenue at risk: {revenue}"
    if spend:
        yield f"spend that falls away: {spend}"
    others = len(touched.risk.others)
    if others:
        yield f"{counted(others, 'other relationship')} switched off"
    if touched.risk.left_out:
        yield f"{touched.risk.left_out:,} of its relationships were not looked at"


def _switched_cells(one: Switched) -> tuple[str | int, ...]:
    return one.record.title, one.record.state, _count(one), one.record.id


def _count(one: Switched) -> str:
    return f"{len(one.fallen):,}{'+' if one.more else ''}"


def _switched_object(one: Switched) -> dict[str, object]:
    return {
        "relationship": one.record.id,
        "title": one.record.title,
        "state": one.record.state,
        "between": list(one.ends),
        "falls_away": [each.id for each in one.fallen],
    }


def _touched_object(one: Touched) -> dict[str, object]:
    return {
        "entity": one.record.id,
        "title": one.record.title,
        "revenue_at_risk": _loss_object(one.risk.revenue),
        "spend_falling_away": _loss_object(one.risk.spend),
        "others": [party.tie.claim for party in one.risk.others],
        "not_looked_at": one.risk.left_out,
    }


def _loss_object(loss: Loss) -> dict[str, object] | None:
    """Return what is known of one side, and of whom nothing is; null where nobody is meant."""
    if not loss.parties:
        return None
    return {
        "relationships": [party.tie.claim for party in loss.parties],
        "amounts": [_total_object(total) for total in loss.amounts],
        "shares": [_share_object(share) for share in loss.shares],
        "planned": [_total_object(total) for total in loss.plans],
        "orders": [order_object(order) for _, order in loss.orders],
        "unstated": [party.tie.claim for party in loss.unstated],
    }


def _total_object(total: Total) -> dict[str, object]:
    return {
        "measure": total.measure,
        "period": total.period.label or None,
        "unit": total.unit,
        "value": total.told.to_json(),
        "figures": [figure.id for figure in total.parts],
    }


def _share_object(share: ShareTotal) -> dict[str, object]:
    figures = (part.figure or part.part for part in share.parts)
    return {
        "of": share.of or None,
        "period": share.period.label or None,
        "unit": "%",
        "value": share.told.to_json(),
        "computed": share.is_computed,
        "figures": [figure.id for figure in figures if figure is not None],
    }
