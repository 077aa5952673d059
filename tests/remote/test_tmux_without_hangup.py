"""A tmux server that is killed under an app that ignores hangups."""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from .processes import wait_until_gone
from .sshd import COMMAND
from .tmux import multiplexing, needs_tmux

pytestmark = needs_tmux

STORY = "2 Meta buys into Scale AI"


def test_a_killed_server_leaves_no_orphan_that_ignores_hangups(
    environment: Mapping[str, str],
) -> None:
    with multiplexing(environment) as tmux:
        tmux.start(["sh", "-c", f"trap '' HUP; {shlex.quote(COMMAND)}; true"])
        tmux.wait_for(STORY)
        tmux.tmux("kill-server")
        wait_until_gone(environment)
