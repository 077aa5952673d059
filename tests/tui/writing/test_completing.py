"""What a field may mean while one types."""

from __future__ import annotations

import pytest

from scale_explorer.models.kinds import Kind
from scale_explorer.tui.writing.completing import MOST, Offer, offers
from scale_explorer.tui.writing.desk import Desk
from scale_explorer.tui.writing.draft import NewEntity
from scale_explorer.tui.writing.fields import FORMS, QUOTE_FIELDS, Field


def field(kind: Kind, key: str) -> Field:
    return next(each for each in (*FORMS[kind], *QUOTE_FIELDS) if each.key == key)


def offered(desk: Desk, kind: Kind, key: str, text: str, *new: NewEntity) -> tuple[Offer, ...]:
    found = offers(field(kind, key), text, desk.choices, new)
    assert len(found) <= MOST
    return found


@pytest.mark.parametrize("typed", ["birch", "mills", "Birch Mills", "bich", "birch-mills"])
def test_a_record_is_found_by_name_id_and_with_slips(desk: Desk, typed: str) -> None:
    assert offered(desk, Kind.FIGURE, "subject", typed)[0].text == "birch-mills"


def test_only_records_that_may_stand_there_are_offered(desk: Desk) -> None:
    kinds = {each.text for each in offered(desk, Kind.DEAL, "parties", "")}
    assert kinds == {"birch-mills", "alder-paper"}
    assert "sale" in {each.text for each in offered(desk, Kind.FIGURE, "subject", "")}


def test_an_unknown_name_is_offered_as_new_behind_what_is_like_it(desk: Desk) -> None:
    found = offered(desk, Kind.FIGURE, "subject", "Birch Mill")
    assert found[0].text == "birch-mills"
    new = [each.new for each in found if each.new]
    assert new[0] == NewEntity("birch-mill", Kind.COMPANY, "Birch Mill")
    fjord = offered(desk, Kind.RELATIONSHIP, "object", "Fjord Foods Ltd")
    assert fjord[0].label == "new company “Fjord Foods Ltd”"
    assert fjord[0].text == "fjord-foods"
    assert {each.new.kind for each in fjord if each.new} >= {Kind.PERSON, Kind.ORGANIZATION}


def test_a_known_name_is_not_offered_as_new(desk: Desk) -> None:
    assert not [each for each in offered(desk, Kind.FIGURE, "subject", "birch mills") if each.new]


def test_what_is_new_in_the_form_is_offered_in_its_other_fields(desk: Desk) -> None:
    new = NewEntity("fjord", Kind.COMPANY, "Fjord Foods")
    assert offered(desk, Kind.FIGURE, "scope", "fjo", new)[0].text == "fjord"


def test_values_of_a_choice_are_offered(desk: Desk) -> None:
    assert offered(desk, Kind.FIGURE, "measure", "re")[0].text == "revenue"
    owns = offered(desk, Kind.RELATIONSHIP, "type", "customer")[0]
    assert (owns.text, owns.detail) == ("customer_of", "is a customer of")


def test_the_last_of_several_is_completed_and_then_its_role(desk: Desk) -> None:
    first = offered(desk, Kind.DEAL, "parties", "birch-mills target; alder")[0]
    assert first.text == "birch-mills target; alder-paper"
    role = offered(desk, Kind.DEAL, "parties", "birch-mills target; alder-paper b")[0]
    assert role.text == "birch-mills target; alder-paper buyer"


def test_what_words_mean_is_completed_behind_the_sign(desk: Desk) -> None:
    assert offered(desk, Kind.FIGURE, "quote.mentions", "it") == ()
    assert offered(desk, Kind.FIGURE, "quote.mentions", "it = bir")[0].text == "it = birch-mills"
    second = offered(desk, Kind.FIGURE, "quote.mentions", "it = sale; the mill = bir")[0]
    assert second.text == "it = sale; the mill = birch-mills"


def test_free_words_are_not_completed(desk: Desk) -> None:
    assert offered(desk, Kind.FIGURE, "value", "birch") == ()
