"""Command lines that are read without argparse are held against argparse."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.models.errors import UsageError
from scale_explorer.tui.arguments.argument import LEFT_OUT
from scale_explorer.tui.arguments.parsers import verb_parser
from scale_explorer.tui.arguments.plain_line import read_plainly
from scale_explorer.tui.arguments.verb import Verb
from scale_explorer.tui.arguments.verbs import HIDDEN, VERBS

EVERY_VERB = {
    **VERBS,
    **HIDDEN,
    **{f"new {name}": form for name, form in VERBS["new"].forms.items()},
}
EVERY_OPTION = (each for verb in EVERY_VERB.values() for each in verb.options)
OPTIONS = sorted({name for each in EVERY_OPTION for name in each.names})
"""Also those that a verb does not take."""
WORDS = (
    "", "a", "scale-ai", "table", "json", "sarif", "svg", "2", "95%", "-", "--", "--form", "-x",
    "-1", "a b", "--format=json", "-oFILE", "bash", "owns", LEFT_OUT, SUPPRESS, "--filter=a b",
)  # fmt: skip
LINES = st.lists(st.sampled_from([*OPTIONS, *WORDS]) | st.text(max_size=4), max_size=6)


def by_argparse(name: str, verb: Verb, words: list[str]) -> dict[str, Any] | None:
    try:
        return vars(verb_parser(name, verb).parse_intermixed_args(words))
    except (UsageError, SystemExit):
        return None


@given(st.sampled_from(sorted(EVERY_VERB)), LINES)
def test_what_is_read_plainly_is_what_argparse_reads(name: str, words: list[str]) -> None:
    verb = EVERY_VERB[name]
    plain = read_plainly(verb, words)
    if plain is not None:
        assert plain == by_argparse(name, verb, words)


@pytest.mark.parametrize("name", sorted(set(EVERY_VERB) - {"new"}))
def test_the_example_of_every_verb_is_read_as_argparse_reads_it(name: str) -> None:
    verb = EVERY_VERB[name]
    words = ["a"] * sum(each.settings.get("nargs") in {None, "+"} for each in verb.places)
    told = by_argparse(name, verb, words)
    assert read_plainly(verb, words) in (None, told)


@pytest.mark.parametrize(
    "words",
    [
        ["scale-ai"],
        ["scale-ai", "--format", "json"],
        ["scale-ai", "type:owns", "--data", "a", "--data", "b"],
        ["--filter", "a b", "scale-ai", "--as-of", "2024", "c"],
    ],
    ids=" ".join,
)
def test_what_scripts_write_needs_no_argparse(words: list[str]) -> None:
    verb = VERBS["show"]
    assert read_plainly(verb, words) == by_argparse("show", verb, words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["a", "--form", "json"],
        ["a", "--format=json"],
        ["a", "--format"],
        ["a", "--format", "sarif"],
        ["a", "--no"],
        ["a", "--data", ""],
        ["a", "--data", "-x"],
    ],
    ids=" ".join,
)
def test_all_else_is_left_to_argparse(words: list[str]) -> None:
    assert read_plainly(VERBS["show"], words) is None
