"""Dates and periods as EDTF, and what is counted from the day of publication."""

from __future__ import annotations

import pytest

from scale_explorer.models.dates import bounds

from .conftest import Read

PUBLISHED = "2025-06-18"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It fell in 2024.", "2024", "2024"),
        ("It fell in June 2025.", "June 2025", "2025-06"),
        ("It fell on June 13, 2025.", "June 13, 2025", "2025-06-13"),
        ("It fell on 3 October 2025.", "3 October 2025", "2025-10-03"),
        ("It fell on 2025-02-28.", "2025-02-28", "2025-02-28"),
        ("It fell in the second quarter of 2024.", "second quarter of 2024", "2024-04/2024-06"),
        ("It fell in Q3 2024.", "Q3 2024", "2024-07/2024-09"),
        ("It fell in H1 2024.", "H1 2024", "2024-01/2024-06"),
        ("It sails in the spring of 2027.", "the spring of 2027", "2027-21"),
        ("It grew in fiscal 2024.", "fiscal 2024", "2024~"),
        ("It grew in the 2010s.", "2010s", "201X"),
        ("It has grown since 2016.", "since 2016", "2016/.."),
        ("Jobs are kept until 2030.", "until 2030", "../2030"),
        ("It grew from 2019 to 2023.", "2019 to 2023", "2019/2023"),
        ("It grew in 2019–23.", "2019–23", "2019/2023"),
        ("It grew around 2019.", "around 2019", "2019~"),
        ("Last year it grew.", "Last year", "2024"),
        ("It will grow this year.", "this year", "2025"),
        ("It was sold two years ago.", "two years ago", "2023~"),
        ("It was sold 3 months ago.", "3 months ago", "2025-03~"),
        ("It was sold last month.", "last month", "2025-05"),
        ("It was sold last quarter.", "last quarter", "2025-01/2025-03"),
        ("It was sold today.", "today", "2025-06-18"),
        ("It was sold on Friday.", "Friday", "2025-06-13"),
        ("It was sold on Wednesday.", "Wednesday", "2025-06-18"),
        ("In January it was sold.", "January", "2025-01"),
        ("In August it was sold.", "August", "2024-08"),
        ("It will be sold by 30 September.", "by 30 September", "../2025-09-30"),
        ("It was sold on 30 September.", "30 September", "2024-09-30"),
        ("Die Werft wurde am 3. Oktober 2024 verkauft.", "3. Oktober 2024", "2024-10-03"),
        ("Im vergangenen Jahr wuchs sie.", "vergangenen Jahr", "2024"),
    ],
)
def test_a_period_is_read_as_edtf(read: Read, text: str, words: str, edtf: str) -> None:
    (period,) = read(text, published=PUBLISHED).periods
    assert (period.words, period.edtf) == (words, edtf)
    assert bounds(period.edtf)


@pytest.mark.parametrize("published", [None, "", "sometime", "2025-13"])
@pytest.mark.parametrize("text", ["Last year it grew.", "It grew in May.", "It fell on Friday."])
def test_without_a_day_of_publication_only_the_words_are_proposed(
    read: Read, text: str, published: str | None
) -> None:
    (period,) = read(text, published=published).periods
    assert (period.edtf, period.relative) == ("", True)


def test_doubt_about_the_day_of_publication_stays(read: Read) -> None:
    (period,) = read("Last year it grew.", published="2025~").periods
    assert period.edtf == "2024~"


@pytest.mark.parametrize(
    "text", ["It grew for months, and years ago too.", "It sails this winter."]
)
def test_what_no_date_stands_for_is_proposed_as_written(read: Read, text: str) -> None:
    (period,) = read(text, published=PUBLISHED).periods
    assert (period.edtf, period.rule) == ("", "period:as_written")


@pytest.mark.parametrize(
    "text",
    [
        "It may grow.",
        "They march on.",
        "May agreed to it.",
        "It has 2024 employees.",
        "It costs $2024.",
        "Model X2024 sells.",
        "It was sold on 31 June 2025.",
    ],
)
def test_what_is_no_date_is_none(read: Read, text: str) -> None:
    assert [each for each in read(text, published=PUBLISHED).periods if "-" in each.edtf] == []
    assert [each.edtf for each in read(text).periods if each.edtf == "2024"] == []
