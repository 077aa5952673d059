"""That nothing is told by colour alone."""

from __future__ import annotations

from collections import defaultdict

import pytest
from textual.widget import Widget

from scale_explorer.models.deal import DealStatus
from scale_explorer.models.figure import FigureStatus
from scale_explorer.models.relationship import RelationStatus
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.panes.claims import ClaimsPane
from scale_explorer.tui.panes.marks import state_cell
from scale_explorer.tui.panes.pane import LinkedPane
from scale_explorer.tui.panes.source import SourcePane
from scale_explorer.tui.widgets.ascii import to_ascii
from scale_explorer.tui.widgets.filter_input import FilterInput
from scale_explorer.tui.widgets.palette import Palettes, look_up
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.rows import Tone

from ..conftest import Opener
from .drawn import FOCUS_FRAMES, FRAMES, drawn_by

STATES = sorted(
    {
        status.value.replace("_", " ")
        for statuses in (DealStatus, FigureStatus, RelationStatus)
        for status in statuses
    }
)
PLAIN_LOOKS = [("ansi", ""), ("dark", "1"), ("light", "1"), ("contrast", "1")]
"""A theme and NO_COLOR: where attributes must tell what colours tell elsewhere."""


def test_a_status_is_a_mark_and_a_word_and_a_mark_has_one_tone() -> None:
    tones: dict[str, set[Tone]] = defaultdict(set)
    for state in STATES:
        cell = state_cell(state)
        sign, _, word = cell.text.partition(" ")
        assert (len(sign), word) == (1, state)
        tones[to_ascii(sign)].add(cell.tone)
    assert {sign: told for sign, told in tones.items() if len(told) > 1} == {}


@pytest.mark.parametrize("theme", ["dark", "light", "contrast", "ansi"])
async def test_the_pane_with_the_keyboard_has_another_frame(theme: str, open_app: Opener) -> None:
    app = open_app(theme=theme)
    async with app.run_test(size=(120, 40)):
        for pane in panes_of(app):
            frame = {sign for text, _ in drawn_by(pane) for sign in text if sign in FRAMES}
            assert frame
            assert (frame <= FOCUS_FRAMES) == pane.has_class("-current")


@pytest.fixture(params=PLAIN_LOOKS, ids=lambda look: "-".join(filter(None, look)))
def plain_app(
    request: pytest.FixtureRequest, open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> ExplorerApp:
    theme, no_color = request.param
    monkeypatch.setenv("NO_COLOR", no_color)
    return open_app("google", theme=theme)


async def test_attributes_tell_the_cursor_the_quote_and_what_is_typed(
    plain_app: ExplorerApp,
) -> None:
    async with plain_app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        for pane in panes_of(plain_app):
            assert_attributes(look_up(pane.view))
        assert marked(plain_app.screen.query_one(SourcePane).view, "underline")
        await pilot.press("slash", "p", "l", "enter", "slash")
        await pilot.pause()
        box = plain_app.screen.query_one(ClaimsPane).query_one(FilterInput)
        assert marked(box, "reverse") == "pl"  # what the next letter replaces
        await pilot.press("home")
        await pilot.pause()
        assert marked(box, "reverse") == "p"  # where the next letter goes


def assert_attributes(palettes: Palettes) -> None:
    cursor, resting, tones = palettes.cursor, palettes.resting, palettes.plain.tones
    assert all(style.reverse for style in cursor.tones.values())
    inverted = {tone for tone, style in resting.tones.items() if style.reverse}
    assert inverted == {Tone.SELECTED}  # which stands only in a text, where no line has the cursor
    assert cursor.marker is not None
    assert not cursor.marker.reverse  # so that the bar is seen beside the inverted line
    assert resting.marker is not None
    assert tones[Tone.DIM].dim
    assert tones[Tone.STRONG].bold
    assert tones[Tone.QUOTE].bold
    assert palettes.plain.match.underline


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
async def test_words_that_are_found_are_underlined_in_the_source(
    theme: str, open_app: Opener
) -> None:
    app = open_app("google", theme=theme)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("4", "slash", *"TO")
        await pilot.pause(0.3)
        found = marked(app.screen.query_one(SourcePane).view, "underline")
    assert len(found) > len("to")
    assert set(found.casefold().split("to")) == {""}


async def test_words_that_are_found_are_inverted_where_quotes_are_underlined(
    plain_app: ExplorerApp,
) -> None:
    async with plain_app.run_test(size=(120, 60)) as pilot:
        await pilot.press("4", "slash", *"TO")
        await pilot.pause(0.3)
        found = marked(plain_app.screen.query_one(SourcePane).view, "reverse")
    assert len(found) > len("to")
    assert set(found.casefold().split("to")) == {""}


async def test_a_covered_cursor_is_not_inverted_beside_that_of_the_pop_up(
    plain_app: ExplorerApp,
) -> None:
    async with plain_app.run_test(size=(120, 60)) as pilot:
        view = plain_app.screen.query_one(ClaimsPane).view
        await pilot.pause(0.3)
        assert marked(view, "reverse")
        await pilot.press("y")
        await pilot.pause()
        assert not marked(view, "reverse")
        assert marked(plain_app.screen.query_one(RowList), "reverse")


def panes_of(app: ExplorerApp) -> list[LinkedPane]:
    """Return the linked panes; a query takes no abstract class."""
    return [one for one in app.screen.walk_children(Widget) if isinstance(one, LinkedPane)]


def marked(widget: Widget, attribute: str) -> str:
    """Return the text of a widget that an attribute marks."""
    return "".join(text for text, style in drawn_by(widget) if getattr(style, attribute))
