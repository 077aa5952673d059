"""Without a terminal: refused at once, with what works instead, whichever stream is missing."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

import pytest

from ..terminal import Terminal
from .subject import COMMAND

REDIRECTED = ["</dev/null", "<&-", ">&-", "2>&-", ">/dev/null", "2>/dev/null"]


@pytest.mark.parametrize("streams", REDIRECTED)
def test_a_stream_that_is_no_terminal_is_told(streams: str, environment: Mapping[str, str]) -> None:
    command = ["sh", "-c", f"{COMMAND} {streams}"]
    with Terminal(command, size=(120, 24), environment=environment) as terminal:
        assert terminal.wait_for_exit() == 2
        heard = not streams.startswith("2>")
        assert ("needs a terminal" in terminal.text) is heard
        assert ("list companies" in terminal.text) is heard


def test_without_any_terminal_it_tells_what_works(environment: Mapping[str, str]) -> None:
    """As under `ssh -T`, or from cron."""
    done = subprocess.run(
        [COMMAND], env=environment, input=b"", capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert b"list companies" in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize("verb", ["list companies", "keys", "export google", "man"])
def test_an_answer_that_cannot_be_written_has_a_status_of_its_own(
    verb: str, environment: Mapping[str, str]
) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{COMMAND} {verb} >&-"],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 3
    assert b"Standard output is closed" in done.stderr
