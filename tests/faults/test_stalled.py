"""A terminal that nobody reads, as when a link is lost for a while."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from . import checks
from .subject import LIMIT, OURS, PLAIN, assert_restored, send

pytestmark = pytest.mark.alone

BRIEF, LONG = 6.0, 60.0
AFTERWARDS = 64_000
"""Bytes that may come when it is read again: what lay in buffers, and a few pictures.

Every picture of a minute that nobody read would be more than a million.
"""


def test_it_works_on_and_goes_on(environment: Mapping[str, str], tmp_path: Path) -> None:
    survives(BRIEF, environment, tmp_path)


@pytest.mark.slow
def test_it_works_on_and_goes_on_after_a_minute(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    survives(LONG, environment, tmp_path)


def survives(seconds: float, environment: Mapping[str, str], folder: Path) -> None:
    with checks.works_unread(OURS, environment, folder, seconds) as terminal:
        before = len(terminal.output)
        terminal.press(":", *"openai", "enter")
        terminal.wait_for("2 OpenAI", timeout=180)
        assert len(terminal.output) - before <= AFTERWARDS
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert_restored(terminal)


@pytest.mark.slow
def test_a_plain_app_is_frozen_by_it(environment: Mapping[str, str], tmp_path: Path) -> None:
    with (
        pytest.raises(AssertionError, match="nobody reading"),
        checks.works_unread(PLAIN, environment, tmp_path, 4 * BRIEF),
    ):
        pass


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_still_ends_it(
    number: int, environment: Mapping[str, str], tmp_path: Path
) -> None:
    with checks.works_unread(OURS, environment, tmp_path, 2) as terminal:
        send(terminal, number)
        terminal.wait_unread(terminal.has_ended, "the end", LIMIT)
        assert terminal.status == 128 + number
        assert_restored(terminal)
