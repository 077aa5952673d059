from __future__ import annotations

import pytest

from scale_explorer.tui.appearance import is_ascii, theme_of
from scale_explorer.tui.memory.preferences import Preferences
from scale_explorer.tui.settings.settings import Settings


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of many colours that shows UTF-8, on a light ground."""
    for name in ("LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (("LANG", "C.UTF-8"), ("TERM", "xterm-256color"), ("COLORFGBG", "0;15")):
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(
    ("asked", "set_", "chosen", "theme"),
    [
        ("ansi", "contrast", "dark", "ansi"),
        (None, "contrast", "dark", "contrast"),
        (None, None, "dark", "dark"),
        (None, None, "gone", "light"),
        (None, None, None, "light"),
    ],
)
def test_the_theme_is_that_of_the_first_who_names_one(
    asked: str | None, set_: str | None, chosen: str | None, theme: str
) -> None:
    assert theme_of(Settings(theme=set_), Preferences(theme=chosen), asked=asked) == theme


@pytest.mark.parametrize(
    ("asked", "set_", "language", "ascii_only"),
    [
        (True, False, "C.UTF-8", True),
        (None, True, "C.UTF-8", True),
        (None, False, "C", False),
        (None, None, "C", True),
        (None, None, "C.UTF-8", False),
    ],
)
def test_ascii_is_what_the_first_says_who_says_something(
    monkeypatch: pytest.MonkeyPatch,
    *,
    asked: bool | None,
    set_: bool | None,
    language: str,
    ascii_only: bool,
) -> None:
    monkeypatch.setenv("LANG", language)
    assert is_ascii(Settings(ascii=set_), asked=asked) is ascii_only
