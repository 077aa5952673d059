"""The app on hostile data, a screen at a time, on a real terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scale_explorer.data.dossier.dossier import Dossier, Pin
from scale_explorer.tui.memory.documents import write_document
from scale_explorer.tui.memory.dossiers import dossier_path, dossier_to_json
from scale_explorer.tui.memory.files import preferences_path
from scale_explorer.tui.settings.reading import settings_file

from ..terminal import Terminal
from .payloads import MARKUP, OBEYED, PAYLOADS, leaks
from .sets import hostile_set, toml

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
NAMED = "h\x1b]0;owned\x07\u202e[/]"
"""A name of files and folders, for the set and all folders of the reader."""
OWN = ("]52;c;", "]22;")
"""Beginnings of control strings of the app: a copy, and the shape of the mouse pointer."""


@pytest.fixture
def surroundings(
    environment: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Mapping[str, str]:
    """Give folders with a hostile name, and hostile values of variables."""
    kinds = ("DATA", "CONFIG", "STATE")
    folders = {f"XDG_{kind}_HOME": str(tmp_path / NAMED / kind) for kind in kinds}
    for name, value in folders.items():
        monkeypatch.setenv(name, value)
    names = ("EDITOR", "VISUAL", "COLORTERM", "LANG", "LC_MESSAGES", "BROWSER", "LINES")
    values = dict.fromkeys(names, OBEYED["title"])
    return {**environment, **folders, **values, "LC_ALL": "C.UTF-8"}


@pytest.fixture
def own(tmp_path: Path) -> str:
    """Copy the set to where one may write."""
    return str(hostile_set(tmp_path / NAMED / "set"))


def remember(data: str) -> None:
    """Leave hostile files of settings, preferences and a dossier."""
    said = list(PAYLOADS.values())
    pins = tuple(Pin(f"p{n}-view", text, text) for n, text in enumerate(said))
    gone = tuple(Pin(f"gone-{n}", text, text) for n, text in enumerate(said))
    dossier = dossier_to_json(Dossier((*gone[:12], *pins[:12])))
    assert write_document(dossier_path((data,)), dossier) == ""
    assert write_document(preferences_path(), {"theme": said[0], "typed": said}) == ""
    settings = settings_file()
    settings.parent.mkdir(parents=True)
    first, *others = map(toml, dict.fromkeys(said))
    keys = "\n".join(f"{each} = {each}" for each in others)
    settings.write_text(f"{first} = {first}\n[keys]\n{keys}\n")


PANES = (
    ("story", ["g", "s"], "1 Browse"),
    ("companies", ["g", "c"], "2 Companies"),
    ("exposure", ["g", "c", "enter", "V", "x"], "2 Exposure"),
    ("deals", ["g", "d"], "2 Deals"),
    ("statements", ["g", "t"], "2 Statements"),
    ("figures", ["g", "f"], "2 Figures"),
    ("network", ["g", "c", "V", "k"], " tie"),
    ("reasons", ["g", "r"], "2 Reasons"),
    ("another reason", ["down", "down", "enter"], "2 "),
    ("why", ["g", "s", "w"], "2 Why"),
    ("why, drawn", ["g", "s", "w", "w"], "2 Why"),
    ("source", ["4", "J", "K", "c"], "4 Source"),
    ("zoomed", ["z", "z"], "4 Source"),
    ("all panes", ["_", "_"], "3 Evidence"),
)
"""Views of the panes: their names, the keys that lead there, and what then is to be seen."""

POP_UPS: tuple[tuple[str, list[str], str, list[str]], ...] = (
    ("help", ["?"], "Next row", []),
    ("go-to box", [":", *"owned"], "Enter:", ["down"] * 3),
    ("lines typed before", [":", "up"], "Enter:", ["up"] * 20),
    ("themes", ["t"], "high contrast", ["down"]),
    ("findings", ["!"], "bad identifier", ["\x1b[6~"] * 3),
    ("views", ["V"], "Go to a view", []),
    ("copying", ["y"], "quote with citation", []),
    ("export", ["e"], "CSV", []),
    ("dossier", ["B"], "gone", ["down"] * 14),
    ("as of", ["@"], "look as of then", ["down"] * 3),
    ("what if", ["~"], "Kept scenarios", ["down"] * 3),
    ("which key", ["g"], "companies", []),
    ("a new claim", ["4", "c", "a"], "What do these words say?", []),
    ("renaming", ["1", "R"], "name", []),
    ("deleting", ["1", "D"], "elete", []),
)
"""What lies over the panes: keys that open it, what then is to be seen, and keys inside."""


def test_no_screen_lets_anything_through(own: str, surroundings: Mapping[str, str]) -> None:
    remember(own)
    with Terminal([COMMAND, "--data", own], size=(120, 40), environment=surroundings) as terminal:
        terminal.wait_for("3 Evidence", timeout=120)
        for name, keys, told in PANES:
            terminal.press(*keys)
            terminal.wait_for(told)
            assert leaks(terminal.output, strings=OWN) == [], name
        for name, keys, told, inside in POP_UPS:
            terminal.press(*keys)
            terminal.wait_for(told)
            terminal.press(*inside)
            terminal.press("escape")
            terminal.wait_until_gone(told)
            assert leaks(terminal.output, strings=OWN) == [], name
        terminal.press("E")
        terminal.wait_for("EDITOR names")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert leaks(terminal.output, strings=OWN) == []
        assert terminal.modes_left_on() == set()


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
def test_what_looks_like_markup_stands_letter_by_letter(
    hostile: Path, environment: Mapping[str, str], size: tuple[int, int]
) -> None:
    command = [COMMAND, "--data", str(hostile), "--at", "p0"]
    with Terminal(command, size=size, environment=environment) as terminal:
        terminal.wait_for("2 ␛]0;owned␇")
        for text in MARKUP.values():
            terminal.press(":", *f"p{list(PAYLOADS.values()).index(text)}")
            terminal.wait_for("Enter:")
            terminal.press("enter")
            terminal.wait_until_gone("Enter:")
            terminal.wait_for(f"2 {text[0].upper()}{text[1:]}"[:30])
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def pasted(text: str) -> str:
    """Return what a terminal sends for a paste; it takes the end of one out of what is pasted."""
    return f"\x1b[200~{text.replace(chr(27) + '[201~', '')}\x1b[201~"


def test_a_paste_is_text_and_no_keys(own: str, surroundings: Mapping[str, str]) -> None:
    everything = " ".join(OBEYED.values()) + "q\r\n:q!\r"
    with Terminal([COMMAND, "--data", own], size=(120, 40), environment=surroundings) as terminal:
        terminal.wait_for("3 Evidence", timeout=120)
        terminal.press(pasted("Bqqq\r\x03\x1bq"), pasted(everything))
        for keys, told in (
            ([":"], "Enter:"),
            (["/"], "/"),
            (["!"], "Findings"),
            (["?"], "Next row"),
            (["4", "c", "a"], "What do these words say?"),
            (["1", "down", "down", "R"], "name"),
        ):
            terminal.press(*keys)
            terminal.wait_for(told)
            assert "Dossier" not in terminal.text
            terminal.press(pasted(everything), pasted("pasted whole"))
            for _ in range(3):
                terminal.press("escape")
                terminal.linger(0.5)  # what comes right behind Esc would be a key with Alt
            terminal.wait_for("3 Evidence")
            assert leaks(terminal.output, strings=OWN) == [], told
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_the_list_to_pick_from_lets_nothing_through(
    hostile: Path, environment: Mapping[str, str]
) -> None:
    command = [COMMAND, "pick", "companies", "--data", str(hostile)]
    with Terminal(command, size=(100, 30), environment=environment) as terminal:
        terminal.wait_for("Enter: pick")
        terminal.press("down", "down", "\x1b[6~", pasted(OBEYED["title"]))
        terminal.wait_for("/]0;owned")
        terminal.press("escape")
        assert terminal.wait_for_exit() == 130
        assert leaks(terminal.output, strings=OWN) == []


def test_waiting_for_a_set_shows_findings_that_are_safe(
    own: str, surroundings: Mapping[str, str]
) -> None:
    """The set is compiled in another process, and its findings come from there."""
    many = "\n".join(
        f"[[company]]\nid = {toml(text)}\nname = {toml(text)}"
        for _ in range(900)
        for text in OBEYED.values()
    )
    # So many sound ones take seconds to be compiled, for which the findings stand there.
    sound = "\n".join(f'[[company]]\nid = "c{each}"\nname = "C{each}"' for each in range(20_000))
    (Path(own) / "many.toml").write_text(many)
    (Path(own) / "sound.toml").write_text(sound)
    with Terminal([COMMAND, "--data", own], size=(80, 24), environment=surroundings) as terminal:
        terminal.wait_for("q cancel", "company: id")
        terminal.press("down", "end", "q")
        assert terminal.wait_for_exit() == 0
        assert leaks(terminal.output, strings=OWN) == []
