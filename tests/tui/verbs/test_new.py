"""`new KIND`: what is written, what is refused, and what is said of either."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from scale_explorer.models.dataset import RECORD_CLASSES
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.arguments.new_kinds import EXAMPLES, options_of, word_of
from scale_explorer.tui.cli import main

from .adding import contents, new, tables

Captured = pytest.CaptureFixture[str]

PRICE = (
    "figure --subject old-mill --measure revenue --period 2023 --value",
    "$6 million",
    "--quote",
    "Old Mill earned $6 million in 2023",
)


def test_a_record_is_written_behind_its_kind_and_told_with_its_line(
    copied: Path, capsys: Captured
) -> None:
    before = (copied / "records.toml").read_text()
    assert (
        new(copied, "company --country DE --tag flour --tag DE --ticker MM --name", "Mühle & Co.")
        == 0
    )
    out, err = capsys.readouterr()
    assert err == ""
    after = (copied / "records.toml").read_text()
    added = (
        '[[company]]\nid = "muhle"\nname = "Mühle & Co."\ncountry = "DE"\n'
        'identifiers = { ticker = "MM" }\ntags = ["flour", "DE"]\n\n'
    )
    place = after.index(added)
    assert after.replace(added, "", 1) == before
    assert (
        out.splitlines()[-1] == f"{copied}/records.toml:{after.count(chr(10), 0, place) + 1}: muhle"
    )


def test_every_kind_is_written_as_its_options_say(copied: Path, capsys: Captured) -> None:
    said = ("--quote", "Other bakers fear for", "--force")
    assert new(copied, "person --unnamed --alias", "The boss", "--name", "A boss") == 0
    assert (
        new(copied, "group --member ada-miller --part-of other-bakers --extent some --name", "x")
        == 0
    )
    assert (
        new(
            copied,
            "relationship --type customer_of --subject hill-bakery --object old-mill"
            " --history planned --history current=2024 --start 2024 --note Hm --modality likely",
            *said,
        )
        == 0
    )
    assert (
        new(
            copied,
            "deal --type merger --party hill-bakery=buyer --party old-mill=target --title",
            "They merge",
            *said,
        )
        == 0
    )
    assert (
        new(
            copied,
            "figure --period after=hill-buys-mill --subject old-mill --measure count --value",
            "3 mills",
            *said,
        )
        == 0
    )
    assert (
        new(
            copied,
            "statement --stance fears --about old-mill --about bakers-fear=cause --attribution",
            "somebody",
            "--text",
            "They fear",
            "--quote-attribution",
            "nobody",
            *said,
        )
        == 0
    )
    assert (
        new(copied, "reason --type despite --cause bakers-fear --effect hill-buys-mill", *said) == 0
    )
    written = tables(copied)
    assert written["person"][-1] == {
        "id": "a-boss",
        "name": "A boss",
        "aliases": ["The boss"],
        "unnamed": True,
    }
    assert written["group"][-1] == {
        "id": "x",
        "name": "x",
        "members": ["ada-miller"],
        "part_of": "other-bakers",
        "extent": "some",
    }
    assert written["relationship"][-1] == {
        "type": "customer_of",
        "subject": "hill-bakery",
        "object": "old-mill",
        "start": "2024",
        "modality": "likely",
        "note": "Hm",
        "history": [{"status": "planned"}, {"status": "current", "date": "2024"}],
        "evidence": ["Other bakers fear for"],
    }
    assert written["deal"][-1]["parties"] == [
        {"entity": "hill-bakery", "role": "buyer"},
        {"entity": "old-mill", "role": "target"},
    ]
    assert written["figure"][-1]["period"] == {"after": "hill-buys-mill"}
    assert written["statement"][-1] == {
        "id": "somebody-fears",
        "stance": "fears",
        "text": "They fear",
        "attribution": "somebody",
        "about": [{"id": "old-mill"}, {"id": "bakers-fear", "role": "cause"}],
        "evidence": [{"exact": "Other bakers fear for", "attribution": "nobody"}],
    }
    assert "id" not in written["reason"][-1]
    capsys.readouterr()


def test_a_new_error_keeps_a_record_out_unless_it_is_forced(copied: Path, capsys: Captured) -> None:
    before = contents(copied)
    wrong = (
        "figure --subject old-mill --measure headcount --value",
        "30 people",
        "--quote",
        "Old Mill earned $7 million",
    )
    assert new(copied, *wrong) == 1
    out, err = capsys.readouterr()
    assert "error[figure_not_in_quote]" in out
    assert "error[quote_not_in_source]" in out
    assert "closest:  Old Mill earned $6 million" in out
    line = next(each for each in out.splitlines() if "value = " in each)
    assert out.startswith(f"{copied}/records.toml:{line.split()[0]}:")
    assert err == "Nothing was written: 2 new errors; --force writes it all the same.\n"
    assert contents(copied) == before
    assert new(copied, *wrong, "--force") == 0
    assert tables(copied)["figure"][-1]["value"] == "30 people"


def test_what_was_wrong_before_does_not_count(bare: Path, capsys: Captured) -> None:
    assert main(["check", str(bare)]) == 1
    assert "nothing_checked" in capsys.readouterr().out
    assert new(bare, *PRICE) == 0
    assert "error" not in capsys.readouterr().out


def test_a_warning_is_told_and_counts_only_with_strict(copied: Path, capsys: Captured) -> None:
    before = contents(copied)
    twice = ("company --id hill --name", "Hill Bakery Ltd")
    assert new(copied, *twice, "--strict") == 1
    out, err = capsys.readouterr()
    assert "warning[near_duplicate_name]" in out
    assert err == "Nothing was written: 1 new warning; --force instead of --strict writes it.\n"
    assert contents(copied) == before
    assert new(copied, *twice) == 0
    out, err = capsys.readouterr()
    assert "warning[near_duplicate_name]" in out
    assert out.endswith(": hill\n")
    assert err == ""


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_what_cannot_be_read_is_never_written(
    force: tuple[str, ...], copied: Path, capsys: Captured
) -> None:
    before = contents(copied)
    assert new(copied, "figure --subject old-mill --measure headcoun --value 3", *force) == 1
    out, err = capsys.readouterr()
    assert "error[invalid_record]: figure: measure cannot be" in out
    assert "did you mean headcount?" in out
    assert err.endswith("what cannot be read is never written.\n")
    assert contents(copied) == before


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_an_id_that_is_taken_is_told_with_its_line(
    force: tuple[str, ...], copied: Path, capsys: Captured
) -> None:
    before = contents(copied)
    assert new(copied, "company --id old-mill --name x", *force) == 1
    out, _ = capsys.readouterr()
    assert out.startswith(
        f"{copied}/records.toml:2:6: error[duplicate_id]: the id old-mill is taken"
    )
    assert contents(copied) == before


def test_a_dry_run_shows_the_table_and_writes_nothing(copied: Path, capsys: Captured) -> None:
    before = contents(copied)
    wide = "x" * 300
    assert new(copied, "person --dry-run --summary", wide, "--name", "Ida Miller") == 0
    out, err = capsys.readouterr()
    assert f'[[person]]\nid = "ida-miller"\nname = "Ida Miller"\nsummary = "{wide}"\n' in out
    assert err == "Nothing was written, as --dry-run says.\n"
    assert new(copied, "person --dry-run --country x --name x") == 1
    assert contents(copied) == before


@pytest.mark.parametrize("name", ["scale-ai", "tutorial"])
def test_a_set_of_the_program_is_not_written_but_may_be_tried(name: str, capsys: Captured) -> None:
    assert main(["new", "company", "--name", "x", "--data", name]) == 3
    assert "comes with the program and is not written to; scale-explorer init" in (
        capsys.readouterr().err
    )
    assert main(["new", "company", "--name", "x", "--data", name, "--dry-run"]) == 0


def test_without_a_set_one_is_asked_for(capsys: Captured) -> None:
    assert main(["new", "company", "--name", "x"]) == 3
    assert capsys.readouterr().err.endswith("Name your own set with --data PATH.\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_folder_that_may_not_be_written_is_told(copied: Path, capsys: Captured) -> None:
    copied.chmod(0o500)
    try:
        assert new(copied, "company --name x") == 3
    finally:
        copied.chmod(0o700)
    assert "may not be written; copy the set to a folder of yours" in capsys.readouterr().err


def test_a_file_that_nobody_may_write_is_told(copied: Path, capsys: Captured) -> None:
    (copied / "records.toml").chmod(0o400)
    assert new(copied, "company --name x") == 3
    assert "records.toml is as it was: it may not be written." in capsys.readouterr().err


def test_a_broken_file_is_to_be_mended_first(copied: Path, capsys: Captured) -> None:
    (copied / "more.toml").write_text("x = ")
    assert new(copied, "company --name x") == 3
    assert "Mend it before the set is changed." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("figur", "There is no kind 'figur'. Did you mean figure?"),
        ("--data x figure", "takes its KIND first, such as new company --data"),
        ("", "the following arguments are required: KIND"),
        ("company", "Say what the company is; `new company --help`"),
        ("public-body", "Say what the public body is; `new public-body --help`"),
        ("company --subject x", "unrecognized arguments: --subject x"),
        ("company --name x --force --strict", "Say either --strict or --force."),
        ("deal --party x", "argument --party: write ENTITY=ROLE, such as birch-mills=target"),
        ("deal --quote x --mention y", "argument --mention: write WORDS=ID"),
        ("deal --source gazette", "--source describes a --quote, and there is none."),
        ("deal --mention a=b", "--mention describes a --quote, and there is none."),
        ("deal --quote x --prefix a --prefix b", "--prefix is given twice for one quote"),
        ("deal --json - --title x", "--json holds whole records; put title into it."),
        ("company --name x --data a --data b", "new takes one data set, and not 2"),
    ],
)
def test_wrong_use_says_what_is_right(words: str, told: str, capsys: Captured) -> None:
    assert main(["new", *words.split()]) == 2
    assert told in capsys.readouterr().err


def test_each_kind_has_only_its_own_options(capsys: Captured) -> None:
    main(["new", "company", "--help"])
    company = capsys.readouterr().out
    main(["new", "source", "--help"])
    source = capsys.readouterr().out
    assert "--alias" in company
    assert "--quote" in company
    assert "--lead" not in company
    assert "--measure" not in company
    assert "--quote" not in source
    assert "--published" in source


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_is_refused_is_told_in_json(form: str, copied: Path, capsys: Captured) -> None:
    assert new(copied, f"company --country x --name x --format {form}") == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["outcome"] == "refused"
    assert answer["findings"][0]["code"] == "invalid_record"


def test_a_row_and_a_list_tell_where_it_stands(copied: Path, capsys: Captured) -> None:
    assert new(copied, "company --id c --name c --format csv --dry-run") == 0
    heading, row = capsys.readouterr().out.splitlines()
    assert heading == "id,kind,file,line,written"
    assert row == f"c,company,{copied}/records.toml,12,no"
    assert (
        new(copied, "company --id c --format markdown --dry-run --summary", "```", "--name", "c")
        == 0
    )
    assert '\n````\n[[company]]\nid = "c"\n' in capsys.readouterr().out


@pytest.mark.parametrize("kind", Kind)
def test_every_field_has_an_option(kind: Kind) -> None:
    elsewhere = {"evidence", "identifiers", "asserts_nothing"}
    fields = set(RECORD_CLASSES[kind].model_fields) - elsewhere
    assert fields <= {option.key.replace("-", "_") for option in options_of(kind)}


@pytest.mark.parametrize("kind", Kind)
def test_the_example_of_each_kind_is_right_use(kind: Kind, copied: Path, capsys: Captured) -> None:
    status = main(["new", word_of(kind), *shlex.split(EXAMPLES[kind]), "--data", str(copied)])
    assert status in {0, 1}
    assert "invalid_record" not in capsys.readouterr().out


def test_many_at_once_lose_nothing(copied: Path) -> None:
    script = (
        "import sys\nfrom scale_explorer.tui.cli import main\n"
        "sys.exit(max(main(['new', 'company', '--name', name, '--data', sys.argv[1]])"
        " for name in sys.argv[2:]))"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(copied), *(f"Firm {number}" for number in range(5))],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for _ in range(8)
    ]
    told = [each.communicate()[1] for each in started]
    assert [each.returncode for each in started] == [0] * 8, told
    companies = tables(copied)["company"]
    assert len(companies) == 2 + 40
    assert len({each["id"] for each in companies}) == 42
