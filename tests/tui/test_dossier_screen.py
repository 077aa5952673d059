"""Pinning claims, and the dossier of them: put in order, commented, exported, copied."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from scale_explorer.data.dossier.dossier import EMPTY, Dossier, Pin, Put
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.memory.dossiers import open_dossier
from scale_explorer.tui.prepare import Prepared, start_at
from scale_explorer.tui.screens.dossier import DossierScreen
from scale_explorer.tui.state import Pane, Place, View
from scale_explorer.tui.widgets.text_lines import TextLines
from tests.terminal import Terminal

from .conftest import Reading
from .reader import Reader

SIZES = [(120, 40), (80, 24), (60, 20), (40, 12)]
Kept = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give dossiers a folder of their own, and files another."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.fixture
def kept(story: SQLiteStore) -> Kept:
    """Return what opens the app with the dossier that its file has."""

    @asynccontextmanager
    async def opened(
        at: str | None = None, size: tuple[int, int] = (120, 40)
    ) -> AsyncGenerator[Reader]:
        file, _ = open_dossier(())
        app = ExplorerApp(story, Prepared(Launch(), start_at(story, at), dossier=file))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Reader(app, pilot)

    return opened


def on_file() -> Dossier:
    return open_dossier(())[0].dossier


def ids() -> list[str]:
    return [pin.record for pin in on_file().pins]


def is_open(reader: Reader) -> bool:
    return isinstance(reader.app.screen, DossierScreen)


def cursor(reader: Reader) -> str | None:
    assert isinstance(reader.app.screen, DossierScreen)
    return reader.app.screen.query_one("#lines", TextLines).cursor


def flat(reader: Reader) -> str:
    return " ".join(reader.text.replace("│", " ").split())


async def test_b_pins_and_unpins_and_a_sign_says_so(kept: Kept) -> None:
    async with kept() as reader:
        await reader.press("b")
        assert "Pinned: 1 in the dossier; B opens it." in reader.text
        assert on_file() == Dossier((Pin("meta-buys-stake", "Meta buys a 49 % stake in Scale AI"),))
        assert reader.shown(Pane.FOCUS).split("\n")[1].endswith("◆ “ 3")
        await reader.press("b")
        assert "Unpinned: 0 in the dossier" in reader.text
        assert "◆" not in reader.shown(Pane.FOCUS)
        assert on_file() == EMPTY


async def test_pins_are_there_the_next_time(kept: Kept) -> None:
    async with kept() as reader:
        await reader.press("b", "j", "b")
    async with kept() as reader:
        assert reader.shown(Pane.FOCUS).count("◆") == 2


async def test_what_is_no_claim_is_not_pinned(kept: Kept) -> None:
    async with kept() as reader:
        await reader.press("g", "c", "b")
        assert "What is chosen is no claim" in reader.text
        assert on_file() == EMPTY


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_dossier_says_how_to_fill_it(kept: Kept, size: tuple[int, int]) -> None:
    async with kept(size=size) as reader:
        await reader.press("B")
        assert "Nothing is pinned yet." in reader.text
        assert "b pins the claim under the cursor" in flat(reader)
        await reader.press("d", "c", "J", "K", "enter", "e", "y", "u", "ctrl+r")
        assert is_open(reader)
        await reader.press("escape")
        assert not is_open(reader)


@pytest.mark.parametrize("size", SIZES)
async def test_pins_are_put_in_order_commented_and_removed(
    kept: Kept, size: tuple[int, int]
) -> None:
    async with kept(size=size) as reader:
        await reader.press("b", "j", "b", "j", "b", "B")
        first, second, third = ids()
        assert cursor(reader) == third
        await reader.press("K", "K", "K")
        assert ids() == [third, first, second]
        await reader.press("J")
        assert ids() == [first, third, second]
        await reader.press("c", *"why", "space", *"so?", "enter")
        assert on_file().pins[1].comment == "why so?"
        assert "why so?" in reader.text
        await reader.press("j")
        assert cursor(reader) == f"comment:{third}"
        await reader.press("enter", *"?", "escape")
        assert on_file().pins[1].comment == "why so?"
        await reader.press("shift+up")
        assert ids() == [third, first, second]
        await reader.press("d")
        assert ids() == [first, second]
        await reader.press("u")
        assert on_file().pins[0].comment == "why so?"
        assert cursor(reader) == third
        await reader.press("ctrl+r")
        assert ids() == [first, second]


async def test_enter_goes_to_the_claim(kept: Kept) -> None:
    async with kept() as reader:
        await reader.press("b", "j", "j", "j", "b", "B", "k", "enter")
        assert reader.now.now.place == Place(View.RECORD, "meta-buys-stake")
        await reader.press("b")
        assert ids() == ["google-plans-exit"]


async def test_a_claim_that_is_gone_is_shown_as_gone(kept: Kept) -> None:
    open_dossier(())[0].carry_out(Put(Pin("lost", "It was so", "mine")))
    async with kept() as reader:
        await reader.press("B")
        assert "✕ gone It was so lost is no longer in the data set" in flat(reader)
        await reader.press("enter")
        assert "d removes it" in reader.text
        assert ids() == ["lost"]


@pytest.mark.parametrize(("key", "name", "begin"), [
    ("m", "scale-ai-story-dossier.md", "# Dossier: Meta buys into Scale AI"),
    ("h", "scale-ai-story-dossier.html", "<!DOCTYPE html>"),
    ("t", "scale-ai-story-dossier.txt", "Dossier: Meta buys into Scale AI"),
])  # fmt: skip
async def test_a_dossier_is_exported(
    kept: Kept, here: Path, key: str, name: str, begin: str
) -> None:
    async with kept() as reader:
        await reader.press("b", "B", "e", key)
        assert name in reader.text
        await reader.press("enter")
        await reader.until(lambda: "Wrote " in reader.text)  # the path may wrap
        assert (here / name).read_text(encoding="utf-8").startswith(begin)
        assert is_open(reader)


async def test_a_file_is_replaced_only_by_a_second_enter(kept: Kept, here: Path) -> None:
    (here / "a.md").write_text("mine")
    async with kept() as reader:
        await reader.press("e", "m", "ctrl+u", *"a.md", "enter")
        assert "exists already; Enter again replaces it." in reader.text
        await reader.press("x", "backspace", "enter")
        assert (here / "a.md").read_text() == "mine"
        await reader.press("enter")
        await reader.until(lambda: "Wrote" in reader.text)
        assert (here / "a.md").read_text(encoding="utf-8").startswith("# Meta buys")


async def test_what_cannot_be_written_is_told_and_can_be_put_right(kept: Kept, here: Path) -> None:
    async with kept() as reader:
        await reader.press("e", "c", "ctrl+u", *"no/a.csv", "enter")
        await reader.until(lambda: "no folder of that name" in flat(reader))
        await reader.press("ctrl+u", "enter")
        assert "Name a file to write." in reader.text
        await reader.press(*"b.csv", "enter")
        await reader.until(lambda: "Wrote" in reader.text)
        assert (here / "b.csv").exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("b.csvecec", "No format has the ending .csvecec: this one has .csv."),
        (".csvecec", "No format has the ending .csvecec: this one has .csv."),
        ("b.json", "What is written ends in .csv; for another format press Esc."),
        ("b.CSV", ""),
        ("b", ""),
    ],
)
async def test_a_name_ends_as_what_is_written(kept: Kept, here: Path, name: str, told: str) -> None:
    async with kept() as reader:
        await reader.press("e", "c", "ctrl+u", *name, "enter")
        await reader.until(lambda: (told or "Wrote") in flat(reader))
        assert (here / name).exists() is not bool(told)


@pytest.mark.parametrize(
    ("keys", "name", "holds"),
    [
        (("g", "s"), "story", "Meta buys a 49 % stake in Scale AI"),
        (("o",), "meta-buys-stake", "Figures"),
        (("w",), "why-meta-buys-stake", "What follows"),
        (("g", "f"), "figures", "google-spend-2024"),
    ],
)
async def test_any_view_is_exported(
    kept: Kept, here: Path, keys: tuple[str, ...], name: str, holds: str
) -> None:
    file = here / f"scale-ai-story-{name}.csv"
    async with kept() as reader:
        await reader.press(*keys, "e", "c", "enter")
        await reader.until(file.exists)
        assert holds in file.read_text(encoding="utf-8")


async def test_a_view_is_exported_as_it_is_filtered(kept: Kept, here: Path) -> None:
    async with kept() as reader:
        await reader.press("slash", *"spend", "enter", "e")
        assert "as filtered" in reader.text
        await reader.press("c", "enter")
        await reader.until((here / "scale-ai-story-story.csv").exists)
        assert (
            len((here / "scale-ai-story-story.csv").read_text(encoding="utf-8").splitlines()) == 2
        )


async def test_a_claim_is_offered_to_copy_with_its_words(kept: Kept) -> None:
    async with kept("google-spend-2024") as reader:
        await reader.press("y")
        assert "claim with its words, as footnoted Markdown" in reader.text


async def test_keys_while_a_comment_is_typed_are_its_letters(kept: Kept) -> None:
    async with kept() as reader:
        await reader.press("b", "B", "c", *"BqduJKeyc", "enter")
        assert on_file().pins[0].comment == "BqduJKeyc"


async def test_without_a_file_pins_last_as_long_as_the_app(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("b", "B")
        assert "Dossier: 1" in reader.text
    assert on_file() == EMPTY


def test_on_a_real_terminal_a_claim_is_pinned_copied_and_found_again(
    environment: Mapping[str, str],
) -> None:
    command = [sys.executable, "-m", "scale_explorer"]
    with Terminal(command, size=(80, 24), environment=environment) as terminal:
        terminal.wait_for("Meta buys a 49 % stake")
        terminal.press("b")
        terminal.wait_for("Pinned: 1 in the dossier")
        terminal.press("By")
        terminal.wait_for("Copied the dossier.")
        terminal.press("qq")
        assert terminal.wait_for_exit() == 0
    copied = Path(environment["XDG_STATE_HOME"]) / "scale-explorer" / "last-copy"
    assert "# Dossier: Meta buys into Scale AI" in copied.read_text(encoding="utf-8")
    with Terminal(command, size=(60, 20), environment=environment) as terminal:
        terminal.wait_for("◆")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
