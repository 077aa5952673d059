from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from scale_explorer.data.loading.sets import bundled
from scale_explorer.tui.cli import main


@pytest.fixture
def schema(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["schema"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def written_tables() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every table of the bundled sets' files under its name."""
    for known in bundled():
        for path in known.path.glob("*.toml"):
            for name, found in tomllib.loads(path.read_text()).items():
                yield from ((name, table) for table in (found if name != "dataset" else [found]))


def definition(schema: dict[str, Any], table: str) -> dict[str, Any]:
    field = schema["properties"][table]
    name = field.get("items", field)["$ref"].rpartition("/")[2]
    return dict(schema["$defs"][name])


def test_files_that_people_wrote_fit_it(schema: dict[str, Any]) -> None:
    names = set[str]()
    for name, table in written_tables():
        names.add(name)
        known = definition(schema, name)
        assert set(known.get("required", ())) <= set(table), (name, table)
        assert set(table) <= set(known["properties"]), (name, table)
    assert {"dataset", "source", "company", "relationship", "figure", "reason", "expect"} <= names


@pytest.mark.parametrize("table", ["relationship", "reason"])
def test_an_id_that_loading_makes_may_be_left_out(schema: dict[str, Any], table: str) -> None:
    assert "id" not in definition(schema, table)["required"]
    assert "id" in definition(schema, "company")["required"]


def test_evidence_may_be_bare_words_without_a_source(schema: dict[str, Any]) -> None:
    evidence = definition(schema, "figure")["properties"]["evidence"]["items"]["anyOf"]
    assert {"type": "string"} in evidence
    assert {"$ref": "#/$defs/Quote"} in evidence
    assert schema["$defs"]["Quote"]["required"] == ["exact"]


def test_what_nobody_knows_is_refused(schema: dict[str, Any]) -> None:
    assert schema["additionalProperties"] is False
    assert definition(schema, "company")["additionalProperties"] is False


def test_its_fields_can_be_read_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--format", "csv"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert 'reason,cause,yes,"lower case letters, digits and hyphens, such as scale-ai"' in rows
    assert 'figure,status,,"reported, planned, estimated, derived"' in rows
