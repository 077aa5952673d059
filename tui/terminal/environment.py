"""What the environment says about the terminal: what is between it and us, and what it can draw."""

from __future__ import annotations

import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Literal

Multiplexer = Literal["tmux", "screen"]

TRUE_COLOUR = 1 << 24
_FILLED_IN = "C.UTF-8"


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal as its environment describes it; `colours` counts what it can likely show."""

    name: str
    multiplexer: Multiplexer | None
    remote: bool
    utf8: bool
    colours: int
    no_color: bool


def look(env: Mapping[str, str], *, filled_in: bool = bool(sys.flags.utf8_mode)) -> Terminal:
    """Read a Terminal from environment variables, such as `os.environ`.

    `filled_in` is whether Python found no locale that it knows: it then writes an LC_CTYPE of its
    own into the environment (PEP 538, PEP 540), which says nothing of the terminal.
    """
    return Terminal(
        name=env.get("TERM", ""),
        multiplexer=_multiplexer(env),
        remote=any(env.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")),
        utf8=_is_utf8(env, filled_in=filled_in),
        colours=_colours(env),
        no_color=bool(env.get("NO_COLOR")),
    )


def drop_textual_settings(env: MutableMapping[str, str]) -> None:
    """Remove the settings of Textual, before that is imported.

    They import and run modules (TEXTUAL_DRIVER), write files (TEXTUAL_LOG, TEXTUAL_SCREENSHOT) and
    press keys (TEXTUAL_PRESS), which nobody means who finds them in an environment.
    """
    for name in [name for name in env if name.startswith("TEXTUAL")]:
        del env[name]


def _multiplexer(env: Mapping[str, str]) -> Multiplexer | None:
    """Name the multiplexer; inside both, tmux, which is asked by a command and not by escapes."""
    if env.get("TMUX"):
        return "tmux"
    return "screen" if env.get("STY") else None


def _is_utf8(env: Mapping[str, str], *, filled_in: bool) -> bool:
    """Read the locale's character set, by the precedence that POSIX gives the three variables."""
    given = {name: env.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")}
    if filled_in and given["LC_CTYPE"] == _FILLED_IN:
        del given["LC_CTYPE"]
    locale = next(filter(None, given.values()), "")
    charset = locale.rpartition(".")[2].partition("@")[0]  # macOS says UTF-8 and no language
    return charset.lower().replace("-", "") == "utf8"


def _colours(env: Mapping[str, str]) -> int:
    """Guess the number of colours; NO_COLOR (no-color.org) is a wish and is told apart."""
    name = env.get("TERM", "")
    if name in {"", "dumb"}:
        return 0
    if env.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or name.endswith("-direct"):
        return TRUE_COLOUR
    return 256 if "256color" in name else 16
