"""The names of known entities, indexed once, so that a sentence is read against 10,000 of them.

What an entity may be called, and where a name may begin and end, are the rules of
`grounding.naming`. Names are held by their first letters and their lengths: at each place of a text
only names of the lengths that begin with its letters are looked up, each in one step, however many
names there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind

from ..grounding.called import MOST_NAMES, begins, called, ends, is_description, spellings
from ..grounding.fold import Folded, fold
from ..grounding.words import Haystack

if TYPE_CHECKING:  # Pydantic is not needed to read names
    from scale_explorer.models.dataset import Dataset

_PREFIX = 3
_NEAR = 3
_ALIKE = 72.0  # per cent; as in `loading.nearest`, a little stricter for whole names


@dataclass(frozen=True, slots=True)
class Known:
    """What must be known of an entity to find its names."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    unnamed: bool = False
    described: str = ""
    """Tags and summary, which may tell that it is "the startup" of a text."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A name at a place of a text, in code points, and whose it may be."""

    start: int
    end: int
    ids: tuple[str, ...]


@dataclass(frozen=True)
class _Table:
    """Names by how they are written, and the lengths of those that begin with certain letters."""

    ids: Mapping[str, tuple[str, ...]]
    lengths: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> _Table:
        """Index names with the id of whose they are."""
        ids: dict[str, dict[str, None]] = {}
        lengths: dict[str, set[int]] = {}
        for name, key in names:
            if name:
                ids.setdefault(name, {})[key] = None
                lengths.setdefault(name[:_PREFIX], set()).add(len(name))
        return cls(
            {name: tuple(keys) for name, keys in ids.items()},
            {prefix: tuple(sorted(each, reverse=True)) for prefix, each in lengths.items()},
        )

    def standing(self, text: Haystack) -> Iterator[Standing]:
        """Yield the names in a folded text, in order of place, the longest first."""
        words = text.text
        for place in range(len(words)):
            lengths = (
                each
                for size in range(_PREFIX, 0, -1)
                for each in self.lengths.get(words[place : place + size], ())
                if size in {_PREFIX, each}
            )
            for length in lengths:
                found = self.ids.get(words[place : place + length])
                stop = place + length
                if found and stop <= len(words) and begins(text, place) and ends(text, stop):
                    yield Standing(place, stop, found)


@dataclass(frozen=True, eq=False)
class KnownNames:
    """What the entities of a set may be called; build it once and keep it."""

    entities: Mapping[str, Known]

    @classmethod
    def of(cls, entities: Iterable[Known]) -> KnownNames:
        """Take up some entities; they are indexed when the first text is read."""
        return cls({entity.id: entity for entity in entities})

    @classmethod
    def of_dataset(cls, dataset: Dataset) -> KnownNames:
        """Take up the entities of a data set."""
        return cls.of(
            Known(
                each.id,
                each.KIND,
                each.name,
                each.aliases,
                each.unnamed,
                " ".join((*each.tags, each.summary)),
            )
            for each in dataset.entities
        )

    def standing(self, text: str) -> tuple[Standing, ...]:
        """Return every name in a text, in order, longer ones first; linear in the text."""
        folded = fold(text)
        found = [_placed(each, folded.starts) for each in self._written.standing(Haystack(folded))]
        if self._described.ids:
            small = _in_small(folded)
            described = self._described.standing(Haystack(small))
            found += [_placed(each, small.starts) for each in described]
        return tuple(sorted(_merged(found), key=lambda each: (each.start, -each.end)))

    def near(self, name: str) -> tuple[str, ...]:
        """Return the ids of entities whose names look like a name, the most alike first."""
        # Loaded here because it costs 40 ms, and most sentences have no new name.
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        wanted = name.casefold()
        found = process.extract(
            wanted, self._alike[0], scorer=fuzz.ratio, limit=4 * _NEAR, score_cutoff=_ALIKE
        )
        ids = dict.fromkeys(self._alike[1][place] for _, _, place in found)
        return tuple(islice(ids, _NEAR))

    @cached_property
    def _called(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, each.id) for each in self.entities.values() for name in _names(each))

    @cached_property
    def _written(self) -> _Table:
        return _Table.of(
            (written, key)
            for name, key in self._called
            if not is_description(name)
            for written in spellings(name)
        )

    @cached_property
    def _described(self) -> _Table:
        return _Table.of(
            (name.casefold(), key) for name, key in self._called if is_description(name)
        )

    @cached_property
    def _alike(self) -> tuple[list[str], list[str]]:
        """The names in small letters, and whose they are."""
        return [name.casefold() for name, _ in self._called], [key for _, key in self._called]


def outermost(found: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return those of some names in order that no longer one holds; they never overlap."""
    kept: list[Standing] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _names(entity: Known) -> Iterator[str]:
    is_person = entity.kind is Kind.PERSON and not entity.unnamed
    return islice(called((entity.name, *entity.aliases), is_person=is_person), MOST_NAMES)


def _in_small(folded: Folded) -> Folded:
    """Return a folded text in small letters, with the places of the original."""
    small = folded.text.casefold()
    if len(small) == len(folded.text):
        return Folded(small, folded.starts)
    starts = [
        start
        for letter, start in zip(folded.text, folded.starts, strict=False)
        for _ in letter.casefold()
    ]
    return Folded(small, [*starts, folded.starts[-1]])


def _placed(found: Standing, starts: Sequence[int]) -> Standing:
    return Standing(starts[found.start], starts[found.end], found.ids)


def _merged(found: Iterable[Standing]) -> Iterator[Standing]:
    """Make one of those that stand in the same place."""
    ids: dict[tuple[int, int], dict[str, None]] = {}
    for each in found:
        ids.setdefault((each.start, each.end), {}).update(dict.fromkeys(each.ids))
    return (Standing(start, end, tuple(keys)) for (start, end), keys in ids.items())
