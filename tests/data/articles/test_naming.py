"""Ids of new sources: short, sound, and never one that is taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from scale_explorer.data.articles.naming import LONGEST, plain_id, source_id
from scale_explorer.models.record import Id


@pytest.mark.parametrize(
    ("stem", "title", "wanted"),
    [
        ("google-exit", "Whatever", "google-exit"),
        ("Google Exit (1)", "x", "google-exit-1"),
        ("Größe der Mühle’s Öfen", "x", "grosse-der-muhles-ofen"),
        ("index", "Birch Mill buys half of Alder Bakery", "birch-mill-buys-half-of-alder"),
        ("20250304", "Sold", "sold"),
        ("20250304", "株式", "20250304"),
        ("", "株式", "source"),
        ("a" * 99, "x", "a" * LONGEST),
    ],
)
def test_an_id_is_made_of_the_file_or_the_title(stem: str, title: str, wanted: str) -> None:
    assert source_id(stem, title, lambda _: False) == wanted


def test_a_taken_id_gets_a_number() -> None:
    assert source_id("daily", "", {"daily", "daily-2"}.__contains__) == "daily-3"


@given(st.text(), st.text())
def test_every_id_is_one(stem: str, title: str) -> None:
    found = source_id(stem, title, lambda _: False)
    assert TypeAdapter(Id).validate_python(found) == found
    assert len(found) <= LONGEST
    assert plain_id(found) == found
