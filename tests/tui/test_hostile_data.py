"""Data that a stranger wrote: shown as it is, obeyed in nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared, start_at

NAMES = {
    "closing-tag": "[/",
    "open-tag": "a[/]b [bold]c",
    "action": "[@click=app.quit]x[/]",
    "escape": "red\\u001b[31m",
    "title": "\\u001b]0;owned\\u0007",
    "override": "invoice\\u202efdp.exe",
    "invisible": "Ac\\u200bme",
    "long": "n" * 200,
    "wide": "東京電力ホールディングス株式会社" * 5,
    "right-to-left": "שלום עולם",
    "emoji": "👩‍👩‍👧 & Co",
}


def hostile_set(folder: Path) -> Path:
    companies = "".join(
        f'[[company]]\nid = "{id_}"\nname = "{name}"\nsummary = "{name}"\n'
        for id_, name in NAMES.items()
    )
    ties = "".join(
        f'[[relationship]]\ntype = "customer_of"\nsubject = "{id_}"\nobject = "closing-tag"\n'
        f'role = "{name}"\nevidence = [{{ exact = "{name}", attribution = "{name}" }}]\n'
        for id_, name in NAMES.items()
        if id_ != "closing-tag"
    )
    page = folder / "hostile.toml"
    page.write_text(
        '[dataset]\nid = "hostile"\ntitle = "[/] \\u001b[2J"\n'
        '[[source]]\nid = "s"\ntitle = "[link=file:///etc/passwd]"\n' + companies + ties,
        encoding="utf-8",
    )
    return page


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, SQLiteStore]]:
    """Write the set and compile it; nobody changes it."""
    folder = tmp_path_factory.mktemp("hostile")
    page = str(hostile_set(folder))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        store = open_store(page)
    yield page, store
    store.close()


@pytest.mark.parametrize("at", [None, *NAMES])
async def test_every_page_opens_and_shows_names_as_they_are(
    hostile: tuple[str, SQLiteStore], at: str | None
) -> None:
    page, store = hostile
    app = ExplorerApp(store, Prepared(Launch(data=(page,)), start_at(store, at)))
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("down", "1", "down", "3", "4", "w", "y", "escape", "question_mark", "escape"):
            await pilot.press(key)
            await pilot.pause(0.02)
        picture = app.export_screenshot()
        await pilot.press("1", "z", "down")
        await pilot.pause(0.05)
        browse = app.export_screenshot()
    assert not any(ord(character) < 0x20 and character != "\n" for character in picture + browse)
    assert "\u202e" not in picture + browse
    assert "[/" in browse
