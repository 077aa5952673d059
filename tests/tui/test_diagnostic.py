"""One finding drawn as compilers do, in any width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scale_explorer.data.finding import Finding, Place, Severity
from scale_explorer.tui.diagnostic import Role, drawn


def place(excerpt: str, words: str, line: int = 12, skipped: int = 0) -> Place:
    start = excerpt.index(words) + skipped
    return Place("a.toml", line, start + 1, start + len(words) + 1, excerpt, skipped)


def found(where: Place | None, **more: str) -> Finding:
    hint, known = more.get("hint", ""), more.get("known", "")
    return Finding("some_code", Severity.ERROR, "it is wrong", place=where, hint=hint, known=known)


def lines(finding: Finding, width: int | None = None) -> list[str]:
    return ["".join(piece.text for piece in pieces) for pieces in drawn(finding, width)]


NAMED = place('name = "漢字 ab"  # x', "ab")


def test_a_finding_shows_its_line_with_carets_and_what_to_do() -> None:
    assert lines(found(NAMED, hint="try b", known="it is so\nfor now")) == [
        "a.toml:12:12: known[some_code]: it is wrong",
        "   |",
        '12 | name = "漢字 ab"  # x',
        "   |              ^^",
        "   = hint: try b",
        "   = known: it is so",
        "            for now",
    ]


def test_what_has_no_place_is_told_without_one() -> None:
    assert lines(found(None, hint="h")) == ["error[some_code]: it is wrong", "  = hint: h"]
    assert lines(found(Place("a.toml"))) == ["a.toml: error[some_code]: it is wrong"]
    assert lines(found(Place("a.toml", 3))) == ["a.toml:3: error[some_code]: it is wrong"]


def test_what_is_missing_at_the_end_has_a_caret_there() -> None:
    assert lines(found(Place("a.toml", 1, 6, 7, "a = [")))[2:] == ["1 | a = [", "  |      ^"]


def test_of_a_stretch_the_carets_stand_where_the_words_do() -> None:
    where = place("…xx birch yy…", "birch", skipped=500)
    assert where.column == 505
    assert lines(found(where))[2:] == ["12 | …xx birch yy…", "   |     ^^^^^"]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (30, ['12 | …cccccccccc "birch", ddd…', "   |              ^^^^^"]),
        (17, ['12 | …c "birch",…', "   |     ^^^^^"]),
    ],
)
def test_a_narrow_terminal_shows_what_is_meant(width: int, shown: list[str]) -> None:
    excerpt = f'a = ["{"b" * 30}{"c" * 20} "birch", {"d" * 40}"]'
    assert lines(found(place(excerpt, "birch")), width)[-2:] == shown


def test_at_the_end_of_a_line_no_room_is_wasted() -> None:
    excerpt = f'a = ["{"b" * 90} birch"]'
    assert lines(found(place(excerpt, "birch")), 30)[-2:] == [
        '12 | …bbbbbbbbbbbbbbbb birch"]',
        "   |                   ^^^^^",
    ]


def test_messages_and_notes_are_wrapped_below_themselves() -> None:
    told = replace(found(NAMED, hint="try all the other ones"), message="it is quite wrong indeed")
    assert lines(told, 34) == [
        "a.toml:12:12: error[some_code]: it",
        "    is quite wrong indeed",
        "   |",
        '12 | name = "漢字 ab"  # x',
        "   |              ^^",
        "   = hint: try all the other ones",
    ]
    assert lines(told, 24)[-2:] == ["   = hint: try all the", "           other ones"]


@pytest.mark.parametrize(
    ("severity", "known", "role"),
    [
        (Severity.ERROR, "", Role.ERROR),
        (Severity.WARNING, "", Role.WARNING),
        (Severity.NOTE, "", Role.NOTE),
        (Severity.ERROR, "so it is", Role.KNOWN),
    ],
)
def test_the_weight_and_the_carets_have_one_role(
    severity: Severity, known: str, role: Role
) -> None:
    told = replace(found(NAMED, known=known), severity=severity)
    pieces = [piece.text.strip() for line in drawn(told, None) for piece in line]
    weighted = [p.text.strip() for line in drawn(told, None) for p in line if p.role is role]
    assert weighted == [f"{'known' if known else severity}[some_code]:", "^^"]
    assert "it is wrong" in pieces


words = st.text(alphabet="ab 漢é\u0301-", min_size=1, max_size=60)


spans = st.tuples(st.integers(0, 130), st.integers(1, 60))


@given(words, words, words, spans, st.integers(20, 90))
def test_in_every_width_nothing_sticks_out_and_carets_are_there(
    message: str, hint: str, excerpt: str, span: tuple[int, int], width: int
) -> None:
    start, length = span
    where = Place("a.toml", 12, start + 1, start + length + 1, excerpt)
    shown = lines(Finding("code", Severity.NOTE, message, place=where, hint=hint), width)
    assert max(map(cell_len, shown)) <= width
    assert any("^" in line for line in shown)
