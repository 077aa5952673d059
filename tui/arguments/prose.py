"""What --help and the manual page tell besides the arguments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .. import exits
from .argument import Argument
from .data_sets import DATA_VARIABLE
from .options import APP_OPTIONS, DATA, FORMAT, PROGRAM

ABOUT = "Explore companies, deals and figures, every claim on its verbatim words."
WAYS = "Without a verb the app opens; with one, its answer is printed."
IDS = (
    "Each verb tells more with --help. An ID is what list and search show last,\n"
    "such as scale-ai; a record's exact name serves too."
)


_MARGIN = " " * len("usage: ")
_WIDTH = 80


class Line(NamedTuple):
    """Something to write, and what it means."""

    term: str
    meaning: str


EXAMPLES = (
    Line(PROGRAM, "open the bundled story"),
    Line(f"{PROGRAM} --tour", "be shown around"),
    Line(f"{PROGRAM} --data my-set/ --at my-company", "open your own data"),
    Line(f"{PROGRAM} search cut ties", "find who cuts ties"),
    Line(f'{PROGRAM} show "Scale AI"', "read all about a company"),
    Line(f"{PROGRAM} list figures measure:revenue", "list what measures revenue"),
    Line(f"{PROGRAM} list figures --format json | jq '.[].value'", "hand values on"),
    Line(f'{PROGRAM} why "$({PROGRAM} pick deals)"', "choose a deal, and ask why"),
)

EXITS = (
    Line(str(exits.FINE), "fine"),
    Line(str(exits.FOUND), "findings, or nothing found; or a fault of the program, told in a line"),
    Line(str(exits.WRONG_USE), "wrong use"),
    Line(str(exits.UNREADABLE), "data that cannot be read, or output that cannot be written"),
    Line(str(exits.INTERRUPTED), "interrupted, or left without picking anything"),
    Line("128+n", "ended by signal n; 129 also when the terminal has gone"),
    Line(str(exits.READER_GONE), "the reader of the output has gone"),
)

ENVIRONMENT = (
    Line(DATA_VARIABLE, "the data set when --data names none (a:b for two)"),
    Line("NO_COLOR", "when not empty, no colours are sent"),
)


def usage() -> str:
    """Return the two ways of starting the program."""
    app = _wrapped(f"[{_named(option)}]" for option in (DATA, *APP_OPTIONS))
    return f"{app}\n{_MARGIN}{PROGRAM} VERB … [{_named(DATA)}] [{_named(FORMAT)}]"


def _named(option: Argument) -> str:
    return " ".join(filter(None, (option.names[-1], option.metavar)))


def _wrapped(words: Iterable[str]) -> str:
    """Break the usage between options, and never inside one."""
    lines = [f"{_MARGIN}{PROGRAM}"]
    for word in words:
        if len(lines[-1]) + len(word) >= _WIDTH:
            lines.append(" " * len(f"{_MARGIN}{PROGRAM}"))
        lines[-1] += f" {word}"
    return "\n".join(lines).lstrip()


def listed(title: str, lines: Iterable[Line], room: int) -> str:
    """Return a list with its meanings behind `room` cells; under a term that takes more."""
    return "\n".join((f"{title}:", *(_row(line, room) for line in lines)))


def _row(line: Line, room: int) -> str:
    if len(line.term) <= room:
        return f"  {line.term:{room}}  {line.meaning}"
    return f"  {line.term}\n  {'':{room}}  {line.meaning}"
