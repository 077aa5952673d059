"""`chart` and `timeline` in every format that they have, exactly."""

from __future__ import annotations

import json

import pytest
from syrupy.assertion import SnapshotAssertion

from scale_explorer.tui.arguments.formats import DRAWINGS, Format
from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]
LACKING = {"chart": {Format.MERMAID, Format.DOT}, "timeline": {Format.DOT}}
CASES = [(verb, form) for verb in LACKING for form in DRAWINGS if form not in LACKING[verb]]


@pytest.mark.parametrize(("verb", "form"), CASES)
def test_it_reads_like_this(
    verb: str, form: Format, capsys: Captured, snapshot: SnapshotAssertion
) -> None:
    assert main([verb, "scale-ai-valuation", "--format", form.value]) == 0
    assert capsys.readouterr().out == snapshot


@pytest.mark.parametrize(
    ("verb", "form"), [(verb, form) for verb, forms in LACKING.items() for form in sorted(forms)]
)
def test_what_would_not_be_true_is_refused(verb: str, form: Format, capsys: Captured) -> None:
    assert main([verb, "scale-ai-valuation", "--format", form.value]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "svg" in err


def test_a_filter_keeps_what_matches(capsys: Captured) -> None:
    assert main(["timeline", "scale-ai", "--filter", "kind:deal", "--format", "jsonl"]) == 0
    kinds = {json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()}
    assert kinds == {"deal"}


def test_where_there_is_nothing_it_says_so(capsys: Captured) -> None:
    assert main(["timeline", "huawei"]) == 1
    assert capsys.readouterr().err == "None of its 4 claims has a date.\n"
    assert main(["chart", "huawei"]) == 1
    assert "could be drawn" in capsys.readouterr().err


def test_files_say_how_one_looked(capsys: Captured) -> None:
    assert main(["timeline", "scale-ai", "--as-of", "2024", "--format", "svg"]) == 0
    assert "Timeline: Scale AI (as of 31 Dec 2024)" in capsys.readouterr().out
