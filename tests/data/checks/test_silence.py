"""What an author lets stand is counted apart, with a reason, and seen when it is stale."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.checks.run import Report
from scale_explorer.data.finding import Severity
from scale_explorer.data.opening import open_store

Reported = Callable[..., Report]

TWIN = '[[company]]\nid = "twin"\nname = "Birch Mills"\n'
AMBIGUOUS = '[[statement]]\nid = "said"\nstance = "asserts"\ntext = "X"\nevidence = ["The mill"]\n'
NOT_THERE = AMBIGUOUS.replace("The mill", "The mill is gone")
UNMET = "[[expect]]\nthat = '{spend} ~ {revenue}'\n"
BROKEN = '[[company]]\nid = "x"\nname = "X"\ncolour = 1\n'


def known(code: str, about: str, reason: str = "it is so") -> str:
    return f'[[known]]\ncode = "{code}"\n{about}\nreason = "{reason}"\n'


def codes(report: Report) -> list[tuple[str, str]]:
    return [(found.code, found.known) for found in report.findings]


@pytest.mark.parametrize(
    ("added", "code", "about"),
    [
        (TWIN, "near_duplicate_name", 'record = "twin"'),
        (TWIN, "near_duplicate_name", 'words = "the same as Birch Mills"'),
        (AMBIGUOUS, "quote_ambiguous", 'record = "said"\nwords = "The mill"'),
        (AMBIGUOUS, "quote_ambiguous", 'words = "mill"'),
        (NOT_THERE, "quote_not_in_source", 'record = "said"'),
        (UNMET, "expectation_failed", 'words = "{spend} ~ {revenue}"'),
        (BROKEN, "invalid_record", 'record = "x"'),
        (TWIN.replace("twin", "birch"), "duplicate_id", 'record = "birch"'),
    ],
)
def test_what_is_known_does_not_count(
    reported: Reported, added: str, code: str, about: str
) -> None:
    report = reported(added + known(code, about))
    assert codes(report) == [(code, "it is so")]
    assert (report.errors, report.warnings, report.known) == (0, 0, 1)


@pytest.mark.parametrize(
    ("code", "about"),
    [
        ("near_duplicate_name", 'record = "birch"'),
        ("near_duplicate_name", 'record = "twin"\nwords = "the same as Oak"'),
        ("quote_ambiguous", 'record = "twin"'),
        ("figures_conflict", 'record = "nobody"'),
    ],
)
def test_what_silences_nothing_is_seen(reported: Reported, code: str, about: str) -> None:
    report = reported(TWIN + known(code, about))
    assert codes(report) == [("near_duplicate_name", ""), ("known_without_finding", "")]
    stale = report.findings[1]
    assert f"no {code} " in stale.message
    assert str(stale.place).endswith("b.toml:5")
    assert report.warnings == 2


def test_an_expectation_that_holds_needs_no_reason(reported: Reported) -> None:
    report = reported("[[expect]]\nthat = '{spend} < {revenue}'\nknown = 'they differ'\n")
    assert codes(report) == [("known_without_finding", "")]
    assert (str(report.findings[0].place)[-8:], report.warnings) == ("b.toml:3", 1)


def test_the_first_reason_counts_and_a_reason_of_its_own_before_it(reported: Reported) -> None:
    twice = known("near_duplicate_name", 'record = "twin"') + known(
        "near_duplicate_name", 'words = "Birch"', "another reason"
    )
    assert codes(reported(TWIN + twice)) == [("near_duplicate_name", "it is so")]
    own = UNMET + 'known = "my own"\n' + known("expectation_failed", 'words = "spend"')
    assert codes(reported(own)) == [("expectation_failed", "my own")]


def test_a_code_that_nothing_has_is_told_with_the_nearest(reported: Reported) -> None:
    (found,) = reported(known("figure_conflicts", 'record = "price"')).findings
    assert (found.code, found.severity) == ("unknown_code", Severity.ERROR)
    assert found.hint == "did you mean figures_conflict?"
    assert found.place is not None
    assert (found.place.line, found.place.excerpt) == (2, 'code = "figure_conflicts"')


@pytest.mark.parametrize(
    "code", ["nothing_checked", "syntax_error", "more_findings", "known_without_finding"]
)
def test_what_was_not_checked_cannot_be_silenced(reported: Reported, code: str) -> None:
    report = reported(known(code, 'words = "e"'))
    assert codes(report) == [("known_refused", "")]
    assert report.errors == 1


def test_a_set_that_checks_nothing_stays_wrong_whatever_its_author_says(
    reported: Reported,
) -> None:
    silent = known("nothing_checked", 'words = "quotes"')
    report = reported(silent, change=('text = "news.txt"', ""), text=None)
    assert codes(report) == [("nothing_checked", ""), ("known_refused", "")]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('[[known]]\ncode = "quote_ambiguous"\nreason = "x"\n', "record or the words"),
        ('[[known]]\ncode = "quote_ambiguous"\nrecord = "said"\n', "reason is missing"),
        (known("quote_ambiguous", 'record = "said"', "  "), "reason: is empty"),
        (known("quote_ambiguous", 'records = "said"'), "did you mean record?"),
        ('known = "all"\n', "write each known in two brackets"),
    ],
)
def test_silence_without_reason_or_bounds_is_refused(
    reported: Reported, table: str, told: str
) -> None:
    added = table if "[[" not in table else AMBIGUOUS + table
    report = reported(added)
    assert any(told in f"{found.message} {found.hint}" for found in report.findings)
    assert {found.code for found in report.findings} <= {"invalid_record", "quote_ambiguous"}
    assert report.known == 0


def test_where_the_texts_are_not_nobody_calls_silence_stale(reported: Reported) -> None:
    away = {"change": ('text = "news.txt"', ""), "text": None}
    grounding = known("quote_ambiguous", 'record = "said"')
    assert codes(reported(AMBIGUOUS + grounding, **away)) == [("nothing_checked", "")]
    other = reported(known("figures_conflict", 'record = "price"'), **away)
    assert codes(other) == [("nothing_checked", ""), ("known_without_finding", "")]


def test_where_findings_are_left_out_nobody_calls_silence_stale(reported: Reported) -> None:
    members = ", ".join(f'"nobody-{n}"' for n in range(1_005))
    group = f'[[group]]\nid = "x"\nname = "x"\nmembers = [{members}]\n'
    report = reported(group + known("dangling_reference", 'words = "nobody-1004"'))
    assert {found.code for found in report.findings} == {"dangling_reference", "more_findings"}


def test_of_several_sets_each_lets_its_own_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    silence = known("near_duplicate_name", 'record = "twin"')
    for name, more in (("north", silence), ("south", "")):
        head = f'[dataset]\nid = "{name}"\ntitle = "X"\n'
        birch = TWIN.replace("twin", "birch")
        (tmp_path / f"{name}.toml").write_text(head + birch + TWIN + more)
    store = open_store([str(tmp_path / "north.toml"), str(tmp_path / "south.toml")])
    found = [(row.record, row.known) for row in store.findings()]
    store.close()
    assert found == [("north/twin", "it is so"), ("south/twin", "")]


def test_a_record_that_is_misspelt_is_told(reported: Reported) -> None:
    (found,) = reported(known("figures_conflict", 'record = "pric"')).findings
    assert found.code == "known_without_finding"
    assert found.hint.startswith("no record has the id pric; did you mean price")


FIGURE = """
[[figure]]
id = "{0}"
subject = "birch"
measure = "profit"
value = "{1}"
[[figure.evidence]]
exact = "it sent {1} to Alder"
mentions = {{ it = "birch", Alder = "alder" }}
"""


@pytest.mark.parametrize("named", ["x", "y"])
def test_of_two_figures_that_conflict_either_may_be_named(reported: Reported, named: str) -> None:
    both = FIGURE.format("x", "$1 million") + FIGURE.format("y", "$5 million")
    report = reported(both + known("figures_conflict", f'record = "{named}"'))
    assert codes(report) == [("figures_conflict", "it is so")]
