"""Twice the set is twice the work, counted in calls and not by the clock; bad sets are bounded."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from benchmarks.checking import main as benchmark
from benchmarks.grown_set import grow
from scale_explorer.data.checks.run import Report, check
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.loading import copies
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.limits import FINDINGS
from scale_explorer.data.loading.load import load
from scale_explorer.data.store.build import contents_of
from scale_explorer.data.store.compile import compile_set

HEAD = """
[dataset]
id = "bad"
title = "Bad"
[[source]]
id = "s"
title = "S"
text = "s.txt"
[[company]]
id = "cedar"
name = "Cedar"
"""
SAYING = """
[[statement]]
id = "t{}"
speaker = "cedar"
stance = "asserts"
text = "So"
evidence = [{}]
"""


GENEROUS = 7
"""Four times the set is linear at 4 and quadratic at 16; what is remembered lies between."""


@pytest.fixture(autouse=True)
def no_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def checked(folder: Path) -> Report:
    loaded = load(gather(folder))
    return check(loaded, ground(loaded.dataset, loaded.copies, loaded.lock))


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


def grown(tmp_path: Path, claims: int) -> Path:
    folder = tmp_path / str(claims)
    folder.mkdir()
    grow(claims, folder)
    return folder


def test_checking_four_times_the_claims_is_four_times_the_work(tmp_path: Path) -> None:
    small, large = (grown(tmp_path, claims) for claims in (300, 1_200))
    checked(small)  # what is remembered of dates and units is no part of either
    assert calls(lambda: checked(large)) < GENEROUS * calls(lambda: checked(small))


def test_compiling_four_times_the_claims_is_four_times_the_work(tmp_path: Path) -> None:
    small, large = (grown(tmp_path, claims) for claims in (300, 1_200))

    def compiled(folder: Path) -> None:
        compile_set(contents_of(gather(folder)), tmp_path / "set.sqlite")

    compiled(small)
    assert calls(lambda: compiled(large)) < GENEROUS * calls(lambda: compiled(small))


def same_quote(count: int) -> tuple[str, str]:
    claims = "".join(SAYING.format(number, '"Cedar said so"') for number in range(count))
    return HEAD + claims, "Cedar said so. " * count


def same_quote_with_prefixes(count: int) -> tuple[str, str]:
    quote = '{{ exact = "Cedar said so", prefix = "in entry {} of it" }}'
    claims = "".join(SAYING.format(number, quote.format(number)) for number in range(count))
    return HEAD + claims, " ".join(
        f"in entry {number} of it Cedar said so." for number in range(count)
    )


def one_paragraph(count: int) -> tuple[str, str]:
    claims = "".join(SAYING.format(number, f'"Cedar said {number}"') for number in range(count))
    return HEAD + claims, " ".join(f"Cedar said {number}." for number in range(count))


def names_alike(count: int) -> tuple[str, str]:
    company = '[[company]]\nid = "c{0}"\nname = "Cedar Works"\naliases = ["Cedar", "Cedar {1}"]\n'
    return HEAD + "".join(company.format(number, number % 3) for number in range(count)), "Cedar"


def figures_alike(count: int) -> tuple[str, str]:
    figure = (
        '[[figure]]\nid = "f{0}"\nsubject = "cedar"\nmeasure = "revenue"\nperiod = "2020"\n'
        'value = "${0} million"\nevidence = ["Cedar had ${0} million"]\n'
    )
    text = " ".join(f"Cedar had ${number} million." for number in range(1, count + 1))
    return HEAD + "".join(figure.format(number) for number in range(1, count + 1)), text


@pytest.mark.parametrize(
    "bad", [same_quote, same_quote_with_prefixes, one_paragraph, names_alike, figures_alike]
)
def test_the_worst_of_sets_are_linear_too(
    bad: Callable[[int], tuple[str, str]], tmp_path: Path
) -> None:
    folders: list[Path] = []
    for count in (400, 1_600):
        folder = tmp_path / str(count)
        folder.mkdir()
        data, text = bad(count)
        (folder / "set.toml").write_text(data)
        (folder / "s.txt").write_text(text)
        folders.append(folder)
    checked(folders[0])
    few, many = (calls(lambda folder=folder: checked(folder)) for folder in folders)  # type: ignore[misc]
    assert many < GENEROUS * few


def test_a_text_that_many_sources_name_is_read_as_often_as_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "TEXT_CHARACTERS", 1_000)
    source = '[[source]]\nid = "s{}"\ntitle = "S"\ntext = "s.txt"\n'
    sources = "".join(map(source.format, range(2_000)))
    (tmp_path / "set.toml").write_text(f'[dataset]\nid = "bad"\ntitle = "Bad"\n{sources}')
    (tmp_path / "s.txt").write_text("x" * 400)
    loaded = load(gather(tmp_path))
    assert list(loaded.copies) == ["s0", "s1", "s2"]
    told = [found for found in loaded.findings if found.code == "unreadable_source_text"]
    assert "more than 1,000 characters together" in told[0].message
    assert len(told) == FINDINGS


@pytest.mark.slow
def test_the_benchmark_shows_no_square(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "unset")
    monkeypatch.setattr(sys, "argv", ["checking", "20000"])
    benchmark()
    lines: Sequence[str] = capsys.readouterr().out.splitlines()
    told = {line[:30].strip(): line[66:].strip() for line in lines[1:-1]}
    grew = {step: float(exponent) for step, exponent in told.items() if exponent}
    assert len(grew) > 5
    assert max(grew.values()) < 1.5, grew
