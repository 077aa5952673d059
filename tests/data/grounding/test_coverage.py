"""A source read from its sentences: which assert, and which claims cite them."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from scale_explorer.data.grounding.asserting import QUESTION, WITHOUT_WORDS, read_sentences
from scale_explorer.data.grounding.coverage import MOST_CITING, Coverage, cite, coverage
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.grounding.locking import make_lock
from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.lock import Lock
from scale_explorer.data.loading.sentence import Sentence
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.evidence import Source

Copies = dict[str, SourceCopy]
Told = list[tuple[str, tuple[str, ...]]]


def source(*set_apart: dict[str, str]) -> Source:
    return Source.model_validate({"id": "news", "title": "News", "asserts_nothing": set_apart})


def reasons(text: str, *set_apart: dict[str, str]) -> list[str]:
    return [each.why for each in read_sentences(text, source(*set_apart))]


def covered(dataset: Dataset, copies: Copies, lock: Lock | None = None) -> dict[str, Coverage]:
    return dict(coverage(dataset, copies, lock, ground(dataset, copies, lock)))


def told(known: Coverage, text: str) -> Told:
    return [
        (text[each.sentence.start : each.sentence.end], each.claims) for each in known.sentences
    ]


# Which sentences assert.


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The mill is old.", ""),
        ("A heading", ""),
        ("* * *", WITHOUT_WORDS),
        ("—", WITHOUT_WORDS),
        ("31", WITHOUT_WORDS),
        ("And the mill?", QUESTION),
        ("“Is it old?”", QUESTION),
        ("真的吗？", QUESTION),
        ("هل هذا صحيح؟", QUESTION),
        ("“Is it old?” he asked.", ""),
        ("He asked: “Is it old?”", ""),
    ],
)
def test_all_assert_but_what_certainly_does_not(text: str, why: str) -> None:
    assert reasons(text) == [why]


def test_the_author_sets_sentences_apart_by_their_words() -> None:
    text = "Picture\n\nThe mill is old.\n\nPicture\n"
    first = {"exact": "Picture", "suffix": "The mill", "reason": "a caption"}
    assert reasons(text, first) == ["a caption", "", ""]
    last = {"exact": "Picture", "prefix": "old.", "reason": "another"}
    assert reasons(text, first, last) == ["a caption", "", "another"]


@pytest.mark.parametrize("exact", ["Picture", "No such words"])
def test_words_in_many_places_or_none_set_nothing_apart(exact: str) -> None:
    text = "Picture\n\nThe mill is old.\n\nPicture\n"
    assert reasons(text, {"exact": exact, "reason": "a caption"}) == ["", "", ""]


def test_words_over_two_sentences_set_both_apart() -> None:
    both = {"exact": "old. Alder", "reason": "a notice"}
    assert reasons("The mill is old. Alder bakes. Cedar pays.", both) == ["a notice"] * 2 + [""]


# Which claims cite them.


def test_a_sentence_knows_the_claims_that_cite_it(dataset: Dataset, copies: Copies) -> None:
    known = covered(dataset, copies)["news"]
    assert told(known, copies["news"].text) == [
        ("The mill is old.", ()),  # only a company quotes it
        ("Alder bakes.", ("tie",)),
        ("Alder may leave the mill.", ("tie",)),
    ]
    assert [each.paragraph for each in known.sentences] == [1, 2, 2]
    assert (known.asserting, known.covered, known.percent, known.here) == (3, 2, 66, True)
    assert [each.sentence.start for each in known.uncovered] == [0]


def test_what_is_set_apart_counts_neither_way(dataset: Dataset, copies: Copies) -> None:
    apart = source({"exact": "The mill is old", "reason": "a motto"})
    known = covered(replace(dataset, records=(apart, *dataset.records[1:])), copies)["news"]
    assert (known.asserting, known.covered, known.percent) == (2, 2, 100)
    assert [each.sentence.why for each in known.set_apart] == ["a motto"]


def test_words_against_a_claim_cover_as_well(dataset: Dataset, copies: Copies) -> None:
    tie = dataset.records[3]
    against = {"source": "news", "exact": "bakes", "direction": "refutes"}
    fields = {**tie.model_dump(), "evidence": [against], "history": []}
    refuted = replace(dataset, records=(*dataset.records[:3], type(tie).model_validate(fields)))
    assert covered(refuted, copies)["news"].covered == 1


def test_the_lock_proves_the_same_without_the_text(dataset: Dataset, copies: Copies) -> None:
    lock = make_lock(dataset, copies, "2026-01-02")
    here, there = covered(dataset, copies)["news"], covered(dataset, {}, lock)["news"]
    assert there == replace(here, here=False)


def test_of_a_source_that_nobody_read_nothing_is_known(dataset: Dataset, copies: Copies) -> None:
    lock = make_lock(dataset, copies, "2026-01-02")
    without = {"news": replace(lock.sources["news"], sentences=())}
    assert covered(dataset, {}) == {}
    assert covered(dataset, {}, Lock(without)) == {}


def test_a_quote_covers_all_sentences_that_it_touches() -> None:
    sentences = [Sentence(0, 5), Sentence(6, 10), Sentence(11, 15), Sentence(16, 20)]
    quotes = [(4, 12, "long"), (8, 9, "short"), (15, 16, "between")]
    found = [each.claims for each in cite(sentences, [(0, 20)], quotes)]
    assert found == [("long",), ("long", "short"), ("long",), ()]


@pytest.mark.alone
def test_very_many_quotes_of_one_place_take_linear_time() -> None:
    sentences = [Sentence(place, place + 1) for place in range(2_000)]
    quotes = [(0, 2_000, f"claim-{number}") for number in range(20_000)]
    began = process_time()
    found = list(cite(sentences, [(0, 2_000)], quotes))
    assert process_time() - began < 5  # every pair would be forty million
    assert {len(each.claims) for each in found} == {MOST_CITING}


def test_a_source_that_asserts_nothing_lacks_nothing(dataset: Dataset, copies: Copies) -> None:
    copy = replace(copies["news"], text="???\n")
    assert covered(dataset, {"news": copy})["news"].percent == 100
