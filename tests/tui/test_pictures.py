"""Pictures of the main screens at the three widths; `pytest --snapshot-update` takes new ones."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared
from scale_explorer.tui.state import Navigation
from scale_explorer.tui.theme_names import THEME_NAMES

from .conftest import Opener
from .settled import settled

SIZES = {"wide": (120, 40), "medium": (80, 24), "narrow": (60, 20)}
SCREENS: dict[str, tuple[str | None, list[str]]] = {
    "story": (None, []),
    "company": ("google", []),
    "derived": ("google-share-of-revenue-2024", ["3"]),
    "disputed": ("meta-partnership-price", ["3", "plus", "down"]),
    "why": ("google-plans-exit", ["1", "w"]),
    "source": ("meta-stake", ["4"]),
    "keys": (None, ["question_mark"]),
    "goto": (None, ["colon", *"gogle"]),
    "labels": ("google", ["f"]),
    "which-key": (None, ["g"]),
    "half": ("google", ["plus"]),
    "filter": ("scale-ai", ["slash", "i", "s", ":", "p", "l", "a", "n", "n", "e", "d"]),
}
Compare = Callable[..., bool]


def after(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Return what presses keys and waits until what they set off is done."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        await settled(pilot)

    return press


@pytest.fixture(scope="module")
def tutorial(compiled: Path) -> Iterator[SQLiteStore]:
    """Open the set of the tour."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(compiled))
        store = open_store("tutorial")
    yield store
    store.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(screen: str, size: str, open_app: Opener, snap_compare: Compare) -> None:
    at, keys = SCREENS[screen]
    assert snap_compare(open_app(at), run_before=after(*keys), terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", THEME_NAMES)
def test_theme(theme: str, size: str, open_app: Opener, snap_compare: Compare) -> None:
    app = open_app("google-share-of-revenue-2024", theme=theme)
    assert snap_compare(app, run_before=settled, terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES)
def test_the_themes_to_choose_from(size: str, open_app: Opener, snap_compare: Compare) -> None:
    app = open_app("google")
    assert snap_compare(app, run_before=after("t", "down"), terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES)
def test_tour(size: str, tutorial: SQLiteStore, snap_compare: Compare) -> None:
    app = ExplorerApp(tutorial, Prepared(Launch(tour=True), Navigation()))
    assert snap_compare(app, run_before=settled, terminal_size=SIZES[size])


def test_without_utf8(open_app: Opener, snap_compare: Compare) -> None:
    app = open_app("google", ascii_only=True)
    assert snap_compare(app, run_before=settled, terminal_size=(80, 24))
