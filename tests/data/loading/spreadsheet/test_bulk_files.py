"""Which CSV files of a folder are part of the set, and what is said of others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scale_explorer.data.finding import Severity
from scale_explorer.data.loading import files as files_module
from scale_explorer.data.loading import listing
from scale_explorer.data.loading.files import gather
from scale_explorer.models.errors import DataError

from ..pieces import HEAD, Load, Write

ROWS = "type,name\ncompany,A\n"
SET = {"a.toml": HEAD, "entities.csv": ROWS}


def test_files_are_known_by_the_end_of_their_names(write: Write) -> None:
    read = ["2025-figures.csv", "a/b/relationships.csv", "entities.csv", "x-y-entities.csv"]
    others = ["notes.csv", "sources/figures.csv", ".figures.csv", ".old/figures.csv", "figures.txt",
              "prefigures.csv", "figures.csv~", "figures.xlsx"]  # fmt: skip
    found = gather(write({"a.toml": HEAD, **dict.fromkeys([*read, *others], "")}))
    assert [file.name for file in found.spreadsheets] == read
    assert [file.name for file in found.documents] == ["a.toml"]
    assert [file.name for file in found.data] == ["a.toml", *read]
    assert found.passed_over == ()


@pytest.mark.parametrize(
    "name",
    ["Figures.csv", "figures.CSV", "figures-2025.csv", "figure.csv", "2025_figures.csv",
     "figures.tsv", "my entity.csv", "sub/Relationship.csv"],
)  # fmt: skip
def test_a_name_that_is_nearly_right_is_told(name: str, loaded: Load) -> None:
    found = loaded({"a.toml": HEAD, name: ROWS})
    (finding,) = found.findings
    assert (finding.code, finding.severity) == ("file_not_read", Severity.WARNING)
    assert finding.message.startswith(f"{name} is not read: its name must end in entities.csv, rel")
    assert str(finding.place).endswith(name)


def test_what_is_passed_over_is_told_of_so_many(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FILES", 2)
    files = {"a.toml": HEAD, **{f"Figures {number}.csv": "" for number in range(5)}}
    assert len(gather(write(files)).passed_over) == 2


def test_the_digest_changes_with_a_csv_file(write: Write) -> None:
    folder = write(SET)
    digests = {gather(folder).digest}
    (folder / "entities.csv").write_text(ROWS + "company,B\n")
    digests.add(gather(folder).digest)
    (folder / "entities.csv").rename(folder / "2-entities.csv")
    digests.add(gather(folder).digest)
    (folder / "2-entities.csv").rename(folder / "Entities.csv")
    digests.add(gather(folder).digest)
    (folder / "Entities.csv").unlink()
    assert len(digests | {gather(folder).digest}) == 5


def test_a_folder_of_csv_files_alone_is_told_what_is_missing(write: Write) -> None:
    with pytest.raises(DataError, match=r"(?s)no data set yet.*entities\.csv.*\[dataset\]\nid = "):
        gather(write({"entities.csv": ROWS}))


def test_a_csv_file_is_no_set(write: Write) -> None:
    with pytest.raises(DataError, match=r"entities\.csv is no data set, but may be part of one"):
        gather(write(SET) / "entities.csv")


def test_beside_a_set_of_one_file_no_csv_file_is_read(write: Write) -> None:
    assert gather(write(SET) / "a.toml").spreadsheets == ()


def test_without_a_readable_toml_file_nothing_is_read(write: Write) -> None:
    folder = write({"entities.csv": ROWS})
    os.mkfifo(folder / "a.toml")
    with pytest.raises(DataError, match="no regular file"):
        gather(folder)


def test_a_broken_header_beside_csv_files_is_no_set(loaded: Load) -> None:
    with pytest.raises(DataError, match=r"a\.toml:1:2"):
        loaded({"a.toml": "[", "entities.csv": ROWS})


def test_a_csv_file_that_may_not_be_read_hides_nothing(write: Write, tmp_path: Path) -> None:
    folder = write(SET)
    os.mkfifo(folder / "figures.csv")
    outside = tmp_path / "outside.csv"
    outside.write_text(ROWS)
    (folder / "relationships.csv").symlink_to(outside)
    found = gather(folder)
    assert [file.name for file in found.spreadsheets] == ["entities.csv"]
    reasons = {file.name: file.reason for file in found.unread}
    assert "no regular file" in reasons["figures.csv"]
    assert "leads out" in reasons["relationships.csv"]


def test_csv_files_count_with_the_others(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(SET)
    monkeypatch.setattr(files_module, "TOTAL_BYTES", len(HEAD) + 5)
    with pytest.raises(DataError, match="larger than"):
        gather(folder)
    monkeypatch.setattr(listing, "FILES", 1)
    with pytest.raises(DataError, match="2 TOML and CSV files; at most 1"):
        gather(folder)


def test_a_set_without_a_header_is_told_though_a_csv_file_is_broken(loaded: Load) -> None:
    found = loaded({"a.toml": "", "entities.csv": "x"})
    assert [finding.code for finding in found.findings] == ["syntax_error", "missing_dataset"]
