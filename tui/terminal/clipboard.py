"""Copying to the clipboard of the person at the terminal, never to that of the server.

The way there is OSC 52, an escape sequence that the terminal itself obeys (xterm, "Operating System
Commands"). tmux in its default configuration drops it when a program sends it, but sends one of
its own for `load-buffer -w`; GNU screen passes it on inside a DCS string. A terminal does not
answer, so what was copied is kept in a file as well.
"""

from __future__ import annotations

import re
import subprocess
from binascii import b2a_base64
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from scale_explorer.data.folders import folder
from scale_explorer.data.loading.write import replace_file
from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean

from .environment import Terminal

Route = Literal["tmux", "screen", "terminal", "file", "nowhere"]

LONGEST = 74_000
"""Characters of base64 that one copy may have; several terminals drop what is longer."""

_SCREEN_CHUNK = 240  # GNU screen cuts off DCS strings of more than 256 bytes in old versions
_TMUX_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Delivery:
    """Which way a copy went, and a sentence that says so."""

    route: Route
    note: str


def last_copy_file(env: Mapping[str, str]) -> Path:
    """Name the file that keeps the last copy."""
    return folder("state", env) / "last-copy"


def copy(text: str, terminal: Terminal, write: Callable[[str], None], keep_in: Path) -> Delivery:
    """Copy text by the route this terminal has; `write` sends an escape sequence to it.

    What is copied is pasted, perhaps into a shell: it holds no control but line feeds, none of them
    at its end, where it would run a command.
    """
    data = clean(text, multiline=True).rstrip("\n").encode()
    encoded = b2a_base64(data, newline=False).decode("ascii")
    fits = len(encoded) <= LONGEST
    by_tmux = terminal.multiplexer == "tmux" and _load_tmux_buffer(data, to_client=fits)
    if fits:
        write(_sequence(encoded, terminal))
    problem = _keep(data, keep_in)
    return _delivery(terminal, keep_in, fits=fits, by_tmux=by_tmux, problem=problem)


def _sequence(encoded: str, terminal: Terminal) -> str:
    """Write OSC 52 for the clipboard selection, wrapped where GNU screen is in between."""
    sequence = f"\x1b]52;c;{encoded}\x07"
    if terminal.multiplexer != "screen":
        return sequence
    chunks = re.findall(f".{{1,{_SCREEN_CHUNK}}}", sequence, re.DOTALL)
    return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)


def _load_tmux_buffer(data: bytes, *, to_client: bool) -> bool:
    """Have tmux keep the data, and send it on to its client's terminal if asked; tell success."""
    # Loaded here because most first screens copy nothing.
    import shutil  # noqa: PLC0415

    program = shutil.which("tmux")
    if program is None or not Path(program).is_absolute():
        return False
    options = ["-w"] if to_client else []
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the data goes to its input
            [program, "load-buffer", *options, "-"],
            input=data,
            capture_output=True,
            timeout=_TMUX_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _keep(data: bytes, path: Path) -> str:
    """Replace the file of the last copy, readable by its owner only; return what hindered it."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, data, mode=0o600)
    except OSError as error:
        return f"{clean(str(path.parent))} cannot be made: {error.strerror}."
    except DataError as error:
        return str(error)
    return ""


def _delivery(
    terminal: Terminal, path: Path, *, fits: bool, by_tmux: bool, problem: str
) -> Delivery:
    route, way = _way(terminal, fits=fits, by_tmux=by_tmux, kept=not problem)
    kept = problem or f"It is kept in {clean(str(path))}."
    return Delivery(route, f"{way}. {kept}")


def _way(terminal: Terminal, *, fits: bool, by_tmux: bool, kept: bool) -> tuple[Route, str]:
    if not fits:
        too_long = "Too long to send to a terminal"
        if by_tmux:
            return "tmux", f"{too_long}; tmux has it in its own buffer"
        return "file" if kept else "nowhere", too_long
    if by_tmux:
        return "tmux", "Sent by tmux to your terminal"
    if terminal.multiplexer == "screen":
        return "screen", "Sent through GNU screen to your terminal"
    return "terminal", "Sent to your terminal (OSC 52)"
