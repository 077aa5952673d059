from __future__ import annotations

import inspect

import pytest
from textual import _compositor
from textual.app import App
from textual.drivers import linux_driver

from scale_explorer.tui.terminal.private import (
    DRIVER_NAMES,
    PARSER_NAMES,
    PRIVATE_NAMES,
    UPDATE_NAMES,
    KeyParser,
)


@pytest.mark.parametrize("name", PRIVATE_NAMES)
def test_textual_still_has_its_private_names(name: str) -> None:
    assert hasattr(App[None](), name)


@pytest.mark.parametrize("name", DRIVER_NAMES)
def test_its_driver_still_has_what_ours_uses(name: str) -> None:
    """It cannot be made without a terminal, so its code is read."""
    base = inspect.getmodule(linux_driver.LinuxDriver.__base__)
    assert base is not None
    read = inspect.getsource(linux_driver) + inspect.getsource(base)
    assert f"self.{name}" in read


@pytest.mark.parametrize("name", PARSER_NAMES)
def test_its_parser_still_has_what_ours_uses(name: str) -> None:
    assert hasattr(KeyParser(), name)


def test_the_parser_divides_by_no_size_of_nothing() -> None:
    parser = KeyParser()
    list(parser.feed("\x1b[48;0;0;0;0t"))
    parser.mend_size((80, 24))
    (moved,) = parser.feed("\x1b[<35;5;5M")
    assert moved.time


@pytest.mark.parametrize("name", UPDATE_NAMES)
def test_its_updates_still_have_what_the_canvas_reads(name: str) -> None:
    made_of = inspect.signature(getattr(_compositor, name)).parameters
    assert set(UPDATE_NAMES[name]) <= set(made_of)
