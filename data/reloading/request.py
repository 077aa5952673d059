"""What the app asks of the process that reloads, and what it answers: values, as JSON lines.

The process reads one request a line. Of several the newest counts, also while it is at work on an
older one, which it then gives up. It ends when nobody is left to ask.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeAlias

from scale_explorer.models.frozen import dataclass

from ..finding import Finding
from ..finding_json import dumped, loaded
from ..watch import Phase, Progress
from .watched import Watched


@dataclass(frozen=True, slots=True)
class Request:
    """Compile the sets under `names` as they are now, unless that is `shown` already.

    `number` grows from request to request. `broken` are the paths of files and sets that could not
    be read when what is shown was compiled: that they still cannot is no news. `index` says that
    what is shown is an index.
    """

    number: int
    names: tuple[str, ...]
    shown: str
    broken: tuple[str, ...] = ()
    index: bool = False


@dataclass(frozen=True, slots=True)
class Compiled:
    """The files are compiled into `path`, and `name` tells this state of theirs from any other.

    `made` says that this process did so just now; `broken` are the paths that still are.
    """

    path: Path
    name: str
    broken: tuple[str, ...] = ()
    made: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """What is shown is how the files are."""


@dataclass(frozen=True, slots=True)
class Faulty:
    """Files cannot be read, and why; what is shown is the last good state."""

    findings: tuple[Finding, ...]


Answer: TypeAlias = Compiled | Same | Faulty | Watched | Progress


def request_line(request: Request) -> bytes:
    """Write a request; what is no Unicode in a name survives."""
    return json.dumps(asdict(request)).encode() + b"\n"


def request_of(line: bytes) -> Request:
    """Read what `request_line` wrote."""
    fields = json.loads(line)
    names, broken = (tuple(fields[key]) for key in ("names", "broken"))
    return Request(fields["number"], names, fields["shown"], broken, bool(fields["index"]))


def answer_line(number: int, answer: Answer) -> str:
    """Write an answer to the request of a number."""
    return json.dumps([number, *_words(answer)]) + "\n"


def _words(answer: Answer) -> Iterable[object]:
    match answer:
        case Compiled(path, name, broken, made):
            return "compiled", str(path), name, list(broken), made
        case Same():
            return ("same",)
        case Faulty(findings):
            return "faulty", list(map(dumped, findings))
        case Watched(files, folders):
            return "watched", sorted(files), sorted(folders)
        case Progress(phase, done, total, found):
            return "step", phase.value, done, total, found


def answer_of(line: bytes) -> tuple[int, Answer]:
    """Read what `answer_line` wrote; raises ValueError when it is something else."""
    number, what, *words = json.loads(line)
    return int(number), _answer(what, words)


def _answer(what: Any, words: list[Any]) -> Answer:
    match what, words:
        case "compiled", [str(path), str(name), broken, bool(made)]:
            return Compiled(Path(path), name, tuple(_texts(broken)), made)
        case "same", []:
            return Same()
        case "faulty", [findings]:
            return Faulty(tuple(map(loaded, _texts(findings))))
        case "watched", [files, folders]:
            return Watched(frozenset(_texts(files)), frozenset(_texts(folders)))
        case "step", [str(phase), int(done), int(total), int(found)]:
            return Progress(Phase(phase), done, total, found)
        case _:
            raise ValueError(f"the reloading process said {what!r}")


def _texts(value: Any) -> list[str]:
    return list(map(str, value))
