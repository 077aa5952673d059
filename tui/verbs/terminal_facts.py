"""What the doctor tells of the terminal: what was found, by what, and what to set."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping

from scale_explorer.models.frozen import dataclass, field
from scale_explorer.models.text import clean

from ..terminal.environment import TRUE_COLOUR, Terminal, charset_variable, look
from ..terminal.suits import needs_ascii
from ..terminal.tmux_options import tmux_options
from .fact import Fact

_SMALLEST = os.terminal_size((40, 12))
_SLOW_ESCAPE = 100
"""Milliseconds from which one notices that Esc waits."""
_ROUTES = {
    "tmux": "tmux load-buffer -w, and OSC 52",
    "screen": "OSC 52 through GNU screen",
    None: "OSC 52: the terminal must allow it",
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is looked at: the environment, and what only asking tells.

    `size` is None where there is no terminal; `streams` says what each standard stream is, `tmux`
    how the tmux in between is set.
    """

    environment: Mapping[str, str]
    size: os.terminal_size | None
    streams: str = ""
    tmux: Mapping[str, str] = field(default_factory=dict[str, str])


def surroundings(environment: Mapping[str, str] = os.environ) -> Surroundings:
    """Look around this process."""
    inside = look(environment).multiplexer == "tmux"
    return Surroundings(environment, _size(), _streams(), tmux_options() if inside else {})


def terminal_facts(seen: Surroundings) -> Iterator[Fact]:
    """Yield what there is to tell of keys, drawing and copying."""
    terminal = look(seen.environment)
    unusable = seen.size is not None and not terminal.drawable
    yield Fact(
        "terminal", "type", clean(terminal.name) or "not set",
        "the app cannot draw on it; set TERM to what your terminal is" if unusable else "",
    )  # fmt: skip
    if seen.streams:
        yield Fact("terminal", "streams", seen.streams)
    yield _size_fact(seen)
    yield Fact("terminal", "colours", _colours(terminal))
    yield _utf8_fact(terminal, seen.environment)
    yield Fact("terminal", "multiplexer", terminal.multiplexer or "none")
    yield Fact("terminal", "place", "remote, over SSH" if terminal.remote else "this machine")
    yield _escape_fact(seen)
    yield _clipboard_fact(terminal, seen.tmux)


def _size_fact(seen: Surroundings) -> Fact:
    if seen.size is None:
        return Fact("terminal", "size", "no terminal here")
    small = seen.size.columns < _SMALLEST.columns or seen.size.lines < _SMALLEST.lines
    advice = f"the app needs {_SMALLEST.columns} columns and {_SMALLEST.lines} lines"
    set_too = [name for name in ("COLUMNS", "LINES") if name in seen.environment]
    unheeded = f"; the app does not heed {' and '.join(set_too)}" if set_too else ""
    value = f"{seen.size.columns} × {seen.size.lines}{unheeded}"
    return Fact("terminal", "size", value, advice if small else "")


def _colours(terminal: Terminal) -> str:
    if terminal.no_color:
        return "none: NO_COLOR is set"
    if terminal.colours == TRUE_COLOUR:
        return "true colour"
    more = {
        0: "none",
        1: "none by that type; where they are shown, set TERM=xterm-256color",
        16: "16; where there are more, set TERM=xterm-256color",
        256: "256; where there is true colour, set COLORTERM=truecolor",
    }[terminal.colours]
    by_screen = terminal.multiplexer == "screen" and terminal.colours == 256
    return "256, as GNU screen has no more" if by_screen else more


def _utf8_fact(terminal: Terminal, environment: Mapping[str, str]) -> Fact:
    name = charset_variable(environment)
    by = f", by {name}={clean(environment[name])}" if name else ", as no locale is set"
    if not terminal.utf8:
        remedy = f"set {name or 'LANG'}={'' if name == 'PYTHONIOENCODING' else 'C.'}UTF-8"
        advice = f"{remedy} if the terminal shows it; until then all is drawn in ASCII"
        return Fact("terminal", "UTF-8", f"no{by}", advice)
    few_signs = ", but drawn in ASCII, for which its font has the signs"
    return Fact("terminal", "UTF-8", f"yes{by}{few_signs if needs_ascii(terminal) else ''}")


def _escape_fact(seen: Surroundings) -> Fact:
    written = seen.tmux.get("escape-time", "")
    waits = int(written) if written.isdecimal() and len(written) < 9 else 0
    if waits < _SLOW_ESCAPE:
        return Fact("terminal", "Esc", "at once")
    advice = "put `set -sg escape-time 20` into ~/.tmux.conf, and `tmux kill-server` or source it"
    return Fact("terminal", "Esc", f"held back by tmux for {waits} ms", advice)


def _clipboard_fact(terminal: Terminal, tmux: Mapping[str, str]) -> Fact:
    off = terminal.multiplexer == "tmux" and tmux.get("set-clipboard") == "off"
    advice = "tmux keeps copies to itself; put `set -s set-clipboard external` into ~/.tmux.conf"
    return Fact("clipboard", "route", _ROUTES[terminal.multiplexer], advice if off else "")


def _size() -> os.terminal_size | None:
    """Ask standard output, error and input in turn: any of them may be redirected."""
    for descriptor in (1, 2, 0):
        try:
            return os.get_terminal_size(descriptor)
        except OSError:
            continue
    return None


def _streams() -> str:
    named = {"input": sys.stdin, "output": sys.stdout, "error": sys.stderr}
    return ", ".join(f"{name} {_kind(stream)}" for name, stream in named.items())


def _kind(stream: object) -> str:
    if stream is None:
        return "closed"
    isatty = getattr(stream, "isatty", None)
    return "terminal" if isatty is not None and isatty() else "redirected"
