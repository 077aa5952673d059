"""Every check finds what it is for, at its place, and nothing in a clean set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.checks.run import Report
from scale_explorer.data.finding import Severity
from scale_explorer.data.loading.attached import attach
from scale_explorer.data.loading.limits import FINDINGS

Reported = Callable[..., Report]

OWN_TEXT = 'text = "news.txt"'
PARTIES = 'parties = [{ entity = "alder", role = "buyer" }]'
OTHER_HASH = f'sha256 = "{"0" * 64}"'
BOTH = (
    '{ exact = "The mill said in 2025 that Alder may leave",'
    ' mentions = { "The mill" = "birch", Alder = "alder" } }'
)
"""A quote that names whoever the records added here are about."""


def told(report: Report) -> list[tuple[str, str]]:
    return [(each.code, str(each.place).rsplit("/", 1)[-1]) for each in report.findings]


def company(key: str, name: str, more: str = "") -> str:
    return f'[[company]]\nid = "{key}"\nname = "{name}"\n{more}\n'


def tie(subject: str, name: str, target: str, more: str = "") -> str:
    ends = f'type = "{name}"\nsubject = "{subject}"\nobject = "{target}"\n'
    return f"[[relationship]]\n{ends}evidence = [{BOTH}]\n{more}\n"


def group(key: str, more: str) -> str:
    return f'[[group]]\nid = "{key}"\nname = "{key}"\n{more}\n'


def history(*dates: str, status: str = "planned") -> str:
    told = (f'date = "{date}", ' if date else "" for date in dates)
    return "history = [" + ", ".join(f'{{ {date}status = "{status}" }}' for date in told) + "]"


def deal(*more: str) -> str:
    what = f'id = "x"\ntype = "hire"\ntitle = "X"\nevidence = [{BOTH}]'
    return "\n".join(("[[deal]]", what, PARTIES, *more, ""))


def figure(key: str, value: str, more: str = "", measure: str = "profit") -> str:
    about = f'id = "{key}"\nsubject = "birch"\nmeasure = "{measure}"\nvalue = "{value}"\n'
    words = f'exact = "it sent {value} to Alder", mentions = {{ it = "birch", Alder = "alder" }}'
    return f"[[figure]]\n{about}evidence = [{{ {words} }}]\n{more}\n"


def derived(key: str, formula: str, unit: str = "USD") -> str:
    about = f'id = "{key}"\nsubject = "birch"\nmeasure = "profit"\nunit = "{unit}"\n'
    return f'[[figure]]\n{about}formula = "{formula}"\n'


def reason(cause: str, effect: str) -> str:
    ends = f'type = "led_to"\ncause = "{cause}"\neffect = "{effect}"\n'
    return f"[[reason]]\n{ends}evidence = [{BOTH}]\n"


def said(evidence: str, more: str = "") -> str:
    what = 'id = "said"\nstance = "asserts"\ntext = "Something"\n'
    return f"[[statement]]\n{what}evidence = [{evidence}]\n{more}\n"


def test_a_clean_set_has_no_findings_and_all_is_counted(reported: Reported) -> None:
    report = reported()
    assert report.findings == ()
    assert (report.quotes, report.quotes_checked) == (8, 8)
    assert report.figures_checked == 6
    assert report.expectations_checked == 1
    assert report.references_checked == 32
    assert (report.errors, report.warnings, report.known) == (0, 0, 0)


@pytest.mark.parametrize(
    ("code", "line", "added"),
    [
        ("dangling_reference", 4, tie("alder", "owns", "brich")),
        ("dangling_reference", 6, tie("alder", "owns", "birch", 'deal = "no-deal"')),
        ("dangling_reference", 7, figure("x", "$1", 'scope = "nobody"')),
        ("dangling_reference", 7, figure("x", "$1", 'period = { before = "no-deal" }')),
        ("dangling_reference", 6, derived("x", "{spend} + {spned}")),
        ("dangling_reference", 6, said('"The mill said"', 'about = [{ id = "nobody" }]')),
        ("dangling_reference", 5, said('{ exact = "grinds", mentions = { grinds = "nobody" } }')),
        ("dangling_reference", 5, said('{ exact = "grinds", source = "olds" }')),
        ("dangling_reference", 2, "[[expect]]\nthat = '{nothing} ~ {price}'"),
        ("wrong_end_type", 4, tie("alder", "owns", "stake-deal")),
        ("wrong_end_type", 3, tie("news", "owns", "birch")),
        ("wrong_end_type", 6, derived("x", "{alder} * 1")),
        ("wrong_end_type", 5, said('{ exact = "grinds", source = "alder" }')),
        ("self_relationship", 4, tie("alder", "competes_with", "alder")),
        ("self_relationship", 4, reason("price", "price")),
        ("self_relationship", 4, group("x", 'members = ["birch", "x"]')),
        ("self_relationship", 4, group("x", 'part_of = "x"')),
        ("self_relationship", 7, figure("x", "2 ×", 'relative_to = "x"')),
        ("bad_identifier", 4, company("x", "X", 'identifiers = { lei = "5493001KJTIIGC8Y1R13" }')),
        ("bad_identifier", 4, company("x", "X", 'identifiers = { lei = "5493001kjtiigc8y1r12" }')),
        ("bad_identifier", 4, company("x", "X", 'identifiers = { cik = "00000320193" }')),
        ("bad_identifier", 4, company("x", "X", 'identifiers = { wikidata = "P31" }')),
        ("bad_identifier", 4, company("x", "X", 'country = "UK"')),
        ("bad_identifier", 4, company("x", "X", 'country = "EU"')),
        ("claim_without_evidence", 1, said("")),
        ("quote_not_in_source", 5, said('"The mill said in 2024"')),
        ("quote_not_in_source", 5, said('{ exact = "grinds", prefix = "bakery" }')),
        ("quote_ambiguous", 5, said('"The mill"')),
        ("quote_misplaced", 5, said('{ exact = "The mill grinds", start = 3 }')),
        ("quote_misplaced", 5, said('{ exact = "The mill grinds", end = 3 }')),
        ("start_after_end", 6, tie("alder", "owns", "birch", 'start = "2021"\nend = "2020-12"')),
        ("history_out_of_order", 6, tie("alder", "owns", "birch", history("2024", "2023-12"))),
        ("history_out_of_order", 6, tie("alder", "owns", "birch", history("2024", "", "2023"))),
        ("history_out_of_order", 7, deal(history("2024-02", "2024-01", status="pending"))),
        ("formula_cycle", 6, derived("x", "{y} + 1") + derived("y", "{x} + 1")),
        ("formula_error", 6, derived("x", "{spend} +")),
        ("unit_mismatch", 6, derived("x", "{spend} + {stake}")),
        ("unit_mismatch", 6, derived("x", "{spend} / {revenue}")),
        ("division_by_zero", 6, derived("x", "{spend} / (1 - 1)")),
        ("unit_mismatch", 2, "[[expect]]\nthat = '{spend} ~ {stake}'"),
        ("formula_error", 2, "[[expect]]\nthat = '{spend} is {stake}'"),
        ("expectation_failed", 2, "[[expect]]\nthat = '{spend} ~ {revenue}'"),
        ("near_duplicate_name", 3, company("x", "Birch Mills Ltd")),
        ("near_duplicate_name", 3, company("x", "Brich Mills")),
        ("near_duplicate_name", 3, company("x", "Bi\u200br\u00adch M\u2066ills")),
        ("near_duplicate_name", 7, company("x", "می\u200cخواهم") + company("y", "میخواهم")),
        ("near_duplicate_name", 7, company("x", "Ox\ufe0f Co") + company("y", "Ox")),
        ("near_duplicate_name", 3, company("x", "The Birch Mills")),
        ("near_duplicate_name", 3, company("x", "X", 'aliases = ["ALDER BAKERY"]')),
        ("completed_before_announced", 8, deal('announced = "2025-02"', 'completed = "2025-01"')),
        ("reported_after_source", 7, figure("x", "$1", 'period = "2026"')),
        ("figures_conflict", 5, figure("x", "$1 million") + figure("y", "$5 million")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_where_it_stands(
    reported: Reported, code: str, line: int, added: str
) -> None:
    assert told(reported(added)) == [(code, f"b.toml:{line}")]


@pytest.mark.parametrize(
    "added",
    [
        company("x", "Birch 3 Mills") + company("y", "Birch 4 Mills"),
        company("x", "Oak The") + company("y", "Oak"),
        company("x", "Beech") + company("y", "Leech"),
        '[[person]]\nid = "x"\nname = "Alder Bakery"\n',
        company("x", "Alder Bakery", "unnamed = true"),
        tie("alder", "owns", "birch", 'start = "2020"\nend = "2020"'),
        tie("alder", "owns", "birch", 'start = "2020~"'),
        deal('announced = "2025-02"', 'completed = "2025"'),
        tie("alder", "owns", "birch", history("2024-06", "2024", "2024-06")),
        figure("x", "$1", 'period = "2026"\nstatus = "planned"'),
        figure("x", "$1", 'period = "2025"'),
        figure("x", "$1") + figure("y", "about $1"),
        figure("x", "$1") + figure("y", "$9", 'scope = "alder"'),
        figure("x", "$1") + figure("y", "$9", 'status = "planned"'),
        figure("x", "$1") + figure("y", "$9", 'prefer = "deprecated"'),
        figure("x", "$1") + figure("y", "$9", 'period = "2024"'),
        figure("x", "$1", 'period = "2023"') + figure("y", "$9", 'period = "2024"'),
        figure("x", "$1", 'period = { before = "stake-deal" }')
        + figure("y", "$9", 'period = { after = "stake-deal" }'),
        figure("x", "$1") + figure("y", "9 people"),
        said('"grinds"', 'about = [{ id = "news" }]'),
    ],
)
def test_what_may_well_be_is_let_stand(reported: Reported, added: str) -> None:
    assert reported(added).findings == ()


def test_overlapping_periods_conflict(reported: Reported) -> None:
    year = figure("x", "$1", 'period = "2024"')
    report = reported(year + figure("y", "$9", 'period = "2024-06"'))
    assert told(report) == [("figures_conflict", "b.toml:5")]
    assert "$1 here and $9 in y" in report.findings[0].message


@pytest.mark.parametrize(
    ("added", "hint"),
    [
        (tie("alder", "owns", "brich"), "did you mean birch?"),
        (tie("alder", "owns", "stake-deal"), "it takes an entity"),
        (said('"The mill sayd in 2025 that"'), "closest is “The mill said in 2025 that”"),
        (said('"Nothing like this was ever written"'), "no passage is like it"),
        (said('{ exact = "mill grinds", prefix = "Their" }'), "not between this prefix and suffix"),
    ],
)
def test_a_finding_says_what_was_nearest(reported: Reported, added: str, hint: str) -> None:
    (finding,) = reported(added).findings
    assert hint in finding.hint


def test_a_record_that_could_not_be_read_is_not_missed_again(reported: Reported) -> None:
    broken = company("x", "X", "colour = 1")
    report = reported(broken + tie("x", "owns", "birch") + "[[expect]]\nthat = '{x} ~ {price}'")
    assert [finding.code for finding in report.findings] == ["invalid_record"]


def test_what_follows_from_a_formula_is_not_told_again(reported: Reported) -> None:
    chain = derived("x", "{y} * 2") + derived("y", "1 / 0") + "[[expect]]\nthat = '{x} ~ {price}'"
    assert [finding.code for finding in reported(chain).findings] == ["division_by_zero"]


def test_a_lead_that_leads_nowhere_is_told(reported: Reported) -> None:
    report = reported(change=('"stake-deal"]', '"steak-deal"]'))
    assert told(report) == [("dangling_reference", "a.toml:5")]
    assert report.findings[0].hint == "did you mean stake-deal?"


def test_a_known_expectation_is_counted_apart(reported: Reported) -> None:
    known = "[[expect]]\nthat = '{spend} ~ {revenue}'\nknown = 'they differ'\n"
    report = reported(known)
    assert report.findings[0].known == "they differ"
    assert (report.errors, report.known) == (0, 1)


def test_an_inferred_claim_needs_a_quote_too(reported: Reported) -> None:
    assert reported(said('{ exact = "grinds", directness = "inferred" }')).findings == ()


def test_an_empty_text_is_told(reported: Reported) -> None:
    codes = {finding.code for finding in reported(text=" \n").findings}
    assert codes == {"empty_source_text"}


def test_a_set_without_texts_has_checked_nothing(reported: Reported) -> None:
    report = reported(change=(OWN_TEXT, ""), text=None)
    assert told(report) == [("nothing_checked", "a.toml:2")]
    assert (report.quotes, report.quotes_checked) == (8, 0)


def test_another_text_than_the_set_names_is_told(reported: Reported) -> None:
    report = reported(change=(OWN_TEXT, f"{OWN_TEXT}\n{OTHER_HASH}"))
    assert told(report) == [("source_changed", "a.toml:12")]


def test_in_a_readers_other_edition_missing_quotes_are_warnings(
    reported: Reported, text: str, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text(text.replace("The mill grinds", "The mill is still"))
    attach("mill", "news", mine)
    report = reported(said('"The mill grinds"'), change=(OWN_TEXT, OTHER_HASH), text=None)
    assert {(finding.code, finding.severity) for finding in report.findings} == {
        ("source_changed", Severity.WARNING),
        ("quote_not_in_source", Severity.WARNING),
    }
    assert report.quotes_checked == report.quotes


def test_findings_come_in_the_order_of_the_files(reported: Reported) -> None:
    first, second = tie("alder", "owns", "nobody"), company("x", "X", 'country = "XX"')
    assert [code for code, _ in told(reported(first + second))] == [
        "dangling_reference", "bad_identifier",
    ]  # fmt: skip
    assert [code for code, _ in told(reported(second + first))] == [
        "bad_identifier", "dangling_reference",
    ]  # fmt: skip


def test_of_very_many_findings_of_a_check_the_first_are_told(reported: Reported) -> None:
    members = ", ".join(f'"nobody-{n}"' for n in range(FINDINGS + 5))
    report = reported(group("x", f"members = [{members}]"))
    assert report.errors == FINDINGS + 1
    assert report.findings[0].code == "more_findings"
    assert report.findings[0].message == (
        "more than 1,000 findings dangling_reference; the others are left out"
    )


# Coverage: what no claim cites is noted, apart from what is wrong.


def test_a_sentence_that_no_claim_cites_is_noted(reported: Reported) -> None:
    report = reported()
    (note,) = report.notes
    assert (note.code, note.severity) == ("sentence_without_claim", Severity.NOTE)
    assert note.record == "news"
    assert note.words.startswith("The mill grinds, and")
    assert str(note.place).endswith("mill/news.txt:4")
    assert "¶ 2" in note.message
    assert (report.errors, report.warnings, report.known) == (0, 0, 0)


def test_a_sentence_that_a_claim_cites_is_not(reported: Reported) -> None:
    assert reported(said('"grinds"')).notes == ()
    assert len(reported(company("x", "X", 'evidence = ["grinds"]')).notes) == 1


def set_apart(exact: str, more: str = "") -> tuple[str, str]:
    apart = f'asserts_nothing = [{{ exact = "{exact}", reason = "a motto"{more} }}]'
    return OWN_TEXT, f"{OWN_TEXT}\n{apart}"


def test_what_the_author_sets_apart_is_not(reported: Reported) -> None:
    report = reported(change=set_apart("mill grinds"))
    assert (report.findings, report.notes) == ((), ())


@pytest.mark.parametrize(
    ("exact", "more", "hint"),
    [
        ("The mill grinded", "", "closest is “The mill grinds”"),
        ("The mill", "", "add the words before as prefix"),
        ("mill grinds", ', prefix = "Their"', "not between this prefix and suffix"),
        ("Nothing like this stands there", "", "no passage is like it"),
    ],
)
def test_words_set_apart_must_be_in_just_one_place(
    reported: Reported, exact: str, more: str, hint: str
) -> None:
    report = reported(change=set_apart(exact, more))
    assert told(report) == [("set_apart_not_found", "a.toml:12")]
    assert hint in report.findings[0].hint
    assert report.warnings == 1
    assert len(report.notes) == 1


def test_what_is_set_apart_needs_a_reason(reported: Reported) -> None:
    without = f'{OWN_TEXT}\nasserts_nothing = [{{ exact = "grinds" }}]'
    codes = {finding.code for finding in reported(change=(OWN_TEXT, without)).findings}
    assert "invalid_record" in codes


def test_sources_that_nobody_read_are_named(reported: Reported) -> None:
    report = reported(change=(OWN_TEXT, ""), text=None)
    assert (report.uncounted, report.notes) == (("news",), ())
    assert reported().uncounted == ()
