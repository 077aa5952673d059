"""What suits a terminal when nobody has said: a theme, and whether to keep to ASCII."""

from __future__ import annotations

from collections.abc import Mapping

from .environment import Terminal, look


def usual_theme(env: Mapping[str, str]) -> str:
    """Return the theme for a terminal: its own colours where it has few, else by its ground.

    COLORFGBG is what rxvt and some others set, such as `0;15`: the last number is the ground.
    """
    if look(env).colours <= 16:
        return "ansi"
    ground = env.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in {"7", "15"} else "dark"


def needs_ascii(terminal: Terminal) -> bool:
    """Say whether frames and signs would come out as rubbish, as under LANG=C.

    The Linux console takes UTF-8, but its font has at most 512 signs and few of ours.
    """
    return not terminal.utf8 or terminal.name == "linux"
