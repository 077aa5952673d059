"""Records that somebody may have meant whose words name none: for `Did you mean`."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.frozen import dataclass

from ..folding import folded
from ..matching.ids import bare
from ..store.protocol import Store
from ..store.rows.records import RecordRow

MOST = 3
"""Records that are offered."""
_LONGEST = 60  # cells or so of a title that is repeated
_LONGEST_ASKED = 200  # characters that are looked for
_HITS = 20  # of each part of a name that is looked for by itself
_WORDS = 8
_SHORTEST = 2  # letters of a word's beginning that are still looked for by themselves
_ALIKE = 80.0  # per cent; whoever means a record by its name writes more of it right than wrong
_SURE = 95.0  # per cent; of names so much alike one need not look for a better
_TELLING = 3  # letters of a word of the title that an id holds where it says who it is


@dataclass(frozen=True, slots=True)
class Near:
    """A record that may have been meant."""

    id: str
    title: str

    @property
    def told(self) -> str:
        """Return its id, and its title where the id does not say who it is."""
        words = folded(self.title).replace("-", " ").split()
        if any(word in self.id for word in words if len(word) >= _TELLING):
            return self.id
        return f"{self.id} ({self.title[:_LONGEST]}{'…' if len(self.title) > _LONGEST else ''})"


def nearby(store: Store, asked: str) -> tuple[Near, ...]:
    """Return what is most like `asked`, best first: as the store finds it, or by parts of it."""
    rows = (store.record(each) for each in store.nearest(asked, MOST))
    found = [row for row in rows if row is not None]
    wanted = _plain(asked)
    if not any(_likeness(wanted, row) >= _ALIKE for row in found):
        found = _by_parts(store, wanted) or found
    return tuple(Near(row.id, row.title) for row in found[:MOST])


def _by_parts(store: Store, wanted: str) -> list[RecordRow]:
    alike: dict[str, tuple[float, RecordRow]] = {}
    for part in _parts(wanted):
        for hit in store.search(part, _HITS):
            alike[hit.record.id] = _likeness(wanted, hit.record), hit.record
        if any(score >= _SURE for score, _ in alike.values()):
            break
    best = sorted(alike.values(), key=lambda each: -each[0])
    return [row for score, row in best if score >= _ALIKE]


def _likeness(wanted: str, row: RecordRow) -> float:
    """Return how alike what was wanted a record is called, in per cent."""
    # Loaded here because it costs as much start-up time as opening the store.
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    return max(ratio(wanted, _plain(called)) for called in (row.title, bare(row.id)))


def _plain(name: str) -> str:
    return folded(name[:_LONGEST_ASKED]).replace("-", " ")


def _parts(wanted: str) -> Iterator[str]:
    """Yield a name without one of its words, then each word, longest first, and how these begin."""
    words = wanted.split()[:_WORDS]
    if len(words) > 1:
        for place in range(len(words)):
            yield " ".join(words[:place] + words[place + 1 :])
    by_length = sorted(dict.fromkeys(words), key=len, reverse=True)
    if len(words) > 2:  # of two, each was what is left without the other
        yield from by_length
    for word in by_length[:2]:
        yield word[: max(_SHORTEST, len(word) * 2 // 3)]
