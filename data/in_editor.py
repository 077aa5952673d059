"""What to open in an editor: the file and line of a record, in the data set that it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind

from .finding import Place
from .loading.files import SetFiles, gather
from .loading.sets import resolve
from .loading.whereabouts import Whereabouts, header_whereabouts, whereabouts, written_id
from .loading.writable import COPY, why_not_editable
from .matching.ids import bare, set_of, told_apart


@dataclass(frozen=True, slots=True)
class Wanted:
    """A record to open, and the words of it to go to, if any."""

    kind: Kind
    record: str
    words: str = ""


def place_to_edit(names: Sequence[str], wanted: Wanted | None) -> Whereabouts:
    """Return where a record of the sets under `names` stands now; without one, their header.

    Raises UsageError when its set is not to be written to, DataError when it is not there any more
    or nothing can be read, UnknownNameError for a set.
    """
    sets = {name: gather(resolve(name)) for name in dict.fromkeys(names or (None,))}
    for place in _found(sets, wanted):
        if why := why_not_editable(place.path):
            raise UsageError(f"{why}; {COPY}")
        return place
    what = wanted.record if wanted else "the data set"
    raise DataError(f"{what} is not found in the files as they are now.")


def finding_to_edit(place: Place) -> Whereabouts:
    """Return the file and line of a finding; raises UsageError where that is not to be written to.

    Raises DataError when the file is not there any more.
    """
    path = Path(place.path)
    if not path.is_file():
        raise DataError(f"{place.path} is no file any more.")
    if why := why_not_editable(path):
        raise UsageError(f"{why}; {COPY}")
    return Whereabouts(path, place.line or 1)


def _found(sets: dict[str | None, SetFiles], wanted: Wanted | None) -> Iterator[Whereabouts]:
    """Yield where it stands, first in the set that its id names."""
    if wanted is None:
        yield from map(header_whereabouts, sets.values())
        return
    ids = told_apart({files.real_path: written_id(files) or "" for files in sets.values()})
    own = set_of(wanted.record)
    ordered = sorted(zip(sets, ids, strict=True), key=lambda each: each[1] != own)
    for name, _ in ordered:
        place = whereabouts(sets[name], wanted.kind, bare(wanted.record), wanted.words)
        if place is not None:
            yield place
