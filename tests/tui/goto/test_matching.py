from __future__ import annotations

import pytest

from scale_explorer.tui.goto.matching import Grade, grade, highlights, nearness, wanted


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("google", "Google", Grade.EXACT),
        ("zurich", "Zürich", Grade.EXACT),
        ("goo", "Google and others", Grade.BEGINS),
        ("and goo", "Google and others", Grade.WORDS),
        ("oogl", "Google", Grade.INSIDE),
        ("googel", "Google", Grade.ALIKE),
        ("goolg", "Google", Grade.ALIKE),  # a slip in a word that is only begun
        ("zom", "Zoom", Grade.ALIKE),
        ("the", "she", None),  # in short words a slip of the first letter is another word
        ("gx", "Google", None),
        ("", "Google", None),
        ("?!", "Google", None),
    ],
)
def test_grades(typed: str, text: str, expected: Grade | None) -> None:
    assert grade(wanted(typed), text) == expected


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("goo", "Google", ["Goo"]),
        ("and goo", "Google and others", ["Goo", "and"]),
        ("ai", "mail to AI", ["AI"]),  # where a word begins, rather than inside one
        ("zurich", "In Zürich", ["Zürich"]),
        ("strasse", "Die Straße", ["Straße"]),
        ("会", "大会 会社", ["会"]),
        ("googel", "At Google", ["Google"]),
        ("xyz", "Google", []),
    ],
)
def test_marks_what_was_typed(typed: str, text: str, marked: list[str]) -> None:
    places = highlights(wanted(typed), text)
    assert [text[start:end] for start, end in places] == marked


def test_more_of_a_name_is_nearer() -> None:
    meant = wanted("goo")
    assert 0 < nearness(meant, "Google and others") < nearness(meant, "Google")
    assert nearness(meant, "Goo") == 1


def test_a_long_text_is_looked_at_only_so_far() -> None:
    assert grade(wanted("end"), "x " * 5_000 + "end") is None
