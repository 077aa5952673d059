"""Whatever the text: nothing is raised, spans hold their words, and the work is linear."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.suggesting.known_names import Known, KnownNames
from scale_explorer.data.suggesting.passage import LONGEST, Setting
from scale_explorer.data.suggesting.suggest import proposals, suggest
from scale_explorer.models.dates import bounds
from scale_explorer.models.kinds import Kind

from .conftest import KNOWN

PIECES = (
    "Alder", " Birch", " Cedar AG", "Jane Roe", " some bakers", "about $3 million", " 49 %",
    " in May 2024", " last year", " said ", "according to ", " the startup", " it", " its CEO",
    ", ", ". ", "“", "” ", "’s ", " the second quarter", " 31 June 2025", " two people",
    " close to", " the biggest customer", " bought ", " because ", "\n\n", "\n", " 99999-99-99",
    " 2019-", "Q4", " since ", " a ", "é", "e\u0301", "汐凪", "שלום", "\u202e", "\x00", "\ud800",
    "ß", "İ", " Inc.", " of ", " Ministry", " 0000", " ago", " 5 years ago", "🙂",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)
DAYS = st.sampled_from(
    [None, "2025", "2025~", "2025-06", "2025-06-18", "0001-01-01", "9999-12-31", "x"]
)
LANGUAGES = st.sampled_from(["en", "de", "fr", "es-MX", "ja"])


@given(TEXTS, st.integers(-3, 90), st.integers(-3, 90), DAYS, LANGUAGES)
def test_spans_hold_their_words_and_reading_again_says_the_same(
    text: str, one: int, two: int, published: str | None, language: str
) -> None:
    setting = Setting(published, language)
    found = proposals(text, (min(one, two), max(one, two)), KNOWN, setting)
    for each in found.everything():
        assert found.context[0] <= each.start < each.end <= found.context[1] <= len(text)
        assert text[each.start : each.end] == each.words
        assert each.rule
    assert found == proposals(text, (min(one, two), max(one, two)), KNOWN, setting)
    for period in found.periods:
        assert not period.edtf or bounds(period.edtf)
    ids = {key for name in found.names for key in name.ids}
    ids |= {key for mention in found.mentions for key in mention.ids}
    assert ids <= set(KNOWN.entities)


@given(TEXTS, DAYS)
def test_a_whole_text_is_read_sentence_by_sentence_in_order(
    text: str, published: str | None
) -> None:
    read = list(suggest(text, KNOWN, Setting(published)))
    assert [each.context for each in read] == sorted(each.context for each in read)
    for each in read:
        assert all(text[one.start : one.end] == one.words for one in each.everything())


def test_a_text_is_read_as_it_is_asked_for() -> None:
    first = next(suggest("Alder spent $3 million. " * 20_000, KNOWN))
    assert first.context == (0, 23)


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    text = "Alder said " * 2_000
    read = list(suggest(text, KNOWN))
    assert len(read) > 4
    assert max(end - start for start, end in (each.context for each in read)) <= LONGEST
    assert proposals(text, (9_000, 9_010), KNOWN).context[1] - LONGEST * 2 <= 9_010


def test_names_are_looked_up_and_not_tried_one_by_one() -> None:
    many = (Known(f"c{number}", Kind.COMPANY, f"Alder Mills {number}") for number in range(10_000))
    large = KnownNames.of((*KNOWN.entities.values(), *many))
    text = "Alder Mills 77 said that Birch bought Cedar for about $3 million last year."
    large.standing(text)
    few, more = (calls(lambda known=known: known.standing(text)) for known in (KNOWN, large))  # type: ignore[misc]
    assert more < 3 * few


GENEROUS = 7
"""Four times the text is linear at 4 and quadratic at 16."""
HOSTILE = (
    "a", "Alder ", "$1 million ", "“( ", "it said, ", "Osier Of ", "in May 2 of ", "a\n",
    "1 111 ", "-", "the ", "Alder spent €3 million. ", "according to ", "2019-", "’s", ", and",
    "e\u0301", "汐",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    def work(length: int) -> Callable[[], object]:
        text = piece * (length // len(piece))
        return lambda: [each.kinds for each in suggest(text, KNOWN)]

    work(100)()
    assert calls(work(3_600)) < GENEROUS * calls(work(900))


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_text_is_linear_too(piece: str) -> None:
    texts = [piece * (length // len(piece)) for length in (20_000, 80_000)]
    few, many = (calls(lambda text=text: list(suggest(text, KNOWN))) for text in texts)  # type: ignore[misc]
    assert many < GENEROUS * few


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions, built-in ones included, and the steps of loops over them."""
    count = 0

    def heard(_frame: FrameType, _event: str, _argument: Any) -> None:
        nonlocal count
        count += 1

    sys.setprofile(heard)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_reading_a_sentence_needs_no_pydantic_and_no_terminal() -> None:
    code = (
        "import sys; from scale_explorer.data.suggesting.suggest import proposals; "
        "from scale_explorer.data.suggesting.known_names import KnownNames; "
        "proposals('Last year Alder spent $3 million.', (0, 33), KnownNames.of(())); "
        "print(sorted({'pydantic', 'textual', 'tomli', 'edtf', 'rapidfuzz'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() in {"[]", "['rapidfuzz']"}
