"""Asking Git about a repository that may be hostile: objects are read, nothing of it is run.

Only commands that look at objects are used. They check nothing out, so that no filter, no text
conversion and no hook has a part in them; what a repository's own configuration could still start
(a file system monitor, hooks, a fetch of objects that are missing) is turned off for every call.
What the environment says to Git (GIT_DIR and the like) does not count.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Timer

from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean

from .read import megabytes, shown

SECONDS = 30.0
"""How long one call may take."""
LISTED_BYTES = 16 * 1024 * 1024
"""Bytes of a list of files; a repository can be made to list without end."""

_SAFE = (
    "--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs",
    "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "-c", "safe.bareRepository=explicit",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",  # an empty list: no transport at all, whatever is configured
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_LONGEST_COMPLAINT = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a tree: its path there, its mode (such as 100644), and its object's name."""

    name: str
    mode: str
    object: str

    @property
    def is_regular(self) -> bool:
        """Whether it is a file, and neither a link nor a repository of its own."""
        return self.mode.startswith("100")


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a folder lies in, and the folder's path in its trees."""

    folder: Path
    prefix: str

    def tree(self, revision: str, path: str) -> str | None:
        """Return the name of the tree of a folder in a revision, or None when it holds none.

        Raises UsageError for a revision that is not there, or cannot be asked for in one line.
        """
        for said in (revision, path):
            if not said.isprintable():
                raise UsageError(f"{clean(said)!r} holds signs that a revision or path may not.")
        if not self._kind(f"{revision}^{{tree}}"):
            raise UsageError(f"There is no revision {clean(revision)!r} of {shown(self.folder)}.")
        asked = f"{revision}^{{tree}}" if path in {"", "."} else f"{revision}:{path}"
        found = self._kind(asked)
        return found[0] if found and found[1] == "tree" else None

    def entries(self, tree: str, paths: Iterable[str] = ()) -> dict[str, Entry]:
        """Return the files in a tree and below it by their paths: all, or those of `paths`."""
        command = ("ls-tree", "-r", "-z", "--full-tree", tree, "--", *paths)
        listed = _run(self.folder, command, LISTED_BYTES)
        found = map(_entry, filter(None, listed.split(b"\0")))
        return {entry.name: entry for entry in found}

    def sizes(self, objects: Iterable[str]) -> Mapping[str, int]:
        """Return the bytes of files by the names of their objects; those missing are left out."""
        asked = tuple(dict.fromkeys(objects))
        answers = _run(self.folder, ("cat-file", "--batch-check"), LISTED_BYTES, _lines(asked))
        found = (line.split() for line in answers.decode(errors="replace").splitlines())
        return {
            parts[0]: int(parts[2]) for parts in found if len(parts) == 3 and parts[1] == "blob"
        }

    def contents(self, sizes: Mapping[str, int]) -> dict[str, bytes]:
        """Return the bytes of files by their objects' names; the caller bounds their sizes."""
        room = sum(sizes.values()) + 200 * len(sizes)
        answers = _run(self.folder, ("cat-file", "--batch"), room, _lines(sizes))
        return dict(_parted(answers))

    def _kind(self, name: str) -> tuple[str, str] | None:
        """Return an object's own name and kind, found by any name that Git knows."""
        command = ("cat-file", "--batch-check")
        parts = _run(self.folder, command, 10_000, _lines((name,))).decode(errors="replace").split()
        return (parts[0], parts[1]) if len(parts) == 3 and parts[2].isdecimal() else None


def repository_of(folder: Path) -> Repository:
    """Return the repository that a folder lies in; raises DataError when it lies in none."""
    try:
        found = _run(folder, ("rev-parse", "--show-prefix"), 100_000)
    except DataError as error:
        if "not a git repository" not in str(error):
            raise
        advice = "name two paths to compare, such as old-set/ new-set/"
        raise DataError(f"{shown(folder)} lies in no Git repository; {advice}.") from error
    return Repository(folder, os.fsdecode(found).removesuffix("\n").rstrip("/"))


def _run(folder: Path, command: tuple[str, ...], most: int, given: bytes = b"") -> bytes:
    """Return what a command of Git answers; raises DataError when it fails, or answers too much."""
    git = shutil.which("git")
    if git is None or not Path(git).is_absolute():  # one in the folder at hand is anybody's
        raise DataError("Git is not installed, so no revision can be read; compare two paths.")
    with subprocess.Popen(  # noqa: S603 - no shell; what users write goes in by standard input
        (git, *_SAFE, *command),
        cwd=folder,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        return _answer(process, most, given)


def _environment() -> dict[str, str]:
    kept = {name: said for name, said in os.environ.items() if not name.startswith("GIT_")}
    return kept | _ENVIRONMENT


def _answer(process: subprocess.Popen[bytes], most: int, given: bytes) -> bytes:
    """Hear a command out; what is given is short enough to be taken before it answers."""
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    timer = Timer(SECONDS, _end, (process,))
    timer.start()
    try:
        with suppress(BrokenPipeError):
            process.stdin.write(given)
            process.stdin.close()
        answer = process.stdout.read(most + 1)
        if len(answer) > most:
            raise DataError(
                f"Git lists more than {megabytes(most)} there; too much for a data set."
            )
        complaint = process.stderr.read(_LONGEST_COMPLAINT * 4)
        if process.wait() != 0:
            raise DataError(_complaint(process.returncode, complaint))
    finally:
        timer.cancel()
        _end(process)
    return answer


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a command and all that it started, which would hold its output open."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _complaint(status: int, complaint: bytes) -> str:
    if status < 0:
        return f"Git took longer than {SECONDS:g} seconds, and was stopped."
    said = clean(complaint.decode(errors="replace").strip().removeprefix("fatal: "))
    return f"Git cannot read it: {said[:_LONGEST_COMPLAINT] or f'status {status}'}"


def _lines(names: Iterable[str]) -> bytes:
    return b"".join(os.fsencode(name) + b"\n" for name in names)


def _entry(line: bytes) -> Entry:
    described, _, name = line.partition(b"\t")
    mode, _, named = described.decode("ascii").split(" ")
    return Entry(os.fsdecode(name), mode, named)


def _parted(answers: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield each object's name and bytes from the answers of `cat-file --batch`."""
    place = 0
    while (end := answers.find(b"\n", place)) >= 0:
        name, *rest = answers[place:end].decode(errors="replace").split(" ")
        place = end + 1
        if len(rest) == 2:
            size = int(rest[1])
            yield name, answers[place : place + size]
            place += size + 1
