from __future__ import annotations

import pytest

from scale_explorer.tui.terminal.environment import TRUE_COLOUR, look


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, None),
        ({"TMUX": "/run/tmux/default,1,0"}, "tmux"),
        ({"STY": "123.pts-0"}, "screen"),
        ({"TMUX": "x", "STY": "y"}, "tmux"),
        ({"TMUX": "", "TERM": "tmux-256color"}, None),
    ],
)
def test_the_multiplexer(env: dict[str, str], expected: str | None) -> None:
    assert look(env).multiplexer == expected


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, False),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "en_US.utf8@euro"}, True),
        ({"LANG": "en_US.UTF-8", "LC_CTYPE": "C"}, False),
        ({"LANG": "C", "LC_ALL": "C.UTF-8"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": "C.UTF-8"}, True),
        ({"LC_ALL": "de_DE.ISO-8859-15"}, False),
        ({"LC_CTYPE": "UTF-8"}, True),
        ({"LANG": "POSIX", "LC_CTYPE": "C.UTF-8"}, True),
    ],
)
def test_the_locale_says_whether_utf8_is_drawn(env: dict[str, str], expected: bool) -> None:  # noqa: FBT001
    assert look(env, filled_in=False).utf8 is expected


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"LC_CTYPE": "C.UTF-8"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "en_US.ISO-8859-1"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "xx_XX.UTF-8"}, True),
        ({"LC_CTYPE": "C", "LANG": "C.UTF-8"}, False),
    ],
)
def test_what_python_filled_in_is_not_what_the_user_said(
    env: dict[str, str],
    expected: bool,  # noqa: FBT001
) -> None:
    assert look(env, filled_in=True).utf8 is expected


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, 0),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, 0),
        ({"TERM": "linux"}, 16),
        ({"TERM": "xterm-256color"}, 256),
        ({"TERM": "xterm-direct"}, TRUE_COLOUR),
        ({"TERM": "screen", "COLORTERM": "TrueColor"}, TRUE_COLOUR),
    ],
)
def test_the_number_of_colours(env: dict[str, str], expected: int) -> None:
    assert look(env).colours == expected


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_ssh_makes_a_session_remote(name: str) -> None:
    assert look({name: "1"}).remote
    assert not look({name: ""}).remote


def test_no_color_counts_when_it_is_not_empty() -> None:
    assert look({"NO_COLOR": "1"}).no_color
    assert not look({"NO_COLOR": ""}).no_color
