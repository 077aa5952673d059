"""The reader's own copies of sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.loading.attached import attach, attached
from scale_explorer.models.errors import DataError, UsageError


def test_a_copy_is_kept_for_its_owner_only(tmp_path: Path, data_home: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("words\n")
    kept = attach("mill", "news", file)
    assert kept == data_home / "scale-explorer/sources/mill/news.txt"
    assert kept.read_text() == "words\n"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert attached("mill", "news") == kept
    assert attached("mill", "other") is None


def test_a_second_copy_takes_the_place_of_the_first(tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    for words in ("first", "second"):
        file.write_text(words)
        kept = attach("mill", "news", file)
    assert kept.read_text() == "second"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b" \n", "is empty"), (b"\xff\xfe", "not UTF-8"), (b"a\0", "not a text")],
)
def test_only_text_is_attached(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "mine.txt"
    file.write_bytes(content)
    with pytest.raises(DataError, match=said):
        attach("mill", "news", file)
    assert attached("mill", "news") is None


@pytest.mark.parametrize("part", ["", "..", ".hidden", "a/b", "a\0b"])
def test_ids_lead_nowhere_else(tmp_path: Path, part: str) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("words")
    for ids in ((part, "news"), ("mill", part)):
        with pytest.raises(UsageError):
            attach(*ids, file)


def test_a_relative_data_home_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    file = tmp_path / "mine.txt"
    file.write_text("words")
    assert attach("mill", "news", file).is_relative_to(tmp_path / ".local/share")
