"""What an edit comes to: the bytes of each file that it touches, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass

from ..loading.files import File
from ..loading.listing import is_spreadsheet
from .manuscript import Manuscript
from .ops import Op
from .patching import patched
from .spreadsheets import respelled


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file of a set, by name, before and after."""

    name: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of a set's files that is made, undone and done again as one.

    `label` tells what is done (`Added figure price`), `shows` which record to look at after it.
    """

    label: str
    files: tuple[Rewritten, ...]
    shows: str | None = None

    @property
    def reverse(self) -> Revision:
        """What undoes it."""
        turned = tuple(Rewritten(each.name, each.after, each.before) for each in self.files)
        return Revision(self.label, turned, self.shows)

    @property
    def after(self) -> Mapping[str, bytes]:
        """The new bytes of each file."""
        return {each.name: each.after for each in self.files}


def revised(
    manuscript: Manuscript, ops: Mapping[str, Sequence[Op]], label: str, shows: str | None = None
) -> Revision:
    """Return what becomes of a set's files when each is changed; raises DataError that names one.

    Files that would stay as they are, are left out.
    """
    return Revision(label, tuple(_rewritten(manuscript, ops)), shows)


def together(label: str, revisions: Iterable[Revision], shows: str | None = None) -> Revision:
    """Return several revisions, each made on what the one before it left, as one."""
    first: dict[str, bytes] = {}
    last: dict[str, bytes] = {}
    for revision in revisions:
        for each in revision.files:
            first.setdefault(each.name, each.before)
            last[each.name] = each.after
    return Revision(label, tuple(Rewritten(name, first[name], last[name]) for name in last), shows)


def _rewritten(manuscript: Manuscript, ops: Mapping[str, Sequence[Op]]) -> Iterator[Rewritten]:
    for file in manuscript.files.data:
        if mine := ops.get(file.name):
            try:
                after = _content(manuscript, file, mine)
            except DataError as error:
                raise DataError(f"{file.name} is as it was: {error}.") from error
            if after != file.content:
                yield Rewritten(file.name, file.content, after)


def _content(manuscript: Manuscript, file: File, ops: Sequence[Op]) -> bytes:
    if not is_spreadsheet(file.name):
        return patched(file.content, ops)
    rows = [row for row in manuscript.rows if row.origin.file == file.name]
    return respelled(manuscript.files, file, rows, ops)
