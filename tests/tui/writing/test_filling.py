"""What is read in selected words: what is sure is filled in, the rest proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scale_explorer.data.suggesting.proposal import NewNameProposal
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.writing.desk import Desk
from scale_explorer.tui.writing.draft import Draft, NewEntity
from scale_explorer.tui.writing.fields import FORMS, WRITABLE
from scale_explorer.tui.writing.naming import actors
from scale_explorer.tui.writing.reading import readings

from .conftest import words


def draft(desk: Desk, exact: str, kind: Kind) -> Draft:
    return readings(desk, words(exact)).draft(kind)


def test_a_figure_is_filled_in_from_its_words(desk: Desk) -> None:
    made = draft(desk, "Birch Mills had revenue of $87 million in 2024", Kind.FIGURE)
    assert made.texts == {
        "subject": "birch-mills",
        "value": "$87 million",
        "period": "2024",
        "quote.attribution": "people familiar with the matter",
    }
    assert made.proposals == {"measure": "revenue"}
    assert made.words is not None
    assert made.words.exact == "Birch Mills had revenue of $87 million in 2024"


def test_a_price_is_proposed_to_be_the_deals(desk: Desk) -> None:
    made = draft(
        desk, "to buy Birch Mills, a maker of cardboard, for about $150 million", Kind.FIGURE
    )
    assert made.proposals["subject"] == "sale"
    assert made.texts["value"] == "about $150 million"


def test_whom_a_pronoun_means_is_only_proposed(desk: Desk) -> None:
    made = draft(desk, "It employs 412 people", Kind.FIGURE)
    assert "subject" not in made.texts
    assert made.proposals["subject"] == "birch-mills"
    assert made.proposals["quote.mentions"] == "It = birch-mills"
    assert made.proposals["measure"] == "headcount"


def test_the_parties_of_a_deal_are_proposed_with_their_roles(desk: Desk) -> None:
    made = draft(desk, "it had agreed to buy Birch Mills", Kind.DEAL)
    assert made.proposals["type"] == "acquisition"
    assert made.proposals["parties"] == "alder-paper buyer; birch-mills target"


def test_who_said_it_is_filled_in(desk: Desk) -> None:
    made = draft(
        desk,
        "“We are reviewing our suppliers,” a spokesperson for Fjord Foods said",
        Kind.STATEMENT,
    )
    assert made.texts["attribution"] == "a spokesperson for Fjord Foods"
    assert made.proposals["stance"] == "asserts"


def test_a_name_that_is_new_is_proposed_as_an_entity(desk: Desk) -> None:
    made = draft(desk, "Birch Mills is a supplier of Fjord Foods", Kind.RELATIONSHIP)
    assert "fjord-foods" in made.proposals.values()
    assert made.new == (NewEntity("fjord-foods", Kind.COMPANY, "Fjord Foods"),)
    assert made.taken == ()
    assert made.accepting_all().taken == made.new


def test_a_new_entity_takes_its_name_from_the_words(desk: Desk) -> None:
    assert draft(desk, "Fjord Foods", Kind.COMPANY).texts["name"] == "Fjord Foods"


def test_the_likeliest_kind_comes_first(desk: Desk) -> None:
    found = readings(desk, words("for about $150 million"))
    assert found.likely[0][0] is Kind.FIGURE


@pytest.mark.parametrize("kind", WRITABLE)
def test_any_words_make_a_form_of_any_kind(desk: Desk, kind: Kind) -> None:
    for exact in ("412", "It", "“We are", "\n\nBirch", "2024, according to people"):
        made = draft(desk, exact, kind)
        assert {*made.texts} <= {each.key for each in made.fields}
        assert {*made.proposals} <= {each.key for each in made.fields}
        assert not {*made.proposals} & {*made.texts}


def test_every_writable_kind_has_a_form() -> None:
    assert {*WRITABLE} == {*FORMS}


def test_the_beginning_of_a_known_name_is_no_new_one(desk: Desk) -> None:
    """`Alder` is the mill's buyer, whatever else is called so: likely, so it is proposed."""
    found = replace(
        readings(desk, words("Birch Mills is a supplier of Fjord Foods")).found,
        new_names=(NewNameProposal(start=0, end=5, words="Alder", rule="test", kind=Kind.COMPANY),),
        names=(),
        selected=(0, 5),
    )
    who = actors(found, desk.manuscript)
    assert [(each.id, each.is_sure) for each in who.everybody] == [("alder-paper", False)]
    assert who.new == ()
