"""`check --fix`: what is written, what is said of it, and what is then found."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]

MORE = """\
[[statement]]
id = "sold"
stance = "asserts"
text = "It was sold"
evidence = [{ exact = "Hill Bakery", suffix = "bought" }, { exact = "30% of Old Mill", start = 0 }]
"""


@pytest.fixture
def more(copied: Path) -> Path:
    path = copied / "more.toml"
    path.write_text(MORE)
    return path


def test_it_tells_of_every_file_and_checks_what_came_of_it(
    copied: Path, more: Path, capsys: Captured
) -> None:
    assert main(["check", str(copied)]) == 0
    assert "warning[quote_misplaced]: “30% of Old Mill” stands from 19 to 34" in (
        capsys.readouterr().out
    )
    assert main(["check", "--fix", str(copied)]) == 0
    out, err = capsys.readouterr()
    assert err == f"{more}: 1 position written, 1 position corrected.\n"
    assert "quote_misplaced" not in out
    assert more.read_text() == MORE.replace(
        'suffix = "bought" }', 'suffix = "bought", start = 0, end = 11 }'
    ).replace("start = 0 }", "start = 19, end = 34 }")


def test_what_needs_no_position_is_left_until_all_are_wanted(
    copied: Path, capsys: Captured
) -> None:
    before = (copied / "records.toml").read_text()
    main(["check", "--fix", str(copied)])
    assert capsys.readouterr().err == (
        "No position had to be written.\n"
        "Without one, as the words stand in one place: 9 quotes; --fix-all writes them too.\n"
    )
    assert (copied / "records.toml").read_text() == before
    main(["check", "--fix-all", str(copied)])
    assert capsys.readouterr().err == f"{copied}/records.toml: 9 positions written.\n"
    written = (copied / "records.toml").read_text()
    assert written.count("start = ") == written.count("end = ") == 9
    main(["check", "--fix-all", str(copied)])
    assert capsys.readouterr().err == "No position had to be written.\n"
    assert (copied / "records.toml").read_text() == written


def test_what_tells_the_places_of_an_open_quote_apart_is_offered(
    copied: Path, capsys: Captured
) -> None:
    more = MORE.replace(', suffix = "bought"', "").replace(", start = 0", "")
    (copied / "more.toml").write_text(more)
    assert main(["check", "--fix", str(copied)]) == 0
    out, err = capsys.readouterr()
    assert "Left open: 1 quote in several places; see below.\n" in err
    assert ('hint: add suffix = "bought" for the first, suffix = "now" for the second\n') in out
    assert (copied / "more.toml").read_text() == more


def test_the_copy_of_another_edition_writes_nothing(
    bare: Path, article: Path, tmp_path: Path, capsys: Captured
) -> None:
    main(["check", str(bare), "--lock", "--text", f"gazette={article}"])
    later = tmp_path / "later.txt"
    later.write_text("Late edition. " + article.read_text())
    main(["attach", "gazette", str(later), "--data", str(bare)])
    capsys.readouterr()
    before = (bare / "records.toml").read_bytes()
    main(["check", "--fix-all", str(bare)])
    assert "9 quotes of gazette, of which your copy is another edition" in capsys.readouterr().err
    assert (bare / "records.toml").read_bytes() == before


def test_a_given_text_serves_as_well(bare: Path, article: Path, capsys: Captured) -> None:
    assert main(["check", "--fix-all", str(bare)]) == 1
    assert "Left as they are: 9 quotes whose text is not here.\n" in capsys.readouterr().err
    argv = ["check", "--fix-all", "--lock", str(bare), "--text", f"gazette={article}"]
    assert main(argv) == 0
    assert capsys.readouterr().err == (
        f"{bare}/records.toml: 9 positions written.\n{bare}/lock.json holds 9 quotes of 1 source.\n"
    )


def test_a_file_that_may_not_be_written_is_told(copied: Path, more: Path, capsys: Captured) -> None:
    more.chmod(0o444)
    assert main(["check", "--fix", str(copied)]) == 0
    out, err = capsys.readouterr()
    assert err == f"{more} is as it was: it may not be written.\n"
    assert "quote_misplaced" in out


def test_a_large_file_is_told_before_it_is_edited(copied: Path, capsys: Captured) -> None:
    path = copied / "more.toml"
    path.write_text(MORE + "# filler\n" * 130_000)
    main(["check", "--fix", str(copied)])
    assert capsys.readouterr().err.startswith(f"Editing {path} …\n")


def test_a_lock_is_not_made_of_a_text_that_the_set_does_not_name(
    copied: Path, capsys: Captured
) -> None:
    dataset = copied / "dataset.toml"
    named = 'text = "gazette.txt"\nsha256 = "' + "0" * 64 + '"'
    dataset.write_text(dataset.read_text().replace('text = "gazette.txt"', named))
    main(["check", "--lock", str(copied)])
    assert "not written: the text of gazette is not the one its sha256 names" in (
        capsys.readouterr().err
    )
    assert not (copied / "lock.json").exists()
