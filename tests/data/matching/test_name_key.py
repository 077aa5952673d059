"""What counts as the same name, and what is too short to be one."""

from __future__ import annotations

import pytest

from scale_explorer.data.matching.name_key import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Birch Mills", "BIRCH  mills"),
        ("Nestlé", "Nestle"),
        ("Birch Mills", "Birch Mills, Inc."),
        ("Birch Mills Ltd", "Birch Mills AG"),
        ("Banco Abedul", "Banco Abedul, S.A."),
        ("The Birch Mills", "Birch Mills"),
        ("Birch & Sons", "Birch and Sons Co., Ltd."),
        ("McBirch’s", "McBirchs"),
        ("GPT-4", "GPT 4"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Birch Mills", "Birch Mill"),
        ("GPT-4", "GPT-5"),
        ("AS Roma", "Roma"),
        ("Inc Magazine", "Magazine"),
        ("Under the Birch", "Under Birch"),
        ("Company", "The"),
        ("Birch The", "Birch"),
        ("Birch Inc The", "Birch Inc"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["", "…", "X", "X Inc.", "A.B."])
def test_too_short_to_tell(name: str) -> None:
    assert name_key(name) == ""


def test_three_letters_tell() -> None:
    assert name_key("xAI") == "xai"
