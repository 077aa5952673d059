"""A Python as on macOS, played by taking away what only Linux has: all imports, the app starts."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from ...terminal import Terminal

PLAY = """
import asyncio.unix_events, fcntl, multiprocessing, os, resource, signal, socket, subprocess
import sys, sysconfig, pkgutil, importlib

sysconfig.get_config_vars()  # named after the platform, and there for this one only

LINUX_ONLY = {
    os: (
        "pidfd_open memfd_create sched_getaffinity posix_fadvise posix_fallocate splice eventfd "
        "copy_file_range getresuid setresuid getrandom O_TMPFILE O_PATH O_DIRECT O_NOATIME unshare "
        "setns sched_setaffinity"
    ),
    signal: (
        "SIGPWR SIGSTKFLT SIGPOLL SIGRTMIN SIGRTMAX SIGCLD sigtimedwait sigwaitinfo "
        "pidfd_send_signal"
    ),
    fcntl: "F_SETPIPE_SZ F_GETPIPE_SZ F_OFD_SETLK F_NOTIFY F_SETLEASE",
    socket: "AF_NETLINK AF_PACKET SO_PEERCRED",
    resource: "prlimit RLIMIT_RTPRIO RLIMIT_MSGQUEUE",
}
for module, names in LINUX_ONLY.items():
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
sys.platform = "darwin"

import scale_explorer
for found in pkgutil.walk_packages(scale_explorer.__path__, "scale_explorer."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
print("all imported", flush=True)
from scale_explorer.tui.cli import main
sys.exit(main(["--fresh"]))
"""


def test_without_what_only_linux_has_all_is_there(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    play = tmp_path / "play.py"
    play.write_text(PLAY, encoding="utf-8")
    command = [sys.executable, str(play)]
    with Terminal(command, size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("2 Meta buys into Scale AI", "✓ locked", timeout=60)
        assert b"all imported" in terminal.output
        terminal.press("down", "?")
        terminal.wait_for("Follow to the other end")
        terminal.press("escape")
        terminal.wait_until_gone("Follow to the other end")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes_left_on() == set()
        assert terminal.modes_now() == terminal.modes_before
