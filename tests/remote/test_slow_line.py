"""The app at the end of a line of 64 kbit/s with a round trip of 150 ms and deep buffers."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping

import pytest

from .slow_line import ROUND_TRIP, SlowTerminal
from .sshd import COMMAND

STORY = "2 Meta buys into Scale AI"
REST_SECONDS = 1 + ROUND_TRIP
"""After a held key is let go, what it did is to be seen this soon."""


@pytest.fixture
def terminal(environment: Mapping[str, str]) -> Iterator[SlowTerminal]:
    with SlowTerminal([COMMAND, "--fresh"], environment=environment) as opened:
        opened.wait_for(STORY, "✓ locked", timeout=60)
        yield opened


def test_no_key_is_lost_and_all_act_in_order(terminal: SlowTerminal) -> None:
    typed = "".join(chr(ord("a") + number * 7 % 26) for number in range(198))
    terminal.press(":", *typed, "left", "X")
    terminal.wait_for("Go to ─")
    terminal.wait_for(f"{typed[-20:-1]}X{typed[-1]}")
    terminal.press("escape")
    terminal.wait_until_gone("Go to ─")


def test_keys_typed_ahead_act_where_the_ones_before_them_led(terminal: SlowTerminal) -> None:
    terminal.press(*["down", "enter", "backspace", "up"] * 25, "?")
    terminal.wait_for("Follow to the other end", timeout=60)
    terminal.press("escape")
    terminal.wait_until_gone("Follow to the other end")
    terminal.wait_for(STORY)


@pytest.mark.alone
def test_a_held_key_does_not_pile_up(terminal: SlowTerminal) -> None:
    terminal.press("1", "G")
    terminal.wait_for("1 Browse")
    terminal.watch(1)
    terminal.hold("up", 2.5, 1 / 30)
    terminal.hold("down", 2.5, 1 / 30)
    came = terminal.watch(REST_SECONDS + 2)
    last = max((when for when, _ in came), default=0.0)
    assert last <= REST_SECONDS, came
    assert terminal.under_way == 0


@pytest.mark.alone
def test_work_that_takes_long_is_told(
    environment: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A set that must be compiled first says so, and how far it is."""
    folder = tmp_path_factory.mktemp("large")
    companies = (f'[[company]]\nid = "c{n}"\nname = "Company {n}"\n' for n in range(4000))
    (folder / "large.toml").write_text(
        '[dataset]\nid = "large"\ntitle = "Large"\n\n' + "\n".join(companies), encoding="utf-8"
    )
    command = [COMMAND, "--data", str(folder / "large.toml")]
    with SlowTerminal(command, environment=environment) as terminal:
        begun = time.monotonic()
        terminal.wait_for("q cancel and leave", timeout=60)
        told = time.monotonic() - begun
        terminal.wait_for("2 Companies", timeout=120)
        assert told < time.monotonic() - begun
