from __future__ import annotations

import subprocess
import sys

import pytest

from scale_explorer.tui.help_search import found, topic_of, topic_of_sign
from scale_explorer.tui.keymap import DEFAULT
from scale_explorer.tui.keys import BINDINGS

TOPICS = (
    *map(topic_of, BINDINGS),
    topic_of_sign("ƒ", "computed from other figures"),
    topic_of_sign("┄ ⇠ ⇢", "inferred: a reader concluded it"),
)


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("w", "app.why"),
        ("G", "panes.bottom"),
        ("ctrl+d", "panes.half-down"),
        ("Ctrl+D", "panes.half-down"),
        ("Esc", "app.peel"),
        ("escape", "app.peel"),
        ("F1", "app.help"),
        ("?", "app.help"),
        ("/", "panes.filter"),
        ("⌫", "app.back"),
        ("g g", "panes.top"),
        ("gg", "panes.top"),
        ("gs", "app.go-story"),
        ("m a", "app.set-mark"),
        ("'", "app.go-to-mark"),
        ("filter", "panes.filter"),
        ("FILTER", "panes.filter"),
        ("zoom", "app.zoom"),
        ("previous quote", "app.previous-quote"),
        ("ƒ", "ƒ"),
        ("⇢", "┄ ⇠ ⇢"),
        ("inferred", "┄ ⇠ ⇢"),
    ],
)
def test_the_first_one_found_is_what_was_meant(typed: str, id_: str) -> None:
    assert found(TOPICS, typed)[0] == id_


def test_keys_that_do_nothing_until_words_are_selected_come_last_of_equals() -> None:
    assert found(TOPICS, "Esc")[:2] == ("app.peel", "select.end")
    topics = [topic_of(binding, selecting=True) for binding in BINDINGS]
    assert found(topics, "Esc")[:2] == ("select.end", "app.peel")


def test_the_key_then_keys_that_begin_so_then_words_then_what_is_inside() -> None:
    bindings = DEFAULT.with_keys(
        {
            "app.copy": ("x",),
            "app.views": ("x 1",),
            "app.undo": ("u",),
        }
    ).bindings
    topics = (
        topic_of_sign("1", "an axe"),
        topic_of_sign("2", "x-rays"),
        *(topic_of(binding) for binding in bindings if binding.id in {"app.views", "app.copy"}),
    )
    assert found(topics, "x") == ("app.copy", "app.views", "2", "1")


def test_a_letter_is_itself_and_not_the_beginning_of_a_keys_name() -> None:
    assert found(TOPICS, "s")[0] == "app.show-source"
    assert "panes.filter" not in found(TOPICS, "s")[:2]
    assert "panes.filter" in found(TOPICS, "sla")


@pytest.mark.parametrize(("slip", "id_"), [("fliter", "panes.filter"), ("undoo", "app.undo")])
def test_slips_are_forgiven_where_nothing_better_is_found(slip: str, id_: str) -> None:
    assert id_ in found(TOPICS, slip)[:3]


def test_what_only_comes_near_is_left_out_where_something_fits() -> None:
    topics = (topic_of_sign("1", "quite"), topic_of_sign("2", "quit"))
    assert found(topics, "quit") == ("2", "1")
    topics = (topic_of_sign("1", "quiet"), topic_of_sign("2", "quit"))
    assert found(topics, "quit") == ("2",)


@pytest.mark.parametrize("typed", ["xyzzy", "\u202e", "x" * 5_000, "[/", "ctrl+ctrl"])
def test_nonsense_finds_nothing(typed: str) -> None:
    assert found(TOPICS, typed) == ()


def test_it_knows_no_textual_and_a_key_is_found_without_the_matcher_of_words() -> None:
    code = (
        "import sys; from scale_explorer.tui.help_search import found, topic_of;"
        "from scale_explorer.tui.keys import BINDINGS;"
        "print(found(map(topic_of, BINDINGS), 'w')[0],"
        "{'textual', 'rapidfuzz'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "app.why set()\n"
