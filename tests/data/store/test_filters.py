"""Filters over lists and pages."""

from __future__ import annotations

import pytest

from scale_explorer.data.query import parse
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import CLAIM_KINDS, Kind


@pytest.mark.parametrize(
    ("kind", "text", "ids"),
    [
        (Kind.COMPANY, "CEDAR", ["cedar"]),
        (Kind.COMPANY, "cedár", ["cedar"]),
        (Kind.COMPANY, "mills norport", ["birch"]),
        (Kind.COMPANY, "!mills", ["cedar", "alder", "elm"]),
        (Kind.COMPANY, "in", ["birch"]),
        (Kind.COMPANY, "tag:flour", ["birch"]),
        (Kind.COMPANY, "country:no", ["birch"]),
        (Kind.COMPANY, ">40m", ["birch"]),
        (Kind.RELATIONSHIP, "status:ending", ["alder.customer_of.birch"]),
        (Kind.RELATIONSHIP, "is:former", ["elm.customer_of.birch"]),
        (Kind.RELATIONSHIP, "is:unsupported", ["bakers.customer_of.birch"]),
        (Kind.RELATIONSHIP, "type:invested subject:cedar", ["cedar.invested_in.birch"]),
        (Kind.RELATIONSHIP, 'subject:"elm cakes"', ["elm.customer_of.birch"]),
        (Kind.RELATIONSHIP, "!object:birch", ["dana-fox.leads.alder"]),
        (Kind.RELATIONSHIP, "is:planned is:likely", ["cedar.invested_in.birch"]),
        (Kind.DEAL, "party:birch", ["cedar-buys-stake"]),
        (Kind.DEAL, "is:lead", ["cedar-buys-stake"]),
        (Kind.FIGURE, "measure:valuation", ["birch-valuation", "birch-valuation-before"]),
        (Kind.FIGURE, "year:2024 !is:derived", ["birch-revenue-2024", "alder-spend-2024"]),
        (Kind.FIGURE, "scope:alder", ["alder-share"]),
        (Kind.FIGURE, ">40%", []),
        (Kind.FIGURE, ">=40%", ["cedar-stake"]),
        (Kind.FIGURE, ">15%", ["cedar-stake", "alder-share"]),
        (Kind.FIGURE, "!<15%", ["cedar-stake"]),
        (Kind.FIGURE, ">$25m", ["birch-valuation", "birch-valuation-before"]),
        (Kind.FIGURE, ">€25m", []),
        (Kind.STATEMENT, "stance:fears holder:alder", ["alder-fears-for-recipes"]),
        (Kind.REASON, "is:inferred", ["cedar-buys-stake.led_to.alder-fears-for-recipes"]),
        (Kind.PERSON, "is:unnamed", []),
        (Kind.GROUP, "is:unnamed", ["bakers"]),
    ],
)
def test_keeps_what_matches(mill: SQLiteStore, kind: Kind, text: str, ids: list[str]) -> None:
    wanted = parse(text)
    assert [row.id for row in mill.records(kind, wanted)] == ids
    assert mill.count(kind, wanted) == len(ids)


@pytest.mark.parametrize("text", ["' OR 1=1 --", '"', "100%_", "*", "NEAR(", 'a"b*'])
def test_takes_every_word_as_words(mill: SQLiteStore, text: str) -> None:
    wanted = parse(text, lenient=True)
    known = {row.id for kind in Kind for row in mill.records(kind, wanted)}
    assert wanted.terms == () or known == set()


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("elm", ["Elm Cakes"]),
        ("alder customers", ["Alder Bakery", "spent", "plans to spend"]),
        ("customers >3.9m", ["Alder Bakery", "plans to spend"]),
        ("planned customers", ["Alder Bakery", "plans to spend"]),
        ("is:former", ["Elm Cakes"]),
        ("measure:revenue", ["revenue"]),
    ],
)
def test_a_page_keeps_the_line_above_an_indented_one(
    mill: SQLiteStore, text: str, labels: list[str]
) -> None:
    assert [row.label for row in mill.claims("birch", parse(text))] == labels


def test_documents_match_as_their_lines_do(mill: SQLiteStore) -> None:
    (document,) = mill.documents(Kind.DEAL, parse("cedar"))
    assert document == mill.document("cedar-buys-stake")
    assert mill.documents(Kind.DEAL, parse("elm")) == ()


def test_every_quality_that_rows_show_can_be_asked_for(mill: SQLiteStore) -> None:
    for kind in CLAIM_KINDS:
        for row in mill.records(kind):
            for flag in row.flags:
                ids = [found.id for found in mill.records(kind, parse(f"is:{flag}"))]
                assert row.id in ids
