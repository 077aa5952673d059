"""A list of any length of which only what is looked at is read."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from threading import Lock
from typing import Generic, Protocol, TypeVar, cast, overload

from scale_explorer.models.frozen import dataclass

BLOCK = 64
"""Rows that are read at once: more than a window shows, and well within a frame."""
_KEPT = 32
"""Blocks that stay at hand, so that memory does not grow with the list."""

_SHORT = 4 * BLOCK
"""Rows of a list that is gone through to be compared with another."""

RowT = TypeVar("RowT")
ReadT = TypeVar("ReadT")
RowT_co = TypeVar("RowT_co", covariant=True)


class Keyed(Protocol):
    """A row that is known by a key."""

    @property
    def key(self) -> str:
        """What the cursor is called on it."""
        ...


KeyedT = TypeVar("KeyedT", bound=Keyed)


class Run(Protocol[RowT_co]):
    """Rows in a row, read by their place: `store.found.Found` is one."""

    @property
    def total(self) -> int:
        """How many there are."""
        ...

    @property
    def complete(self) -> bool:
        """Whether these are all; else there may be more."""
        ...

    def page(self, start: int, stop: int) -> tuple[RowT_co, ...]:
        """Return the rows from one place up to another."""
        ...

    def index(self, key: str) -> int | None:
        """Return the place of the row with a key, None where none has it."""
        ...


@dataclass(frozen=True, slots=True)
class AtHand(Generic[KeyedT]):
    """A run of rows that are there already."""

    rows: tuple[KeyedT, ...]
    complete: bool = True

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.rows)

    def page(self, start: int, stop: int) -> tuple[KeyedT, ...]:
        """Return the rows from one place up to another."""
        return self.rows[start:stop]

    def index(self, key: str) -> int | None:
        """Return the place of the row with a key."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)


@dataclass(frozen=True, slots=True)
class Made(Generic[ReadT, RowT]):
    """A run of rows that are made of those of another when they are read, under the same keys."""

    of: Run[ReadT]
    make: Callable[[ReadT], RowT]

    @property
    def total(self) -> int:
        """How many there are."""
        return self.of.total

    @property
    def complete(self) -> bool:
        """Whether these are all."""
        return self.of.complete

    def page(self, start: int, stop: int) -> tuple[RowT, ...]:
        """Return the rows from one place up to another."""
        return tuple(map(self.make, self.of.page(start, stop)))

    def index(self, key: str) -> int | None:
        """Return the place of the row with a key."""
        return self.of.index(key)


class Listed(Sequence[KeyedT]):
    """Runs of rows, one behind the other, as one sequence.

    What is read stays as it is, so it is a value, but for the blocks that it keeps at hand; threads
    may read it at the same time. To go through all of a long one costs what its length says: ask
    `place_of` for a key.
    """

    def __init__(self, *runs: Run[KeyedT]) -> None:
        self._runs = tuple(run for run in runs if run.total)
        self._starts = (0, *accumulate(run.total for run in self._runs))
        self.complete = all(run.complete for run in runs)
        self._blocks: OrderedDict[int, tuple[KeyedT, ...]] = OrderedDict()
        self._places: dict[str, int | None] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        """How many rows there are."""
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> KeyedT: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[KeyedT, ...]: ...
    def __getitem__(self, index: int | slice) -> KeyedT | tuple[KeyedT, ...]:
        """Return the row at a place, or those of some places."""
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        number, into = divmod(place, BLOCK)
        return self._block(number)[into]

    def __eq__(self, other: object) -> bool:
        """Say whether it is the same list; of two short ones, whether they hold the same."""
        if self is other:
            return True
        if not isinstance(other, Listed):
            return False
        rows = cast("Listed[KeyedT]", other)
        alike = (len(self), self.complete) == (len(rows), rows.complete)
        return alike and len(self) <= _SHORT and tuple(self) == tuple(rows)

    __hash__ = None  # type: ignore[assignment]

    def place_of(self, key: str) -> int | None:
        """Return the place of the row with a key, None where none has it."""
        if key not in self._places:
            if len(self._places) > BLOCK:
                self._places = {}
            self._places[key] = next(self._places_of(key), None)
        return self._places[key]

    def _places_of(self, key: str) -> Iterator[int]:
        for start, run in zip(self._starts, self._runs, strict=False):
            if (place := run.index(key)) is not None:
                yield start + place

    def read_around(self, place: int) -> None:
        """Have at hand what a window on a place shows."""
        first, last = max(0, place - BLOCK // 2), min(place + BLOCK // 2, len(self) - 1)
        for number in range(first // BLOCK, last // BLOCK + 1):
            self._block(number)

    def _block(self, number: int) -> tuple[KeyedT, ...]:
        with self._lock:
            found = self._blocks.get(number)
            if found is not None:
                self._blocks.move_to_end(number)
                return found
        found = tuple(self._read(number * BLOCK, min((number + 1) * BLOCK, len(self))))
        with self._lock:
            self._blocks[number] = found
            while len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        return found

    def _read(self, start: int, stop: int) -> Iterator[KeyedT]:
        number = bisect_right(self._starts, start) - 1
        while start < stop:
            first, end = self._starts[number], min(stop, self._starts[number + 1])
            yield from self._runs[number].page(start - first, end - first)
            start, number = end, number + 1


def place_of(rows: Sequence[KeyedT], key: str | None) -> int | None:
    """Return the place of the row with a key, None where none has it."""
    if key is None:
        return None
    found = rows if isinstance(rows, Listed) else AtHand(tuple(rows))
    return found.place_of(key) if isinstance(found, Listed) else found.index(key)


def is_complete(rows: Sequence[object]) -> bool:
    """Say whether a list holds all that there is."""
    return not isinstance(rows, Listed) or rows.complete
