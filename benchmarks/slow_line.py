"""How the app does at the end of a slow line, beside a plain Textual table on the same records.

    python -m benchmarks.slow_line [--size 80x24]

The line has 64 kbit/s each way, a round trip of 150 ms, and buffers that take all that a
program sends, as sshd and TCP do. Seconds are those of the line and the program; what a program
sends at once comes at 8,000 bytes a second. `rest` is how long after a key is let go the screen
still changes: what has piled up is then being drawn.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.bytes_sent import LONG, OURS, REFERENCE, surroundings
from benchmarks.wire.peers import Peer, peers
from tests.remote.slow_line import BYTES_A_SECOND, ROUND_TRIP, SlowTerminal

LONG_PAGE = Peer(OURS.name, [*OURS.command, "--at", LONG], OURS.shows)
HELD_SECONDS = 5.0
REPEAT = 1 / 30
QUIET = 1.0
"""Seconds without a byte after which a screen is at rest: more than a round trip and a pause."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one action took: bytes that came, and seconds until the last of them."""

    what: str
    sent: int
    seconds: float


def measured(peer: Peer, size: tuple[int, int], environment: Mapping[str, str]) -> list[Measured]:
    """Open a program and hold a key; each screen is waited for until it is at rest."""
    with SlowTerminal(list(peer.command), size=size, environment=environment) as terminal:
        terminal.wait_for(peer.shows, timeout=120)
        _until_rest(terminal)
        started = terminal.last_came - terminal.begun
        return [
            Measured("start, first full screen", len(terminal.output), started),
            *_pressed(terminal),
            *_held(terminal),
        ]


def _pressed(terminal: SlowTerminal) -> Iterator[Measured]:
    """Press one key and then another, with time to rest in between."""
    for number in ("first", "second"):
        begun = terminal.now
        terminal.press("down")
        sent = _until_rest(terminal)
        yield Measured(f"{number} move of the cursor", sent, terminal.last_came - begun)


def _held(terminal: SlowTerminal) -> Iterator[Measured]:
    """Hold a key, and then that of the way back, so that no list comes to its end."""
    before = len(terminal.output)
    for key in ("down", "up"):
        terminal.hold(key, HELD_SECONDS / 2, REPEAT)
    held, released = len(terminal.output) - before, terminal.now
    yield Measured(f"a key held for {HELD_SECONDS:.0f} s at 30 Hz", held, HELD_SECONDS)
    piled = _until_rest(terminal)
    yield Measured("rest after it was let go", piled, max(0.0, terminal.last_came - released))


def _until_rest(terminal: SlowTerminal) -> int:
    """Look on until nothing comes any more; return the bytes that came."""
    before = len(terminal.output)
    begun = terminal.now
    while terminal.under_way or terminal.now - max(terminal.last_came, begun) < QUIET:
        terminal.read(0.02)
    return len(terminal.output) - before


def main() -> None:
    """Print the numbers of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="80x24", help="columns and rows, such as 120x40")
    columns, _, rows = parser.parse_args().size.partition("x")
    size = int(columns), int(rows)
    with TemporaryDirectory(prefix="slow") as folder:
        environment = surroundings(Path(folder), "truecolor")
        plain = next(peer for peer in peers(Path(folder), environment) if peer.name == REFERENCE)
        answers = {peer.name: measured(peer, size, environment) for peer in (LONG_PAGE, plain)}
    print(f"{BYTES_A_SECOND * 8 / 1000:.0f} kbit/s, round trip {ROUND_TRIP * 1000:.0f} ms, "
          f"{size[0]} by {size[1]}, truecolor")  # fmt: skip
    for name, rows_of in answers.items():
        print(f"\n{name}")
        for one in rows_of:
            print(f"  {one.what:32}{one.sent:>10,} bytes{one.seconds:>8.2f} s")


if __name__ == "__main__":
    main()
