from __future__ import annotations

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.goto.preview import preview
from scale_explorer.tui.widgets.lines import Line
from scale_explorer.tui.widgets.rows import Tone

from .conftest import NOWHERE, Ask


def told(lines: tuple[Line, ...]) -> str:
    text = "\n".join("".join(span.text for span in line.spans) for line in lines)
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("scale-ai", ["Company · startup", "valued $29 bn", "Investors", "Meta", "“"]),
        ("google-spend-2024", ["≈ $150 M", "Google spent about $150 million", "✓ locked"]),
        ("why google", ["Why: Google", "because", "Meta buys a 49 % stake"]),
        ("why alexandr-wang.leads.scale-ai", ["Why: ", "No reasons"]),
        ("cut ties", ["“preparing to cut ties with the startup”", "¶ 2", "✓ locked"]),
        ("story", ["Meta buys into Scale AI", "Google prepares to end"]),
        ("deals", ["Deals: 5", "Meta buys a 49 % stake"]),
        ("list figures measure:revenue", ["Figures: 1", "$870 M"]),
        ("filter is:hedged", ["is:hedged", " figures"]),
        ("zoom", ["Keys: +"]),
        ("theme dark", ["Theme dark"]),
        ("forward", [NOWHERE]),
    ],
)
def test_a_look_at_what_an_offer_leads_to(
    ask: Ask, story: SQLiteStore, typed: str, expected: list[str]
) -> None:
    shown = told(preview(story, ask(typed)[0]))
    assert [words for words in expected if words not in shown] == []


def test_quotes_are_the_only_thing_that_looks_like_a_quote(ask: Ask, story: SQLiteStore) -> None:
    lines = preview(story, ask("google-spend-2024")[0])
    quotes = [span.text for line in lines for span in line.spans if span.tone is Tone.QUOTE]
    assert quotes == ["“Google spent about $150 million”"]


def test_a_look_is_short_however_much_there_is(ask: Ask, story: SQLiteStore) -> None:
    for typed in ("scale-ai", "why scale-ai", "statements"):
        assert len(preview(story, ask(typed)[0])) < 45
