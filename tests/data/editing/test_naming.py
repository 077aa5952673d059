"""Ids for new records are readable, and always ids."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.editing.naming import fresh_id, made_id, with_id
from scale_explorer.data.loading.expand import expand
from scale_explorer.data.slug import LONGEST, cut, slug, words
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")

_NAMES = (
    (Kind.COMPANY, "Birch Mills Ltd", "birch-mills"),
    (Kind.COMPANY, "Birch Mills Co., Inc.", "birch-mills"),
    (Kind.COMPANY, "The Birch Company", "birch"),
    (Kind.COMPANY, "Mühle & Co. KG", "muhle"),
    (Kind.COMPANY, "Acme S.A.", "acme"),
    (Kind.COMPANY, "AS Roma", "as-roma"),
    (Kind.COMPANY, "Limited", "limited"),
    (Kind.COMPANY, "booking.com", "booking-com"),
    (Kind.COMPANY, "Æther & Søn A/S", "aether-and-son-a-s"),
    (Kind.COMPANY, "Łódź Straße GmbH", "lodz-strasse"),
    (Kind.COMPANY, "J.P. O’Neil's", "jp-oneils"),
    (Kind.PERSON, "José Ángel Núñez", "jose-angel-nunez"),
    (Kind.ORGANIZATION, "The Mill Co", "mill-co"),
    (Kind.GROUP, "some employees", "some-employees"),
    (Kind.COMPANY, "汐凪ロボット", "company"),
    (Kind.PUBLIC_BODY, "Городской совет", "public-body"),
    (Kind.COMPANY, "Зенит 2", "company-2"),
    (Kind.COMPANY, "", "company"),
)


@pytest.mark.parametrize(("kind", "name", "expected"), _NAMES)
def test_an_entity_is_called_by_its_name(kind: Kind, name: str, expected: str) -> None:
    assert fresh_id(kind, {"name": name}, ()) == expected


def test_an_alias_serves_where_the_name_has_no_letters_for_an_id() -> None:
    table = {"name": "汐凪ロボット", "aliases": ["汐凪", "Shionagi Robotics Inc."]}
    assert fresh_id(Kind.COMPANY, table, ()) == "shionagi-robotics"


_CLAIMS: tuple[tuple[Kind, dict[str, Any], str], ...] = (
    (
        Kind.FIGURE,
        {"subject": "google.customer_of.scale-ai", "measure": "spend", "period": "2024"},
        "google-spend-2024",
    ),
    (
        Kind.FIGURE,
        {"subject": "b", "measure": "unit_price", "scope": "mills", "period": "2024/2025"},
        "b-unit-price-mills-2024-2025",
    ),
    (
        Kind.FIGURE,
        {"subject": "b", "measure": "count", "period": {"before": "a-sale"}},
        "b-count-before-a-sale",
    ),
    (Kind.DEAL, {"title": "Alder buys 30 % of Birch"}, "alder-buys-30-of-birch"),
    (
        Kind.DEAL,
        {"title": "買収", "type": "hire", "parties": [{"entity": "a"}, {"entity": "b"}]},
        "a-b-hire",
    ),
    (
        Kind.STATEMENT,
        {"holder": "saltlark", "stance": "plans", "text": "Saltlark plans to sell its last boat"},
        "saltlark-plans-sell-last-boat",
    ),
    (
        Kind.STATEMENT,
        {"attribution": "two people", "stance": "asserts", "text": "The yard is too small"},
        "two-people-yard-too-small",
    ),
    (Kind.RELATIONSHIP, {"type": "owns", "subject": "a", "object": "b"}, "a.owns.b"),
    (Kind.REASON, {"type": "led_to", "cause": "a.owns.b", "effect": "c"}, "a.owns.b.led_to.c"),
    (
        Kind.SOURCE,
        {"title": "The yard to change hands for $31 million"},
        "yard-to-change-hands-for-31",
    ),
)


@pytest.mark.parametrize(("kind", "table", "expected"), _CLAIMS)
def test_a_claim_is_called_by_what_it_says(
    kind: Kind, table: dict[str, Any], expected: str
) -> None:
    assert fresh_id(kind, table, ()) == expected


def test_an_id_that_is_taken_is_numbered() -> None:
    assert fresh_id(Kind.COMPANY, {"name": "Birch"}, {"birch", "birch-2"}) == "birch-3"
    long = "w" * 80
    assert fresh_id(Kind.COMPANY, {"name": long}, {"w" * LONGEST}) == f"{'w' * (LONGEST - 2)}-2"
    tie = {"type": "owns", "subject": "a", "object": "b"}
    assert fresh_id(Kind.RELATIONSHIP, tie, {"a.owns.b"}) == "a-owns-b"


def test_the_many_thousandth_of_a_name_is_numbered_at_once() -> None:
    class Counted(set[str]):
        looks = 0

        def __contains__(self, item: object) -> bool:
            self.looks += 1
            return super().__contains__(item)

    taken = Counted(["company", *(f"company-{number}" for number in range(2, 50_001))])
    assert fresh_id(Kind.COMPANY, {"name": "汐凪"}, taken) == "company-50001"
    assert taken.looks < 60


def test_a_long_subject_gives_way_to_what_the_figure_measures() -> None:
    table = {"subject": "-".join(["mill"] * 20), "measure": "revenue", "period": "2024"}
    found = fresh_id(Kind.FIGURE, table, ())
    assert found.endswith("-mill-revenue-2024")
    assert len(found) <= LONGEST


def test_only_an_id_that_is_not_made_anyway_is_written() -> None:
    tie = {"type": "owns", "subject": "a", "object": "b"}
    assert with_id(Kind.RELATIONSHIP, tie, ()) == tie
    assert with_id(Kind.RELATIONSHIP, tie, {"a.owns.b"})["id"] == "a-owns-b"
    assert with_id(Kind.COMPANY, {"name": "A"}, ()) == {"id": "a", "name": "A"}
    assert with_id(Kind.COMPANY, {"id": "b", "name": "A"}, ()) == {"id": "b", "name": "A"}
    wide = {"type": "led_to", "cause": "c" * 200, "effect": "e" * 200}
    assert len(with_id(Kind.REASON, wide, ())["id"]) <= LONGEST


_VALUES = st.one_of(
    st.none(),
    st.text(max_size=80),
    st.lists(st.text(max_size=9) | st.dictionaries(st.just("entity"), st.text(max_size=9))),
    st.dictionaries(st.sampled_from(("before", "after")), st.text(max_size=9) | st.integers()),
)
_KEYS = (
    "name", "aliases", "title", "publisher", "subject", "measure", "scope", "period", "parties",
    "type", "object", "cause", "effect", "speaker", "holder", "attribution", "stance", "text",
)  # fmt: skip


@given(
    st.sampled_from(Kind),
    st.dictionaries(st.sampled_from(_KEYS), _VALUES),
    st.integers(0, 3),
)
def test_whatever_a_table_holds_its_id_is_one_and_free(
    kind: Kind, table: dict[str, Any], times: int
) -> None:
    taken: set[str] = set()
    for _ in range(times + 1):
        found = fresh_id(kind, table, taken)
        assert found not in taken
        assert _ID.fullmatch(found)
        assert len(found) <= LONGEST or found == made_id(kind, table)
        assert any(map(str.isalpha, found))
        taken.add(found)


@given(st.sampled_from((Kind.RELATIONSHIP, Kind.REASON)), st.text("ab-", max_size=4))
def test_an_id_made_of_parts_is_the_one_that_reading_makes(kind: Kind, part: str) -> None:
    keys = (
        ("subject", "type", "object") if kind is Kind.RELATIONSHIP else ("cause", "type", "effect")
    )
    table: dict[str, Any] = dict.fromkeys(keys, part)
    if made := made_id(kind, table):
        assert made == expand(kind, table, None)["id"]


@given(st.text(), st.integers(1, 80))
def test_a_slug_is_cut_between_words(text: str, longest: int) -> None:
    whole = slug(text)
    short = cut(whole, longest)
    assert len(short) <= longest
    assert whole.startswith(short)
    first = whole.partition("-")[0]
    assert len(first) > longest or not short or whole in {short, *_starts(whole, short)}


def _starts(whole: str, short: str) -> set[str]:
    return {whole} if whole[len(short) : len(short) + 1] in {"", "-"} else set()


def test_words_of_any_length_are_read_in_no_time() -> None:
    assert len(words("ﷺ" * 100_000)) < 20_000


def test_every_kind_has_an_id_of_nothing() -> None:
    assert {kind: fresh_id(kind, {}, ()) for kind in ENTITY_KINDS} == {
        kind: kind.value.replace("_", "-") for kind in ENTITY_KINDS
    }
