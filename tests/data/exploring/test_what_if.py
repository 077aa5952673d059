"""What follows when relationships are switched off, on the small mill story."""

from __future__ import annotations

import pytest

from scale_explorer.data.exploring.stepping import last_change, stepped
from scale_explorer.data.exploring.switching import switched_off
from scale_explorer.data.exploring.what_if import what_if
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.errors import UnknownNameError, UsageError

ALDER, ELM = "alder.customer_of.birch", "elm.customer_of.birch"


def test_an_entity_means_all_its_relationships(mill: SQLiteStore) -> None:
    assert switched_off(mill, ["alder"]) == {ALDER, "dana-fox.leads.alder"}


def test_on_a_page_it_means_those_with_its_company(mill: SQLiteStore) -> None:
    assert switched_off(mill, ["alder"], "birch") == {ALDER}
    assert switched_off(mill, ["Alder Bakery"], "birch") == {ALDER}
    assert switched_off(mill, ["birch"], "birch") > {ALDER, ELM}


def test_a_relationship_means_itself_wherever(mill: SQLiteStore) -> None:
    assert switched_off(mill, [ELM, ALDER], "cedar") == {ELM, ALDER}


@pytest.mark.parametrize(
    ("name", "about", "told"),
    [
        ("cedar-buys-stake", None, "is a deal"),
        ("alder-share", None, "is a figure"),
        ("elm", "cedar", "elm has no relationship with cedar"),
    ],
)
def test_what_cannot_be_switched_off_says_why(
    mill: SQLiteStore, name: str, about: str | None, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        switched_off(mill, [name], about)


def test_a_slip_is_answered_with_what_is_near(mill: SQLiteStore) -> None:
    with pytest.raises(UnknownNameError, match="alder"):
        switched_off(mill, ["aldr"])


def test_it_tells_what_falls_and_who_loses_what(mill: SQLiteStore) -> None:
    found = what_if(mill, Lens(without=frozenset({ALDER, ELM, "nobody.knows.this"})))
    alder, elm = found.switched
    assert {each.id for each in alder.fallen} == {
        "alder-spend-2024", "alder-spend-2025", "alder-share",
        "alder-fears-for-recipes.reason_for.alder.customer_of.birch",
    }  # fmt: skip
    assert elm.fallen == ()
    assert alder.ends == ("alder", "birch")
    assert found.missing == ("nobody.knows.this",)
    birch = next(one for one in found.touched if one.record.id == "birch")
    assert found.touched[0] is birch  # two of the relationships are its own
    unstated = [party.tie.claim for party in birch.risk.revenue.unstated]
    assert unstated == [ELM]
    assert [total.parts[0].id for total in birch.risk.revenue.amounts] == ["alder-spend-2024"]


def test_as_of_a_day_only_what_was_there_is_lost(mill: SQLiteStore) -> None:
    found = what_if(mill, Lens("2019-06-01", frozenset({ALDER, ELM})))
    assert [one.record.id for one in found.switched] == [ALDER]
    assert found.missing == (ELM,)
    assert found.switched[0].fallen == ()
    birch = next(one for one in found.touched if one.record.id == "birch")
    assert birch.risk.revenue.amounts == ()
    assert [party.tie.claim for party in birch.risk.revenue.unstated] == [ALDER]


def test_one_steps_through_all_days_and_back(mill: SQLiteStore) -> None:
    lens, days = stepped(mill, PLAIN_LENS), list[str | None]()
    while lens is not None:
        days.append(lens.as_of)
        lens = stepped(mill, lens)
    assert days == [day.day for day in mill.days()]
    back = [stepped(mill, Lens(day), back=True) for day in reversed(days)]
    assert [lens and lens.as_of for lens in back] == [*reversed(days[:-1]), None]
    assert stepped(mill, PLAIN_LENS, back=True) == Lens(days[-1])
    assert last_change(mill, Lens("2020-05-05")) == mill.days("2019-12-31", limit=1)[0]
    assert last_change(mill, PLAIN_LENS) is None
    assert last_change(mill, Lens("1999-01-01")) is None
