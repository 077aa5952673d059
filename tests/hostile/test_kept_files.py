"""Files that the program keeps for itself, as strangers may have written them; and a conflict."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from scale_explorer.tui.memory import drafts
from scale_explorer.tui.memory.documents import write_document
from scale_explorer.tui.memory.files import session_path

from ..terminal import Terminal
from .on_a_terminal import sent_by
from .payloads import OBEYED, PAYLOADS, leaks
from .sets import hostile_set, toml

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
OWN = ("]52;c;", "]22;")
"""Beginnings of control strings of the app: a copy, and the shape of the mouse pointer."""
EVERYTHING = " ".join(PAYLOADS.values())[:1_500]
SET = '[dataset]\nid = "set"\ntitle = "Set"\n\n[[company]]\nid = "solo"\nname = "Solo"\n'


@pytest.fixture
def own(tmp_path: Path) -> str:
    """Copy the set to where one may write."""
    return str(hostile_set(tmp_path / "set"))


@pytest.fixture
def state(environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep files for the program that is run, and not for the one that tests it."""
    monkeypatch.setenv("XDG_STATE_HOME", environment["XDG_STATE_HOME"])


def view(kind: str, text: str) -> dict[str, object]:
    pane = {"cursor": text, "filter": text, "pages": 1}
    panes = dict.fromkeys(("browse", "focus", "evidence", "source"), pane)
    return {"place": {"view": kind, "of": text}, "pane": "focus", "open_kinds": [text], **panes}


def views() -> Iterator[dict[str, object]]:
    """Yield views in which every text is a payload, of a record that is there and of none."""
    for number, text in enumerate(PAYLOADS.values()):
        yield view("record", text)
        there = view("record", text)
        yield {**there, "place": {"view": "record", "of": f"p{number}"}}
        yield view(text, text)


@pytest.mark.usefixtures("state")
def test_a_session_of_strangers_is_shown_safely(own: str, environment: Mapping[str, str]) -> None:
    every = list(views())
    marks = dict(zip("abcdefghij", every[1:], strict=False))
    session = {"now": every[1], "past": every[:25], "future": every[25:50], "marks": marks}
    told = {"recent": [*PAYLOADS.values(), *(f"p{n}" for n in range(20))]}
    assert write_document(session_path((own,)), {**session, **told}) == ""
    with Terminal([COMMAND, "--data", own], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("3 Evidence", "2 ␛]0;owned␇", timeout=120)
        for keys, seen in (
            (["H"] * 5, "3 Evidence"),
            (["L"] * 9, "3 Evidence"),
            (["'", "c"], "3 Evidence"),
            ([":"], "Enter:"),
            (["escape", "V"], "Go to a view"),
            (["escape", "?"], "Next row"),
        ):
            terminal.press(*keys)
            terminal.wait_for(seen)
            assert leaks(terminal.output, strings=OWN) == [], keys
        terminal.press("escape")
        terminal.wait_until_gone("Next row")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert leaks(terminal.output, strings=OWN) == []


@pytest.mark.usefixtures("state")
def test_a_form_that_strangers_kept_is_offered_safely(
    own: str, environment: Mapping[str, str]
) -> None:
    texts = dict.fromkeys(("name", "summary", "tags", "country", "note", "title"), EVERYTHING)
    hostile = {text: text for text in PAYLOADS.values()}
    form = {
        "kind": "company", "record": None, "texts": {**hostile, **texts}, "proposals": hostile,
        "words": ["s", EVERYTHING, 0, len(EVERYTHING)], "quotes": list(hostile), "base": hostile,
        "left_out": list(hostile), "new": [[text, "company", text] for text in hostile],
    }  # fmt: skip
    drafts.keep(Path(own), "kept", form)
    drafts.keep(Path(own), "broken", dict.fromkeys(hostile, hostile))
    with Terminal([COMMAND, "--data", own], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("3 Evidence", timeout=120)
        terminal.press("I")
        terminal.wait_for("Go on with the company")
        terminal.press("k")
        terminal.wait_for("Enter: save")
        terminal.press(*["tab"] * 8)
        terminal.press("escape")
        terminal.wait_for("What you wrote is kept")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert leaks(terminal.output, strings=OWN) == []


def test_a_lock_of_strangers_is_told_safely(environment: Mapping[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "set.toml").write_text(f'{SET}\n[[source]]\nid = "s"\ntitle = "News"\n')
    sentences = [[0, 5, False, text] for text in PAYLOADS.values()]
    source = {"sha256": EVERYTHING, "length": 9, "date": EVERYTHING, "sentences": sentences}
    sources = dict.fromkeys(["s", *PAYLOADS.values()], source)
    for lock in (sources, PAYLOADS, EVERYTHING):
        (folder / "lock.json").write_text(json.dumps({"version": 2, "sources": lock}))
        for line in (["check", str(folder)], ["quotes", "solo", "--data", str(folder)]):
            sent, status = sent_by([COMMAND, *line], environment)
            assert status in {0, 1}
            assert leaks(sent) == []


def test_both_sides_of_a_conflict_are_shown_safely(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "set.toml"
    page.write_text(SET)
    command = [COMMAND, "--data", str(page), "--at", "solo"]
    with Terminal(command, size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("2 Solo", timeout=60)
        terminal.press("i")
        terminal.wait_for("Enter: save")
        mine = f"{OBEYED['title']}{OBEYED['clipboard']}"
        terminal.press(f"\x1b[200~{mine}\x1b[201~")
        terminal.wait_for("]52;c;b3duZWQ=")
        said = "".join(f"{key} = {toml(EVERYTHING)}\n" for key in ("summary",))
        page.write_text(SET.replace('"Solo"', toml(EVERYTHING)) + said)
        terminal.press("enter")
        terminal.wait_for("m: mine", "t: theirs")
        assert leaks(terminal.output, strings=OWN) == []
        terminal.press("\x1b[6~", "escape")
        terminal.wait_until_gone("m: mine")
        terminal.press("escape")
        terminal.wait_until_gone("Enter: save")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert leaks(terminal.output, strings=OWN) == []
