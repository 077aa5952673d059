from __future__ import annotations

import pytest

from scale_explorer.tui.settings.lines import key_lines

FILE = """\
theme = "dark"  # x = 1

[ keys ]
"app.why" = "w"
app.copy = [
    "c",  # [panes]
    "= y",
]
'panes.down' = '''
[browse]
app.help = 1
'''
[keys.focus]
"out" = { a = "b" }
theme = 1
[[ "odd.name".more ]]
x.y = 2
"""


def test_every_key_and_table_has_its_line() -> None:
    assert key_lines(FILE) == {
        "theme": 1,
        "keys": 3,
        "keys.app.why": 4,
        "keys.app.copy": 5,
        "keys.panes.down": 9,
        "keys.focus": 13,
        "keys.focus.out": 14,
        "keys.focus.theme": 15,
        "odd.name.more": 16,
        "odd.name.more.x.y": 17,
    }


@pytest.mark.parametrize("text", ["", "=", "[", "[[", '"', "'''", "a" * 9, "x = [\ny = 1", '"\\'])
def test_whatever_is_no_toml_has_few_keys(text: str) -> None:
    assert set(key_lines(text)) <= {"x"}


def test_the_first_of_two_counts() -> None:
    assert key_lines('[keys]\r\n"app.why" = 1\r\napp.why = 2') == {"keys": 1, "keys.app.why": 2}


def test_a_long_line_takes_no_time() -> None:
    assert key_lines('"a".' * 50_000) == {}
    assert key_lines("a" * 200_000) == {}
    assert key_lines("[" + " " * 200_000) == {}
