"""What the app sends for what one does in it, held to what a slow line bears.

The numbers are those of the benchmark (benchmarks/bytes_sent.py), which sets them beside others.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.bytes_sent import OURS, Answers, surroundings, warm, watched
from benchmarks.wire.peers import peers
from benchmarks.wire.walks import AT_REST, HELD, START, TARGETS, Measured

pytestmark = pytest.mark.alone
SIZE = (80, 24)
FEW = (START, AT_REST)
"""What a plain app with a single linked pane sends too much for, on any machine."""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    environment = surroundings(tmp_path_factory.mktemp("bytes"), "truecolor")
    warm(OURS, SIZE, environment)
    return {one.action: one for one in watched(OURS, SIZE, environment)}


@pytest.mark.parametrize("action", TARGETS)
def test_an_action_sends_no_more_than_it_may(action: str, measured: dict[str, Measured]) -> None:
    assert measured[action].sent <= TARGETS[action]


@pytest.mark.parametrize("action", [HELD, AT_REST, START])
def test_what_is_counted_did_happen(action: str, measured: dict[str, Measured]) -> None:
    assert measured[action].cells > 0


@pytest.mark.slow
def test_a_plain_app_sends_more(tmp_path: Path) -> None:
    environment = surroundings(tmp_path, "truecolor")
    plain = peers(tmp_path, environment)[0]
    answers: Answers = {plain.name: watched(plain, SIZE, environment)}
    sent = {one.action: one.sent for one in answers[plain.name]}
    assert all(sent[action] > TARGETS[action] for action in FEW)
