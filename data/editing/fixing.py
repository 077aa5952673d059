"""The positions of quotes, put right in the files of a data set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass

from ..loading.files import File, SetFiles
from ..loading.load import Loaded
from .placing import NEEDED, Outcome, Placed, placed
from .positions import with_positions
from .rewriting import rewrite

_LARGE = 1024 * 1024
"""Bytes of a file of which one would wonder what takes so long."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file with how many positions were written and corrected in it, or why none was."""

    name: str
    written: int
    corrected: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of the files, and how many quotes of each source came to what."""

    files: tuple[FixedFile, ...]
    outcomes: Mapping[tuple[Outcome, str], int]


def fix(files: SetFiles, loaded: Loaded, *, every: bool, tell: Callable[[str], None]) -> Fixed:
    """Write the positions that are wrong or needed to tell quotes apart, or with `every` all.

    Only quotes that stand in one place of a text at hand are given one, and never by the text of
    another edition. `tell` is told of files that take a while. A file that cannot be written does
    not keep others from it.
    """
    found = tuple(placed(loaded))
    wanted = NEEDED | {Outcome.NEEDLESS} if every else NEEDED
    by_file: dict[str, list[Placed]] = {}
    for each in found:
        if each.outcome in wanted:
            by_file.setdefault(each.file, []).append(each)
    return Fixed(
        files=tuple(
            _fixed(file, files, by_file[file.name], tell)
            for file in files.documents
            if file.name in by_file
        ),
        outcomes=Counter((each.outcome, each.source) for each in found),
    )


def _fixed(
    file: File, files: SetFiles, positions: Iterable[Placed], tell: Callable[[str], None]
) -> FixedFile:
    if len(file.content) > _LARGE:
        tell(file.name)
    spans = {each.path: each.span for each in positions if each.span is not None}
    corrected = sum(each.outcome is Outcome.STALE for each in positions)
    try:
        rewrite(file, files.root, with_positions(file.content, spans))
    except DataError as error:
        return FixedFile(file.name, 0, 0, str(error))
    return FixedFile(file.name, len(spans) - corrected, corrected)
