from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.finding import Severity
from scale_explorer.tui.keymap import DEFAULT, PANE_SCOPES, PRESETS, Keymap
from scale_explorer.tui.remapping import MOST_KEYS, VITAL, Problem, remapped
from scale_explorer.tui.sequences import press

Told = list[tuple[str, Severity, str]]


def errors(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(one.about, one.message) for one in problems if one.severity is Severity.ERROR]


def warnings(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(one.about, one.message) for one in problems if one.severity is Severity.WARNING]


def doing(keymap: Keymap, pane: str, key: str) -> str:
    """Return the id of what a single key does in a pane, or nothing."""
    return next((b.id for b in keymap.at(pane) if key in b.keys), "")


def test_an_action_has_the_keys_that_are_given_and_no_other_changes() -> None:
    keymap, problems = remapped(DEFAULT, {"app.why": ("?", "Ctrl+W", "g w")})
    assert keymap.keys_of("app.why") == ("question_mark", "ctrl+w", "g w")
    assert problems == ()
    unchanged = [b.id for b in keymap.bindings if b in DEFAULT.bindings]
    assert set(DEFAULT.keys_of("app.help")) - set(keymap.keys_of("app.help")) == {"question_mark"}
    assert len(unchanged) == len(DEFAULT.bindings) - 2


def test_a_key_given_twice_counts_once() -> None:
    keymap, problems = remapped(DEFAULT, {"app.why": ("/", "slash", "Z")})
    assert keymap.keys_of("app.why") == ("slash", "Z")
    assert warnings(problems) == [
        ("app.why", "/ takes the last key of panes.filter, which now has none")
    ]


def test_an_action_is_disabled_by_no_keys() -> None:
    keymap, problems = remapped(DEFAULT, {"app.suspend": ()})
    assert (keymap.keys_of("app.suspend"), problems) == ((), ())


@pytest.mark.parametrize("id_", VITAL)
def test_what_leads_out_is_not_disabled(id_: str) -> None:
    keymap, problems = remapped(DEFAULT, {id_: ()})
    assert keymap == DEFAULT
    assert errors(problems) == [(id_, "this action must keep a key, so it keeps its usual ones")]


@pytest.mark.parametrize("action", ["app.why", "panes.down", "source.out"])
def test_the_last_key_that_leads_out_cannot_be_taken(action: str) -> None:
    keymap, problems = remapped(DEFAULT, {action: ("q", "f9")})
    assert keymap.keys_of(action) == ("f9",)
    assert keymap.keys_of("app.quit") == ("q",)
    assert errors(problems) == [(action, "q stays with app.quit; give that another key first")]


def test_it_can_be_taken_when_another_key_leads_out() -> None:
    keymap, problems = remapped(DEFAULT, {"app.why": ("q",), "app.quit": ("Q",)})
    assert (keymap.keys_of("app.why"), keymap.keys_of("app.quit")) == (("q",), ("Q",))
    assert errors(problems) == []


def test_of_two_wishes_for_a_key_the_first_stands_and_both_are_named() -> None:
    keymap, problems = remapped(DEFAULT, {"app.why": ("v",), "browse.open": ("v", "enter")})
    assert (keymap.keys_of("app.why"), keymap.keys_of("browse.open")) == (("v",), ("enter",))
    assert errors(problems) == [("browse.open", "v clashes with v for app.why")]


def test_two_panes_may_use_the_same_key() -> None:
    keymap, problems = remapped(DEFAULT, {"browse.out": ("Z",), "source.out": ("Z",)})
    assert problems == ()
    assert doing(keymap, "browse", "Z") == "browse.out"
    assert doing(keymap, "source", "Z") == "source.out"


@pytest.mark.parametrize(("first", "second"), [("x x", "x"), ("x", "x x"), ("x", "x x x")])
def test_a_key_may_not_begin_a_sequence(first: str, second: str) -> None:
    keymap, problems = remapped(DEFAULT, {"app.why": (first,), "app.copy": (second, "c")})
    assert keymap.keys_of("app.copy") == ("c",)
    assert errors(problems) == [("app.copy", f"{second} clashes with {first} for app.why")]


def test_a_single_key_takes_the_usual_sequences_that_begin_with_it() -> None:
    keymap, problems = remapped(DEFAULT, {"app.copy": ("g",)})
    assert keymap.keys_of("panes.top") == ("home",)
    assert keymap.keys_of("app.go-story") == ()
    assert ("app.copy", "g takes the last key of app.go-story, which now has none") in warnings(
        problems
    )


def test_a_letter_in_a_mark_is_any_letter() -> None:
    keymap, _ = remapped(DEFAULT, {"app.why": ("m x",)})
    assert keymap.keys_of("app.set-mark") == ()


