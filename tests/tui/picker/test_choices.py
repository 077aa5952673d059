"""What there is to choose from: records of a store, or lines from a pipe."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from threading import Thread

import pytest

from scale_explorer.data.loading.limits import FILE_BYTES, RECORDS
from scale_explorer.data.query import Filter
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.picker.choices import Choice, records
from scale_explorer.tui.picker.piped import LONGEST, lines_of


@contextmanager
def pipe_of(content: bytes) -> Generator[int]:
    """Give a pipe that somebody writes into."""
    reading, writing = os.pipe()

    def write() -> None:
        with os.fdopen(writing, "wb") as file:
            try:
                file.write(content)
                file.flush()
            except BrokenPipeError:
                return

    writer = Thread(target=write)
    writer.start()
    try:
        yield reading
    finally:
        os.close(reading)
        writer.join()


@pytest.mark.parametrize(
    ("content", "choices"),
    [
        (b"a\tAlpha\nb\tBeta\n", (Choice("a", "Alpha"), Choice("b", "Beta"))),
        (b"alone", (Choice("alone"),)),
        (b"\n  \na b\n\n", (Choice("a b"),)),
        (b"a\tone\ttwo\r\n", (Choice("a", "one\ttwo"),)),
        ("\ufeffid\t汐凪".encode(), (Choice("id", "汐凪"),)),
        (b"", ()),
    ],
)
def test_a_line_is_an_id_and_a_title(content: bytes, choices: tuple[Choice, ...]) -> None:
    with pipe_of(content) as pipe:
        assert lines_of(pipe).all == choices


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"fine\n\xff\n", "standard input:2:1: byte 6 is not UTF-8"),
        (b"a\0b", "not a text file"),
        (b"x" * (LONGEST + 1), "Line 1 is longer than 4,000 characters"),
        (b"x\n" * (RECORDS + 1), "100,001 lines"),
        (b"x\n" * FILE_BYTES, "More than 8 MB"),
    ],
)
def test_what_is_too_much_or_no_text_is_refused(content: bytes, told: str) -> None:
    with pipe_of(content) as pipe, pytest.raises(DataError, match=told):
        lines_of(pipe)


def test_nobody_is_made_to_type_the_lines() -> None:
    controller, terminal = os.openpty()
    with pytest.raises(UsageError, match="come from a pipe"):
        lines_of(terminal)
    os.close(controller)
    os.close(terminal)


def test_records_are_chosen_by_kind_and_filter(story: SQLiteStore) -> None:
    found = records(story, "companies", ["goo"])
    assert found.all == (Choice("google", "Google"),)
    assert found.heading == "Companies"


def test_pages_follow_each_other(story: SQLiteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = records(story, "relationships", []).all
    monkeypatch.setattr("scale_explorer.tui.picker.choices.PAGE", 7)
    ask = story.records

    def seven(kind: Kind, matching: Filter, after: str | None) -> tuple[RecordRow, ...]:
        return ask(kind, matching, after, limit=7)

    monkeypatch.setattr(story, "records", seven)
    assert records(story, "relationships", []).all == whole
    assert len(whole) > 14


def test_where_nothing_matches_it_is_said(story: SQLiteStore) -> None:
    assert records(story, "deals", ["zzz"]).nothing == "No deals match."


@pytest.mark.parametrize(
    ("kind", "words", "told"),
    [
        (None, [], "Say what to pick: companies"),
        ("company-s", [], "Did you mean companies"),
        ("deals", ["is:bogus"], "There is no quality"),
    ],
)
def test_wrong_words_are_told(
    kind: str | None, words: list[str], told: str, story: SQLiteStore
) -> None:
    with pytest.raises(UsageError, match=told):
        records(story, kind, words)
