"""From the names on a command line to the readers of what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from scale_explorer.models import evidence as models
from scale_explorer.models.errors import DataError
from scale_explorer.models.text import clean

from ..loading.files import SetFiles, gather
from ..loading.limits import FILE_BYTES, RECORDS, TOTAL_BYTES
from ..loading.load import Loaded, load
from ..loading.read import read_regular, shown
from ..loading.spreadsheet.columns import LAYOUTS, layout_of
from ..watch import SILENT, Watch
from .in_folder import Contents, Left, contents_of
from .recognize import TITLE, of_sheet, of_standard_input, source_of
from .rejected import Read
from .sources import STANDARD_INPUT, Reading, Source, is_folder, refuse_many, size_of
from .toml_set import set_records

MOST_FILES: Final = 1_000
"""Files that are imported in one go, those in folders with them."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be imported, and the files in folders that are left."""

    sources: list[Source] = field(default_factory=list[Source])
    left: list[Left] = field(default_factory=list[Left])


def find_sources(names: Sequence[str], watch: Watch = SILENT) -> Found:
    """Return who reads each of some files, folders and `-`; raises DataError and UsageError."""
    refuse_many(names)
    found = Found()
    for name in names:
        found.sources.extend(_found(name, watch, found.left))
    if len(found.sources) > MOST_FILES:
        raise DataError(
            f"These are {len(found.sources):,} files; at most {MOST_FILES:,} are read in one go."
            " Put them together first: cat FOLDER/*.json | scale-explorer import - -o OUTPUT"
        )
    return found


def _found(name: str, watch: Watch, left: list[Left]) -> Iterator[Source]:
    if name == STANDARD_INPUT:
        yield of_standard_input()
        return
    path = Path(name)
    if is_folder(path):
        yield from _of_folder(path, watch, left)
    elif path.suffix == ".toml":
        yield _of_set(gather(path), watch)
    else:
        yield source_of(path)


def _of_folder(path: Path, watch: Watch, left: list[Left]) -> Iterator[Source]:
    """Yield all that a folder holds and can be imported; raises DataError where that is nothing."""
    held = contents_of(path)
    left.extend(held.left)
    if not (held.has_set or held.sheets or held.others):
        raise DataError(_nothing_in(path, held))
    yield from _of_tables(path, held, watch)
    yield from held.others


def _of_tables(path: Path, held: Contents, watch: Watch) -> Iterator[Source]:
    """Yield the set and CSV files of a folder; CSV files of any size are streamed."""
    if held.has_set and _is_small(held.sheets):
        yield _of_set(gather(path), watch)
        return
    alone: str | None = None
    if held.has_set:
        files = gather(path, spreadsheets=False)
        loaded = load(files, watch)
        alone = _only_source(loaded)
        yield _loaded(loaded, files)
    for sheet in held.sheets:
        yield of_sheet(sheet, layout_of(sheet.name), alone)


def _nothing_in(path: Path, held: Contents) -> str:
    known = ", ".join(each.file for each in LAYOUTS)
    told = f"{shown(path)} holds neither TOML files nor {known}, nor any file of JSON lines."
    first = [f"\n{each.label}: {each.reason}" for each in held.left[:_TOLD]]
    more = len(held.left) - len(first)
    return "".join((told, *first, f"\n… and {more:,} more files" if more else ""))


_TOLD: Final = 10


def _is_small(sheets: Sequence[Path]) -> bool:
    """Say whether a set may be read as a whole with its CSV files, and its quotes proved."""
    sizes = [size_of(each) for each in sheets]
    if max(sizes, default=0) > FILE_BYTES or sum(sizes) > TOTAL_BYTES // 2:
        return False
    return sum(read_regular(each, FILE_BYTES).count(b"\n") for each in sheets) < RECORDS // 2


def _only_source(loaded: Loaded) -> str | None:
    """Return the source that quotes in CSV files may leave unsaid, if there is just one."""
    sources = tuple(loaded.dataset.of(models.Source))
    return sources[0].id if len(sources) == 1 else None


def _of_set(files: SetFiles, watch: Watch) -> Source:
    return _loaded(load(files, watch), files)


def _loaded(loaded: Loaded, files: SetFiles) -> Source:
    def read(reading: Reading, file: int) -> Iterator[Read]:
        reading.meter.heard(files.size)
        return set_records(loaded, file, reading.losses, reading.meter.watch)

    header = loaded.dataset.header
    parts = tuple(shown(file.path) for file in files.data)
    return Source(
        files.label, "TOML", files.size, read, header.title, header.summary, header.lead,
        files.root, parts, partial(loaded.places.of, key="id"),
    )  # fmt: skip


def title_of(sources: Sequence[Source], output: Path) -> str:
    """Return what an index of some sources is called: as they say, else as the file is called."""
    said = next((each.title for each in sources if each.title), "")
    return said or clean(output.stem).strip()[:TITLE] or "Imported"
