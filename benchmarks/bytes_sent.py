"""How many bytes the app sends for what one does in it, beside others on the same records.

    python -m benchmarks.bytes_sent [--size 80x24] [--colours truecolor|256|16] [--alone]

Every program runs in a pseudo-terminal, and what it sends is counted until it is at rest. The floor
are the cells of the screen that changed: of those a program cannot do without. Seconds tell of this
machine at this moment, so they are given as multiples of what the plain DataTable takes in the same
run. Bytes are the same everywhere.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.wire.peers import Peer, peers
from benchmarks.wire.program import Program
from benchmarks.wire.walks import START, TARGETS, Measured, moving, scrolling, travelling

OURS = Peer("scale-explorer", [sys.executable, "-m", "scale_explorer", "--fresh"], "3 Evidence")
LONG = "scale-ai"
"""A page with more claims than any window has lines."""
REFERENCE = "plain DataTable"
COLOURS = {
    "truecolor": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "256": {"TERM": "xterm-256color", "COLORTERM": ""},
    "16": {"TERM": "xterm-16color", "COLORTERM": ""},
}
_UNWANTED = {
    "TMUX",
    "STY",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "COLORFGBG",
    "FZF_DEFAULT_OPTS",
    "PYTHONDONTWRITEBYTECODE",
}

Answers = dict[str, list[Measured]]


def surroundings(folder: Path, colours: str) -> dict[str, str]:
    """Give programs folders of their own and a terminal of so many colours, nothing in between."""
    folders = {
        f"XDG_{name}_HOME": str(folder / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")
    }
    kept = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    root = str(Path(__file__).parents[1])
    return {
        **kept, **folders, "PYTHONPATH": root, "HOME": str(folder), "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8", **COLOURS[colours],
    }  # fmt: skip


def watched(peer: Peer, size: tuple[int, int], environment: Mapping[str, str]) -> list[Measured]:
    """Start a program, go through its list, and if it is ours do all else too."""
    with Program(peer.command, size, environment) as program:
        start = program.started(peer.shows)
        used = program.processor_seconds
        measured = [Measured(START, start.sent, start.cells, start.seconds, used)]
        if peer is not OURS:
            return _in_order([*measured, *moving(program), *scrolling(program)])
        program.press("2")
        measured += [*moving(program), *travelling(program)]
    with Program([*peer.command, "--at", LONG], size, environment) as program:
        program.started(peer.shows)
        return _in_order([*measured, *scrolling(program)])


def _in_order(measured: list[Measured]) -> list[Measured]:
    """Put what a target is set for first, in the order of the targets."""
    return sorted(measured, key=lambda one: list(TARGETS).index(one.action))


def warm(peer: Peer, size: tuple[int, int], environment: Mapping[str, str]) -> None:
    """Start a program once, so that all is compiled and cached before it is measured."""
    with Program(peer.command, size, environment) as program:
        program.started(peer.shows)


def lines(name: str, measured: Sequence[Measured], reference: Answers) -> Iterator[str]:
    """Yield the table of a program."""
    yield f"{name:32}{'bytes':>9}{'at most':>9}{'cells':>7}{'per cell':>9}{'time':>8}{'CPU':>8}"
    beside = {one.action: one for one in reference.get(REFERENCE, ())}
    for one in measured:
        most = TARGETS.get(one.action)
        verdict = "" if most is None or name != OURS.name else f"{most:,}"
        mark = "  ✕" if verdict and most is not None and one.sent > most else ""
        per_cell = f"{one.per_cell:.1f}" if one.cells else ""
        other = beside.get(one.action)
        time = _ratio(one.seconds, other.seconds if other else 0)
        used = _ratio(one.processor or 0, (other.processor or 0) if other else 0)
        yield (
            f"  {one.action:30}{one.sent:9,.0f}{verdict:>9}{one.cells or 0:7,.0f}"
            f"{per_cell:>9}{time:>8}{used:>8}{mark}"
        )


def _ratio(ours: float, other: float) -> str:
    return f"{ours / other:.2f}×" if ours and other else ""


def main() -> int:
    """Print a table for each program; return 1 where the app sends more than it may."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--size", default="80x24", help="columns and rows (80x24 unless given)")
    parser.add_argument("--colours", choices=COLOURS, default="truecolor")
    parser.add_argument("--alone", action="store_true", help="leave other programs out")
    given = parser.parse_args()
    columns, rows = map(int, given.size.split("x"))
    with TemporaryDirectory() as folder:
        environment = surroundings(Path(folder), given.colours)
        others = [] if given.alone else peers(Path(folder), environment)
        answers: Answers = {}
        for peer in (*(other for other in others if other.command), OURS):
            warm(peer, (columns, rows), environment)
            answers[peer.name] = watched(peer, (columns, rows), environment)
    sys.stdout.write(
        f"{columns} by {rows}, {given.colours}; time and CPU as multiples of the {REFERENCE}\n"
    )
    for name, measured in reversed(answers.items()):
        sys.stdout.write("\n" + "\n".join(lines(name, measured, answers)) + "\n")
    for peer in others:
        if peer.missing:
            sys.stdout.write(f"\n{peer.name}: left out, {peer.missing}\n")
    if (columns, rows, given.colours) != (80, 24, "truecolor"):
        return 0
    return int(any(one.sent > TARGETS.get(one.action, one.sent) for one in answers[OURS.name]))


if __name__ == "__main__":
    sys.exit(main())
