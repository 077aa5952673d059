"""`show`, `why`, `quotes` and `search`: what is told of a record."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]

TWINS = """
[[company]]
id = "twin-a"
name = "Twin"

[[company]]
id = "twin-b"
name = "twin"
"""


@pytest.fixture
def named(copied: Path) -> str:
    """A set with an alias, and with a name that two companies have."""
    records = copied / "records.toml"
    alias = 'name = "Old Mill"\naliases = ["the mill"]'
    records.write_text(records.read_text().replace('name = "Old Mill"', alias) + TWINS)
    return str(copied)


def test_show_reads_like_a_page(mill: str, capsys: Captured) -> None:
    assert main(["show", "old-mill", "--data", mill]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Old Mill\nCompany · old-mill\n\nGrinds flour.\n\n")
    assert "\nrevenue  $6\N{NO-BREAK SPACE}M (2023)\n" in shown
    assert "\nLeadership\nAda Miller  “ 1\n" in shown
    assert shown.endswith("\n5 quotes: scale-explorer quotes old-mill\n")


def test_show_as_json_is_the_record_and_its_claims(mill: str, capsys: Captured) -> None:
    assert main(["show", "old-mill", "--format", "json", "--data", mill]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert set(shown) == {"record", "disputes", "claims"}
    assert shown["record"]["name"] == "Old Mill"
    ids = [claim["id"] for claim in shown["claims"]]
    assert {"hill-buys-mill", "mill-revenue", "ada-miller.leads.old-mill"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_show_as_jsonl_starts_with_the_record(mill: str, capsys: Captured) -> None:
    assert main(["show", "mill-price", "--format", "jsonl", "--data", mill]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["id"] == "mill-price"


def test_show_as_csv_is_a_row_a_claim(mill: str, capsys: Captured) -> None:
    assert main(["show", "old-mill", "--format", "csv", "--data", mill]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {"section": "Leadership", "claim id": "ada-miller.leads.old-mill"}.items() <= (
        rows[0].items()
    )


def test_show_as_markdown_has_sections(mill: str, capsys: Captured) -> None:
    assert main(["show", "old-mill", "--format", "markdown", "--data", mill]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("# Old Mill\n")
    assert "\n## Leadership\n\n| claim |" in shown


def test_a_derived_figure_shows_its_inputs(mill: str, capsys: Captured) -> None:
    assert main(["show", "price-to-revenue", "--data", mill]) == 0
    shown = capsys.readouterr().out
    assert "How it is computed" in shown
    assert "mill-revenue" in shown
    assert "mill-price" in shown


def test_why_is_a_picture_and_a_tree_on_its_words(mill: str, capsys: Captured) -> None:
    assert main(["why", "bakers-leave", "--data", mill]) == 0
    assert capsys.readouterr().out == (
        "Why: Some bakers leave\n"
        "Causes 2 links · follows none recorded · stated 1 link · inferred 1 link, dashed.\n"
        "\n"
        "Because\n"
        "╭──────────────────────────────────╮       ╭──────────────────────────────────╮\n"
        "│ Hill Bakery buys 30 % of Old     │       │ Other bakers fear for their      │"
        "       ┏━━━━━━━━━━━━━━━━━━━┓\n"
        "│ Mill                             ├── so ►│ flour                            ├┄┄ so ►"
        "┃ Some bakers leave ┃\n"
        "│ ≈ $3 M · ● completed             │       │ · fears                          │"
        "       ┗━━━━━━━━━━━━━━━━━━━┛\n"
        "╰──────────────────────────────────╯       ╰──────────────────────────────────╯\n"
        "\n"
        "Because\n"
        "because: Other bakers fear for their flour\n"
        "    “Some are leaving already”\n"
        "    inferred, not stated\n"
        "    because: Hill Bakery buys 30 % of Old Mill\n"
        "        “their flour, because Hill Bakery now sits at the table”\n"
        "\n"
        "What follows\n"
        "Nothing is recorded that follows.\n"
    )


def test_why_looks_both_ways(mill: str, capsys: Captured) -> None:
    assert main(["why", "bakers-fear", "--format", "json", "--data", mill]) == 0
    before, after = json.loads(capsys.readouterr().out)
    assert (before["record"], before["inferred"]) == ("hill-buys-mill", False)
    assert (after["record"], after["inferred"]) == ("bakers-leave", True)
    assert before["reason"] == "hill-buys-mill.led_to.bakers-fear"
    words = "their flour, because Hill Bakery now sits at the table"
    assert before["quotes"][0]["exact"] == words
    assert before["section"] != after["section"]


def test_why_of_an_entity_starts_at_its_claims(mill: str, capsys: Captured) -> None:
    assert main(["why", "old-mill", "--format", "csv", "--data", mill]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert (rows[0]["depth"], rows[0]["id"], rows[0]["reason"]) == ("0", "hill-buys-mill", "")
    assert rows[1]["depth"] == "1"


def test_why_of_a_figure_is_titled_by_what_it_explains(capsys: Captured) -> None:
    assert main(["why", "meta-stake", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# Why: Meta buys a 49 % stake in Scale AI\n")


def test_without_reasons_why_says_so(mill: str, capsys: Captured) -> None:
    assert main(["why", "mill-revenue", "--data", mill]) == 1
    assert capsys.readouterr() == (
        "",
        "No reasons are recorded for mill-revenue; `new reason` writes one.\n",
    )


def test_quotes_tell_place_attribution_and_verdict(mill: str, capsys: Captured) -> None:
    assert main(["quotes", "bakers-fear", "--data", mill]) == 0
    assert capsys.readouterr().out == (
        "Other bakers fear for their flour\n\n"
        "“Other bakers fear for\ntheir flour”\n"
        "    the Gazette · Bakery buys into mill, May 2024, ¶ 2\n"
        "    ✓ found in the text on this machine\n\n"
        "Sources\n"
        "gazette  Bakery buys into mill (May 2024)\n"
    )


def test_words_without_a_speaker_are_the_source_s_own(mill: str, capsys: Captured) -> None:
    assert main(["quotes", "mill-revenue", "--data", mill]) == 0
    shown = capsys.readouterr().out
    assert "    the source itself · Bakery buys into mill, May 2024, ¶ 2\n" in shown


def test_a_long_title_is_cut_behind_a_word(capsys: Captured) -> None:
    assert main(["quotes", "meta-stake"]) == 0
    shown = capsys.readouterr().out
    assert " · Google Plans to End Partnership with…, ≈ 2025, ¶ 2\n" in shown


def test_quotes_tell_what_words_stand_for_and_for_which_claim(mill: str, capsys: Captured) -> None:
    assert main(["quotes", "old-mill", "--data", mill]) == 0
    shown = capsys.readouterr().out
    assert "    “it” is old-mill\n" in shown
    assert "    for hill-buys-mill (completed)\n" in shown


def test_the_same_words_are_shown_once(mill: str, capsys: Captured) -> None:
    assert main(["quotes", "gazette", "--data", mill]) == 0
    shown = capsys.readouterr().out
    assert shown.count("“Some are leaving already”") == 1
    assert "for bakers-leave, bakers-fear.led_to.bakers-leave (inferred)" in shown


def test_quotes_as_json_are_a_row_a_claim(mill: str, capsys: Captured) -> None:
    assert main(["quotes", "ada-miller.leads.old-mill", "--format", "json", "--data", mill]) == 0
    (quote,) = json.loads(capsys.readouterr().out)
    assert quote["exact"] == "Ada Miller, who leads it"
    assert quote["mentions"] == {"it": "old-mill"}
    assert quote["verdict"] == "here"


def test_a_derived_figure_rests_on_the_quotes_of_its_inputs(mill: str, capsys: Captured) -> None:
    assert main(["quotes", "price-to-revenue", "--format", "jsonl", "--data", mill]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["claim"] for line in lines] == ["mill-price", "mill-revenue"]


def test_without_quotes_it_says_so(mill: str, capsys: Captured) -> None:
    assert main(["quotes", "hill-bakery", "--data", mill]) == 0
    capsys.readouterr()
    assert main(["quotes", "ada-miller", "--data", mill, "--format", "csv"]) == 0
    assert "Ada Miller, who leads it" in capsys.readouterr().out


def test_search_finds_quotes_and_forgives_slips(mill: str, capsys: Captured) -> None:
    assert main(["search", "leaving", "already", "--format", "json", "--data", mill]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found[0]["id"] == "bakers-leave"
    assert found[0]["snippet"] == "Some are leaving already"
    assert main(["search", "bakrey", "--data", mill]) == 0
    assert "hill-bakery" in capsys.readouterr().out


def test_a_search_that_finds_nothing_says_so(mill: str, capsys: Captured) -> None:
    assert main(["search", "zebra", "--data", mill]) == 1
    assert capsys.readouterr() == ("", "Nothing found for 'zebra'.\n")


@pytest.mark.parametrize("verb", ["show", "why", "quotes"])
def test_an_unknown_id_is_answered_with_the_nearest(verb: str, mill: str, capsys: Captured) -> None:
    assert main([verb, "old-mil", "--data", mill]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "There is no record 'old-mil'. Did you mean old-mill" in err


@pytest.mark.parametrize("verb", ["show", "why", "quotes"])
@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Old-Mill", "old-mill"),
        ("Old Mill", "old-mill"),
        ("old  mill", "old-mill"),
        ("The Mill", "old-mill"),
        ("Hill Bakery buys 30 % of Old Mill", "hill-buys-mill"),
    ],
)
def test_an_id_in_any_case_a_name_and_an_alias_serve(
    verb: str, asked: str, meant: str, named: str, capsys: Captured
) -> None:
    by_id = main([verb, meant, "--data", named]), capsys.readouterr()
    assert (main([verb, asked, "--data", named]), capsys.readouterr()) == by_id
    assert "There is no record" not in by_id[1].err


def test_a_name_that_several_have_is_answered_with_their_ids(named: str, capsys: Captured) -> None:
    assert main(["show", "twin", "--data", named]) == 2
    assert "2 records are called 'twin'; ask for twin-a or twin-b." in capsys.readouterr().err


def test_the_start_of_a_name_is_not_the_name(named: str, capsys: Captured) -> None:
    assert main(["show", "Old", "--data", named]) == 1
    assert "Did you mean old-mill" in capsys.readouterr().err


@pytest.mark.parametrize("record", ["\x1b]0;x\x07", "\udcff", "a" * 9_999, "' OR 1=1 --", ""])
def test_a_hostile_id_is_only_unknown(record: str, mill: str, capsys: Captured) -> None:
    assert main(["show", record, "--data", mill]) == 1
    err = capsys.readouterr().err
    assert err.startswith("scale-explorer: There is no record")
    assert "\x1b" not in err
    assert len(err) < 1_000


def test_the_environment_names_a_data_set(
    mill: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCALE_EXPLORER_DATA", mill)
    assert main(["show", "old-mill"]) == 0
    assert capsys.readouterr().out.startswith("Old Mill\n")


def test_the_bundled_set_opens_by_default(capsys: Captured) -> None:
    assert main(["show", "meta-buys-stake", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["record"]["id"] == "meta-buys-stake"


def test_sets_lists_what_comes_with_the_program(capsys: Captured) -> None:
    assert main(["sets", "--format", "json"]) == 0
    known = {each["name"]: each for each in json.loads(capsys.readouterr().out)}
    assert known["scale-ai"]["default"]
    assert known["scale-ai"]["quotes"] > 0
    assert main(["sets"]) == 0
    assert "scale-ai " in capsys.readouterr().out
