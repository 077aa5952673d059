"""What is sent shows on an emulated terminal what was drawn, whatever was there before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from scale_explorer.tui.terminal.painting.canvas import Canvas

from .emulated import cells, terminal

WIDTH, HEIGHT = 24, 6
_OURS = re.compile(r"\x1b\[[\d;]*[CHJm]")
"""The sequences that a canvas sends by itself."""
STYLES = [
    None,
    *map(
        Style.parse,
        (
            "bold", "italic red", "underline on blue", "reverse", "strike bold", "#102030",
            "#102030 on #405060", "on #405060", "bold #a0b0c0 on #405060", "dim",
            "default on default",
        ),
    ),
]  # fmt: skip
TEXTS = st.text(alphabet="ab  cde “│東京é", max_size=WIDTH)
PIECES = st.lists(
    st.tuples(
        st.integers(-2, WIDTH + 2),
        st.integers(-1, HEIGHT),
        st.lists(st.tuples(TEXTS, st.sampled_from(STYLES)), max_size=3),
    ),
    max_size=6,
)


Piece = tuple[int, int, Sequence[tuple[str, Style | None]]]


def draw(canvas: Canvas, *pieces: Piece) -> None:
    canvas.draw(
        [(x, y, [Segment(*part) for part in parts]) for x, y, parts in pieces],
        ColorSystem.TRUECOLOR,
    )


def drawn_afresh(canvas: Canvas) -> pyte.Screen:
    """Show the same picture on another terminal, from nothing."""
    screen, stream = terminal(*canvas.size)
    canvas.forget()
    stream.feed(canvas.changes())
    return screen


@given(st.lists(PIECES, min_size=1, max_size=5))
def test_changes_come_to_what_a_fresh_drawing_comes_to(frames: list[list[Piece]]) -> None:
    screen, stream = terminal(WIDTH, HEIGHT)
    canvas = Canvas(WIDTH, HEIGHT)
    for pieces in frames:
        draw(canvas, *pieces)
        stream.feed(canvas.changes())
    assert cells(screen) == cells(drawn_afresh(canvas))


@given(st.lists(PIECES, min_size=1, max_size=4))
def test_what_was_skipped_makes_no_difference(frames: list[list[Piece]]) -> None:
    each, at_once = Canvas(WIDTH, HEIGHT), Canvas(WIDTH, HEIGHT)
    for pieces in frames:
        draw(each, *pieces)
        draw(at_once, *pieces)
        each.changes()
    assert cells(drawn_afresh(each)) == cells(drawn_afresh(at_once))


@given(st.text(alphabet=st.characters(codec=None), max_size=12))
def test_nothing_that_a_terminal_obeys_gets_out(text: str) -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    draw(canvas, (0, 0, [(text, None)]))
    sent = _OURS.sub("", canvas.changes())
    assert not [sign for sign in sent if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not set(sent) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")


def test_nothing_changed_is_nothing_sent() -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    draw(canvas, (0, 0, [("Meta", STYLES[1])]))
    assert canvas.is_due
    assert canvas.changes()
    draw(canvas, (0, 0, [("Meta", STYLES[1])]))
    assert (canvas.is_due, canvas.changes()) == (False, "")


def test_only_changed_cells_and_changed_attributes_are_sent() -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    bold = Style.parse("bold #102030 on #405060")
    draw(canvas, (0, 0, [("Meta owns 49 %", bold)]))
    canvas.changes()
    draw(canvas, (10, 0, [("51 %", bold)]))
    assert canvas.changes() == "\x1b[1;11H51"
    draw(canvas, (10, 0, [("52 %", Style.parse("#102030 on #405060"))]))
    assert canvas.changes() == "\x1b[1;11H\x1b[22m52 %"


def test_a_blank_needs_no_colour_of_letters() -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    red, blue = Style.parse("red"), Style.parse("blue")
    draw(canvas, (0, 0, [("a b", red), (" ", blue), ("c", red)]))
    assert canvas.changes().count("\x1b[31m") == 1


@pytest.mark.parametrize("sign", ["👩‍👩‍👧", "❤️", "🇩🇪", "🙂"])
def test_what_follows_a_sign_of_doubtful_width_stands_in_its_place(sign: str) -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    draw(canvas, (0, 0, [(sign, None), ("behind", None)]))
    column = cell_len(sign) + 1
    assert f"\x1b[1;{column}Hbehind" in canvas.changes()


def test_half_of_a_wide_character_leaves_no_other_half() -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    draw(canvas, (0, 0, [("東京", None)]))
    draw(canvas, (1, 0, [("x", None)]))
    screen = drawn_afresh(canvas)
    assert screen.display[0].rstrip() == " x京"


def test_another_size_is_drawn_as_a_whole() -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    draw(canvas, (0, 0, [("Meta", None)]))
    canvas.changes()
    canvas.resize(10, 2)
    draw(canvas, (0, 0, [("Google", None)]))
    assert "\x1b[2J" in canvas.changes()
    assert canvas.size == (10, 2)


def test_a_large_change_is_shown_in_one_step_where_the_terminal_can() -> None:
    canvas = Canvas(200, 50)
    canvas.synchronized = True
    draw(canvas, *[(0, y, [("x" * 200, None)]) for y in range(50)])
    sent = canvas.changes()
    assert sent.startswith("\x1b[?2026h")
    assert sent.endswith("\x1b[?2026l")
    draw(canvas, (0, 0, [("y", None)]))
    assert "2026" not in canvas.changes()


def test_the_caret_stands_where_one_types() -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.caret = (3, 2)
    draw(canvas, (0, 0, [("Meta", None)]))
    assert canvas.changes().endswith("\x1b[3;4H")


@pytest.mark.parametrize("caret", [(-1, 2), (WIDTH, 2), (3, -1), (3, HEIGHT)])
def test_a_caret_outside_of_the_screen_is_not_gone_to(caret: tuple[int, int]) -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.caret = caret
    draw(canvas, (0, 0, [("Meta", None)]))
    sent = canvas.changes()
    canvas = Canvas(WIDTH, HEIGHT)
    draw(canvas, (0, 0, [("Meta", None)]))
    assert canvas.changes() == sent
