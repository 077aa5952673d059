from __future__ import annotations

import pytest

from scale_explorer.data.query import parse
from scale_explorer.data.vocabulary import FIELDS, QUALITIES
from scale_explorer.models.claim import Modality
from scale_explorer.models.deal import DealStatus
from scale_explorer.models.figure import FigureStatus
from scale_explorer.models.relationship import RelationStatus
from scale_explorer.tui.goto.filters import MODALITIES, STATUSES
from scale_explorer.tui.goto.targets import FilterBy, GoPlace
from scale_explorer.tui.state import Place, View

from .conftest import Ask


def labels(ask: Ask, typed: str) -> list[str]:
    return [offer.label for offer in ask(typed) if offer.kind_word in {"filter", "field"}]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("filter is:pl", ["is:planned"]),
        ("filter !is:inf", ["!is:inferred"]),
        ("filter is:palnned", ["is:planned"]),
        ("filter stat", ["stat", "status:"]),
        ("filter status:an", ["status:an", "status:announced"]),
        ("filter modality:cond", ["modality:cond", "modality:conditional"]),
        ("filter kind:publ", ["kind:publ", "kind:public-body"]),
        ("filter subject:scale-ai", ["subject:scale-ai"]),
        ("filter hedg", ["hedg", "is:hedged"]),
        ("filter google is:hed", ["is:hedged"]),
        ('filter "cut ties" is:hed', ["is:hedged"]),
    ],
)
def test_the_last_word_is_completed(ask: Ask, typed: str, offered: list[str]) -> None:
    assert labels(ask, typed)[: len(offered)] == offered


def test_a_value_may_be_a_record(ask: Ask) -> None:
    assert "holder:google" in labels(ask, "filter holder:goo")


def test_all_words_are_offered_where_none_is_begun(ask: Ask) -> None:
    offered = labels(ask, "filter google ")
    assert offered[0] == "google"
    assert {f"{field}:" for field in FIELDS} <= set(offered)
    assert {f"is:{quality}" for quality in QUALITIES} <= set(offered)


def test_whatever_can_be_chosen_is_a_filter_that_can_be_read(ask: Ask) -> None:
    for typed in ("filter ", "filter google is:", "filter status:", "filter kind:", "filter !"):
        for offer in ask(typed):
            if isinstance(offer.target, FilterBy):
                assert parse(offer.target.text).terms


def test_a_field_waits_for_its_value(ask: Ask) -> None:
    field = next(offer for offer in ask("filter meta stat") if offer.label == "status:")
    assert (field.target, field.completion) == (None, "filter meta status:")


def test_what_is_no_filter_says_why(ask: Ask) -> None:
    (wrong,) = ask("filter is:xyzzy google")
    assert wrong.target is None
    assert "xyzzy" in wrong.why_not


def test_a_list_is_narrowed_the_same_way(ask: Ask) -> None:
    deals = Place(View.LIST, "deal")
    assert ask("list deals is:pl")[0].target == GoPlace(deals, "is:planned")
    empty = ask("list organizations")[0]
    assert empty.target == GoPlace(Place(View.LIST, "organization"))
    assert "no organization" in empty.why_not


def test_the_values_are_those_of_the_models() -> None:
    models = (*RelationStatus, *DealStatus, *FigureStatus)
    assert set(STATUSES) == {status.value.replace("_", "-") for status in models}
    assert set(MODALITIES) == {sure.value for sure in Modality}
