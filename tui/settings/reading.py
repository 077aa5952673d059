"""The settings file: read, whatever it holds, into settings and complaints about the rest."""

from __future__ import annotations

from pathlib import Path

from scale_explorer.data.finding import Place, Severity
from scale_explorer.data.folders import folder
from scale_explorer.data.loading.decode import ParseError, decoded
from scale_explorer.data.loading.limits import FILE_BYTES
from scale_explorer.data.loading.parse import parse
from scale_explorer.data.loading.read import read_regular, shown
from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.text import clean

from ..remapping import Problem
from .settings import Settings, interpreted

LARGEST = 256 * 1024
"""Bytes of a settings file; a line for every action is a twentieth of it."""

MOST = 100
"""Complaints that are told: one for every action, and some for what is none."""

_UNREAD = "nothing in this file is followed"


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something in the settings file that is not followed, or, as a warning, is worth a look."""

    place: Place
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message}"


def settings_file() -> Path:
    """Return where the user's settings are, if there are any."""
    return folder("config") / "config.toml"


def read_settings(path: Path) -> tuple[Settings, tuple[Complaint, ...]]:
    """Return what a settings file says, and what is wrong with it in the order of its lines.

    Without a file everything has its default, and nothing is wrong. Never raises on content.
    """
    name = shown(path)
    try:
        content = _content(path)
        settings, problems = interpreted(parse(content, name))
    except ParseError as error:
        column = "" if error.column is None else f" (column {error.column})"
        told = f"{error.reason}{column}; {_UNREAD}"
        return Settings(), (Complaint(Place(name, error.line), told),)
    except DataError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return Settings(), ()
        return Settings(), (Complaint(Place(name), str(error).removeprefix(f"{name} ")),)
    return settings, _complaints(problems, name, content) if problems else ()


def _content(path: Path) -> bytes:
    content = read_regular(path, FILE_BYTES)
    if len(content) > LARGEST:
        raise DataError(f"{shown(path)} is larger than {LARGEST // 1024} kB, so it is not read")
    return content


def summary(complaints: tuple[Complaint, ...]) -> str:
    """Say in one line what is not followed, or nothing; warnings are left to `keys`."""
    wrong = tuple(one for one in complaints if one.severity is Severity.ERROR)
    if len(wrong) != 1:
        return "Some settings cannot be followed; scale-explorer keys tells which" if wrong else ""
    place = wrong[0].place
    return f"{replace(place, path=Path(place.path).name)}: {wrong[0].message}"


def _complaints(problems: tuple[Problem, ...], name: str, content: bytes) -> tuple[Complaint, ...]:
    # Loaded here because mostly nothing is wrong.
    from .lines import key_lines  # noqa: PLC0415

    lines = key_lines(decoded(content, name))
    found = [_complaint(problem, name, lines) for problem in problems[:MOST]]
    if more := len(problems) - len(found):
        found.append(Complaint(Place(name), f"and {more:,} more like these"))
    return tuple(sorted(found, key=lambda one: (one.place.line is None, one.place.line or 0)))


def _complaint(problem: Problem, name: str, lines: dict[str, int]) -> Complaint:
    about = clean(problem.about[:80])
    message = f"{about.removeprefix('keys.')}: {problem.message}"
    return Complaint(Place(name, _line(problem.about, lines)), message, problem.severity)


def _line(about: str, lines: dict[str, int]) -> int | None:
    """Return the line of a key, or of the innermost table around it that has one."""
    while about and about not in lines:
        about = about.rpartition(".")[0]
    return lines.get(about)
