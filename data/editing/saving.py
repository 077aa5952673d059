"""Edits carried out on the files of a set, so that nobody's work is lost, however many write.

A set is edited by one program at a time, and always as it is on disk at that moment. What others
changed meanwhile stays; where they changed the very record, the author is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass

from ..loading.decode import lenient
from ..loading.files import File, gather
from ..loading.read import shown
from ..watch import SILENT, Watch
from .edits.edit import Edit
from .journal import finish, is_noted, noted
from .locked import locked
from .manuscript import Manuscript
from .merging_lines import merged_lines
from .revision import Revision, Rewritten
from .rewriting import rewrite
from .texts import text_of


@dataclass(frozen=True, slots=True)
class Sides:
    """A record or a file as it was, as somebody else left it, and as you would."""

    where: str
    before: str
    theirs: str
    yours: str


class ConflictError(DataError):
    """Somebody else changed the same place meanwhile; `sides` shows what they and you made of it.

    Nothing was written.
    """

    def __init__(self, sides: Sides) -> None:
        super().__init__(f"{sides.where} was changed by somebody else meanwhile.")
        self.sides = sides


def manuscript_at(path: Path, known: Manuscript | None = None, watch: Watch = SILENT) -> Manuscript:
    """Read a set to be edited; raises DataError. What a killed program left half is finished.

    Of what is `known` of it only what changed is read again, and where nothing did it is returned.
    """
    if is_noted(path):  # by one who was killed, or who is still writing
        with locked(path if path.is_dir() else path.parent):
            finish(path)
    return Manuscript.of(gather(path), known, watch)


def _under_lock(path: Path, known: Manuscript | None) -> Manuscript:
    """Read a set whose folder one holds already."""
    finish(path)
    return Manuscript.of(gather(path), known)


def carry_out(edit: Edit, base: Manuscript) -> Revision:
    """Make an edit that its author made looking at `base`, and return what it came to.

    Raises ConflictError when a record that it touches is another one by now, and DataError when it
    cannot be made or written; then all files are as before.
    """
    with locked(base.files.root):
        now = _under_lock(base.path, base)
        for record in edit.touches if now is not base else ():
            if text_of(now, record) != text_of(base, record):
                raise ConflictError(_sides(edit, record, base, now))
        revision = edit.on(now)
        _write(now, revision)
    return revision


def apply_again(revision: Revision, path: Path, known: Manuscript | None = None) -> Revision:
    """Make a revision of the set at a path once more, such as the reverse of one to undo it.

    What others changed meanwhile elsewhere in a file stays. Returns what it came to. Raises
    ConflictError when they changed the same lines, and DataError as `carry_out` does. What is
    `known` of the set from before is not read again.
    """
    with locked(path if path.is_dir() else path.parent):
        now = _under_lock(path, known)
        files = tuple(_again(each, now) for each in revision.files)
        made = Revision(revision.label, files, revision.shows)
        now.with_contents(made.after)  # raises where the two changes make no TOML together
        _write(now, made)
    return made


def _write(now: Manuscript, revision: Revision) -> None:
    """Replace the files; where one cannot be, those before it are put back."""
    known = {file.name: file for file in now.files.data}
    with noted(now.path, revision):
        done: list[Callable[[], None]] = []
        for each in revision.files:
            file = known[each.name]
            try:
                rewrite(file, now.files.root, each.after)
            except DataError as error:
                for put_back in reversed(done):
                    put_back()
                raise DataError(f"{shown(file.path)} is as it was: {error}.") from error
            done.append(_putting_back(file, now.files.root, each))


def _putting_back(file: File, root: Path, each: Rewritten) -> Callable[[], None]:
    def put_back() -> None:
        rewrite(File(file.path, file.name, each.after), root, each.before)

    return put_back


def _again(each: Rewritten, now: Manuscript) -> Rewritten:
    content = {file.name: file.content for file in now.files.data}.get(each.name)
    if content is None:
        raise DataError(f"{each.name} is gone meanwhile.")
    if content == each.before:
        return each
    texts = [lenient(side) for side in (each.before, each.after, content)]
    merged = merged_lines(*texts)
    if merged is None:
        before, yours, theirs = texts
        raise ConflictError(Sides(each.name, before, theirs, yours))
    mark = content[: len(content) - len(content.decode("utf-8-sig").encode())]
    return Rewritten(each.name, content, mark + merged.encode())


def _sides(edit: Edit, record: str, base: Manuscript, now: Manuscript) -> Sides:
    """Show a record as it was, as others left it, and as the edit would have made it."""
    try:
        yours = text_of(base.with_contents(edit.on(base).after), record)
    except DataError:
        yours = text_of(base, record)
    return Sides(record, text_of(base, record), text_of(now, record), yours)
