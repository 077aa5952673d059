"""Ids of several sets are kept apart."""

from __future__ import annotations

import pytest

from scale_explorer.data.matching.ids import bare, qualified, set_of, told_apart


def test_an_id_leads_back_to_its_set_and_its_own_form() -> None:
    joined = qualified("mill-story", "elm.customer_of.birch")
    assert (set_of(joined), bare(joined)) == ("mill-story", "elm.customer_of.birch")
    assert (set_of("birch"), bare("birch")) == ("", "birch")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["mill", "bread"], ("mill", "bread")),
        (["mill", "mill"], ("mill", "mill-2")),
        (["mill", "mill", "mill"], ("mill", "mill-2", "mill-3")),
        (["mill", "mill", "mill-2"], ("mill", "mill-3", "mill-2")),
        (["mill-2", "mill", "mill"], ("mill-2", "mill", "mill-3")),
    ],
)
def test_sets_of_one_id_are_numbered_by_path(given: list[str], told: tuple[str, ...]) -> None:
    by_path = {f"/{place}": set_id for place, set_id in enumerate(given)}
    assert told_apart(by_path) == told
    turned = dict(reversed(by_path.items()))
    assert told_apart(turned) == tuple(reversed(told))
