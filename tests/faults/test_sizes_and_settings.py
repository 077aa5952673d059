"""What a client and an environment say: sizes out of all bounds, storms of them, and settings."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from pathlib import Path

import psutil
import pytest

from . import checks
from .subject import LIMIT, OURS, PLAIN, assert_restored, send

pytestmark = pytest.mark.alone


def test_every_size_is_drawn_within_bounds(environment: Mapping[str, str]) -> None:
    checks.draws_within_bounds(OURS, environment)


@pytest.mark.slow
def test_a_plain_app_believes_any_size(environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError):
        checks.draws_within_bounds(PLAIN, environment)


def test_a_storm_of_sizes_ends_with_the_last(environment: Mapping[str, str]) -> None:
    with OURS.start(environment) as terminal:
        for step in range(300):
            terminal.resize(60 + step % 60, 20)
            send(terminal, signal.SIGWINCH)
        terminal.resize(39, 11)
        terminal.wait_until(lambda: b"40 columns" in terminal.output, "the last size")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert_restored(terminal)


def test_sizes_told_in_band_are_bounded_too(environment: Mapping[str, str]) -> None:
    """With pixels to the mouse, which are divided by the size."""
    with OURS.start(environment) as terminal:
        terminal.press("\x1b[?2048;2$y")
        terminal.wait_until(lambda: b"\x1b[?2048h" in terminal.output, "the mode")
        terminal.press("\x1b[48;0;0;0;0t", "\x1b[<35;9999999;9999999M")
        terminal.press("\x1b[48;99999;99999;0;0t", "\x1b[<0;5;5M\x1b[<0;5;5m")
        terminal.press("\x1b[48;11;39;110;390t")
        terminal.wait_until(lambda: b"40 columns" in terminal.output, "the last size")
        assert psutil.Process(terminal.pid).memory_info().rss < 200 * 1024 * 1024
        terminal.press("q")
        assert terminal.wait_for_exit(LIMIT) == 0
        assert_restored(terminal)


def test_settings_of_textual_run_nothing(environment: Mapping[str, str], tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nDriver = None\n", encoding="utf-8")
    settings = {
        "PYTHONPATH": str(tmp_path),
        "TEXTUAL_DRIVER": "planted:Driver",
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_PRESS": "q",
        "TEXTUAL": "debug,devtools",
    }
    with OURS.start({**environment, **settings}) as terminal:
        terminal.press("\xff\xfe", ":", *"openai", "enter")  # input that is not UTF-8 beside it
        terminal.wait_for("2 OpenAI")
        send(terminal, signal.SIGTERM)
        assert terminal.wait_for_exit(LIMIT) == 128 + signal.SIGTERM
    assert not (tmp_path / "ran").exists()
    assert not (tmp_path / "log").exists()


def test_it_rests_when_nothing_happens(environment: Mapping[str, str]) -> None:
    checks.rests(OURS, environment)


@pytest.mark.slow
def test_a_plain_app_does_not_that_draws_all_the_time(environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError, match="three seconds of rest"):
        checks.rests(PLAIN, environment)
