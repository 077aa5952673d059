"""How a screen looks: the first that says something about it has its way.

That is the command line, then the settings, then what was chosen in the app; else it is what suits
the terminal.
"""

from __future__ import annotations

import os

from .memory.preferences import Preferences
from .settings.settings import Settings
from .terminal.environment import look
from .terminal.suits import needs_ascii, usual_theme
from .theme_names import THEME_NAMES


def theme_of(settings: Settings, preferences: Preferences, *, asked: str | None = None) -> str:
    """Return the name of the theme; `asked` is that of the command line."""
    chosen = preferences.theme if preferences.theme in THEME_NAMES else None
    return asked or settings.theme or chosen or usual_theme(os.environ)


def is_ascii(settings: Settings, *, asked: bool | None = None) -> bool:
    """Say whether to draw with ASCII alone; `asked` is whether the command line wants it."""
    wanted = settings.ascii if asked is None else asked
    return needs_ascii(look(os.environ)) if wanted is None else wanted
