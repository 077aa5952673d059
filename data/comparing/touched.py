"""Records that say the same as before, and of which something else is known now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.models.figure import Figure
from scale_explorer.models.record import Record

from .version import UNCHECKED, Version, standing


def touched(
    before: Version, now: Version, found: Iterable[str | None]
) -> Iterator[tuple[Record, Record]]:
    """Yield equal records with another verdict, another result or other findings, once each.

    `found` are the ids of those with other findings.
    """
    one, other = before.dataset.by_id, now.dataset.by_id
    for key in dict.fromkeys((*_judged(before, now), *_computed(before, now), *found)):
        if key is not None and key in one and key in other and one[key] == other[key]:
            yield one[key], other[key]


def _judged(before: Version, now: Version) -> Iterator[str]:
    for key, known in before.grounded.items():
        verdicts = {standing(known), standing(now.grounded.get(key))}
        if len(verdicts) > 1 and UNCHECKED not in verdicts:
            yield key.rpartition("#")[0]


def _computed(before: Version, now: Version) -> Iterator[str]:
    for version in (before, now):
        for figure in version.dataset.of(Figure):
            if figure.formula and _differs(before, now, figure.id):
                yield figure.id


def _differs(before: Version, now: Version, figure: str) -> bool:
    return before.links.derived.get(figure) != now.links.derived.get(figure)
