"""What the environment says about the terminal: what is between it and us, and what it can draw."""

from __future__ import annotations

import sys
from collections.abc import Mapping, MutableMapping
from typing import Literal

from scale_explorer.models.frozen import dataclass

Multiplexer = Literal["tmux", "screen"]

TRUE_COLOUR = 1 << 24
_FILLED_IN = "C.UTF-8"

UNDRAWABLE = frozenset({"", "dumb", "unknown", "vt52"})
"""Names of terminals, or of none, that cannot put text at a place by ECMA-48."""
_MONOCHROME = ("vt1", "vt2", "vt3", "vt4")
"""How names of DEC terminals begin that have no colours in terminfo; emulators may."""
_INDEXED = ("alacritty", "contour", "foot", "ghostty", "kitty", "wezterm")
"""Terminals with 256 colours and more that do not say so in their name."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal as its environment describes it; `colours` counts what it can likely show.

    They are 0 where nothing can be drawn and 1 on a monochrome screen.
    """

    name: str
    multiplexer: Multiplexer | None
    remote: bool
    utf8: bool
    colours: int
    no_color: bool

    @property
    def colourless(self) -> bool:
        """Whether no colour code may be sent, by wish or by need."""
        return self.no_color or self.colours == 1

    @property
    def drawable(self) -> bool:
        """Whether the app can be drawn on it."""
        return self.name not in UNDRAWABLE


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
    said = env.get(charset_variable(env, filled_in=filled_in), "").partition(":")[0]
    return _names_utf8(said.rpartition(".")[2].partition("@")[0])  # macOS says UTF-8 alone


def charset_variable(env: Mapping[str, str], *, filled_in: bool = bool(sys.flags.utf8_mode)) -> str:
    """Name the variable that decides on the character set; empty where none is set.

    It is that of the locale, by the precedence that POSIX gives the three; but who has Python write
    in another encoding has a terminal that needs it.
    """
    asked = env.get("PYTHONIOENCODING", "").partition(":")[0]
    if asked and not _names_utf8(asked):
        return "PYTHONIOENCODING"
    given = {name: env.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")}
    if filled_in and given["LC_CTYPE"] == _FILLED_IN:
        del given["LC_CTYPE"]
    return next((name for name, value in given.items() if value), "")


def _names_utf8(charset: str) -> bool:
    return charset.lower().replace("-", "").replace("_", "") == "utf8"


def _colours(env: Mapping[str, str]) -> int:
    """Guess the number of colours; NO_COLOR (no-color.org) is a wish and is told apart."""
    name = env.get("TERM", "")
    if name in UNDRAWABLE:
        return 0
    if name.startswith(_MONOCHROME):
        return 1
    if env.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or name.endswith("-direct"):
        # GNU screen 4 reads the parts of a 24-bit colour as bold, dim and reversed.
        return 256 if _multiplexer(env) == "screen" else TRUE_COLOUR
    return 256 if any(word in name for word in ("256color", *_INDEXED)) else 16
