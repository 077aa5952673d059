"""What was taken apart is kept in a file that is never in the way."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.matching.revoked import BYTES, Pair, put_together, revoked, take_apart
from scale_explorer.models.errors import DataError

PAIR = ("north/birch", "south/mill-works")
OTHER = ("north/cedar", "south/cedar-inc")


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the pairs are kept; nothing is there yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "scale-explorer" / "matches.json"


def test_nothing_is_apart_at_first() -> None:
    said: list[str] = []
    assert revoked(said.append) == frozenset()
    assert said == []


def test_takes_apart_and_puts_together(file: Path) -> None:
    take_apart([PAIR])
    take_apart([(OTHER[1], OTHER[0])])
    assert revoked() == {PAIR, OTHER}
    put_together([(PAIR[1], PAIR[0])])
    assert revoked() == {OTHER}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def as_pipe(file: Path) -> None:
    os.mkfifo(file)


def as_folder(file: Path) -> None:
    file.mkdir()


def holding(content: bytes) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.write_bytes(content)

    return write


DAMAGES = {
    "empty": holding(b""),
    "no text": holding(b"\xff\x00"),
    "no table": holding(b"[]"),
    "no list": holding(b'{"apart": 1}'),
    "no pair": holding(b'{"apart": [["a"]]}'),
    "no ids": holding(b'{"apart": [[1, 2]]}'),
    "deep": holding(b'{"apart": ' + b"[" * 100_000),
    "large": holding(b" " * (BYTES + 1)),
    "pipe": as_pipe,
    "folder": as_folder,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_cannot_be_read_is_set_aside_with_a_word(
    file: Path, damage: Callable[[Path], None]
) -> None:
    file.parent.mkdir()
    damage(file)
    said: list[str] = []
    assert revoked(said.append) == frozenset()
    (words,) = said
    assert "matches.json.broken" in words
    assert not file.exists()
    assert file.with_name("matches.json.broken").exists()
    take_apart([PAIR])
    assert revoked() == {PAIR}


@pytest.mark.parametrize("change", [take_apart, put_together])
def test_a_change_tells_of_damage(file: Path, change: Callable[[list[Pair]], str]) -> None:
    assert change([PAIR]) == ""
    file.write_text("{")
    words = change([PAIR])
    assert "is damaged" in words
    assert "matches.json.broken" in words


def test_a_change_that_fails_tells_of_damage_first(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("{")
    with pytest.raises(DataError, match=r"(?s)is damaged.*broken.*too large"):
        take_apart((f"a/{'x' * 200}{number}", "b/c") for number in range(6_000))


def test_what_was_set_aside_before_stays(file: Path) -> None:
    file.parent.mkdir()
    for number in range(12):
        file.write_text(f"damaged {number}")
        revoked()
    kept = {path.name: path.read_text() for path in file.parent.glob("*.broken*")}
    names = ("", *(f"-{number}" for number in range(2, 10)))
    said = [f"damaged {number}" for number in (*range(8), 11)]
    assert kept == {
        f"matches.json.broken{name}": text for name, text in zip(names, said, strict=True)
    }


def test_a_folder_that_cannot_be_written_is_told(file: Path) -> None:
    file.parent.write_text("in the way")
    with pytest.raises(DataError, match="scale-explorer"):
        take_apart([PAIR])


def test_does_not_grow_without_bound() -> None:
    with pytest.raises(DataError, match="too large"):
        take_apart((f"a/{'x' * 200}{number}", "b/c") for number in range(6_000))
    assert revoked() == frozenset()
