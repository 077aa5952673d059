"""Without a terminal: refused at once, with what works instead, whichever stream is missing."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

import pytest

from . import checks
from .subject import COMMAND, OURS, PLAIN

NO_INPUT, NO_OUTPUT, NO_ERRORS = (
    f"standard {stream} is none" for stream in ("input", "output", "error")
)
TELL = 'status=$?; echo "$told"; (exit "$status")'
REDIRECTED = {
    '"$@" < /dev/null': NO_INPUT,
    '"$@" <&-': NO_INPUT,
    'echo x | "$@"': NO_INPUT,
    '"$@" > /dev/null': NO_OUTPUT,
    '"$@" >&-': NO_OUTPUT,
    '"$@" 2> /dev/null': "",
    '"$@" 2>&-': "",
    '"$@" <&- >&- 2>&-': "",
    f'told=$("$@" 2>&1 > /dev/null); {TELL}': NO_OUTPUT,
    f'told=$(nohup "$@" 2>&1 > /dev/null); {TELL}': NO_INPUT,
}
"""Lines of a shell in which the program lacks a stream, and what it tells where it can be heard."""


@pytest.mark.parametrize("line", REDIRECTED)
def test_a_stream_that_is_no_terminal_is_told(line: str, environment: Mapping[str, str]) -> None:
    told, said = checks.refuses(line, OURS, environment), REDIRECTED[line]
    assert said in told
    assert ("list companies" in told) is bool(said)


@pytest.mark.slow
@pytest.mark.parametrize("line", ['"$@" < /dev/null', '"$@" <&-', '"$@" > /dev/null', '"$@" 2>&-'])
def test_a_plain_app_draws_or_hangs_without_it(line: str, environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError):
        checks.refuses(line, PLAIN, environment)


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
