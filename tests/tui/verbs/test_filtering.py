"""All verbs that show a view take their filter in both ways, and all views are exported by name."""

from __future__ import annotations

import pytest

from scale_explorer.tui.arguments.options import DRAWING_FORMAT
from scale_explorer.tui.arguments.verbs import VERBS
from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]
FILTERED = {
    "list": (["figures"], "measure:spend"),
    "show": (["scale-ai"], "type:customer_of"),
    "why": (["google-plans-exit"], "is:inferred"),
    "network": (["scale-ai"], "type:makes"),
    "path": (["google", "meta"], "!is:inferred"),
    "exposure": (["scale-ai"], "status:ending"),
    "timeline": (["scale-ai"], "kind:deal"),
    "chart": (["scale-ai"], "measure:spend"),
}


def out(capsys: Captured, *argv: str) -> str:
    assert main([*argv]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("verb", FILTERED)
def test_a_filter_is_written_by_its_place_or_by_its_name(verb: str, capsys: Captured) -> None:
    places, term = FILTERED[verb]
    told = out(capsys, verb, *places, "--format", "csv")
    kept = out(capsys, verb, *places, term, "--format", "csv")
    assert kept != told
    assert out(capsys, verb, *places, "--filter", term, "--format", "csv") == kept
    assert out(capsys, verb, *places, f"--filter={term}", term, "--format", "csv") == kept


def test_no_verb_that_draws_is_left_out() -> None:
    drawing = {name for name, verb in VERBS.items() if DRAWING_FORMAT in verb.takes}
    assert "timeline" in drawing
    assert drawing <= FILTERED.keys()


def test_the_timeline_of_the_whole_set_is_filtered_too(capsys: Captured) -> None:
    kept = out(capsys, "timeline", "kind:deal")
    assert kept == out(capsys, "timeline", "--filter", "kind:deal")
    assert "Relationships" not in kept
    assert main(["timeline", "nobody"]) == 1
    assert "no record 'nobody'" in capsys.readouterr().err
    assert main(["timeline", "colour:red"]) == 2
    assert "colour" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("story", "# Meta buys into Scale AI"),
        ("timeline", "# Timeline: Meta buys into Scale AI"),
        ("timeline:Scale AI", "# Timeline: Scale AI"),
        ("chart:scale-ai", "# Chart: Scale AI"),
        ("exposure:scale-ai", "# Exposure: Scale AI"),
        ("network:scale-ai", "# Network: Scale AI"),
        ("why:google-plans-exit", "# Why: Google prepares"),
        ("drawn:google-plans-exit", "# Why: Google prepares"),
        ("path:google meta", "# Google – Meta"),
        ("path:google:meta", "# Google – Meta"),
        ("show:google", "# Google"),
        ("record:google", "# Google"),
        ("list:deals", "| title |"),
    ],
)
def test_every_view_is_exported_by_its_name(view: str, title: str, capsys: Captured) -> None:
    assert out(capsys, "export", view).startswith(title)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("chart", "chart is a view of a record: chart:ID."),
        ("exposure:", "exposure is a view of a record: exposure:ID."),
        ("path", "path is a view of two records: path:A B."),
        ("list:", "list is a view of a kind: list:deals."),
        ("list:zebras", "no kind of record 'zebras'"),
        ("story:google", "The story is that of the whole set: story."),
        ("what-if", "what-if --without ID"),
    ],
)
def test_what_a_view_lacks_is_told(view: str, said: str, capsys: Captured) -> None:
    assert main(["export", view]) == 2
    assert said in capsys.readouterr().err
