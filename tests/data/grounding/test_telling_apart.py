"""What is offered to tell places apart does so."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scale_explorer.data.grounding.match import Found, find
from scale_explorer.data.grounding.telling_apart import Way, telling_apart
from scale_explorer.data.grounding.words import Haystack
from scale_explorer.data.loading.paragraphs import Span
from scale_explorer.models.evidence import Quote

TEXT = "The mill paid Alder. In May the mill paid Birch, and “the mill paid” Cedar."


def quoted(exact: str, **context: str) -> Quote:
    return Quote.model_validate({"source": "s", "exact": exact, **context})


def ways(exact: str, text: str = TEXT, **context: str) -> tuple[Way | None, ...]:
    return telling_apart(Haystack.of(text), quoted(exact, **context))


def test_the_shortest_is_offered_for_each_place() -> None:
    assert ways("mill paid") == (
        Way("suffix", "Alder."),
        Way("suffix", "Birch,"),
        Way("prefix", '"the'),
    )


def test_more_words_are_taken_where_few_do_not_tell() -> None:
    text = "So the old mill paid late. Then the old mill paid late."
    assert ways("mill", text) == (Way("suffix", "paid late. Then"), Way("prefix", "Then the old"))


def test_what_is_said_already_counts() -> None:
    assert ways("mill paid", prefix="the") == (Way("suffix", "Birch,"), Way("prefix", '"the'))


def test_what_nothing_near_tells_apart_is_offered_nothing() -> None:
    assert ways("mill", "the mill paid " * 100)[1:] == (None, None)


@pytest.mark.alone
def test_of_very_many_places_none_is_looked_at() -> None:
    haystack = Haystack.of("the mill paid " * 100_000)
    started = time.process_time()
    assert telling_apart(haystack, quoted("mill")) == ()
    assert time.process_time() - started < 2


@given(st.lists(st.sampled_from(["a", "b", "a.", "“b”", "10", "é"]), min_size=2, max_size=40))
def test_whatever_is_offered_leaves_one_place(pieces: list[str]) -> None:
    haystack = Haystack.of(" ".join(pieces))
    quote = quoted("a")
    assume(find(haystack, quote).verdict is Found.AMBIGUOUS)
    places: list[Span | None] = []
    for way in telling_apart(haystack, quote):
        if way is not None:
            narrowed = find(haystack, quote.model_copy(update={way.key: way.words}))
            assert narrowed.verdict is Found.UNIQUE
            places.append(narrowed.span)
    assert len(set(places)) == len(places)
