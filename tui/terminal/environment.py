"""What the environment says about the terminal: what is between it and us, and what it can draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Multiplexer = Literal["tmux", "screen"]

TRUE_COLOUR = 1 << 24


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal as its environment describes it; `colours` counts what it can likely show."""

    name: str
    multiplexer: Multiplexer | None
    remote: bool
    utf8: bool
    colours: int
    no_color: bool


def look(env: Mapping[str, str]) -> Terminal:
    """Read a Terminal from environment variables, such as `os.environ`."""
    return Terminal(
        name=env.get("TERM", ""),
        multiplexer=_multiplexer(env),
        remote=any(env.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")),
        utf8=_is_utf8(env),
        colours=_colours(env),
        no_color=bool(env.get("NO_COLOR")),
    )


def _multiplexer(env: Mapping[str, str]) -> Multiplexer | None:
    """Name the multiplexer; inside both, tmux, which is asked by a command and not by escapes."""
    if env.get("TMUX"):
        return "tmux"
    return "screen" if env.get("STY") else None


def _is_utf8(env: Mapping[str, str]) -> bool:
    """Read the locale's character set, by the precedence that POSIX gives the three variables."""
    names = (env.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next((name for name in names if name), "")
    return locale.partition(".")[2].partition("@")[0].lower().replace("-", "") == "utf8"


def _colours(env: Mapping[str, str]) -> int:
    """Guess the number of colours; NO_COLOR (no-color.org) is a wish and is told apart."""
    name = env.get("TERM", "")
    if name in {"", "dumb"}:
        return 0
    if env.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or name.endswith("-direct"):
        return TRUE_COLOUR
    return 256 if "256color" in name else 16
