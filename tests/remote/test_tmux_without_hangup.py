"""A tmux server that is killed under an app that ignores hangups."""

from __future__ import annotations

from collections.abc import Mapping

from ..faults.subject import OURS
from . import checks
from .tmux import needs_tmux

pytestmark = needs_tmux


def test_a_killed_server_leaves_no_orphan_that_ignores_hangups(
    environment: Mapping[str, str],
) -> None:
    checks.ends_with_tmux(checks.IGNORING_HANGUPS, OURS, environment)
