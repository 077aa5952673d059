"""A new data set from articles: a folder with its file, the texts and the schema for editors."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from pydantic import ValidationError

from scale_explorer.models.dataset import Header
from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind

from ..articles.article import line_of
from ..articles.naming import plain_id
from ..finding import Severity
from ..loading.files import gather
from ..loading.leftovers import fresh_name, sweep
from ..loading.read import shown
from ..loading.write import create_file, replace_file, sync_folder
from .drafts import Draft, Given, drafts
from .example import example_with_source, examples, taken_away
from .manuscript import Manuscript
from .tables import in_order
from .trial import checked
from .writing import written, written_section

SCHEMA = "schema.json"
_STAGE = ".making-"
_HEAD = """\
#:schema ./{schema}
# Editors that know TOML complete and check this file by the schema that lies beside it.

[dataset]
id = {id}
title = {title}
lead = []
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A set that was made: its folder as it was named, its file in there, and its sources."""

    folder: Path
    file: str
    header: Header
    drafts: tuple[Draft, ...]


def header_for(
    folder: Path, given: Sequence[Given], set_id: str | None, title: str | None
) -> Header:
    """Return the head of a new set: what is not said comes from its folder and its only article.

    Raises UsageError for an id that is none, or a title without a word.
    """
    name = folder.resolve().name
    found = plain_id(name) or "story"
    told = given[0].article.title if len(given) == 1 else found.replace("-", " ").capitalize()
    try:
        return Header(id=set_id or found, title=line_of(told if title is None else title))
    except ValidationError as error:
        field = error.errors()[0]["loc"][0]
        if field == "title":
            raise UsageError("A data set needs a title; give it one with --title.") from error
        wanted = "lower case letters, digits and hyphens, such as my-story"
        raise UsageError(f"{shown(set_id or '')!r} is no id; take {wanted}.") from error


def make_set(folder: Path, header: Header, given: Iterable[Given], schema: str) -> Made:
    """Make a set in a folder that is not there yet, or is empty; all of it or nothing.

    Raises UsageError when something is there, and DataError when it cannot be written.
    """
    refuse_occupied(folder)
    new = drafts(given, lambda _: False, {})
    made = Made(folder, f"{header.id}.toml", header, new)
    try:
        with _stage(folder) as stage:
            fill(stage, made, schema)
            _settle(stage, folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError(
            f"{shown(folder)} cannot be made: {reason}; nothing is left of it."
        ) from error
    return made


def refuse_occupied(folder: Path) -> None:
    """Raise UsageError when something is in the place of a new set."""
    if not _is_there(folder):
        if not folder.resolve().parent.is_dir():
            raise UsageError(f"{shown(folder.parent)} does not exist; make that folder first.")
        return
    if not folder.is_dir():
        raise UsageError(f"{shown(folder)} is there already, and no folder; name another place.")
    with suppress(OSError):  # told when it is written to
        if any(folder.iterdir()):
            add = f"scale-explorer add-source ARTICLE --data {shown(folder)}"
            raise UsageError(
                f"{shown(folder)} is not empty, and nothing in it is overwritten.\n"
                f"Name a new folder, or add to the set in this one: {add}"
            )


def _is_there(folder: Path) -> bool:
    try:
        os.lstat(folder)
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:  # too long, with a NUL, or below a file
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"The folder cannot be named so: {reason}.") from error
    return True


def fill(stage: Path, made: Made, schema: str) -> None:
    """Write all files of a set into a folder that is there."""
    if made.drafts:
        (stage / made.drafts[0].text).parent.mkdir()
    for draft in made.drafts:
        create_file(stage / draft.text, draft.given.article.content)
    create_file(stage / SCHEMA, schema.encode())
    plain = "\n".join(_sections(made))
    create_file(stage / made.file, plain.encode())
    whole = f"{plain}\n{_example(stage, plain, made)}"
    replace_file(stage / made.file, whole.encode())


def _sections(made: Made) -> Iterator[str]:
    told = made.header
    yield _HEAD.format(schema=SCHEMA, id=written(told.id), title=written(told.title))
    for draft in made.drafts:
        yield written_section("[[source]]", in_order(Kind.SOURCE, draft.table)) + "\n"


def _example(stage: Path, plain: str, made: Made) -> str:
    """Return the first example of which the checks find nothing wrong; the last is not asked."""
    manuscript = Manuscript.of(gather(stage))
    ids = {draft.id for draft in made.drafts}
    *tried, last = _examples(made, ids.__contains__)
    for each in tried:
        content = f"{plain}\n{taken_away(each)}".encode()
        found = checked(manuscript.with_contents({made.file: content})).findings
        if not any(finding.severity is Severity.ERROR for finding in found):
            return each
    return last


def _examples(made: Made, is_taken: Callable[[str], bool]) -> Iterator[str]:
    if not made.drafts:
        yield example_with_source()
        return
    yield from examples(made.drafts[0], is_taken)


@contextmanager
def _stage(folder: Path) -> Generator[Path]:
    """Make a hidden folder, beside a set's or inside it when that is there, and take it away."""
    beside = folder if folder.is_dir() else folder.resolve().parent
    stage = beside / fresh_name(_STAGE)
    try:
        stage.mkdir()
        sweep(beside, _STAGE, stage.stat().st_mtime)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _settle(stage: Path, folder: Path) -> None:
    """Put what was made in its place, in one step where the folder is new."""
    if stage.parent != folder:
        stage.rename(folder.resolve())
        sync_folder(stage.parent)
        return
    settled: list[Path] = []
    try:
        # The set's own file comes last: without it nothing is taken for a data set.
        for entry in sorted(stage.iterdir(), key=lambda each: each.suffix == ".toml"):
            _move(entry, folder / entry.name, settled)
        sync_folder(folder)
    except BaseException:
        for place in settled:
            _remove(place)
        raise


def _move(entry: Path, place: Path, settled: list[Path]) -> None:
    if os.path.lexists(place):
        raise FileExistsError(errno.EEXIST, f"{shown(place)} was made by somebody else meanwhile")
    settled.append(place)
    entry.rename(place)


def _remove(place: Path) -> None:
    """Take away what was just put there."""
    if place.is_dir():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)
