"""`new KIND --json`: records as JSON, one or several, sound or hostile."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from scale_explorer.tui.verbs import given_records

from .adding import contents, new, tables

Captured = pytest.CaptureFixture[str]


def given(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let text come by standard input."""
    stream = io.TextIOWrapper(io.BytesIO(text.encode(errors="surrogatepass")))
    monkeypatch.setattr(sys, "stdin", stream)


def test_json_lines_are_one_step(
    copied: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(copied)
    given(monkeypatch, '{"name": "C"}\n{"nam": "D"}\n')
    assert new(copied, "company --json -", "--force") == 1
    assert contents(copied) == before
    given(monkeypatch, '{"name": "C", "country": null}\n{"name": "C", "tags": ["x"]}\n')
    assert new(copied, "company --json -") == 0
    assert tables(copied)["company"][-2:] == [
        {"id": "c", "name": "C"},
        {"id": "c-2", "name": "C", "tags": ["x"]},
    ]
    assert [each.rpartition(": ")[2] for each in capsys.readouterr().out.splitlines()[-2:]] == [
        "c",
        "c-2",
    ]


def test_json_holds_what_the_files_hold(
    copied: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    figure = {
        "id": "b",
        "subject": "old-mill",
        "measure": "profit",
        "value": 0,
        "unit": "USD",
        "evidence": [{"exact": "Old Mill", "prefix": "30% of"}],
    }
    given(monkeypatch, json.dumps(figure, indent=2).replace(" 0", " 1.50"))
    assert new(copied, "figure --json - --force --format json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["outcome"] == "written"
    assert answer["records"][0]["id"] == "b"
    assert "value = 1.50\n" in answer["records"][0]["toml"]
    assert [each["code"] for each in answer["findings"]] == ["figure_not_in_quote"]
    quote = tables(copied)["figure"][-1]["evidence"][0]
    assert quote == {"exact": "Old Mill", "prefix": "30% of", "start": 26, "end": 34}


def test_ids_that_are_given_twice_are_told(
    copied: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, '[{"id": "c", "name": "C"}, {"id": "c", "name": "D"}, {"name": "c"}]')
    assert new(copied, "company --json -") == 1
    assert "error[duplicate_id]: the id c is given twice" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "there is no record; expected an object such as"),
        ("[]", "there is no record"),
        ("[1]", "standard input:1: expected an object"),
        ('{"name": "C"}\n{"name": }', "standard input:2:10: this is no JSON"),
        ('{"name": "C"}\n\n{"a": 1, "a": 2}', "standard input:3: a stands twice in one object"),
        ('{"a": [null]}', "a list holds null"),
        ('{"a": NaN}', "NaN is no number"),
        ('{"a": 1' + "0" * 50 + "}", "a number has more than 40 digits"),
        ('{"a": 1e99}', "a number must be finite"),
        ('{"a": 1e99999999999999999999}', "is out of all bounds"),
        ('{"a":' + "[" * 40 + "]" * 40 + "}", "more than 32 deep"),
        ('{"a":' * 100_000, "standard input:1"),
        ("\0", "this is not a text file"),
        ("\ud800", "is not UTF-8"),
    ],
)
def test_hostile_json_is_refused_with_its_line(
    text: str, told: str, copied: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(copied)
    given(monkeypatch, text)
    assert new(copied, "company --json -") == 3
    assert told in capsys.readouterr().err
    assert contents(copied) == before


def test_more_json_than_is_taken_is_refused(
    copied: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given_records, "FILE_BYTES", 20)
    given(monkeypatch, '{"name": "C"}' + " " * 20)
    assert new(copied, "company --json -") == 3
    monkeypatch.setattr(given_records, "FILE_BYTES", 20_000)
    monkeypatch.setattr(given_records, "MOST", 2)
    given(monkeypatch, '{"name": "C"}' * 3)
    assert new(copied, "company --json -") == 3
    assert "there are more than 2 records" in capsys.readouterr().err
    assert new(copied, "company --json /dev/zero") == 3


def test_nothing_that_a_terminal_obeys_gets_into_the_files(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, r'{"id": "c", "name": "a\ud800\u202e\u001b[1m", "tags": ["\u0000"]}')
    assert new(copied, "company --json -") == 0
    assert new(copied, "company --id d --name", "a\x1b[1m\u202e") == 0
    written = (copied / "records.toml").read_text()
    assert not {"\x1b", "\u202e", "\0"} & set(written)
    assert "\\u001b" not in written
