"""Files made to take minutes: each is read or refused within two seconds of processor time.

They are handed to the loader as a set. Those that are larger than a file may be are made sparse or
short, as size alone refuses them.
"""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.limits import FILE_BYTES
from scale_explorer.data.loading.load import load
from scale_explorer.models.errors import DataError

BUDGET = 2.0
"""Seconds of processor time for one file."""

_HEAD = b'[dataset]\nid = "x"\ntitle = "X"\n'
_COMPANY = b'[[company]]\nid = "a"\nname = "A"\n'
_DEAL = b'[[deal]]\nid = "d"\ntitle = "T"\ntype = "merger"\nannounced = '

Bomb = Callable[[], bytes]


def dotted(parts: int) -> bytes:
    return b".".join([b"a"] * parts)


BOMBS: dict[str, tuple[Bomb, str]] = {
    "dotted 40 KB": (lambda: dotted(20_000) + b" = 1", ":4:.*a key has more than"),
    "dotted 200 KB": (lambda: dotted(100_000) + b" = 1", ":4:.*a key has more than"),
    "header 200 KB": (lambda: b"[" + dotted(100_000) + b"]", ":4:.*a key has more than"),
    "1,000 headers": (
        lambda: b"".join(b"[a%d.%b]\n" % (i, dotted(1_989)) for i in range(1_000)),
        ":4:.*a key has more than",
    ),
    "many short headers": (
        lambda: b"".join(b"[a%d.%b]\n" % (i, dotted(8)) for i in range(100_000)),
        ":4:.*a key has more than",
    ),
    "lists 1e5 deep": (lambda: b"a = " + b"[" * 100_000, ":4:.*32 deep"),
    "tables 1e5 deep": (lambda: b"a = " + b"{a=" * 100_000, ":4:.*32 deep"),
    "lists 300 deep": (lambda: _COMPANY + b"tags = " + b"[" * 300 + b"]" * 300, ":7:.*32 deep"),
    "23 MB of keys": (lambda: b"".join(b"k%07d = 1\n" % i for i in range(1_800_000)), "larger"),
    "100 MB of text": (lambda: b'a = "' + b"x" * 100_000_000 + b'"', "larger than 8 MB"),
    "10 MB of [[a]]": (lambda: b"[[a]]\n" * 1_800_000, "larger than 8 MB"),
    "8 MB of [[a]]": (lambda: b"[[a]]\n" * 1_390_000, ":200003:.*more than 200,000 tables"),
    "8 MB of text": (lambda: b'a = "' + b"x" * 8_000_000 + b'"', "unknown field a"),
    "4 MB of blank lines": (lambda: b"\n" * 4_000_000, ""),
    "1e6 hexadecimal digits": (lambda: _COMPANY + b"x = 0x" + b"f" * 1_000_000, ":7:.*40 digits"),
    "5,000 digits": (lambda: b"\na = " + b"9" * 5_000, ":5:.*at most 40 digits"),
    "a long fraction": (lambda: _COMPANY + b"x = 1." + b"9" * 4_000_000, ":7:.*40 digits"),
    "1e999": (lambda: _COMPANY + b"x = 1e999", ":7:.*finite"),
    "nan": (lambda: _COMPANY + b"x = nan", ":7:.*finite"),
    "the last moment": (lambda: _DEAL + b"9999-12-31T23:59:59-23:59", "no EDTF date"),
    "no UTF-8": (lambda: b'a = "\xff"', ":4:6: byte 37 is not UTF-8"),
    "UTF-16 inside": (lambda: 'a = "é"'.encode("utf-16"), "not UTF-8|byte .* is zero"),
    "a mark inside": (lambda: b"\xef\xbb\xbfa = 1", ":4:1: Invalid statement"),
    "a zero": (lambda: b'a = "\0"', "not a text file"),
    "400,000 values": (
        lambda: _COMPANY + b"aliases = [" + b'"x",' * 400_000 + b"]", ":7:.*more than 100,000"
    ),
}  # fmt: skip


def told(path: Path) -> str:
    """Return all that is said of a set."""
    try:
        found = load(gather(path)).findings
    except DataError as error:
        return str(error)
    return "\n".join(
        f"{each.place.position if each.place else ''}: {each.message}" for each in found
    )


@pytest.mark.alone
@pytest.mark.parametrize("name", BOMBS)
def test_it_is_read_or_refused_in_time(name: str, tmp_path: Path) -> None:
    make, said = BOMBS[name]
    (tmp_path / "x.toml").write_bytes(_HEAD + make())
    told(tmp_path / "x.toml.csv")  # what is loaded once does not count
    begun = time.process_time()
    found = told(tmp_path / "x.toml")
    assert time.process_time() - begun < BUDGET
    _assert_said(found, said)


def _assert_said(found: str, said: str) -> None:
    assert re.search(said, found) if said else not found


@pytest.mark.alone
def test_what_is_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "x.toml").open("wb") as file:
        file.truncate(50_000_000_000)
    begun = time.process_time()
    assert "larger than 8 MB" in told(tmp_path / "x.toml")
    assert time.process_time() - begun < BUDGET / 10


def test_utf_16_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(_HEAD.decode().encode("utf-16"))
    assert "iconv -f UTF-16" in told(tmp_path / "x.toml")


def test_a_byte_order_mark_at_the_start_is_none_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xef\xbb\xbf" + _HEAD)
    assert told(tmp_path / "x.toml") == ""
    assert FILE_BYTES == 8 * 1024 * 1024


@pytest.mark.slow
def test_the_standard_reader_takes_far_longer(tmp_path: Path) -> None:
    make, _ = BOMBS["dotted 40 KB"]
    path = tmp_path / "x.toml"
    path.write_bytes(_HEAD + make())
    begun = time.process_time()
    with path.open("rb") as file:
        tomllib.load(file)
    assert time.process_time() - begun > BUDGET
