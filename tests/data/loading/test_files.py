"""What belongs to a set, and when its digest changes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scale_explorer.data.loading import files as files_module
from scale_explorer.data.loading import listing
from scale_explorer.data.loading.attached import attach
from scale_explorer.data.loading.files import gather
from scale_explorer.models.errors import DataError

Write = Callable[[Mapping[str, str]], Path]

STORY = '[dataset]\nid = "mill-story"\n[[source]]\nid = "news"\ntext = "sources/news.txt"\n'
SET = {"b.toml": "", "a.toml": STORY, "sources/news.txt": "words", "lock.json": "{}"}


def test_gathers_documents_by_name_texts_that_they_name_and_the_lock(write: Write) -> None:
    more = {"sub/c.toml": "", ".hidden/d.toml": "", "sources/e.toml": "", "other.txt": "unnamed"}
    found = gather(write(SET | more))
    assert [file.name for file in found.documents] == ["a.toml", "b.toml", "sub/c.toml"]
    assert [file.name for file in found.texts] == ["sources/news.txt"]
    assert found.lock is not None
    assert found.lock.content == b"{}"


def test_a_single_file_is_a_set_with_a_lock_of_its_own(write: Write) -> None:
    folder = write(SET | {"a.lock.json": "[]"})
    found = gather(folder / "a.toml")
    assert [file.name for file in found.documents] == ["a.toml"]
    assert [file.name for file in found.texts] == ["sources/news.txt"]
    assert found.lock is not None
    assert found.lock.content == b"[]"
    assert found.alone


CHANGES: dict[str, Callable[[Path], object]] = {
    "content": lambda folder: (folder / "a.toml").write_text(STORY + "\n"),
    "name": lambda folder: (folder / "b.toml").rename(folder / "c.toml"),
    "text": lambda folder: (folder / "sources/news.txt").write_text("other"),
    "no text": lambda folder: (folder / "sources/news.txt").unlink(),
    "no lock": lambda folder: (folder / "lock.json").unlink(),
    "attached": lambda folder: attach("mill-story", "news", folder / "lock.json"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_digest_changes_with(write: Write, change: Callable[[Path], object]) -> None:
    folder = write(SET)
    before = gather(folder).digest
    assert gather(folder).digest == before
    change(folder)
    assert gather(folder).digest != before


def test_the_digest_does_not_mind_what_concerns_other_sets(write: Write) -> None:
    folder = write(SET | {"notes.txt": "unnamed"})
    before = gather(folder).digest
    (folder / "notes.txt").write_text("changed")
    attach("another-story", "news", folder / "notes.txt")
    assert gather(folder).digest == before


def test_moving_bytes_between_files_changes_the_digest(write: Write) -> None:
    before = gather(write({"a.toml": "ab", "b.toml": "c"})).digest
    assert gather(write({"a.toml": "a", "b.toml": "bc"})).digest != before


def test_a_missing_path_is_told_with_the_nearest_one(write: Write) -> None:
    folder = write(SET)
    with pytest.raises(DataError, match=r"does not exist\. Did you mean .*mill/a\.toml"):
        gather(folder / "aa.toml")


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="holds no TOML file"):
        gather(tmp_path)


def test_a_document_that_leads_out_does_not_hide_the_others(write: Write, tmp_path: Path) -> None:
    folder = write(SET)
    outside = tmp_path / "outside.toml"
    outside.write_text("")
    (folder / "z.toml").symlink_to(outside)
    found = gather(folder)
    assert [file.name for file in found.documents] == ["a.toml", "b.toml"]
    assert [(file.name, "leads out" in file.reason) for file in found.unread] == [("z.toml", True)]


def test_a_folder_of_nothing_but_unreadable_files_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    with pytest.raises(DataError, match="no regular file"):
        gather(tmp_path)


def test_too_many_files_are_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "FILES", 1)
    with pytest.raises(DataError, match="at most 1"):
        gather(write(SET))


def test_too_many_bytes_are_refused_together(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "TOTAL_BYTES", 10)
    with pytest.raises(DataError, match="The data set is larger"):
        gather(write({"a.toml": "# 45678", "b.toml": "# 45678"}))


def test_gathering_loads_neither_models_nor_readers(write: Write) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from scale_explorer.data.loading.files import gather\n"
        "gather(Path(sys.argv[1])).digest\n"
        "print([name for name in ('pydantic', 'tomli', 'rapidfuzz') if name in sys.modules])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(write(SET))], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.jsonl", b'{"kind": "company"}\n', r"holds JSON.*\n.*import \S+x.jsonl -o x.index"),
        ("x", b"\xef\xbb\xbf \n{}", "holds JSON"),
        ("a b.csv", b"type,name\n", r"\n.*import '\S*a b.csv' -o 'a b.index'"),
        ("x.index", b"", "is empty: it is neither a data set nor an index"),
    ],
)
def test_what_an_index_can_be_made_of_is_told_how(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=words):
        gather(tmp_path / name)


def test_an_empty_toml_file_is_a_set_without_anything(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"")
    assert gather(tmp_path / "x.toml").documents[0].content == b""
