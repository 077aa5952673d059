"""Who points at whom: the indexes over a data set that phrasing and compiling read."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Figure, Measure
from scale_explorer.models.group import Group
from scale_explorer.models.quantity.quantity import Quantity
from scale_explorer.models.quantity.unit import Unit
from scale_explorer.models.reason import Reason
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

from .newness import newness
from .references import formula_inputs

KeyT = TypeVar("KeyT", bound=Hashable)
ItemT = TypeVar("ItemT")


@dataclass(frozen=True)
class Links:
    """Indexes from an id to the records that name it, each in file order and built when asked."""

    dataset: Dataset
    derived: Mapping[str, Quantity] = field(default_factory=dict[str, Quantity])
    """What formulas came to, under the ids of their figures, each behind its inputs."""
    read: Mapping[str, tuple[str, ...]] | None = None
    """What formulas mention, where they were read before; else it is read from their text."""

    @cached_property
    def relations(self) -> Mapping[str, tuple[Relationship, ...]]:
        """Relationships under both of their ends."""
        return grouped(
            (end, relation)
            for relation in self.dataset.of(Relationship)
            for end in _once(relation.subject, relation.object)
        )

    @cached_property
    def relations_of_deal(self) -> Mapping[str, tuple[Relationship, ...]]:
        """Relationships under the deal that they come from."""
        return grouped((r.deal, r) for r in self.dataset.of(Relationship) if r.deal)

    @cached_property
    def figures(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures under their subject."""
        return grouped((figure.subject, figure) for figure in self.dataset.of(Figure))

    @cached_property
    def scoped(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures under their scope."""
        return grouped((f.scope, f) for f in self.dataset.of(Figure) if f.scope)

    @cached_property
    def measured(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures under the figure or deal that they are measured against."""
        return grouped((f.relative_to, f) for f in self.dataset.of(Figure) if f.relative_to)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Figure, ...]]:
        """Derived figures under each figure of their formula."""
        return grouped(
            (part, figure)
            for figure in self.dataset.of(Figure)
            for part in _once(*self.inputs(figure))
        )

    @cached_property
    def deals(self) -> Mapping[str, tuple[Deal, ...]]:
        """Deals under their parties."""
        return grouped(
            (entity, deal)
            for deal in self.dataset.of(Deal)
            for entity in _once(*(party.entity for party in deal.parties))
        )

    @cached_property
    def said(self) -> Mapping[str, tuple[Statement, ...]]:
        """Statements under their speaker and holder."""
        return grouped(
            (who, statement)
            for statement in self.dataset.of(Statement)
            for who in _once(statement.holder, statement.speaker)
        )

    @cached_property
    def said_about(self) -> Mapping[str, tuple[Statement, ...]]:
        """Statements under what they are about."""
        return grouped(
            (topic, statement)
            for statement in self.dataset.of(Statement)
            for topic in _once(*(topic.id for topic in statement.about))
        )

    @cached_property
    def causes(self) -> Mapping[str, tuple[Reason, ...]]:
        """Reasons under their effect."""
        return grouped((reason.effect, reason) for reason in self.dataset.of(Reason))

    @cached_property
    def effects(self) -> Mapping[str, tuple[Reason, ...]]:
        """Reasons under their cause."""
        return grouped((reason.cause, reason) for reason in self.dataset.of(Reason))

    @cached_property
    def memberships(self) -> Mapping[str, tuple[Group, ...]]:
        """Groups under each member."""
        return grouped(
            (member, group) for group in self.dataset.of(Group) for member in _once(*group.members)
        )

    @cached_property
    def parts(self) -> Mapping[str, tuple[Group, ...]]:
        """Groups under what they are part of."""
        return grouped((group.part_of, group) for group in self.dataset.of(Group) if group.part_of)

    def quantity(self, figure: Figure) -> Quantity | None:
        """Return a figure's amount, stated or derived; None when its formula came to nothing."""
        if figure.value is None:
            return self.derived.get(figure.id)
        return Quantity(figure.value, Unit.parse(figure.unit))

    def inputs(self, figure: Figure) -> tuple[str, ...]:
        """Return the ids in a figure's formula, in order; a stated figure has none."""
        return self._inputs.get(figure.id, ())

    @cached_property
    def _inputs(self) -> Mapping[str, tuple[str, ...]]:
        if self.read is not None:
            return self.read
        derived = (figure for figure in self.dataset.of(Figure) if figure.formula)
        return {figure.id: formula_inputs(figure.formula) for figure in derived}

    def whole(self, figure: Figure) -> Figure | None:
        """Return the figure that another is measured against.

        The one that `relative_to` names, else the divisor of a share's formula, which stands last.
        """
        inputs = self.inputs(figure) if figure.measure is Measure.SHARE else ()
        found = self.dataset.by_id.get(figure.relative_to or (inputs[-1] if inputs else ""))
        return found if isinstance(found, Figure) else None

    def alike(self, figure: Figure) -> tuple[Figure, ...]:
        """Return the figures of its subject that measure the same, itself among them, newest first.

        Shares of one whole measure the same whosever they are, other figures only of the same part.
        """
        return self._alike[self._compared(figure)]

    @cached_property
    def _alike(self) -> Mapping[tuple[str | None, ...], tuple[Figure, ...]]:
        newest_first = sorted(self.dataset.of(Figure), key=newness, reverse=True)
        return grouped((self._compared(figure), figure) for figure in newest_first)

    def _compared(self, figure: Figure) -> tuple[str | None, ...]:
        whole = self.whole(figure)
        part = None if whole and figure.measure is Measure.SHARE else figure.scope
        return figure.subject, figure.measure, whole.id if whole else None, part


def grouped(pairs: Iterable[tuple[KeyT, ItemT]]) -> dict[KeyT, tuple[ItemT, ...]]:
    """Collect the items under each key, in the order they come."""
    found: dict[KeyT, list[ItemT]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in found.items()}


def _once(*ids: str | None) -> Iterator[str]:
    """Yield each id once, leaving out what is not given."""
    return (each for each in dict.fromkeys(ids) if each)
