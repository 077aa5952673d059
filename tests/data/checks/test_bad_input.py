"""Input that nobody should write: each kind has its own clear finding, at its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.checks.context import Context
from scale_explorer.data.checks.quotes import quote_too_short
from scale_explorer.data.checks.run import Report
from scale_explorer.data.finding import Finding
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.sets import BundledSet, bundled

Reported = Callable[..., Report]


def figure(told: str, key: str = "x") -> str:
    about = f'id = "{key}"\nsubject = "birch"\nmeasure = "profit"\n'
    return f"[[figure]]\n{about}{told}\n"


def derived(formula: str, key: str = "x") -> str:
    return figure(f'unit = "USD"\nformula = "{formula}"', key)


def said(quote: str) -> str:
    what = 'id = "said"\nstance = "asserts"\ntext = "Something"\n'
    return f'[[statement]]\n{what}evidence = ["{quote}"]\n'


def meant(finding: Finding) -> str:
    """Return what the carets stand under."""
    assert finding.place is not None
    assert finding.place.marked is not None
    start, end = finding.place.marked
    return finding.place.excerpt[start:end]


@pytest.mark.parametrize(
    ("added", "code", "under", "message"),
    [
        (derived("{spend} + {spned}"), "dangling_reference", "spned", "formula names spned"),
        (derived("{y}") + derived("{x}", "y"), "formula_cycle", '"{y}"', "x → y → x"),
        (derived("{spend} / (2 - 2) + 1"), "division_by_zero", "/ (2 - 2) + 1", "contains zero"),
        (derived("{spend} * 1e999999999"), "formula_error", "e999999999", "an exponent"),
        (derived("10^999999999"), "formula_error", "^999999999", "an exponent"),
        (derived("{spend} + euro"), "formula_error", "euro", "write it like"),
        (derived("{spend} + {stake}"), "unit_mismatch", "+ {stake}", "USD"),
        ("[[expect]]\nthat = '{spend} / 0 ~ 1'", "division_by_zero", "/ 0 ~ 1", "zero"),
        ("[[expect]]\nthat = '{price} ~ {spned}'", "dangling_reference", "spned", "no figure"),
        (figure("value = 1e999999999"), "invalid_record", "1e999999999", "at most 40 digits"),
        (figure('value = "$1e999999999"'), "invalid_record", '"$1e999999999"', "cannot read"),
        (figure('value = "10^999999999 people"'), "invalid_record", '"10^9', "is left over"),
        (figure('value = "$5"\nunit = "EUR"'), "invalid_record", '"$5"', "written in USD"),
        (said("g"), "quote_too_short", "g", "“g” is too short"),
    ],
)
def test_each_has_its_finding(
    reported: Reported, added: str, code: str, under: str, message: str
) -> None:
    codes = {found.code: found for found in reported(added, text=None).findings}
    found = codes[code]
    assert meant(found).startswith(under)
    assert message in found.message


@pytest.mark.parametrize("quote", ["g", "—", "5", "ab", "東", "é", "e\u0301"])
def test_a_quote_of_next_to_nothing_carries_nothing(reported: Reported, quote: str) -> None:
    report = reported(said(quote), text=f"{quote} {quote}")
    assert "quote_too_short" in {found.code for found in report.findings}


@pytest.mark.parametrize(
    "quote", ["49", "$5", "5 %", "2×", "49 %", "xAI", "a b", "東京", "서울", "double", "…49 %"]
)
def test_a_number_a_name_or_two_words_may_carry_a_claim(reported: Reported, quote: str) -> None:
    report = reported(said(quote), text=f"{quote} {quote}")
    assert "quote_too_short" not in {found.code for found in report.findings}


@pytest.mark.parametrize("text", ["", " \n", "\u200b\n\u200b", "…\n—"])
def test_a_text_without_a_word_is_wrong_whatever_rests_on_it(reported: Reported, text: str) -> None:
    report = reported(text=text)
    assert "empty_source_text" in {found.code for found in report.findings}
    assert report.errors > 0


def set_with(folder: Path, text: bytes) -> Loaded:
    source = '[[source]]\nid = "news"\ntitle = "News"\ntext = "news.txt"\n'
    (folder / "a.toml").write_text(f'[dataset]\nid = "x"\ntitle = "X"\n{source}')
    (folder / "news.txt").write_bytes(text)
    return load(gather(folder))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "ok\ncafé".encode("latin-1"),
            "news.txt:2:4: byte 7 is not UTF-8; if the file is Windows-",
        ),
        ("ok\ncafé".encode("latin-1"), "iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"),
        ("café".encode("utf-16"), "UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8 OLD"),
        ("café".encode("utf-16-be"), "not a text file: byte 1 is zero"),
    ],
)
def test_a_text_in_another_encoding_says_how_to_convert_it(
    tmp_path: Path, text: bytes, told: str
) -> None:
    (found,) = set_with(tmp_path, text).findings
    assert found.code == "unreadable_source_text"
    assert meant(found) == '"news.txt"'
    assert told in found.message


@pytest.mark.parametrize("known", bundled(), ids=lambda known: known.name)
def test_no_quote_of_a_bundled_set_is_too_short(known: BundledSet) -> None:
    context = Context(load(gather(known.path)), {})
    assert len(context.quotes) > 20
    assert list(quote_too_short(context)) == []
