"""What a key asks of the store, in queries and in rows: the same on every machine.

Each budget is what it takes now and a fifth more; who needs more has to say so here.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.look import look
from scale_explorer.tui.state import (
    AskWhy,
    Back,
    Browse,
    Follow,
    Intent,
    Navigation,
    Pane,
    SelectClaim,
    SetFilter,
    update,
)

from .counting import Asked, counted


@dataclass(frozen=True, slots=True)
class Budget:
    """A way to a place, the intent of one key there, and how much that may ask."""

    name: str
    way: tuple[Intent, ...]
    key: Intent
    queries: int
    rows: int


BUDGETS = (
    Budget("move in Browse", (Browse("scale-ai"),), Browse("google"), 29, 81),
    Budget("move in the claims", (Follow("scale-ai"),), SelectClaim("00000003"), 17, 18),
    Budget("follow", (Follow("scale-ai"),), Follow("google"), 28, 80),
    Budget("go back", (Follow("scale-ai"), Follow("google")), Back(), 26, 126),
    Budget("ask why", (Follow("google"),), AskWhy("google.customer_of.scale-ai"), 48, 49),
    Budget("a letter of a filter", (Follow("scale-ai"),), SetFilter(Pane.FOCUS, "g"), 24, 125),
)


def asked(store: SQLiteStore, budget: Budget, times: int = 1) -> Asked:
    navigation = Navigation()
    for intent in budget.way:
        navigation = update(navigation, intent)
    scene = look(store, navigation)
    navigation = update(navigation, budget.key)
    with counted() as count:
        for _ in range(times):
            look(store, navigation, scene)
    return count


@pytest.mark.parametrize("budget", BUDGETS, ids=lambda each: each.name)
def test_a_key_asks_no_more_than_it_may(story: SQLiteStore, budget: Budget) -> None:
    count = asked(story, budget)
    assert count.queries <= budget.queries
    assert count.rows <= budget.rows


@pytest.mark.parametrize("budget", BUDGETS, ids=lambda each: each.name)
def test_asking_twice_is_too_much(story: SQLiteStore, budget: Budget) -> None:
    count = asked(story, budget, times=2)
    assert count.queries > budget.queries
    assert count.rows > budget.rows
