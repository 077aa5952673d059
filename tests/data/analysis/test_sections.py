"""Records from both sides: what stands on their pages, in which words and order."""

from __future__ import annotations

import pytest

from scale_explorer.data.analysis.entity_page import SECTIONS
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.relation_type import MEANINGS


def told(rows: tuple[ClaimRow, ...], section: str) -> list[tuple[str, ...]]:
    """Return the lines of a section as label, role, amount, time and state, indented by depth."""
    return [
        (f"{'  ' * row.depth}{row.label}", row.role, plain(row.amount), row.when, row.state)
        for row in rows
        if row.section == section
    ]


def plain(text: str) -> str:
    """Return a text with ordinary blanks."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_customers_stand_with_their_spending_beneath_and_former_ones_last(
    mill: SQLiteStore,
) -> None:
    assert told(mill.claims("birch"), "Customers") == [
        ("Alder Bakery", "the biggest customer", "", "since 2019", "ending"),
        ("  spent", "", "≈ $3 M", "2024", ""),
        ("  plans to spend", "", "$4 M", "2025", "planned"),
        ("Some bakers", "", "", "", "possible"),
        ("Elm Cakes", "", "", "2023", "former"),
    ]


def test_the_same_relationship_reads_from_the_other_side(mill: SQLiteStore) -> None:
    (supplier, *_) = [row for row in mill.claims("alder") if row.section == "Suppliers"]
    assert (supplier.label, supplier.target) == ("Birch Mills", "birch")
    assert supplier.claim == "alder.customer_of.birch"


def test_an_investor_stands_with_the_stake_of_its_deal(mill: SQLiteStore) -> None:
    assert told(mill.claims("birch"), "Investors") == [
        ("Cedar Foods", "", "40 %", "10 Mar 2025", "planned, likely")
    ]


def test_a_derived_share_is_told_beside_what_it_divides(mill: SQLiteStore) -> None:
    extras = {row.claim: plain(row.extra) for row in mill.claims("birch")}
    assert extras["birch-valuation"] == "1.62–1.72 × valuation before the deal ƒ"
    assert extras["alder-spend-2024"] == "12–18 % of revenue ƒ"
    assert extras["alder-spend-2025"] == ""


def test_figures_stand_by_measure_and_newest_first(mill: SQLiteStore) -> None:
    assert told(mill.claims("birch"), "Figures") == [
        ("valuation", "", "$50 M", "after the deal", ""),
        ("valuation", "", "$30 M", "before the deal", ""),
        ("revenue", "", "$20 M", "2024", ""),
        ("share of revenue", "Alder Bakery", "12–18 % ƒ", "2024", "derived"),
        ("multiple of valuation before the deal", "", "1.62–1.72 × ƒ", "", "derived"),
    ]


def test_statements_stand_with_whom_they_come_from_and_whom_they_are_about(
    mill: SQLiteStore,
) -> None:
    fear = "Alder fears for its recipes"
    assert told(mill.claims("alder"), "Says") == [(fear, "Dana Fox", "", "10 Mar 2025", "fears")]
    assert told(mill.claims("cedar"), "Said about it") == [
        (fear, "Alder Bakery", "", "10 Mar 2025", "fears")
    ]


def test_why_stands_on_every_page_it_touches(mill: SQLiteStore) -> None:
    deal, fear = "Cedar Foods buys 40% of Birch Mills", "Alder fears for its recipes"
    assert told(mill.claims("alder-fears-for-recipes"), "Why") == [
        (deal, "because", "", "", "inferred"),
        (
            "Alder Bakery is ending its purchases from Birch Mills",
            "so",
            "",
            "",
            "",
        ),
    ]
    assert told(mill.claims("cedar"), "Why") == [
        (deal, "", "", "", "announced"),
        (f"  {fear}", "so", "", "", "inferred"),
    ]


@pytest.mark.parametrize(
    ("record", "sections"),
    [
        ("cedar-buys-stake", ["Parties", "History", "Figures", "Relationships", "Why"]),
        ("alder.customer_of.birch", ["Between", "Figures", "History", "Why"]),
        ("alder-share", ["About", "Inputs"]),
        ("birch-valuation", ["About", "Used in", "Same measure"]),
        ("alder-spend-2024", ["About", "Used in", "Same measure"]),
        ("alder-fears-for-recipes", ["Who", "About", "Why"]),
        ("cedar-buys-stake.led_to.alder-fears-for-recipes", ["Cause", "Effect", "After it"]),
        ("bakers", ["Suppliers", "Members"]),
        ("news", ["Claimed from it"]),
    ],
)
def test_pages_have_the_sections_of_their_kind(
    mill: SQLiteStore, record: str, sections: list[str]
) -> None:
    assert [section.title for section in mill.lines(record).sections] == sections
    assert [*dict.fromkeys(row.section for row in mill.claims(record))] == sections


def test_a_source_tells_its_claims_in_reading_order(mill: SQLiteStore) -> None:
    places = [int(row.role.removeprefix("¶ ")) for row in mill.claims("news")]
    assert places == sorted(places)
    assert places[0] == 2
    assert places[-1] == 4


def test_the_story_ties_each_claim_to_those_before_it(mill: SQLiteStore) -> None:
    assert [(row.role, row.claim) for row in mill.story()] == [
        ("", "cedar-buys-stake"),
        ("so", "alder-fears-for-recipes"),
        ("so", "alder.customer_of.birch"),
        ("", "alder-spend-2024"),
    ]


def test_the_story_does_not_say_a_stance_twice(mill: SQLiteStore) -> None:
    states = {row.claim: row.state for row in mill.story()}
    assert states["alder-fears-for-recipes"] == ""
    assert states["alder.customer_of.birch"] == "ending"


@pytest.mark.parametrize(
    ("record", "facts"),
    [
        (
            "birch",
            {
                "valued": "$50 M",
                "revenue": "$20 M (2024)",
                "investor": "Cedar Foods (40 %, planned, likely)",
            },
        ),
        (
            "alder",
            {
                "customer of": "Birch Mills (ending)",
                "spent": "≈ $3 M (2024)",
                "led by": "Dana Fox (head)",
            },
        ),
        ("cedar-buys-stake", {"status": "announced", "stake": "40 %", "announced": "10 Mar 2025"}),
        (
            "alder-fears-for-recipes",
            {
                "stance": "fears",
                "holder": "Alder Bakery",
                "speaker": "Dana Fox",
                "date": "10 Mar 2025",
            },
        ),
    ],
)
def test_a_portrait_tells_the_facts_that_matter(
    mill: SQLiteStore, record: str, facts: dict[str, str]
) -> None:
    portrait = mill.portrait(record)
    assert portrait is not None
    assert {fact.label: plain(fact.value) for fact in portrait.facts} == facts


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ("bakers.customer_of.birch", "Some bakers could be customers of Birch Mills"),
        ("elm.customer_of.birch", "Elm Cakes has ended its purchases from Birch Mills"),
        ("cedar-stake", "Cedar Foods buys 40% of Birch Mills: stake"),
        ("alder-spend-2024", "Alder Bakery’s spend with Birch Mills, 2024"),
        ("alder-share", "Alder Bakery’s share of Birch Mills’ revenue, 2024"),
        (
            "alder-fears-for-recipes.reason_for.alder.customer_of.birch",
            (
                "Alder Bakery is ending its purchases from Birch Mills"
                " – because: Alder fears for its recipes"
            ),
        ),
    ],
)
def test_claims_read_as_sentences(mill: SQLiteStore, record: str, title: str) -> None:
    row = mill.record(record)
    assert row is not None
    assert row.title == title


def test_every_heading_has_its_place() -> None:
    headings = {h for m in MEANINGS.values() for h in (m.heading, m.inverse_heading)}
    assert headings <= set(SECTIONS)
