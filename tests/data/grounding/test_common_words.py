# ruff: noqa: S311 - nothing here is a secret
"""Quotes of nothing but common words are found too, and soon."""

from __future__ import annotations

from random import Random

import pytest

from scale_explorer.data.grounding import candidates
from scale_explorer.data.grounding.match import Found, Match, Wanted, find
from scale_explorer.data.grounding.runs import LENGTHS, Runs, length_for
from scale_explorer.data.grounding.words import Haystack
from scale_explorer.models.evidence import Quote


def written(random: Random, words: int) -> str:
    """Write a text of few words, now and then with a sign between them."""
    return "".join(
        random.choice(("a", "bo", "1,5", "cab")) + random.choice(" -, ") for _ in range(words)
    )


def cut(random: Random, text: str) -> dict[str, str]:
    """Cut a quote with its context out of a text, sometimes in the middle of a word."""
    start = random.randrange(len(text) - 60)
    ends = sorted(random.sample(range(start, start + 60), 4))
    return {
        "prefix": text[ends[0] : ends[1]],
        "exact": text[ends[1] : ends[2]],
        "suffix": text[ends[2] : ends[3]],
    }


def looked_for_everywhere(haystack: Haystack, quote: Quote) -> list[int]:
    """Return where a quote stands by a look at each place of the text."""
    wanted = Wanted(quote.exact.strip(), quote.prefix.strip(), quote.suffix.strip())
    return [place for place in range(len(haystack.text)) if wanted.stands_at(place, haystack)]


@pytest.mark.parametrize("common", [0, 3, 5_000])
def test_every_way_of_looking_finds_the_same(common: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "COMMON", common)
    random = Random(common)
    haystack = Haystack.of(written(random, 400))
    found = 0
    for _ in range(400):
        selectors = cut(random, haystack.text)
        if not any(map(str.isalnum, selectors["exact"])) or selectors["exact"].startswith("-"):
            continue  # nothing to look for, or a dash that would be read as a sign
        if random.random() < 0.5:
            selectors |= {"prefix": "", "suffix": ""}
        quote = Quote.model_validate({"source": "s", **selectors})
        places = looked_for_everywhere(haystack, quote)
        verdict = [Found.MISSING, Found.UNIQUE, Found.AMBIGUOUS][min(2, len(places))]
        span = (places[0], places[0] + len(quote.exact.strip())) if places else None
        assert find(haystack, quote) == Match(span, verdict), selectors
        found += bool(places)
    assert found > 100


def test_a_quote_surely_holds_a_run_that_is_kept() -> None:
    text = " ".join(f"w{number}" for number in range(200))
    starts = [text.index(f"w{number}") for number in range(200)]
    ends = [start + len(f"w{number}") for number, start in enumerate(starts)]
    for length in LENGTHS:
        index = Runs.of(text, starts, ends, length)
        for first in range(200 - 2 * length):
            last = first + 2 * length - 1
            runs = (
                text[starts[place] : ends[place + length - 1]]
                for place in range(first, last - length + 1)
            )
            assert any(index.places(run) for run in runs), (length, first)


def test_the_longest_runs_that_fit_are_taken() -> None:
    assert [length_for(count) for count in (1, 2, 3, 7, 30, 31, 500)] == [
        None,
        None,
        2,
        4,
        12,
        16,
        16,
    ]


def test_looking_for_quotes_of_common_words_takes_few_looks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = Random(1)
    text = " ".join(random.choice(("the", "of", "and", "a")) for _ in range(40_000))
    haystack = Haystack.of(text)
    looks = 0
    stands_at = Wanted.stands_at

    def counted(self: Wanted, place: int, haystack: Haystack) -> bool:
        nonlocal looks
        looks += 1
        return stands_at(self, place, haystack)

    monkeypatch.setattr(Wanted, "stands_at", counted)
    for _ in range(100):
        exact = " ".join(random.choice(("the", "of", "and", "a")) for _ in range(20))
        find(haystack, Quote.model_validate({"source": "s", "exact": exact}))
    assert looks < 2_000  # each of the words stands in some 10,000 places
