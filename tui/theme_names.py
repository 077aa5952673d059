"""The names of the themes, without Textual: the command line and its completions know no more."""

from __future__ import annotations

THEME_NAMES = ("dark", "light", "contrast", "ansi")
