"""Files that hold no records are told as what they are, whoever they are given to."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.importing.find import find_sources
from scale_explorer.data.loading.foreign import foreign
from scale_explorer.data.opening import open_store
from scale_explorer.models.errors import DataError

FILES = {
    "r.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF; records are read from .*\nIts text .*init"),
    "r.jsonl": (b"%PDF-1.7\n", "a PDF"),
    "figures.csv": (b"%PDF-1.7\n", "a PDF"),
    "other.csv": (b"PK\x03\x04\0\0", "a spreadsheet, a document or an archive .*\nSave .* CSV"),
    "t.xlsx": (b"PK\x03\x04\0\0", "a spreadsheet, a document or an archive"),
    "p.png": (b"\x89PNG\r\n\x1a\n", r"a picture \(PNG\); records are read from .* CSV\.$"),
    "g.dat": (b"\x1f\x8b\x08\0", "packed by gzip; .*\nUnpack it"),
    "page.html": (b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html>", "a web page"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_told_as_what_it_is(tmp_path: Path, name: str) -> None:
    content, told = FILES[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=f"{name} is {told}"):
        find_sources([str(tmp_path / name)])
    opened = "no data set" if name.endswith(".csv") else told  # by its name part of a set
    with pytest.raises(DataError, match=f"{name} is {opened}"):
        open_store(str(tmp_path / name))


def test_in_a_folder_it_is_left_with_what_it_is_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"kind": "company", "id": "a", "name": "A"}\n')
    (tmp_path / "r.pdf").write_bytes(b"%PDF-1.7\n")
    (left,) = find_sources([str(tmp_path)]).left
    assert left.reason == "is a PDF; records are read from TOML, JSON lines and CSV"


@pytest.mark.parametrize("head", [b"", b"{}", b"id,name\n", b"[dataset]\n", b"<x>", b"headline"])
def test_what_may_hold_records_is_nothing_foreign(head: bytes) -> None:
    assert foreign(head) is None
