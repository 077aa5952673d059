"""Positions are put right in the files, where that is safe and nobody has to guess."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scale_explorer.data.checks.run import check
from scale_explorer.data.editing import rewriting
from scale_explorer.data.editing.fixing import Fixed, fix
from scale_explorer.data.editing.placing import Outcome
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.grounding.locking import make_lock
from scale_explorer.data.grounding.quotes import quotes
from scale_explorer.data.loading import attached
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.lock import write_lock
from scale_explorer.models.errors import DataError

TEXT = "The mill is old. The mill paid Alder. A café 🏭 paid the mill late.\n"
SET = """\
# A set of one file.
[dataset]
id = "mill"
title = "Mill"

[[source]]
id = "news"
title = "News"
text = "news.txt"

[[company]]
id = "mill"
name = "Mill"
evidence = [
    "mill is old",                                  # once
    { exact = "The mill", suffix = "paid" },        # told apart
    { exact = "paid the mill late", start = 3 },    # stale
    "mill",                                         # open
    "mill is new",                                  # missing
]

[[company]]
id = "other"
name = "Other"
evidence = [{ exact = "mill", start = 4, end = 8 }] # right
"""
FIXED = SET.replace('suffix = "paid" },', 'suffix = "paid", start = 17, end = 25 },').replace(
    "start = 3 }", "start = 47, end = 65 }"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "set.toml").write_text(SET)
    (folder / "news.txt").write_text(TEXT)
    return folder


def fixed(
    folder: Path, *, every: bool = False, change: Callable[[], object] = lambda: None
) -> Fixed:
    files = gather(folder)
    loaded = load(files)
    change()
    return fix(files, loaded, every=every, tell=print)


def codes(loaded: Loaded) -> list[str]:
    grounded = ground(loaded.dataset, loaded.copies, loaded.lock)
    return [finding.code for finding in check(loaded, grounded).findings]


def test_what_is_wrong_or_needed_is_written_and_nothing_else(folder: Path) -> None:
    done = fixed(folder)
    assert (folder / "set.toml").read_text() == FIXED
    (file,) = done.files
    assert (file.name, file.written, file.corrected, file.problem) == ("set.toml", 1, 1, "")
    assert {outcome: count for (outcome, _), count in done.outcomes.items()} == {
        Outcome.NEEDLESS: 1, Outcome.ABSENT: 1, Outcome.STALE: 1, Outcome.OPEN: 1,
        Outcome.RIGHT: 1, Outcome.MISSING: 1,
    }  # fmt: skip
    assert fixed(folder).files == ()
    assert (folder / "set.toml").read_text() == FIXED


def test_every_quote_that_stands_in_one_place_can_be_given_its_own(folder: Path) -> None:
    fixed(folder, every=True)
    assert (folder / "set.toml").read_text() == FIXED.replace(
        '"mill is old", ', '{ exact = "mill is old", start = 4, end = 15 }, '
    )


def test_what_is_written_is_true(folder: Path) -> None:
    fixed(folder, every=True)
    loaded = load(gather(folder))
    written = [cited.quote for cited in quotes(loaded.dataset) if cited.quote.start is not None]
    assert len(written) == 4
    assert all(TEXT[quote.start : quote.end] == quote.exact for quote in written)


def test_the_findings_go_that_can_be_put_right(folder: Path) -> None:
    others = ["quote_not_in_source", "quote_ambiguous"]
    assert sorted(codes(load(gather(folder)))) == sorted([*others, "quote_misplaced"])
    fixed(folder)
    assert sorted(codes(load(gather(folder)))) == sorted(others)


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    path = folder / "set.toml"
    done = fixed(folder, change=lambda: path.write_text(SET + "# mine\n"))
    assert done.files[0].problem == "it was changed meanwhile; do it again"
    assert path.read_text() == SET + "# mine\n"


def test_a_file_that_is_gone_meanwhile_is_not_made_again(folder: Path) -> None:
    done = fixed(folder, change=(folder / "set.toml").unlink)
    assert done.files[0].problem == "it is gone meanwhile"
    assert not (folder / "set.toml").exists()


def test_a_file_that_may_not_be_written_is_left(folder: Path) -> None:
    path = folder / "set.toml"
    path.chmod(0o444)
    assert fixed(folder).files[0].problem == "it may not be written"
    assert path.read_text() == SET


def test_a_folder_that_may_not_be_written_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes, **_more: object) -> None:
        raise DataError(f"{path}, {len(content)}")

    monkeypatch.setattr(rewriting, "replace_file", refuse)
    assert fixed(folder).files[0].problem == "its folder may not be written"
    assert (folder / "set.toml").read_text() == SET


def test_permissions_stay(folder: Path) -> None:
    path = folder / "set.toml"
    path.chmod(0o640)
    fixed(folder)
    assert path.stat().st_mode & 0o7777 == 0o640
    assert sorted(each.name for each in folder.iterdir()) == ["news.txt", "set.toml"]


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give files away")
def test_the_owner_stays(folder: Path) -> None:
    os.chown(folder / "set.toml", 12345, 54321)
    fixed(folder)
    known = (folder / "set.toml").stat()
    assert (known.st_uid, known.st_gid) == (12345, 54321)


def test_a_link_inside_the_set_stays_a_link(folder: Path) -> None:
    path = folder / "set.toml"
    (folder / ".kept").mkdir()
    path.rename(folder / ".kept" / "real.toml")
    path.symlink_to(Path(".kept") / "real.toml")
    assert not fixed(folder).files[0].problem
    assert path.is_symlink()
    assert (folder / ".kept" / "real.toml").read_text() == FIXED


def test_a_link_that_leads_out_of_the_set_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "set.toml").rename(tmp_path / "real.toml")
    (folder / "set.toml").symlink_to(tmp_path / "real.toml")
    done = fixed(folder / "set.toml")
    assert done.files[0].problem.startswith("it leads out of the data set's folder")
    assert (tmp_path / "real.toml").read_text() == SET


def test_one_file_does_not_keep_another_from_it(folder: Path) -> None:
    more = SET[SET.index("[[company]]") :].replace('mill"\nname', 'two"\nname')
    (folder / "more.toml").write_text(more)
    (folder / "set.toml").chmod(0o444)
    problems = {file.name: file.problem for file in fixed(folder).files}
    assert problems == {"more.toml": "", "set.toml": "it may not be written"}


def attach(folder: Path, text: str) -> None:
    """Take the text out of the set, and attach another in its place."""
    (folder / "set.toml").write_text(SET.replace('text = "news.txt"\n', ""))
    (folder / "news.txt").unlink()
    copy = folder.parent / "copy.txt"
    copy.write_text(text)
    attached.attach("mill", "news", copy)


def lock(folder: Path) -> None:
    loaded = load(gather(folder))
    write_lock(make_lock(loaded.dataset, loaded.copies, "2026-01-02"), folder / "lock.json")


def test_the_copy_of_another_edition_says_nothing_of_positions(folder: Path) -> None:
    lock(folder)
    attach(folder, "An editor's note. " + TEXT)
    before = (folder / "set.toml").read_text()
    done = fixed(folder, every=True)
    assert done.files == ()
    assert set(done.outcomes) == {(Outcome.OTHER_EDITION, "news")}
    assert (folder / "set.toml").read_text() == before


def test_the_copy_of_the_same_edition_does(folder: Path) -> None:
    lock(folder)
    attach(folder, TEXT)
    assert fixed(folder).files[0].corrected == 1


def test_without_a_text_nothing_is_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attach(folder, TEXT)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder.parent / "other-home"))
    done = fixed(folder, every=True)
    assert done.files == ()
    assert set(done.outcomes) == {(Outcome.WITHOUT_TEXT, "news")}


def test_a_given_text_counts_as_the_set_s_own(folder: Path) -> None:
    files = gather(folder)
    loaded = load(files)
    given = replace(loaded.copies["news"], text=f"News: {TEXT}", sha256="0" * 64)
    fix(files, replace(loaded, copies={"news": given}), every=False, tell=print)
    assert "start = 53, end = 71 }" in (folder / "set.toml").read_text()
