"""Sources in reading order, with and without their text, and the quotes in them."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.contents import TextLayout
from scale_explorer.data.store.rows.sources import Stretch
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.data.store.stretches import (
    MOST_COVERING,
    NO_PARAGRAPH,
    UNSEEN,
    Placed,
    stretches,
)


def test_the_whole_text_is_there_once(mill: SQLiteStore, news: str) -> None:
    text = mill.source_text("news")
    assert text is not None
    assert text.whole
    assert "".join(stretch.text or "" for stretch in text.stretches) == news
    assert all(one.end == two.start for one, two in pairwise(text.stretches))


def test_a_quotes_stretches_spell_its_words(mill: SQLiteStore) -> None:
    text = mill.source_text("news")
    assert text is not None
    for claim in ("alder.customer_of.birch", "cedar-buys-stake"):
        for quote in mill.evidence(claim):
            covered = [each for each in text.stretches if quote.id in each.evidence]
            assert "".join(each.text or "" for each in covered) == quote.exact
            assert covered[0].paragraph == quote.paragraph


def test_sentences_know_the_claims_that_cite_them(mill: SQLiteStore, news: str) -> None:
    text = mill.source_text("news")
    assert text is not None
    told = {news[each.start : each.end]: each for each in text.sentences}
    assert told["Some bakers may follow."].is_uncited
    assert told["Some bakers may follow."].paragraph == 4
    cited = told["The deal values the mill at $50 million, up from $30 million."]
    assert not cited.is_uncited
    assert cited.claims
    assert all(mill.record(claim) for each in text.sentences for claim in each.claims)
    assert (text.cited, text.asserting) == (7, 9)


def test_what_asserts_nothing_tells_why(story: Path) -> None:
    file = story / "mill.toml"
    apart = '{ exact = "bakers may follow", reason = "a guess" }'
    own = 'text = "news.txt"'
    assert own in file.read_text()
    file.write_text(file.read_text().replace(own, f"{own}\nasserts_nothing = [{apart}]"))
    text = open_store(str(story)).source_text("news")
    assert text is not None
    assert [each.why for each in text.sentences if each.why] == ["a guess"]
    assert (text.cited, text.asserting) == (7, 8)


def test_of_a_source_that_nobody_read_no_sentences_are_known(story: Path) -> None:
    file = story / "mill.toml"
    file.write_text(file.read_text().replace('text = "news.txt"', ""))
    text = open_store(str(story)).source_text("news")
    assert text is not None
    assert (text.sentences, text.asserting, text.cited) == ((), 0, 0)


def test_evidence_tells_its_status_and_place(mill: SQLiteStore, news: str) -> None:
    own, ending = mill.evidence("alder.customer_of.birch")
    assert (own.status, ending.status) == ("", "ending")
    assert own.verdict == "here"
    assert news[own.start : own.end] == own.exact
    assert own.source_detail == "Norport News · 10 Mar 2025"


STEPS = """
[[deal]]
id = "steps"
type = "hire"
title = "Steps"
parties = [{ entity = "elm", role = "employer" }]
history = [
    { status = "rumored", date = "2023", evidence = ["Some bakers may follow", "in 2024"] },
    { status = "announced", date = "2024", evidence = ["Elm Cakes stopped"] },
    { status = "completed", date = "2025", evidence = ["Dana Fox", "in 2024"] },
]
"""


@pytest.mark.parametrize(
    ("own", "order"),
    [
        ("", ["Dana Fox", "in 2024", "Elm Cakes stopped", "Some bakers may follow"]),
        (
            'evidence = ["Some bakers may follow", "Birch Mills, a flour mill"]',
            [
                "Some bakers may follow",
                "Birch Mills, a flour mill",
                "Dana Fox",
                "in 2024",
                "Elm Cakes stopped",
            ],
        ),
    ],
)
def test_own_quotes_come_first_then_those_of_the_newest_status(
    story: Path, own: str, order: list[str]
) -> None:
    (story / "steps.toml").write_text(STEPS + own)
    store = open_store(str(story))
    assert [quote.exact for quote in store.evidence("steps")] == order
    store.close()


WORDS = "one two three"
QUOTES = (
    Placed("b", "two three", 4, 13, 1),
    Placed("a", "one two", 0, 7, 1),
    Placed("c", "seven", 30, 35, 2),
)


def test_without_the_text_what_no_quote_covers_is_a_gap() -> None:
    layout = TextLayout(40, ((0, 13), (20, 40)))
    assert list(stretches(layout, QUOTES)) == [
        Stretch(0, 4, 1, "one ", ("a",)),
        Stretch(4, 7, 1, "two", ("a", "b")),
        Stretch(7, 13, 1, " three", ("b",)),
        Stretch(13, 20, 1, None, ()),
        Stretch(20, 30, 2, None, ()),
        Stretch(30, 35, 2, "seven", ("c",)),
        Stretch(35, 40, 2, None, ()),
    ]


def test_of_very_many_quotes_a_stretch_tells_the_first() -> None:
    quotes = [Placed(f"{n:06}", "x", n % 500, 1_000, 1) for n in range(20_000)]
    found = list(stretches(TextLayout(1_000, ()), quotes))
    assert len(found) == 500
    assert max(len(each.evidence) for each in found) == MOST_COVERING


LOST = """
[[company]]
id = "oak"
name = "Oak Bread"
evidence = ["Oak Bread bakes", "the mill", "Dana Fox"]
"""


def test_words_that_were_not_found_are_not_drawn_in_the_source(story: Path, news: str) -> None:
    (story / "lost.toml").write_text(LOST)
    store = open_store(str(story))
    missing, ambiguous, found = store.evidence("oak")
    assert (missing.verdict, ambiguous.verdict, found.verdict) == ("missing", "ambiguous", "here")
    text = store.source_text("news")
    assert text is not None
    assert "".join(stretch.text or "" for stretch in text.stretches) == news
    drawn = {each for stretch in text.stretches for each in stretch.evidence}
    assert drawn & {missing.id, ambiguous.id, found.id} == {found.id}
    store.close()


def test_a_known_text_holds_no_words_without_a_place() -> None:
    lost = Placed("x", "lost words", None, None, None)
    layout = TextLayout(40, ((0, 40),))
    assert list(stretches(layout, (lost,))) == [Stretch(0, 40, 1, None, ())]


def test_quotes_of_a_source_that_nobody_saw_are_listed() -> None:
    lost = Placed("x", "lost words", None, None, None)
    assert list(stretches(UNSEEN, (lost,))) == [
        Stretch(0, 0, NO_PARAGRAPH, "lost words", ("x",)),
    ]


def test_a_quote_that_was_folded_keeps_its_words_whole() -> None:
    folded = Placed("f", "\N{LATIN SMALL LIGATURE FI}ne", 0, 4, 1)
    assert [each.text for each in stretches(UNSEEN, (folded,))] == [folded.exact]


def test_a_derivation_tells_formula_and_inputs(mill: SQLiteStore) -> None:
    found = mill.derivation("alder-share")
    assert found is not None
    assert (
        found.readable == "Alder Bakery’s spend with Birch Mills, 2024 ÷ Birch Mills’ revenue, 2024"
    )
    assert [each.quote for each in found.inputs] == [
        "Alder spent about $3 million",
        "the mill’s revenue of $20 million in 2024",
    ]
    assert found.error == ""
    assert mill.derivation("alder-spend-2024") is None


def test_a_document_holds_fields_places_and_what_was_computed(mill: SQLiteStore) -> None:
    share = json.loads(mill.document("alder-share") or "")
    assert share["kind"] == "figure"
    assert share["computed"]["low"].startswith("12.19")
    relation = json.loads(mill.document("alder.customer_of.birch") or "")
    (quote,) = relation["history"][1]["evidence"]
    assert quote["exact"] == "is looking for another mill"
    assert quote["verdict"] == "here"
    assert quote["id"].startswith("alder.customer_of.birch#")
