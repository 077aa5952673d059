"""That keys of one's own act in the app, and that those they replace no longer do."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scale_explorer.tui.keymap import DEFAULT, PLAIN, Keymap, as_textual
from scale_explorer.tui.remapping import remapped
from scale_explorer.tui.state import Pane, View

from ..terminal import Terminal
from .conftest import Reading
from .reader import Reader

Changes = Mapping[str, tuple[str, ...]]


def use(reader: Reader, changes: Changes) -> None:
    keymap, _ = remapped(DEFAULT, changes)
    take(reader, keymap)


def take(reader: Reader, keymap: Keymap) -> None:
    reader.screen.keymap = keymap
    reader.app.set_keymap(as_textual(keymap))


@pytest.mark.parametrize(
    ("changes", "key", "view"),
    [
        ({"app.why": ("v", "ctrl+e")}, "v", View.WHY),
        ({"app.why": ("v", "ctrl+e")}, "ctrl+e", View.WHY),
        ({"app.why": ("v", "ctrl+e")}, "w", View.RECORD),
        ({"app.why": ()}, "w", View.RECORD),
        ({"app.why": ("j",)}, "j", View.WHY),
        ({"app.open-claim": ("w",), "app.why": ("o",)}, "o", View.WHY),
        ({"app.open-claim": ("w",)}, "w", View.RECORD),
        ({"app.go-story": ("f4",)}, "f4", View.STORY),
        ({"focus.out": ("w",)}, "w", View.RECORD),
    ],
)
async def test_a_key_does_what_it_was_given_to(
    reading: Reading, changes: Changes, key: str, view: View
) -> None:
    async with reading("google") as reader:
        use(reader, changes)
        await reader.press("2", "down", key)
        assert reader.now.now.place.view is view


async def test_a_key_of_one_pane_keeps_its_meaning_in_the_others(reading: Reading) -> None:
    async with reading("google") as reader:
        use(reader, {"focus.out": ("w",)})
        await reader.press("2", "w")
        assert reader.now.now.pane is Pane.BROWSE
        await reader.press("w")
        assert reader.now.now.place.view is View.WHY


async def test_enter_and_esc_end_a_filter_whatever_else_they_mean(reading: Reading) -> None:
    async with reading("google") as reader:
        use(reader, {"app.peel": ("Z",), "focus.follow": ("space",)})
        await reader.press("slash", *"meta", "enter")
        assert reader.now.now.focus.filter == "meta"
        assert not reader.screen.pane.typing
        await reader.press("slash", *"goo", "escape")
        assert reader.now.now.focus.filter == ""
        assert not reader.screen.pane.typing


async def test_plain_keys_move_and_letters_do_not(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        take(reader, PLAIN)
        await reader.press("2", "home")
        top = reader.scene.row
        await reader.press("j", "l", "h", "G", "N")
        assert (reader.scene.row, reader.now.now.pane) == (top, Pane.FOCUS)
        await reader.press("down", "end")
        assert reader.scene.row != top
        await reader.press("f6")
        assert reader.now.now.pane is Pane.EVIDENCE


COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
SETTINGS = """\
[keys]
"app.why" = ["v", "ctrl+e"]
"app.go-story" = "g h"
"app.next-pane" = "disabled"
"app.quit" = "Q"
"""


def test_the_command_uses_the_keys_of_the_settings(environment: Mapping[str, str]) -> None:
    folder = Path(environment["XDG_CONFIG_HOME"]) / "scale-explorer"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(SETTINGS)
    with Terminal([COMMAND, "--at", "google"], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("2 Google")
        terminal.press("tab", "w", "down", "v")
        terminal.wait_for("2 Why")
        terminal.press("g")
        terminal.wait_for("h story")
        terminal.press("h")
        terminal.wait_for("2 Meta buys into Scale AI")
        terminal.press("q", "\x05")
        terminal.wait_for("2 Why")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
