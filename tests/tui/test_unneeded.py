"""What a start leaves out is there for whoever asks for it later, whole."""

from __future__ import annotations

import gc
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

from scale_explorer.tui import unneeded
from scale_explorer.tui.loading import hold_garbage, load, release_garbage
from scale_explorer.tui.unneeded import left_out

from .conftest import Opener

_AFTER_A_START = """
import importlib, sys
from scale_explorer.tui.loading import load
from scale_explorer.tui import unneeded
load("scale_explorer.tui.app", sparing=True)
load("scale_explorer.tui.terminal.driver", sparing=True)
rare = unneeded._RARE
print(*(name for name in rare if name in sys.modules))
import textual.app, textual.notifications
print(textual.app.mimetypes.guess_type("picture.png")[0])
print(type(textual.notifications.uuid4()).__name__)
print(textual.app.CommandPalette.is_open.__name__)
import ssl
print(all(importlib.import_module(name).__file__ for name in rare))
"""


def test_after_a_start_all_of_it_can_be_had() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _AFTER_A_START], check=True, capture_output=True, text=True
    )
    assert done.stdout.split("\n") == ["", "image/png", "UUID", "is_open", "True", ""]


@pytest.fixture
def rare(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delitem(sys.modules, "mimetypes", raising=False)
    monkeypatch.setattr(unneeded, "_RARE", ("mimetypes",))
    return "mimetypes"


def _loaded(name: str) -> Any:
    return __import__(name)


def test_who_loads_it_inside_gets_names_that_do_what_the_real_ones_do(rare: str) -> None:
    with left_out(rare=True):
        inside = _loaded(rare)
        assert sys.modules[rare] is inside
    assert rare not in sys.modules
    assert inside.guess_type("picture.png")[0] == "image/png"
    assert inside.MimeTypes.guess_all_extensions.__name__ == "guess_all_extensions"
    assert not hasattr(inside, "__file__")


def test_who_needs_it_while_others_load_gets_the_real_one(rare: str) -> None:
    with left_out(rare=True):
        assert _loaded(rare).guess_type("picture.png")[0] == "image/png"
        assert _loaded(rare).__file__
    assert _loaded(rare).__file__


def test_what_verbs_load_has_all_of_it(rare: str) -> None:
    with left_out():
        assert _loaded(rare).__file__


def test_what_is_loaded_already_stays(rare: str) -> None:
    real: ModuleType = _loaded(rare)
    with left_out(rare=True):
        assert _loaded(rare) is real
    assert _loaded(rare) is real


def test_loading_leaves_the_search_for_garbage_as_it_is() -> None:
    hold_garbage()
    try:
        load("this")
        assert not gc.isenabled()
    finally:
        release_garbage()
    assert gc.isenabled()


async def test_garbage_is_looked_for_once_the_first_screen_is_there(open_app: Opener) -> None:
    app = open_app()
    hold_garbage()
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert gc.isenabled()
    finally:
        release_garbage()
