"""Whether the words of a figure carry its number: amount, scale, unit, hedge, in one place."""

from __future__ import annotations

from typing import Any

import pytest

from scale_explorer.data.grounding.number import NumberProof, number_proof, unsaid_amounts
from scale_explorer.data.grounding.quotes import Cited, quotes_of
from scale_explorer.models.figure import Figure


def figure(value: object, *quotes: str | dict[str, str], **more: Any) -> Figure:
    told = [{"exact": quote} if isinstance(quote, str) else quote for quote in quotes]
    evidence = [{"source": "news", **quote} for quote in told]
    fields = {"id": "x", "subject": "mill", "measure": "price", "evidence": evidence}
    return Figure.model_validate({**fields, "value": value, **more})


def proved(value: object, *quotes: str | dict[str, str], **more: Any) -> NumberProof:
    tested = figure(value, *quotes, **more)
    proof = number_proof(tested, quotes_of(tested))
    assert proof is not None
    return proof


def cited(*quotes: str) -> tuple[Cited, ...]:
    return tuple(quotes_of(figure("$1", *quotes)))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("$29 billion", "its value to $29 billion"),
        ("$29 billion", "to $29bn"),
        ("$29 billion", "to US$29 billion"),
        ("$29 billion", "29 billion dollars"),
        ("$20 million", "$870 million, of which $20 million"),
        ("€1.5 million", "kostet €1,5 Mio"),
        ("€1,5 Mio", "costs €1.5 million"),
        ("€3 billion", "3 milliards d’euros"),
        ("€3 billion", "3 Milliarden Euro"),
        ("€3 billion", "3 mil millones de euros"),
        ("CHF 1,000,000", "kostet 1'000'000 Franken"),
        ("CHF 1,000,000", "kostet 1’000’000 CHF"),
        ("₹10,000,000", "₹1,00,00,000"),
        ("hundreds of millions of dollars", "hundreds of millions of dollars"),
        ("between 5 and 10 million euros", "between 5 and 10 million euros"),
        ("€5–10 million", "between 5 and 10 million euros"),
        ("as much as $100 each", "as much as $100 each"),
        ("up to $100 each", "as much as $100 each"),
        ("$100 per hour", "earns $100 per hour"),
        ("$100 per hour", "earns $100 an hour"),
        ("49%", "a 49% stake"),
        ("49%", "49 Prozent"),
        ("49%", "forty-nine percent"),
        ("nearly 50%", "nearly half of it"),
        ("5 percentage points", "rose by 5 percentage points"),
        ("2 ×", "double its previous worth"),
        ("over $29 billion", "more than $29 billion"),
        ("140 people", "All 140 people who work there"),
        ("140 people", "140 employees"),
        ("four", "ordered four ferries"),
        ("4", "ordered four ferries"),
    ],
)
def test_the_words_carry_a_number(value: str, words: str) -> None:
    assert proved(value, words).evidence is not None


@pytest.mark.parametrize(
    ("value", "words", "unit"),
    [
        ("nearly half", "nearly half of it", "%"),
        ("nearly half", "almost half of it", "%"),
        ("a third", "a third less", "%"),
        ("most", "most of its money", "%"),
        ("double", "double its previous worth", "×"),
        ("fewer than 100", "fewer than 100 workers", "people"),
        ("hundreds of millions", "hundreds of millions of dollars", "USD"),
        ("as much as $100 each", "as much as $100 each", "USD/annotation"),
    ],
)
def test_the_words_carry_a_number_in_the_unit_of_the_file(
    value: str, words: str, unit: str
) -> None:
    assert proved(value, words, unit=unit).evidence is not None


@pytest.mark.parametrize(
    ("value", "words", "differs"),
    [
        ("$30 billion", "to $29 billion", "amount"),
        ("$28.6 billion", "to $29 billion", "amount"),
        ("140 people", "1,140 people", "amount"),
        ("four", "fourteen ferries", "amount"),
        ("between 5 and 10 million euros", "between 5 and 11 million euros", "amount"),
        ("hundreds of millions of dollars", "hundreds of thousands of dollars", "amount"),
        ("$29 million", "to $29 billion", "scale"),
        ("$29 trillion", "to $29 billion", "scale"),
        ("€29 billion", "to $29 billion", "unit"),
        ("29 billion people", "to $29 billion", "unit"),
        ("$29 billion", "to 29 billion", "unit"),
        ("$100 per hour", "earns $100 a day", "unit"),
        ("$100 per hour", "earns $100", "unit"),
        ("$100", "earns $100 per hour", "unit"),
        ("5 percentage points", "rose by 5 percent", "unit"),
        ("49%", "49 people", "unit"),
        ("about $29 billion", "to $29 billion", "hedge"),
        ("$29 billion", "to about $29 billion", "hedge"),
        ("at least $29 billion", "more than $29 billion", "hedge"),
        ("half", "nearly half of it", "hedge"),
        ("nearly half", "half of it", "hedge"),
        ("$100 each", "as much as $100 each", "hedge"),
        ("$29.0 billion", "to $29 billion", "precision"),
        ("€30 billion", "to $29 billion", "amount and unit"),
        ("about €29 billion", "to $29 billion", "hedge and unit"),
    ],
)
def test_another_number_is_told_from_it(value: str, words: str, differs: str) -> None:
    proof = proved(value, words)
    assert proof.evidence is None
    assert proof.nearest
    assert proof.nearest in words
    assert " and ".join(proof.differs) == differs


