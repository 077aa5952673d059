"""Which entities of different sets are taken for the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from scale_explorer.data.matching.match import Matching, candidate, find_matches
from scale_explorer.data.matching.revoked import Pair, pair_of
from scale_explorer.models.dataset import RECORD_CLASSES
from scale_explorer.models.entity import Entity
from scale_explorer.models.kinds import Kind

LEI, OTHER_LEI = "5493001KJTIIGC8Y1R12", "529900T8BM49AURSDO55"


Entities = Mapping[str, Mapping[str, Any]]


def matched(*sets: Entities, apart: frozenset[Pair] = frozenset()) -> Matching:
    """Match entities, written as id and fields; ids are their own among all sets."""
    found = [
        candidate(place, key, entity(key, **fields))
        for place, entities in enumerate(sets)
        for key, fields in entities.items()
    ]
    return find_matches(found, apart)


def entity(key: str, kind: Kind = Kind.COMPANY, **fields: Any) -> Entity:
    record = RECORD_CLASSES[kind].model_validate({"id": key, "name": key, **fields})
    assert isinstance(record, Entity)
    return record


def named(name: str, **fields: Any) -> dict[str, Any]:
    return {"name": name, **fields}


def known(**identifiers: str) -> dict[str, Any]:
    return {"identifiers": identifiers}


@pytest.mark.parametrize(
    ("one", "other", "by"),
    [
        (known(lei=LEI), known(lei=LEI), "lei"),
        (known(cik="0000320193"), known(cik="320193"), "cik"),
        (known(wikidata="Q380"), known(wikidata="Q380"), "wikidata"),
        (known(ticker="NASDAQ: META"), known(ticker="meta"), "ticker"),
        (known(ticker="NASDAQ:META"), known(ticker="nasdaq:meta"), "ticker"),
        (known(ticker=":META") | {"country": "US"}, known(ticker="META"), "ticker"),
        (
            known(ticker="NYSE:ABC") | {"country": "US"},
            known(ticker="NYSE:ABC") | {"country": "IE"},
            "ticker",
        ),
        (named("Birch AG"), named("The Birch"), "name"),
        (named("Birch"), named("Elm", aliases=["Birch Inc."]), "name"),
        (named("Oak", aliases=["Birch"]), named("Elm", aliases=["Birch"]), "name"),
    ],
)
def test_the_same(one: dict[str, Any], other: dict[str, Any], by: str) -> None:
    found = matched({"a": one}, {"b": other})
    assert [(m.first, m.second, m.by, m.apart) for m in found.matches] == [("a", "b", by, False)]
    assert found.groups == (("a", "b"),)


BIRCH = named("Birch")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BIRCH, named("Elm")),
        (named("Bo"), named("Bo")),
        (BIRCH, named("Birch", kind=Kind.PRODUCT)),
        (named("Dana Fox", kind=Kind.PERSON), named("Dana Fox", kind=Kind.PERSON)),
        (named("rivals", kind=Kind.GROUP), named("rivals", kind=Kind.GROUP)),
        (named("a speaker", unnamed=True), named("a speaker", unnamed=True)),
        (BIRCH | {"country": "NO"}, BIRCH | {"country": "SE"}),
        (BIRCH | known(lei=LEI), BIRCH | known(lei=OTHER_LEI)),
        (BIRCH | known(ticker="BRC"), BIRCH | known(ticker="BIR")),
        (known(ticker="BRC", cik="1"), known(ticker="BRC", cik="2")),
        (known(lei="N/A"), known(lei="N/A")),
        (known(ticker="n/a"), known(ticker="n/a")),
        (known(ticker="NYSE:ABC"), known(ticker="ASX:ABC")),
        (BIRCH | known(ticker="NYSE:ABC"), BIRCH | known(ticker="ASX:ABC")),
        (BIRCH | known(ticker="NYSE:BRC"), BIRCH | known(ticker="BIR")),
        (
            known(ticker="ABC") | {"country": "US"},
            known(ticker="ABC") | {"country": "AU"},
        ),
        (
            known(ticker="NYSE:ABC") | {"country": "US"},
            known(ticker="ABC") | {"country": "AU"},
        ),
        (known(cik="0"), known(cik="000")),
    ],
)
def test_not_the_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert matched({"a": one}, {"b": other}) == Matching()


def test_a_person_is_known_by_a_register() -> None:
    dana = {"kind": Kind.PERSON, **known(wikidata="Q5")}
    assert matched({"a": dana}, {"b": dana}).groups == (("a", "b"),)


def test_the_surest_identifier_decides() -> None:
    one, other = known(lei=LEI, wikidata="Q1"), known(lei=LEI, wikidata="Q2")
    assert matched({"a": one}, {"b": other}).groups == (("a", "b"),)
    one, other = known(lei=LEI, wikidata="Q1"), known(lei=OTHER_LEI, wikidata="Q1")
    assert matched({"a": one}, {"b": other}).groups == ()


def test_one_without_a_country_may_be_of_any() -> None:
    assert matched({"a": BIRCH | {"country": "NO"}}, {"b": BIRCH}).groups == (("a", "b"),)


def test_one_set_keeps_what_it_tells_apart() -> None:
    assert matched({"a": BIRCH, "b": BIRCH}) == Matching()
    assert matched({"a": BIRCH, "b": BIRCH}, {"c": BIRCH}, {"d": BIRCH}) == Matching()
    assert matched({"a": known(lei=LEI), "b": known(lei=LEI)}, {"c": known(lei=LEI)}) == Matching()


def test_names_that_lead_to_two_of_one_set_lead_to_none() -> None:
    both = named("Birch", aliases=["Elm"])
    assert matched({"a": BIRCH, "b": named("Elm")}, {"c": both}) == Matching()


def test_a_surer_match_stands_where_a_name_would_lead_elsewhere() -> None:
    found = matched(
        {"a": known(lei=LEI), "b": BIRCH}, {"c": BIRCH | known(lei=LEI)}
    )  # fmt: skip
    assert found.groups == (("a", "c"),)


def test_three_sets_make_one_group() -> None:
    found = matched({"a": known(lei=LEI)}, {"b": BIRCH}, {"c": BIRCH | known(lei=LEI)})
    assert found.groups == (("a", "b", "c"),)
    assert [(m.first, m.second, m.by) for m in found.matches] == [
        ("a", "c", "lei"), ("b", "c", "name"),
    ]  # fmt: skip


def test_one_that_may_be_either_of_two_goes_with_the_first() -> None:
    one, other = BIRCH | known(lei=LEI), BIRCH | known(lei=OTHER_LEI)
    found = matched({"a": one}, {"b": BIRCH}, {"c": other})
    assert found.groups == (("a", "b"),)


NYSE, ASX, ANY = (known(ticker=ticker) for ticker in ("NYSE:ABC", "ASX:ABC", "ABC"))
NORWAY, SWEDEN = BIRCH | {"country": "NO"}, BIRCH | {"country": "SE"}


@pytest.mark.parametrize(
    ("one", "either", "other"),
    [
        (NYSE, ANY, ASX),
        (NORWAY, BIRCH, SWEDEN),
        (ANY | {"country": "US"}, ANY, ANY | {"country": "AU"}),
    ],
)
def test_a_third_does_not_unite_what_is_not_the_same(
    one: dict[str, Any], either: dict[str, Any], other: dict[str, Any]
) -> None:
    assert matched({"a": one}, {"b": either}, {"c": other}).groups == (("a", "b"),)


def test_a_register_unites_countries_and_either_may_then_be_known_by_name() -> None:
    lei = known(lei=LEI)
    assert matched({"a": NORWAY | lei}, {"b": SWEDEN | lei}, {"c": SWEDEN}).groups == (
        ("a", "b", "c"),
    )


def test_an_exchange_tells_two_of_one_symbol_in_one_set() -> None:
    assert matched({"a": NYSE, "b": ASX}, {"c": ASX}).groups == (("b", "c"),)
    assert matched({"a": NYSE, "b": ASX}, {"c": ANY}) == Matching()


def test_a_pair_taken_apart_is_told_and_not_made() -> None:
    found = matched({"a": BIRCH}, {"b": BIRCH}, apart=frozenset({("a", "b")}))
    assert [(m.first, m.second, m.apart) for m in found.matches] == [("a", "b", True)]
    assert found.groups == ()


def test_a_pair_taken_apart_does_not_meet_in_a_third() -> None:
    found = matched({"a": BIRCH}, {"b": BIRCH}, {"c": BIRCH}, apart=frozenset({("a", "b")}))
    assert found.groups == (("a", "c"),)
    assert [(m.first, m.second, m.apart, m.because) for m in found.matches] == [
        ("a", "b", True, None), ("a", "c", False, None), ("b", "c", True, ("a", "b")),
    ]  # fmt: skip


@pytest.mark.parametrize("alone", ["a", "b", "c"])
def test_one_taken_apart_from_two_leaves_them_together(alone: str) -> None:
    rest = tuple(key for key in "abc" if key != alone)
    apart = frozenset(pair_of(alone, other) for other in rest)
    found = matched({"a": BIRCH}, {"b": BIRCH}, {"c": BIRCH}, apart=apart)
    assert found.groups == (rest,)
    assert [(m.first, m.second) for m in found.matches if not m.apart] == [rest]


def test_many_of_one_name_take_no_time() -> None:
    crowd = {str(number): BIRCH for number in range(3_000)}
    assert matched(crowd, {f"x{key}": BIRCH for key in crowd}) == Matching()
