"""The route through tmux, with a real tmux as it is without configuration and a client in a pty."""

from __future__ import annotations

import base64
import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

from ...remote.tmux import multiplexing, needs_tmux
from ...remote.waiting import wait

TEXT = "“buying a 49% stake” — 株式会社\n[31m"

COPY = """
import os, sys
from pathlib import Path
from scale_explorer.tui.terminal.clipboard import copy
from scale_explorer.tui.terminal.environment import look
text, out = Path(sys.argv[1]), Path(sys.argv[2])
delivery = copy(text.read_text(encoding="utf-8"), look(os.environ), sys.stdout.write, out / "last")
sys.stdout.flush()
(out / "writing").write_text(delivery.route)
(out / "writing").rename(out / "route")
"""

pytestmark = needs_tmux


def test_a_copy_reaches_the_terminal_outside_and_tmuxs_own_buffer(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    (tmp_path / "text").write_text(TEXT, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(COPY, encoding="utf-8")
    inside = [sys.executable, str(script), str(tmp_path / "text"), str(tmp_path)]
    encoded = re.escape(base64.b64encode(TEXT.encode()))
    sequence = re.compile(rb"\x1b\]52;\w*;" + encoded + rb"(\x07|\x1b\\)")
    with multiplexing(environment) as tmux, tmux.attached() as client:
        tmux.tmux("new-window", shlex.join(inside))
        wait(lambda: _content(tmp_path / "route"), "the copy is made")
        assert _content(tmp_path / "route") == "tmux"
        client.wait_for_output(sequence)
        assert tmux.tmux("show-buffer").decode() == TEXT
    assert (tmp_path / "last").read_text(encoding="utf-8") == TEXT


def _content(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None