def test_the_nearest_number_is_told() -> None:
    proof = proved("about $29 billion", "$14 billion", "$29 billion and 29 people")
    assert (proof.nearest, proof.differs) == ("$29 billion", ("hedge",))


def test_the_parts_of_a_number_do_not_come_from_two_places() -> None:
    assert proved("about $29 billion", "about €29 billion, or $29 billion").evidence is None


def test_the_quote_that_carries_it_is_told() -> None:
    tested = figure("$29 billion", "$14 billion", "$29 billion")
    _, second = quotes_of(tested)
    assert number_proof(tested, quotes_of(tested)) == NumberProof(second.id)


def test_words_that_refute_a_number_do_not_carry_it() -> None:
    against = {"exact": "to $29 billion", "direction": "refutes"}
    assert proved("$29 billion", against) == NumberProof(None)


def test_words_without_a_number_have_none_nearest() -> None:
    assert proved("most", "its money", unit="%") == NumberProof(None)


def test_a_derived_figure_has_no_number_to_look_for() -> None:
    derived = {
        "id": "x",
        "subject": "mill",
        "measure": "share",
        "unit": "%",
        "formula": "{a} / {b}",
    }
    assert number_proof(Figure.model_validate(derived), cited("49%")) is None


# A bare number in a file, with the author's wording or without.


@pytest.mark.parametrize("more", [{}, {"as_written": "fifty"}, {"as_written": "fifty people"}])
def test_a_bare_number_is_carried_by_one_in_words(more: dict[str, str]) -> None:
    assert proved(50, "fifty people", unit="people", measure="headcount", **more).evidence


def test_a_bare_number_may_be_the_one_that_rounded_words_state() -> None:
    assert proved(29_000_000_000, "to $29 billion", unit="USD").evidence
    assert proved(28_600_000_000, "to $29 billion", unit="USD").differs == ("amount",)
    assert proved(29_000_000_000, "to about $29 billion", unit="USD").differs == ("hedge",)


def test_a_wording_that_no_rule_reads_carries_its_number() -> None:
    wording = {"unit": "people", "as_written": "a handful of bakers"}
    assert proved(5, "only a handful of\nbakers", **wording).evidence
    assert proved(5, "only a handful of millers", **wording) == NumberProof(None)


def test_a_wording_that_reads_as_another_number_carries_nothing() -> None:
    assert proved(50, "forty people", unit="people", as_written="forty people").evidence is None


@pytest.mark.parametrize(
    ("value", "words", "is_carried"),
    [
        (1, "the biggest customer", True),
        (2, "the second-biggest customer", True),
        (3, "No. 3 in flour", True),
        (2, "the biggest customer", False),
        (1, "the second-biggest customer", False),
        (1, "one of the biggest customers", False),
        (1, "1 customer", False),
    ],
)
def test_a_rank_is_read_as_one(value: int, words: str, is_carried: bool) -> None:  # noqa: FBT001
    proof = proved(value, words, unit="rank", measure="position")
    assert (proof.evidence is not None) is is_carried


# Numbers in the author's own words.


@pytest.mark.parametrize(
    ("told", "words", "unsaid"),
    [
        ("Meta buys 49 %", "a 49% stake", []),
        ("Meta buys 50 %", "a 49% stake", ["50 %"]),
        ("It costs $31 million", "about $30 million", []),
        ("It costs about $31 million", "$31 million", []),
        ("It costs $5", "it costs €5", ["$5"]),
        ("It costs $5 an hour", "it costs $5", ["$5 an hour"]),
        ("A third less by 2030", "cost a third less", []),
        ("Two of 140 people agree", "nobody does", []),
        ("Half of $5 million", "something", ["Half", "$5 million"]),
        ("Nothing in it", "$5", []),
    ],
)
def test_amounts_that_no_quote_has(told: str, words: str, unsaid: list[str]) -> None:
    assert list(unsaid_amounts(told, cited(words))) == unsaid


def test_an_amount_may_stand_in_any_of_the_quotes() -> None:
    assert list(unsaid_amounts("49 % for $5", cited("a 49% stake", "for $5"))) == []
