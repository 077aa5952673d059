from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.color import Color
from textual.widgets import Static

from scale_explorer.tui.terminal.plain_lines import AsciiOnly, Colourless, PlainLines

GROUND = Color(0, 0, 0)
STYLE = Style(color="#ff0000", bgcolor="blue", bold=True, reverse=True, meta={"@click": "bell"})


def test_without_colours_attributes_and_what_the_mouse_asks_for_stay() -> None:
    [segment] = Colourless().apply([Segment("x", STYLE)], GROUND)
    assert segment.style is not None
    assert (segment.style.color, segment.style.bgcolor) == (None, None)
    assert (segment.style.bold, segment.style.reverse) == (True, True)
    assert segment.style.meta == {"@click": "bell"}


def test_what_has_no_style_gets_none() -> None:
    assert Colourless().apply([Segment("x")], GROUND) == [Segment("x")]


def test_frames_are_drawn_in_ascii_and_that_of_the_keyboard_differs() -> None:
    given = "╭─ 1 ╮│╰╯ ┏━ 2 ┓┃┗┛"
    [segment] = AsciiOnly().apply([Segment(given, STYLE)], GROUND)
    assert segment == Segment("+- 1 +|++ += 2 +|++", STYLE)


class Host(PlainLines):
    """Shows a red dash."""

    def compose(self) -> ComposeResult:
        yield Static("[red]–[/]")


@pytest.mark.parametrize(
    ("no_color", "coloured"), [("1", False), ("0", False), ("", True), (None, True)]
)
@pytest.mark.parametrize("ascii_only", [True, False])
async def test_no_color_counts_when_it_is_not_empty(
    monkeypatch: pytest.MonkeyPatch, no_color: str | None, *, coloured: bool, ascii_only: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)
    app = Host()
    app.ascii_only = ascii_only
    async with app.run_test() as pilot:
        await pilot.pause()
        dash = app.query_one(Static)
        [line] = dash.render_lines(dash.size.region)
    [text, *_] = list(line)
    assert text.text == ("-" if ascii_only else "–")
    assert text.style is not None
    triplet = text.style.color and text.style.color.triplet
    assert bool(triplet) is coloured
    if triplet:
        assert triplet.red > triplet.green  # red, and not a shade of grey
