from __future__ import annotations

import csv
import io
import json

import pytest

from scale_explorer.models.kinds import Kind
from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]


def test_people_get_a_line_a_record(mill: str, capsys: Captured) -> None:
    assert main(["list", "figures", "--data", mill]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert " ".join(lines[0].split()) == "title amount when state detail quotes claims id"
    assert lines[2].startswith("Old Mill")
    assert lines[2].endswith("  mill-revenue")
    assert "$6\N{NO-BREAK SPACE}M" in lines[2]


def test_json_is_the_whole_records(mill: str, capsys: Captured) -> None:
    assert main(["list", "figures", "--format", "json", "--data", mill]) == 0
    price, revenue, ratio = json.loads(capsys.readouterr().out)
    assert {
        "id", "subject", "measure", "value", "unit", "period", "status", "hedge", "as_written",
        "evidence",
    } <= set(price)  # fmt: skip
    assert price["value"]["stated"] == "3000000"
    assert float(price["value"]["low"]) < 3e6 < float(price["value"]["high"])
    assert (revenue["period"], revenue["as_written"]) == ("2023", "$6 million")
    assert ratio["formula"] == "{mill-price} / {mill-revenue}"


def test_jsonl_is_the_same_a_line_each(mill: str, capsys: Captured) -> None:
    assert main(["list", "companies", "--format", "jsonl", "--data", mill]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["old-mill", "hill-bakery"]


def test_csv_spreads_the_records_over_columns(mill: str, capsys: Captured) -> None:
    assert main(["list", "figures", "--format", "csv", "--data", mill]) == 0
    price, revenue, _ = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (price["value.stated"], price["value.low_open"], price["unit"]) == (
        "3000000",
        "false",
        "USD",
    )
    assert revenue["evidence"] == "Old Mill earned $6 million in 2023"


def test_csv_runs_nothing_in_a_spreadsheet(mill: str, capsys: Captured) -> None:
    assert main(["list", "companies", "--format", "csv", "--data", mill]) == 0
    _, bakery = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert bakery["tags"] == "bakery | =risky"


def test_csv_keeps_what_has_no_cell_as_json(mill: str, capsys: Captured) -> None:
    assert main(["list", "deals", "--format", "csv", "--data", mill]) == 0
    (deal,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert json.loads(deal["parties"])[0] == {"entity": "hill-bakery", "role": "buyer"}


def test_markdown_is_a_table(mill: str, capsys: Captured) -> None:
    assert main(["list", "people", "--format", "markdown", "--data", mill]) == 0
    assert "| Ada Miller |" in (shown := capsys.readouterr().out)
    assert "| ada-miller |" in shown


@pytest.mark.parametrize("kind", list(Kind))
def test_kinds_may_be_plural_or_singular(kind: Kind, mill: str, capsys: Captured) -> None:
    plural = main(["list", kind.plural, "--data", mill]), capsys.readouterr()
    singular = main(["list", kind.value, "--data", mill]), capsys.readouterr()
    assert plural == singular
    assert plural[0] in {0, 1}


def test_a_filter_keeps_what_it_says(mill: str, capsys: Captured) -> None:
    argv = ["list", "figures", "measure:revenue", "--format", "jsonl", "year:2023", "--data", mill]
    assert main(argv) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "mill-revenue"


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_nothing_found_is_told_beside_an_empty_answer(
    form: str, mill: str, capsys: Captured
) -> None:
    assert main(["list", "figures", "zebra", "--format", form, "--data", mill]) == 1
    out, err = capsys.readouterr()
    assert err == "No figures match.\n"
    assert "mill" not in out


def test_a_kind_without_records_is_told(mill: str, capsys: Captured) -> None:
    assert main(["list", "public-bodies", "--data", mill]) == 1
    assert capsys.readouterr().err == "No public bodies are in this data set.\n"


@pytest.mark.parametrize(
    ("argv", "status", "told"),
    [
        (["companys"], 2, "Did you mean companies?"),
        (["zebras"], 2, "There is no kind of record 'zebras'. The kinds are companies, people,"),
        (["figures", "measur:revenue"], 2, "There is no field 'measur'. Did you mean measure?"),
        (["figures", "is:nice"], 2, "There is no quality 'nice'"),
        (["figures", '"open'], 2, "is not closed"),
    ],
)
def test_slips_are_answered_with_what_was_meant(
    argv: list[str], status: int, told: str, mill: str, capsys: Captured
) -> None:
    assert main(["list", *argv, "--data", mill]) == status
    assert told in capsys.readouterr().err
