"""EDTF dates as spans of days, and as people read them."""

from __future__ import annotations

import pytest

from scale_explorer.models.dates import DateError, bounds, readable, readable_range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-06-13", "2024-06-13", "2024-06-13"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024/2025-03", "2024-01-01", "2025-03-31"),
        ("2024/..", "2024-01-01", None),
        ("2024/", "2024-01-01", None),
        ("../2024", None, "2024-12-31"),
        ("202X/2030?", "2020-01-01", "2030-12-31"),
    ],
)
def test_a_date_spans_days(text: str, first: str | None, last: str | None) -> None:
    span = bounds(text)
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "2024-13", "2023-02-29", "13 June 2024", "2024-6", "٢٠٢٤", "/", "../..",
        "2025/2024", "2024-06/2024-01", "2020/2021/2022", "Y170000002", "-0044", "-0044/2024",
        "[" * 64, "9" * 64, "2024/" * 12, "2024\n", "2024\0",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_advice(text: str) -> None:
    with pytest.raises(DateError, match="is no EDTF date; write a year, month or day"):
        bounds(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-06-03", "3 Jun 2025"),
        ("2025-06~", "≈ Jun 2025"),
        ("2025?", "2025?"),
        ("2024/2025", "2024–2025"),
        ("2024/..", "since 2024"),
        ("/2024", "until 2024"),
        ("202X", "202X"),
    ],
)
def test_a_date_reads_as_people_write_it(text: str, shown: str) -> None:
    assert readable(text) == shown


def test_a_time_may_begin_in_an_interval() -> None:
    assert readable_range("2024/2025", "") == "since 2024–2025"


def test_dates_overlap_when_they_share_a_day() -> None:
    assert bounds("2024").overlaps(bounds("2024-12/.."))
    assert not bounds("2024").overlaps(bounds("2025/.."))
