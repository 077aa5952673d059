"""The catalog holds every code that is reported, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import scale_explorer.data
from scale_explorer.data.checks.catalog import CATALOG, CHECKS, FAMILIES
from scale_explorer.data.checks.reading import reading_rules
from scale_explorer.data.finding import Severity

ROOT = Path(next(iter(scale_explorer.data.__path__)))
MAKERS = {"Finding", "error", "warning", "note", "tell"}
"""What makes a finding; its first argument is the code."""


def written_codes() -> Iterator[str]:
    """Yield the codes that stand as such in the program where a finding is made."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in MAKERS:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield code.value


def _name(called: ast.expr) -> str:
    return str(getattr(called, "attr", getattr(called, "id", "")))


def test_every_code_that_is_reported_is_in_the_catalog() -> None:
    written = set(written_codes())
    assert {"syntax_error", "dangling_reference", "more_findings"} <= written
    assert written - set(CATALOG) == set()


def test_of_what_reading_finds_no_code_is_there_for_nothing() -> None:
    assert {rule.code for rule in reading_rules()} - set(written_codes()) == set()


def test_every_check_is_there_once_with_a_sentence() -> None:
    assert len(set(CHECKS)) == len(CHECKS) == len(CATALOG) - len(list(reading_rules()))
    assert list(dict.fromkeys(rule.family for rule in CATALOG.values())) == [*FAMILIES, "Reading"]


def test_every_check_says_how_much_it_counts() -> None:
    begun = {(each.__doc__ or "").split(" ", 1)[0] for each in CHECKS}
    assert begun <= {"Tell", "Warn", "Note"}


@pytest.mark.parametrize("code", CATALOG)
def test_a_rule_reads_well(code: str) -> None:
    rule = CATALOG[code]
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", rule.code)
    assert re.fullmatch(r"[A-Z][^\n]{15,120}\.", rule.what)


@pytest.mark.parametrize(
    ("code", "severity", "may_stand"),
    [
        ("quote_not_in_source", Severity.ERROR, True),
        ("quote_ambiguous", Severity.WARNING, True),
        ("nothing_checked", Severity.ERROR, False),
        ("syntax_error", Severity.ERROR, False),
        ("known_without_finding", Severity.WARNING, False),
    ],
)
def test_a_rule_says_how_much_it_counts(code: str, severity: Severity, *, may_stand: bool) -> None:
    assert (CATALOG[code].severity, CATALOG[code].may_stand) == (severity, may_stand)
