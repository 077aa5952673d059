from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.widgets.labels import LETTERS, Typed, labels, typed


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, ()),
        (1, ("a",)),
        (4, ("a", "s", "d", "f")),
        (25, tuple(LETTERS)),
    ],
)
def test_one_letter_while_they_suffice_home_row_first(count: int, expected: tuple[str]) -> None:
    assert labels(count) == expected


def test_then_as_few_as_will_do_have_two() -> None:
    codes = labels(40)
    assert codes[:24] == tuple(LETTERS[:24])
    assert codes[24:] == tuple(f"m{letter}" for letter in LETTERS[:16])


@given(st.integers(0, 700))
def test_no_label_begins_another(count: int) -> None:
    codes = labels(count)
    assert len(set(codes)) == count
    assert not [(a, b) for a, b in pairwise(sorted(codes)) if b.startswith(a)]
    assert [len(code) for code in codes] == sorted(len(code) for code in codes)


def test_no_two_letters_look_alike() -> None:
    assert not {"i", "l"} <= set(LETTERS)
    assert LETTERS.islower()


GIVEN = {"meta": "aa", "google": "as", "xai": "sa"}


@pytest.mark.parametrize(
    ("so_far", "chosen", "possible"),
    [
        ("", None, ("meta", "google", "xai")),
        ("a", None, ("meta", "google")),
        ("as", "google", ("google",)),
        ("q", None, ()),
    ],
)
def test_what_is_typed_chooses_or_narrows(
    so_far: str, chosen: str | None, possible: tuple[str, ...]
) -> None:
    assert typed(GIVEN, so_far) == Typed(chosen, {key: GIVEN[key] for key in possible})