@pytest.mark.parametrize("pane", PANE_SCOPES)
def test_a_wish_for_everywhere_holds_in_every_pane(pane: str) -> None:
    keymap, problems = remapped(DEFAULT, {"app.why": ("c", "l", "j")})
    assert [doing(keymap, pane, key) for key in "clj"] == ["app.why"] * 3
    assert warnings(problems) == [
        ("app.why", "c takes the last key of source.next-uncited, which now has none")
    ]


def test_a_wish_for_one_pane_hides_a_key_there_alone_and_says_so() -> None:
    keymap, problems = remapped(DEFAULT, {"browse.into": ("w",)})
    assert (doing(keymap, "browse", "w"), doing(keymap, "focus", "w")) == ("browse.into", "app.why")
    assert problems == (
        Problem("browse.into", "In 1 Browse w now hides app.why", Severity.WARNING),
    )


def test_actions_can_swap_their_keys() -> None:
    keymap, problems = remapped(DEFAULT, {"app.why": ("o",), "app.open-claim": ("w",)})
    assert (doing(keymap, "focus", "o"), doing(keymap, "focus", "w")) == (
        "app.why",
        "app.open-claim",
    )
    assert problems == ()


def test_an_action_without_one_good_key_keeps_its_usual_ones() -> None:
    keymap, problems = remapped(DEFAULT, {"app.why": ("ctrl+i", "alt+w")})
    assert keymap == DEFAULT
    assert [about for about, _ in errors(problems)] == ["app.why", "app.why"]


@pytest.mark.parametrize(("written", "hint"), [("app.wy", "app.why"), ("nonsense", "keys` lists")])
def test_an_unknown_action_is_told_with_the_nearest(written: str, hint: str) -> None:
    keymap, problems = remapped(DEFAULT, {written: ("v",)})
    assert keymap == DEFAULT
    assert hint in problems[0].message


@pytest.mark.parametrize(
    ("action", "key"), [("app.set-mark", "f9"), ("app.why", "v <letter>"), ("app.why", "<letter>")]
)
def test_a_letter_stands_where_the_action_takes_one(action: str, key: str) -> None:
    keymap, problems = remapped(DEFAULT, {action: (key,)})
    assert keymap == DEFAULT
    assert "letter" in problems[0].message


def test_marks_can_be_set_with_other_keys() -> None:
    keymap, problems = remapped(DEFAULT, {"app.set-mark": ("Z <letter>",)})
    assert problems == ()
    waiting = press((), "Z", keymap.at("focus")).waiting
    assert press(waiting, "a", keymap.at("focus")).letter == "a"


def test_keys_of_multiplexers_are_bound_with_a_warning() -> None:
    keymap, problems = remapped(DEFAULT, {"app.why": ("ctrl+a",)})
    assert keymap.keys_of("app.why") == ("ctrl+a",)
    assert "screen" in warnings(problems)[0][1]


def test_the_number_of_keys_is_bounded() -> None:
    written = tuple(f"f9 {letter}" for letter in "abcdefghijkl")
    keymap, problems = remapped(DEFAULT, {"app.why": written})
    assert keymap.keys_of("app.why") == written[:MOST_KEYS]
    assert len(problems) == 1


KEYS = st.sampled_from(
    [
        "q",
        "?",
        "f1",
        "escape",
        "g",
        "g g",
        "g s",
        "m",
        "m a",
        "w",
        "j",
        "enter",
        "tab",
        "ctrl+i",
        "x",
    ]
)
CHANGES = st.dictionaries(
    st.sampled_from([binding.id for binding in DEFAULT.bindings]),
    st.lists(KEYS, max_size=3).map(tuple),
    max_size=8,
)


@given(st.sampled_from(list(PRESETS.values())), CHANGES)
def test_whatever_is_wished_one_gets_out_and_what_is_granted_works(
    preset: Keymap, changes: dict[str, tuple[str, ...]]
) -> None:
    keymap, _ = remapped(preset, changes)
    for pane in PANE_SCOPES:
        for id_ in VITAL:
            assert any(reaches(keymap, pane, keys) == id_ for keys in keymap.keys_of(id_))
        for binding in keymap.of(pane):
            if binding.keys != preset.keys_of(binding.id) and binding.id in changes:
                assert {reaches(keymap, pane, keys) for keys in binding.keys} <= {binding.id}


def reaches(keymap: Keymap, pane: str, keys: str) -> str:
    """Return the id of what is done when keys are pressed one after the other."""
    bindings = keymap.at(pane)
    waiting: tuple[str, ...] = ()
    for key in keys.replace("<letter>", "z").split(" "):
        meant = press(waiting, key, bindings)
        waiting = meant.waiting
        if meant.ended or not waiting:
            return meant.ended.id if meant.ended else doing(keymap, pane, key)
    return ""
