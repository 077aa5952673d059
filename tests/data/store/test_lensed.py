"""A store behind a lens has every question of the protocol, and passes all of it on."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any, cast

import pytest

from scale_explorer.data.store.lensed import Lensed, through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens

QUESTIONS = tuple(
    name for name, part in vars(Store).items() if callable(part) and not name.startswith("_")
)
ALIKE_THROUGH_ALL = {"begins", "summary", "visit", "mark_new", "matches"}
"""What no lens changes: whoever adds a question says here whether it is one of these."""
OWN = Lens("2021", frozenset({"elm"}))
ASKED_WITH = Lens("2020", frozenset({"oak"}))
BOTH = Lens("2020", frozenset({"elm", "oak"}))


class Recorder:
    """Stands for a store; keeps what it is asked, by the names of the protocol."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.answer = object()

    def __getattr__(self, name: str) -> Callable[..., object]:
        def ask(*args: Any, **named: Any) -> object:
            bound = signature(getattr(Store, name)).bind(self, *args, **named)
            bound.apply_defaults()
            del bound.arguments["self"]
            self.asked.append((name, bound.arguments))
            return self.answer

        return ask


def parameters(name: str) -> dict[str, Parameter]:
    found = dict(signature(getattr(Store, name)).parameters)
    del found["self"]
    return found


def test_only_what_no_lens_changes_takes_none() -> None:
    assert {name for name in QUESTIONS if "lens" not in parameters(name)} == ALIKE_THROUGH_ALL


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_can_be_asked_whatever_a_store_can_in_the_same_words(name: str) -> None:
    own = vars(Lensed).get(name)
    assert own is not None, f"Lensed lacks {name}: add it there, with the lens passed on"
    assert signature(own) == signature(getattr(Store, name))


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_is_passed_on_whole_through_both_lenses(name: str) -> None:
    store, taken = Recorder(), parameters(name)
    lensed = through(cast("Store", store), OWN)
    given = {each: ASKED_WITH if each == "lens" else object() for each in taken}
    assert getattr(lensed, name)(**given) is store.answer
    assert store.asked == [(name, {**given, "lens": BOTH} if "lens" in taken else given)]


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_is_left_out_is_what_it_is_by_default_but_for_the_lens(name: str) -> None:
    store, taken = Recorder(), parameters(name)
    needed = {each: object() for each, one in taken.items() if one.default is Parameter.empty}
    if "lens" in needed:
        needed["lens"] = PLAIN_LENS
    usual = {each: one.default for each, one in taken.items() if each not in needed}
    getattr(through(cast("Store", store), OWN), name)(**needed)
    seen = {**needed, **usual}
    assert store.asked == [(name, {**seen, "lens": OWN} if "lens" in taken else seen)]


def test_without_a_lens_it_is_the_store_itself() -> None:
    store = cast("Store", Recorder())
    assert through(store, PLAIN_LENS) is store
