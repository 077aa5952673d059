"""How two records are connected, in words: steps, the weakest of them, and what was not found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scale_explorer.data.exploring.paths import (
    Connection,
    Question,
    connection,
    end,
    graph,
    summary,
)
from scale_explorer.data.query import EVERYTHING, FilterError, parse
from scale_explorer.data.store.path_rows import Cut, Paths
from scale_explorer.data.store.sqlite import SQLiteStore


def question(mill: SQLiteStore, first: str, second: str) -> Question:
    one, other = end(mill, first), end(mill, second)
    assert one is not None
    assert other is not None
    return Question(one, other)


def asked(mill: SQLiteStore, first: str, second: str, text: str = "") -> Connection:
    return connection(mill, question(mill, first, second), parse(text))


def ways(answer: Connection) -> list[str]:
    return [" ".join(path.records) for path in answer.paths]


def test_each_step_reads_on_from_the_one_before(mill: SQLiteStore) -> None:
    path = asked(mill, "elm", "cedar").paths[0]
    told = [(step.near_name, step.ties[0].phrase, step.far_name) for step in path.steps]
    assert told == [
        ("Elm Cakes", "has ended its purchases from", "Birch Mills"),
        ("Birch Mills", "has as investor", "Cedar Foods"),
    ]


def test_the_weakest_step_is_marked(mill: SQLiteStore) -> None:
    path = asked(mill, "elm", "cedar").paths[0]
    assert [step.because for step in path.steps] == ["", "fewest quotes, 1"]


def test_equal_steps_are_not_marked(mill: SQLiteStore) -> None:
    path = asked(mill, "elm", "cedar", "type:party type:customer").paths[0]
    assert len({step.strength for step in path.steps}) == 1
    assert {step.because for step in path.steps} == {""}


def test_of_a_filter_types_are_walked_and_words_are_met(mill: SQLiteStore) -> None:
    assert ways(asked(mill, "elm", "cedar", "type:customer type:invested")) == ["elm birch cedar"]
    assert ways(asked(mill, "elm", "cedar", "!type:party")) == ["elm birch cedar"]
    assert ways(asked(mill, "elm", "cedar", "target")) == ["elm birch cedar-buys-stake cedar"]
    assert ways(asked(mill, "elm", "cedar", "!target")) == ["elm birch cedar"]
    assert ways(asked(mill, "elm", "cedar", "!is:planned")) == ["elm birch cedar-buys-stake cedar"]


def test_a_type_that_there_is_not_is_told_with_those_that_there_are(mill: SQLiteStore) -> None:
    with pytest.raises(FilterError, match=r"No type marries: parties\?"):
        asked(mill, "elm", "cedar", "type:marries")


def test_what_both_say_must_hold(mill: SQLiteStore) -> None:
    only = replace(question(mill, "elm", "cedar"), types=frozenset({"owns"}))
    assert connection(mill, only, parse("type:customer")).known.exhausted
    assert connection(mill, only, EVERYTHING).known.exhausted


@pytest.mark.parametrize("record", ["birch-valuation", "elm.customer_of.birch", "news", "nobody"])
def test_paths_do_not_lead_to_everything(mill: SQLiteStore, record: str) -> None:
    assert end(mill, record) is None


def test_what_was_found_and_what_not_is_told_in_a_sentence(mill: SQLiteStore) -> None:
    whole = asked(mill, "elm", "cedar")
    one = connection(mill, replace(whole.question, limit=1), EVERYTHING)
    near = connection(mill, replace(question(mill, "dana-fox", "cedar"), steps=2), EVERYTHING)
    told = [
        summary(whole),
        summary(one),
        summary(near),
        summary(asked(mill, "elm", "cedar", "type:owns")),
        summary(asked(mill, "elm", "cedar", "walrus")),
        summary(replace(whole, paths=(), known=Paths((), 2, reached=(30, 20), cut=Cut.RECORDS))),
        summary(replace(whole, paths=(), known=Paths((), 0, reached=(30, 20), cut=Cut.STOPPED))),
        summary(replace(whole, known=replace(whole.known, cut=Cut.WAYS))),
    ]
    assert [each.partition(" · ")[0] for each in told] == [
        "2 paths of up to 6 steps, and no more",
        "1 of the shortest paths; there are more",
        "Not connected within 2 steps",
        "Not connected by ties that match, however many steps one takes",
        "None of the 2 paths found holds these words",
        "Not connected within 2 steps, beyond unknown",
        "Not known",
        "2 paths, and maybe more",
    ]
    assert "50 records looked at, not further" in told[5]
    assert "reached from Dana Fox" in told[2]


def test_as_a_graph_ties_point_as_they_are_stated(mill: SQLiteStore) -> None:
    made = graph(asked(mill, "elm", "cedar"), "Title")
    assert {node.id for node in made.nodes} == {"elm", "birch", "cedar", "cedar-buys-stake"}
    assert ("cedar", "birch") in {(edge.source, edge.target) for edge in made.edges}
    assert ("birch", "cedar") not in {(edge.source, edge.target) for edge in made.edges}
    assert len(made.edges) == 4
