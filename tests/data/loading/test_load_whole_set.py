"""A set besides its records: its header, its texts, its lock and its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.loading import records as records_module
from scale_explorer.data.loading.attached import attach
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load

from .pieces import BIRCH, HEAD, SOURCE, Load, Write, only, told


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("", ["missing_dataset"]),
        ('[dataset]\nid = "Not an id"\ntitle = "The mill"\n', ["invalid_record"]),
        ('[dataset]\nid = "mill"\n', ["invalid_record"]),
        ("dataset = 3\n", ["invalid_record", "missing_dataset"]),
    ],
)
def test_a_header_is_made_up_for(loaded: Load, head: str, codes: list[str]) -> None:
    found = loaded({"a.toml": head + BIRCH})
    assert [finding.code for finding in found.findings] == codes
    assert found.dataset.header.id == "mill"
    assert found.dataset.header.title
    assert [record.id for record in found.dataset.records] == ["birch"]


def test_of_two_headers_the_first_counts(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD, "b.toml": HEAD.replace("The mill", "Second")})
    assert found.dataset.header.title == "The mill"
    assert told(found) == [("duplicate_dataset", "b.toml:1")]


def test_too_many_records_are_left_out(loaded: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records_module, "RECORDS", 1)
    found = loaded({"a.toml": HEAD + SOURCE + BIRCH})
    assert [record.id for record in found.dataset.records] == ["news"]
    assert told(found) == [("too_many_records", "a.toml:7")]


def test_a_set_brings_its_own_text(loaded: Load) -> None:
    text = "One.\r\nTwo\u202e."
    found = loaded({"a.toml": HEAD + SOURCE + 'text = "t/news.txt"\n', "t/news.txt": text})
    copy = found.copies["news"]
    assert (copy.text, copy.origin) == ("One. \nTwo\N{REPLACEMENT CHARACTER}.", "own")
    assert len(copy.text) == len(text)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.txt", None, "does not exist"),
        ("../up.txt", "words", "leads out"),
        ("news.html", "words", "must be a .txt or .md file"),
        ("bad.txt", b"\xff", "byte 1 is not UTF-8"),
    ],
)
def test_a_text_that_cannot_be_read_is_told(
    loaded: Load, name: str, content: str | bytes | None, said: str
) -> None:
    files: dict[str, str | bytes] = {} if content is None else {name: content}
    found = loaded({"a.toml": HEAD + SOURCE + f'text = "{name}"\n', **files})
    assert told(found) == [("unreadable_source_text", "a.toml:7")]
    assert said in only(found)
    assert found.copies == {}


def test_a_reader_brings_a_copy(write: Write, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("words")
    attach("mill", "news", mine)
    found = load(gather(write({"a.toml": HEAD + SOURCE})))
    assert (found.copies["news"].text, found.copies["news"].origin) == ("words", "attached")


def test_a_damaged_lock_is_told(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD, "lock.json": "{"})
    assert told(found) == [("damaged_lock", "lock.json")]
    assert found.lock is None


def test_a_file_that_could_not_be_read_is_told(write: Write) -> None:
    folder = write({"a.toml": HEAD})
    (folder / "b.toml").mkdir()
    (folder / "c.toml").symlink_to("/dev/zero")
    assert told(load(gather(folder))) == [("unreadable_file", "c.toml")]
