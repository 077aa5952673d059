"""What is known of each quote, with the text, with the lock, and with neither."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scale_explorer.data.grounding.ground import Grounded, Verdict, ground
from scale_explorer.data.grounding.locking import make_lock
from scale_explorer.data.grounding.quotes import quotes
from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.lock import Lock, read_lock, write_lock
from scale_explorer.data.loading.paragraphs import paragraph_at, paragraphs
from scale_explorer.data.loading.sentence import Sentence
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.errors import DataError
from scale_explorer.models.evidence import Source

Copies = dict[str, SourceCopy]


def by_words(dataset: Dataset, grounded: object) -> dict[str, Grounded]:
    assert isinstance(grounded, dict)
    return {cited.quote.exact: grounded[cited.id] for cited in quotes(dataset)}


def test_all_quotes_are_looked_for(dataset: Dataset, copies: Copies) -> None:
    found = by_words(dataset, ground(dataset, copies, None))
    assert found == {
        "mill is old": Grounded(4, 15, 1, Verdict.HERE),
        "mill is new": Grounded(None, None, None, Verdict.MISSING),
        "elsewhere": Grounded(None, None, None, Verdict.UNCHECKED),
        "bakes": Grounded(24, 29, 2, Verdict.HERE),
        "Alder": Grounded(18, 23, 2, Verdict.AMBIGUOUS),
        "may leave": Grounded(37, 46, 2, Verdict.HERE),
    }


def test_quotes_know_their_field_and_status(dataset: Dataset) -> None:
    told = {each.quote.exact: (each.record.id, each.field, each.status) for each in quotes(dataset)}
    assert told["mill is old"] == ("mill", "evidence", "")
    assert told["bakes"] == ("tie", "evidence", "")
    assert told["may leave"] == ("tie", "history", "ending")


def test_without_the_text_the_lock_speaks_for_what_was_found(
    dataset: Dataset, copies: Copies
) -> None:
    lock = make_lock(dataset, copies, "2026-01-02")
    found = by_words(dataset, ground(dataset, {}, lock))
    assert found["bakes"] == Grounded(24, 29, 2, Verdict.LOCKED)
    assert {words for words, known in found.items() if known.verdict is Verdict.UNCHECKED} == {
        "mill is new", "Alder", "elsewhere",
    }  # fmt: skip


def test_with_the_text_the_lock_has_no_say(dataset: Dataset, copies: Copies) -> None:
    lock = make_lock(dataset, copies, "2026-01-02")
    other = {"news": replace(copies["news"], text="Alder bakes.")}
    found = by_words(dataset, ground(dataset, other, lock))
    assert found["bakes"].verdict is Verdict.HERE
    assert found["may leave"].verdict is Verdict.MISSING


@pytest.mark.parametrize("field", ["exact", "prefix", "suffix"])
def test_a_lock_is_good_for_the_very_same_quote_only(
    dataset: Dataset, copies: Copies, field: str
) -> None:
    lock = make_lock(dataset, copies, "2026-01-02")
    source, other, mill, tie = dataset.records
    old = mill.model_dump()["evidence"][0]
    changed = type(mill).model_validate(mill.model_dump() | {"evidence": [old | {field: "old"}]})
    again = replace(dataset, records=(source, other, changed, tie))
    first = next(iter(quotes(again)))
    assert ground(again, {}, lock)[first.id].verdict is Verdict.UNCHECKED


def test_a_lock_of_another_edition_is_not_trusted(dataset: Dataset, copies: Copies) -> None:
    lock = make_lock(dataset, copies, "2026-01-02")
    named = Source.model_validate({"id": "news", "title": "News", "sha256": "0" * 64})
    other = replace(dataset, records=(named, *dataset.records[1:]))
    verdicts = {known.verdict for known in ground(other, {}, lock).values()}
    assert verdicts == {Verdict.UNCHECKED}


def test_a_lock_comes_back_as_it_was_written(
    dataset: Dataset, copies: Copies, tmp_path: Path
) -> None:
    lock = make_lock(dataset, copies, "2026-01-02")
    path = tmp_path / "lock.json"
    write_lock(lock, path)
    assert read_lock(path.read_bytes()) == lock
    text = path.read_text()
    assert "mill is old" not in text
    assert text.count('"start"') == 3
    assert all(line.count('"start"') < 2 for line in text.splitlines())
    assert "    [18, 30, true],\n    [31, 56, true]\n" in text


def test_a_lock_of_nothing_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "lock.json"
    write_lock(Lock({}), path)
    assert read_lock(path.read_bytes()) == Lock({})


SOUND = (
    '{"version": 2, "sources": {"s": {"sha256": "' + "0" * 64 + '", "length": 9,'
    ' "date": "2026-01-02", "paragraphs": [[0, 9]],'
    ' "sentences": [[0, 4, true], [5, 9, false, "a byline"]],'
    ' "quotes": {"a#1": {"start": 1, "end": 2}}}}}'
)


def test_the_sound_lock_is_sound() -> None:
    locked = read_lock(SOUND.encode()).sources["s"]
    assert locked.quotes == {"a#1": (1, 2)}
    assert locked.sentences == (Sentence(0, 4), Sentence(5, 9, "a byline"))


def test_a_lock_from_before_there_were_sentences_is_read() -> None:
    first, _, rest = SOUND.replace('"version": 2', '"version": 1').partition(' "sentences"')
    older = first + rest[rest.index(' "quotes"') :]
    assert read_lock(older.encode()).sources["s"].sentences == ()


def test_reasons_in_a_lock_are_safe_to_show() -> None:
    hostile = SOUND.replace("a byline", "\\u001b]52;c;aGk=\\u0007" + "x" * 5_000)
    why = read_lock(hostile.encode()).sources["s"].sentences[1].why
    assert "\x1b" not in why
    assert len(why) < 500


@pytest.mark.parametrize(
    ("part", "damaged"),
    [
        ('"version": 2', '"version": 3'),
        ('{"version"', '[{"version"'),
        ("0" * 64, "0" * 63),
        ('"length": 9', '"length": -1'),
        ('"length": 9', '"length": true'),
        ('"length": 9', '"length": 1'),
        ('"length": 9', '"length": 1e400'),
        ("2026-01-02", "\\u001b]52"),
        ("[[0, 9]]", "[[9, 0]]"),
        ("[[0, 9]]", "[[0]]"),
        ("[[0, 9]]", "[3]"),
        ("[0, 4, true]", "[0, 4]"),
        ("[0, 4, true]", "[0, 6, true]"),
        ("[0, 4, true]", "[4, 4, true]"),
        ("[0, 4, true]", "[0, 4, 1]"),
        ("[0, 4, true]", "7"),
        ("[5, 9, false", "[5, 10, false"),
        (', "a byline"', ""),
        ('"a byline"', '" "'),
        ('"a byline"', "1"),
        ('"end": 2', '"end": "2"'),
        ('"end": 2', '"end": 10'),
        ('"end": 2', '"end": ' + "9" * 5000),
        ('{"start": 1, "end": 2}', "null"),
        ('{"s": ', "[" * 100_000),
        ('"quotes"', '"quoted"'),
    ],
)
def test_a_damaged_lock_is_an_error(part: str, damaged: str) -> None:
    assert part in SOUND
    with pytest.raises(DataError) as caught:
        read_lock(SOUND.replace(part, damaged).encode())
    assert "\x1b" not in str(caught.value)


Spans = tuple[tuple[int, int], ...]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("\n \n", ()),
        ("one", ((0, 3),)),
        ("  one\ntwo \n\n\n three\n", ((2, 9), (14, 19))),
    ],
)
def test_paragraphs_stand_between_blank_lines(text: str, spans: Spans) -> None:
    assert paragraphs(text) == spans


@pytest.mark.parametrize(("place", "number"), [(0, 1), (2, 1), (12, 1), (13, 2), (17, 2)])
def test_a_place_lies_in_a_paragraph(place: int, number: int) -> None:
    assert paragraph_at(((2, 9), (13, 18)), place) == number
