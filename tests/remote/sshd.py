"""A real OpenSSH server on the loopback, with keys and a configuration of its own.

Nothing of the machine's own server or of anyone's `~/.ssh` is read or changed.
"""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from .processes import end
from .waiting import wait

_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
SSHD = shutil.which("sshd", path=_PATH)
_NEEDED = {name: shutil.which(name, path=_PATH) for name in ("sshd", "ssh", "ssh-keygen")}
_MISSING = [name for name, path in _NEEDED.items() if path is None]
_PRIVILEGES = Path("/run/sshd")
"""Where a server that runs as root locks itself in; a system makes it when it starts its own."""
_PASSED = ("XDG_", "LANG", "LC_", "NO_COLOR", "COLORTERM")
COMMAND = str(Path(sys.executable).with_name("scale-explorer"))

needs_sshd = pytest.mark.skipif(
    bool(_MISSING), reason=f"{' and '.join(_MISSING)} not installed (package openssh-server)"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that lets in whoever runs the tests, with `environment` set for what they start."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    environment: Mapping[str, str]

    def ssh(self, *words: str) -> list[str]:
        """Return the command of a client: `words` are options and then the remote command."""
        options = {
            "BatchMode": "yes", "IdentitiesOnly": "yes", "LogLevel": "ERROR",
            "UserKnownHostsFile": str(self.folder / "known_hosts"), "StrictHostKeyChecking": "yes",
        }  # fmt: skip
        return [
            "ssh", "-F", "/dev/null", "-i", str(self.folder / "user"), "-p", str(self.port),
            *(f"-o{name}={value}" for name, value in options.items()),
            f"-l{getpass.getuser()}", *words[:-1], "127.0.0.1", words[-1],
        ]  # fmt: skip

    def sessions(self) -> list[psutil.Process]:
        """Return the processes that serve connections."""
        return list(self._sessions())

    def _sessions(self) -> Iterator[psutil.Process]:
        for child in psutil.Process(self.process.pid).children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                if child.name().startswith("sshd"):
                    yield child


@contextmanager
def serving(folder: Path, environment: Mapping[str, str]) -> Generator[Server]:
    """Run a server until the test is over."""
    if os.getuid() == 0 and not _PRIVILEGES.exists():
        _PRIVILEGES.mkdir(mode=0o755)
    for name in ("host", "user"):
        _run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name))
    shutil.copy(folder / "user.pub", folder / "authorized_keys")
    port = _free_port()
    kind, key, *_ = (folder / "host.pub").read_text(encoding="ascii").split()
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {kind} {key}\n", encoding="ascii")
    config = folder / "sshd_config"
    config.write_text(_config(folder, port, environment), encoding="utf-8")
    assert SSHD
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([SSHD, "-D", "-e", "-f", str(config)], stderr=log)
    server = Server(folder, port, process, environment)
    try:
        wait(lambda: _listens(server), "sshd listens")
        yield server
    finally:
        end(server.sessions())
        process.kill()
        process.wait()


def _config(folder: Path, port: int, environment: Mapping[str, str]) -> str:
    passed = (f'{k}="{v}"' for k, v in environment.items() if k.startswith(_PASSED))
    lines = {
        "ListenAddress": "127.0.0.1", "Port": port, "HostKey": folder / "host",
        "AuthorizedKeysFile": folder / "authorized_keys", "PidFile": "none", "StrictModes": "no",
        "UsePAM": "no", "PasswordAuthentication": "no", "KbdInteractiveAuthentication": "no",
        "PermitRootLogin": "prohibit-password", "PrintMotd": "no", "PrintLastLog": "no",
        "SetEnv": " ".join(passed),
    }  # fmt: skip
    return "".join(f"{name} {value}\n" for name, value in lines.items())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _listens(server: Server) -> bool:
    told = (server.folder / "log").read_text(encoding="utf-8", errors="replace")
    assert server.process.poll() is None, f"sshd ended: {told}"
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", server.port)) == 0


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
