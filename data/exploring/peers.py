"""Figures that can stand on one axis: the same measure in the same unit, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from scale_explorer.models.frozen import dataclass

from ..query import Filter
from ..store.protocol import Store
from ..store.rows.figures import FigureRow
from ..store.rows.lens import Lens

RANK = "position"
"""The measure whose unit is a rank: a number, but no amount that a bar could show."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A figure with what it is called beside others of its measure."""

    figure: FigureRow
    label: str


@dataclass(frozen=True, slots=True)
class Peers:
    """Figures of one measure in one unit, in the order in which they are compared.

    Shares, multiples and growth are measured against the same `whole`, such as revenue.
    """

    measure: str
    whole: str
    unit: str
    peers: tuple[Peer, ...]

    @property
    def called(self) -> str:
        """What is measured, in words, such as `share of revenue`."""
        told = f"{self.measure} of {self.whole}" if self.whole else self.measure
        return told.replace("_", " ")

    @property
    def is_series(self) -> bool:
        """Whether it is one thing over three times or more, each with a day it began."""
        kinds = {(one.figure.subject, one.figure.scope) for one in self.peers}
        days = {one.figure.first for one in self.peers}
        return len(kinds) == 1 and len(days) >= _SERIES and "" not in days


_SERIES = 3
_COMPARING = frozenset({"share", "multiple", "growth"})


def peers_of(store: Store, record: str, matching: Filter, lens: Lens) -> tuple[Peers, ...]:
    """Return what a figure can be compared with, or of any other record its figures by measure."""
    figure = store.figure(record, lens)
    if figure is not None:
        found = store.alike(figure.measure, figure.unit, matching, lens)
        whole = whole_of(store, figure)
        found = tuple(one for one in found if whole_of(store, one) == whole)
    else:
        found = store.figures_on_page(record, matching, lens)
    comparable = (one for one in found if one.measure != RANK)
    return tuple(_grouped(store, comparable, lens))


def _grouped(store: Store, figures: Iterable[FigureRow], lens: Lens) -> Iterator[Peers]:
    by_measure: dict[tuple[str, str, str], list[Peer]] = {}
    for figure in figures:
        row = store.record(figure.id, lens)
        label = row.short if row else figure.title
        measured = figure.measure, whole_of(store, figure), figure.unit
        by_measure.setdefault(measured, []).append(Peer(figure, label))
    for measured, peers in by_measure.items():
        yield Peers(*measured, ordered(peers))


def whole_of(store: Store, figure: FigureRow) -> str:
    """Return what a share, a multiple or growth is measured against; of other figures, nothing."""
    whole = store.figure(figure.whole) if figure.whole else None
    return whole.measure if whole and figure.measure in _COMPARING else ""


def ordered(peers: Iterable[Peer]) -> tuple[Peer, ...]:
    """Put what is of one thing together, in the order of time; the largest thing first."""
    of_thing: dict[tuple[str, str | None], list[Peer]] = {}
    for peer in peers:
        of_thing.setdefault((peer.figure.subject, peer.figure.scope), []).append(peer)
    things = sorted(of_thing.values(), key=lambda thing: max(map(_size, thing)), reverse=True)
    return tuple(peer for thing in things for peer in sorted(thing, key=_age))


def _age(peer: Peer) -> tuple[str, str]:
    return peer.figure.first or peer.figure.last, peer.figure.id


def _size(peer: Peer) -> Decimal:
    """Return how large a figure is said to be; one that came to nothing is the least."""
    value = peer.figure.value
    if value is None:
        return Decimal("-Infinity")
    ends = [end for end in (value.stated, value.high, value.low) if end is not None]
    return ends[0] if ends else Decimal("-Infinity")
