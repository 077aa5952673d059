"""Lost connections and signals that Textual's own driver does not survive or end by."""

from __future__ import annotations

import signal
from collections.abc import Mapping

import pytest

from ..faults.subject import OURS
from . import checks
from .drops import DROPS, Drop
from .sshd import Server, needs_sshd

pytestmark = needs_sshd


@DROPS
def test_an_app_that_ignores_hangups_is_no_orphan_either(
    server: Server, environment: Mapping[str, str], drop: Drop
) -> None:
    checks.ends_when_dropped(drop, server, OURS, environment, checks.IGNORING_HANGUPS)


@pytest.mark.alone
def test_a_dropped_app_that_ignores_hangups_takes_no_processor(
    server: Server, environment: Mapping[str, str]
) -> None:
    checks.takes_no_processor_when_dropped(server, OURS, environment)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_it_while_the_client_is_frozen(
    server: Server, environment: Mapping[str, str], number: int
) -> None:
    checks.leaves_while_the_client_is_frozen(number, server, OURS, environment)
