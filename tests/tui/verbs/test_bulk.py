"""CSV files beside the TOML, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main

from .test_imports import loaded

Captured = pytest.CaptureFixture[str]

ENTITIES = """\
type;name;aliases;unnamed\r
organization;Norport Council;the council;\r
"""
FIGURES = """\
subject,measure,value,period,quote,mentions
old-mill,revenue,about $7 million,2022,"Old Mill earned $6 million in 2023, says Ada Miller",
old-mill,headcount,40 people,,who leads,it = old-mill
hill-bakery,headcount,1.2E+03,,Hill Bakery,
"""
RELATIONSHIPS = """\
type,subject,object,quote
leads,ada-miller,hill-bakery,
leads,ada-miller,hil-bakery,Ada Miller
represents,ada-miller,old-mill,says Ada Miller
"""


@pytest.fixture
def bulk(copied: Path) -> Path:
    """A set with CSV files, each right and wrong in places."""
    (copied / "entities.csv").write_bytes(ENTITIES.encode("utf-8-sig"))
    (copied / "2022-figures.csv").write_text(FIGURES)
    (copied / "relationships.csv").write_text(RELATIONSHIPS)
    return copied


def blocks(out: str) -> list[str]:
    return out.strip().split("\n\n")


def test_findings_point_into_the_cells(bulk: Path, capsys: Captured) -> None:
    assert main(["check", str(bulk)]) == 1
    found = "\n\n".join(blocks(capsys.readouterr().out)).replace(f"{bulk}/", "")
    assert (
        "2022-figures.csv:2:18: error[figure_not_in_quote]: no quote carries about $7 million;"
        " “$6 million” differs in amount and hedge\n"
        "  |\n"
        '2 | old-mill,revenue,about $7 million,2022,"Old Mill earned $6 million in 2023, says Ada'
        ' Miller",\n'
        "  |                  ^^^^^^^^^^^^^^^^\n"
    ) in found
    assert (
        "2022-figures.csv:3:41: warning[mention_not_in_quote]: mentions explains “it”, which is"
        " not in the quote\n"
        "  |\n"
        "3 | old-mill,headcount,40 people,,who leads,it = old-mill\n"
        "  |                                         ^^\n"
    ) in found
    assert "4:23: error[invalid_record]: figure: cannot read '1.2E+03' as an amount" in found
    assert "  = hint: a spreadsheet rewrote the number: write it again in full" in found
    assert (
        "relationships.csv:2:30: error[claim_without_evidence]: no quote carries this"
        " relationship\n"
        "  |\n"
        "2 | leads,ada-miller,hill-bakery,\n"
        "  |                              ^\n"
        "  = hint: write the words of the source in the column quote"
    ) in found
    assert (
        "relationships.csv:3:18: error[dangling_reference]: object names hil-bakery, which the set"
        " does not hold\n"
        "  |\n"
        "3 | leads,ada-miller,hil-bakery,Ada Miller\n"
        "  |                  ^^^^^^^^^^\n"
        "  = hint: did you mean hill-bakery?"
    ) in found
    assert "say who is meant: … = old-mill in the column mentions" in found


def test_rows_are_records_like_any_other(bulk: Path, capsys: Captured) -> None:
    assert main(["list", "organizations", "--data", str(bulk), "--format", "jsonl"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    council = json.loads(line)
    assert (council["id"], council["aliases"]) == ("norport-council", ["the council"])
    assert main(["show", "old-mill.revenue.2022", "--data", str(bulk)]) == 0
    assert "Old Mill’s revenue, 2022" in capsys.readouterr().out


def test_positions_are_not_written_into_csv_files(bulk: Path, capsys: Captured) -> None:
    before = {path.name: path.read_bytes() for path in bulk.glob("*.csv")}
    main(["check", str(bulk), "--fix-all"])
    told = capsys.readouterr().err
    assert "records.toml: 9 positions written." in told
    assert "Left as they are: 4 quotes in CSV files, which hold no positions." in told
    assert {path.name: path.read_bytes() for path in bulk.glob("*.csv")} == before


def test_quotes_of_csv_files_are_locked_like_others(bulk: Path, capsys: Captured) -> None:
    (bulk / "2022-figures.csv").unlink()
    (bulk / "relationships.csv").write_text(
        "type,subject,object,quote\n"
        'leads,ada-miller,old-mill,"Old Mill earned $6 million in 2023, says Ada Miller"\n'
    )
    (bulk / "records.toml").write_text(
        (bulk / "records.toml").read_text().replace('type = "leads"', 'type = "leads"\nid = "x"')
    )
    assert main(["check", str(bulk), "--lock"]) == 0
    locked = json.loads((bulk / "lock.json").read_text())["sources"]["gazette"]["quotes"]
    assert any(key.startswith("ada-miller.leads.old-mill#") for key in locked)
    capsys.readouterr()


def test_a_csv_file_in_a_code_host_s_report_has_its_line(bulk: Path, capsys: Captured) -> None:
    main(["check", str(bulk), "--format", "sarif"])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    spots = [each["locations"][0]["physicalLocation"] for each in results]
    lines = {
        (each["artifactLocation"]["uri"].rpartition("/")[2], each["region"]["startLine"])
        for each in spots
    }
    assert ("relationships.csv", 3) in lines


def test_csv_files_alone_are_told_to_lack_a_header(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "entities.csv").write_text("type,name\n")
    assert main(["check", str(tmp_path)]) == 3
    err = capsys.readouterr().err
    assert "no data set yet" in err
    assert '[dataset]\nid = "my-story"' in err


def test_a_warm_start_reads_no_csv(bulk: Path) -> None:
    reader = "scale_explorer.data.loading.spreadsheet"
    argv = ["list", "figures", "--data", str(bulk)]
    (cold,), (warm,) = loaded([argv]), loaded([argv])
    assert any(name.startswith(reader) for name in cold)
    assert not any(name.startswith(reader) for name in warm)
