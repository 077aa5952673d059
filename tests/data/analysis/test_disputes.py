"""What is a dispute and what is none, which side leads, and what the author is told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.analysis.derive import derive
from scale_explorer.data.analysis.disputes.dispute import Dispute, DisputeKind, Leads
from scale_explorer.data.analysis.disputes.figures import MOST
from scale_explorer.data.analysis.disputes.find import find_disputes
from scale_explorer.data.checks.run import check
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load

SET = (
    """
[dataset]
id = "mill"
title = "The mill"
"""
    + "".join(
        f'[[source]]\nid = "{key}"\ntitle = "{key}"\npublished = "{day}"\n'
        for key, day in (("old", "2024-01-01"), ("new", "2025-06-01"), ("twin", "2025-06-01"))
    )
    + "".join(f'[[company]]\nid = "{key}"\nname = "{key}"\n' for key in ("alder", "birch", "cedar"))
)

Found = Callable[..., tuple[Dispute, ...]]
Warned = Callable[..., list[str]]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))

    def written(added: str) -> Path:
        file = tmp_path / "set.toml"
        file.write_text(SET + added)
        return file

    return written


@pytest.fixture
def found(write: Callable[[str], Path]) -> Found:
    """Find the disputes of the little set with something added."""

    def disputes(*added: str) -> tuple[Dispute, ...]:
        loaded = load(gather(write("".join(added))))
        assert loaded.findings == ()
        return find_disputes(loaded.dataset, derive(loaded.dataset))

    return disputes


@pytest.fixture
def warned(write: Callable[[str], Path]) -> Warned:
    """Return which of the conflicts the checks tell."""

    def codes(*added: str) -> list[str]:
        loaded = load(gather(write("".join(added))))
        report = check(loaded, ground(loaded.dataset, loaded.copies, loaded.lock))
        return [f.code for f in report.findings if f.code.endswith("_conflict")]

    return codes


def quotes(*sources: str, against: str = "") -> str:
    told = [f'{{ source = "{source}", exact = "words of it" }}' for source in sources]
    if against:
        told.append(f'{{ source = "{against}", exact = "it is not so", direction = "refutes" }}')
    return f"evidence = [{', '.join(told)}]\n"


def figure(key: str, value: str, *more: str, measure: str = "headcount", by: str = "old") -> str:
    about = f'id = "{key}"\nsubject = "birch"\nmeasure = "{measure}"\nvalue = "{value}"\n'
    return f"[[figure]]\n{about}" + "".join(f"{line}\n" for line in more) + quotes(by)


def derived(key: str, formula: str, measure: str = "headcount") -> str:
    about = f'id = "{key}"\nsubject = "birch"\nmeasure = "{measure}"\nunit = "people"\n'
    return f'[[figure]]\n{about}formula = "{formula}"\n'


def tie(key: str, status: str, *more: str, of: str = "customer_of", date: str = "") -> str:
    ends = f'id = "{key}"\ntype = "{of}"\nsubject = "alder"\nobject = "birch"\n'
    day = f', date = "{date}"' if date else ""
    told = f'history = [{{ status = "{status}"{day} }}]\n'
    return f"[[relationship]]\n{ends}{told}" + "".join(f"{line}\n" for line in more) + quotes("old")


def deal(key: str, status: str, *more: str, of: str = "acquisition", title: str = "A deal") -> str:
    about = f'id = "{key}"\ntype = "{of}"\ntitle = "{title}"\n'
    parties = (
        'parties = [{ entity = "alder", role = "buyer" }, { entity = "birch", role = "target" }]\n'
    )
    told = f'history = [{{ status = "{status}" }}]\n' if status else ""
    lines = "".join(f"{line}\n" for line in more)
    return f"[[deal]]\n{about}{parties}{told}{lines}" + quotes("old")


def said(key: str, stance: str, about: tuple[str, ...], *more: str, by: str = "old") -> str:
    topics = ", ".join(f'{{ id = "{topic}" }}' for topic in about)
    what = f'id = "{key}"\nstance = "{stance}"\ntext = "{key}"\nabout = [{topics}]\n'
    return f"[[statement]]\n{what}" + "".join(f"{line}\n" for line in more) + quotes(by)


CONFLICT = "figures_conflict"
ONE, OTHER = figure("one", "100 people"), figure("other", "300 people")
CURRENT, FORMER = tie("now", "current"), tie("then", "former")
TRUE, DENIED = said("it", "asserts", ("deal", "birch")), said("no", "denies", ("birch", "deal"))
DEAL = deal("deal", "completed")


def ends(disputes: tuple[Dispute, ...]) -> set[tuple[str, str]]:
    return {(each.first, each.second) for each in disputes}


# Figures.


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE, OTHER),
        (ONE, figure("other", "300 people", 'status = "estimated"')),
        (ONE, figure("other", "300 people", 'prefer = "deprecated"')),
        (ONE, derived("other", "3 * {third}") + figure("third", "90 people", measure="count")),
        (
            figure("one", "100 people", 'status = "planned"'),
            figure("other", "300 people", 'status = "planned"'),
        ),
        (
            figure("one", "$9 million", 'period = "2024"', measure="revenue"),
            figure("other", "$12 million", 'period = "2024-03"', measure="revenue"),
        ),
    ],
)
def test_two_figures_for_one_thing_are_a_dispute(found: Found, one: str, other: str) -> None:
    (dispute,) = found(one, other)
    assert {dispute.first, dispute.second} == {"one", "other"}
    assert dispute.kind is DisputeKind.FIGURES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE, figure("other", "about 105 people")),
        (ONE, figure("other", "300 people", measure="count")),
        (ONE, figure("other", "300 people", 'scope = "cedar"')),
        (ONE, figure("other", "300 people", 'status = "planned"')),
        (ONE, figure("other", "300 people", 'modality = "possible"')),
        (ONE, figure("other", "300 people", 'modality = "conditional"')),
        (ONE, derived("other", "3 * {one}")),
        (figure("one", "100 people", 'period = "2023"'), figure("other", "3", 'period = "2024"')),
        (
            figure("one", "$9 million", 'period = "2024"', measure="revenue"),
            figure("other", "$2 million", 'period = "2024-03"', measure="revenue"),
        ),
        (
            figure("one", "100 people", 'status = "planned"') + derived("other", "3 * {one}"),
            figure("third", "100 people"),
        ),
    ],
)
def test_figures_that_can_both_be_true_are_none(found: Found, one: str, other: str) -> None:
    assert found(one, other) == ()


def test_an_expectation_that_fails_sets_its_figures_against_each_other(found: Found) -> None:
    other = figure("other", "$5 million", measure="price")
    why = '[[expect]]\nthat = "{one} ~ {other}"\nknown = "the texts differ"\n'
    one = figure("one", "$1 million", measure="profit")
    (dispute,) = found(one, other, why)
    assert (dispute.reason, dispute.settled) == ("the texts differ", True)
    assert found(one, other, why.replace("~", "<")) == ()
    assert found(figure("one", "$5 million", measure="profit"), other, why) == ()


def test_of_a_computed_side_the_figure_of_that_formula_is_disputed(found: Found) -> None:
    pieces = figure("one", "10 people", measure="count"), figure("two", "5", measure="count")
    total = derived("total", "{one}*{two}")
    why = '[[expect]]\nthat = "{one} * {two} ~ {other}"\nknown = "they differ"\n'
    other = figure("other", "90 people", measure="position")
    assert ends(found(*pieces, total, other, why)) == {("total", "other")}
    assert found(*pieces, other, why) == ()


def test_one_figure_is_in_a_bounded_number_of_disputes(found: Found) -> None:
    many = [figure(f"n{place:03}", f"{place + 1}000 people") for place in range(200)]
    assert len(found(*many)) <= MOST * len(many)
    told = found(*many)
    assert {end for each in told for end in (each.first, each.second)} == {
        f"n{place:03}" for place in range(200)
    }


# Statuses.


@pytest.mark.parametrize(
    "added",
    [
        CURRENT + FORMER,
        tie("now", "ending") + tie("soon", "planned"),
        tie("now", "current", of="partner_of")
        + tie("then", "former", of="partner_of")
        .replace('subject = "alder"', 'subject = "x"')
        .replace('object = "birch"', 'object = "alder"')
        .replace('subject = "x"', 'subject = "birch"'),
        deal("x", "cancelled") + tie("now", "current", 'deal = "x"', of="owns"),
        deal("x", "completed") + tie("soon", "planned", 'deal = "x"', of="owns"),
        deal("x", "completed", of="termination") + tie("now", "current", 'deal = "x"'),
        deal("x", "cancelled", of="termination") + tie("then", "former", 'deal = "x"'),
        deal("x", "completed") + deal("y", "cancelled"),
        deal("x", "pending", 'announced = "2024"', title="X")
        + deal("y", "completed", 'announced = "2024-05"', title="Y"),
    ],
)
def test_statuses_that_cannot_both_stand_are_told(found: Found, warned: Warned, added: str) -> None:
    assert [each.kind for each in found(added)] == [DisputeKind.STATUSES]
    assert warned(added) == ["status_conflict"]


@pytest.mark.parametrize(
    "added",
    [
        tie("now", "current") + tie("less", "reducing"),
        tie("now", "current") + tie("who", "unknown"),
        tie("now", "current", 'role = "chair"') + tie("then", "former", 'role = "clerk"'),
        tie("now", "current", 'start = "2020"') + tie("then", "former", 'end = "2015"'),
        tie("now", "current", date="2020-05") + tie("then", "former", date="2020-05"),
        tie("now", "current", 'modality = "possible"') + tie("then", "former"),
        tie("now", "current") + tie("then", "former", of="owns"),
        deal("x", "announced") + tie("now", "current", 'deal = "x"', of="owns"),
        deal("x", "cancelled", 'announced = "2024"')
        + tie("now", "current", 'deal = "x"', 'start = "2019"', of="owns"),
        deal("x", "cancelled").replace('"buyer"', '"seller"')
        + tie("now", "current", 'deal = "x"', of="owns"),
        deal("x", "completed") + tie("soon", "planned", 'deal = "x"'),
        deal("x", "completed") + deal("y", "announced"),
        deal("x", "completed", title="First round") + deal("y", "cancelled", title="Second round"),
        deal("x", "completed", 'announced = "2020"') + deal("y", "cancelled", 'announced = "2024"'),
    ],
)
def test_statuses_that_can_both_stand_are_no_dispute(found: Found, added: str) -> None:
    assert found(added) == ()


# Statements.


def test_what_one_says_and_another_denies_is_shown_but_no_fault(
    found: Found, warned: Warned
) -> None:
    added = (DEAL, TRUE.replace("[[statement]]", '[[statement]]\nholder = "alder"'), DENIED)
    (dispute,) = found(*added)
    assert (dispute.kind, dispute.first, dispute.second) == (DisputeKind.STATEMENTS, "it", "no")
    assert warned(*added) == []


def test_who_says_and_denies_one_thing_is_warned_of(warned: Warned) -> None:
    assert warned(DEAL, TRUE, DENIED) == ["statements_conflict"]
    later = said("no", "denies", ("birch", "deal"), 'date = "2025"')
    assert warned(DEAL, said("it", "asserts", ("deal", "birch"), 'date = "2024"'), later) == []
    preferred = said("no", "denies", ("birch", "deal"), 'prefer = "preferred"')
    assert warned(DEAL, TRUE, preferred) == []


def test_a_denial_about_a_statement_denies_that_one_only(found: Found) -> None:
    other = said("other", "plans", ("deal", "birch"))
    denial = said("no", "denies", ("it", "birch"))
    assert ends(found(DEAL, TRUE, other, denial)) == {("it", "no")}


@pytest.mark.parametrize(
    ("statement", "denial"),
    [
        (said("it", "fears", ("deal", "birch")), DENIED),
        (said("it", "hopes", ("deal", "birch")), DENIED),
        (said("it", "declines_to_comment", ("deal", "birch")), DENIED),
        (said("it", "asserts", ("deal",)), DENIED),
        (said("it", "asserts", ("birch",)), said("no", "denies", ("birch",))),
        (said("it", "denies", ("deal", "birch")), DENIED),
    ],
)
def test_statements_that_can_both_be_true(found: Found, statement: str, denial: str) -> None:
    assert found(DEAL, statement, denial) == ()


# Words.


def test_a_claim_that_a_quote_refutes_is_disputed_within_itself(found: Found) -> None:
    (dispute,) = found(ONE.replace(quotes("old"), quotes("old", against="new")))
    assert (dispute.kind, dispute.first, dispute.second) == (DisputeKind.WORDS, "one", "one")
    assert dispute.leads is Leads.SECOND
    assert dispute.why == "it is of 1 Jun 2025, the other of 1 Jan 2024"


def test_words_of_the_other_sides_source_are_not_told_twice(found: Found) -> None:
    refuted = ONE.replace(quotes("old"), quotes("old", against="new"))
    (dispute,) = found(refuted, figure("other", "300 people", by="new"))
    assert dispute.kind is DisputeKind.FIGURES
    kinds = [each.kind for each in found(refuted, figure("other", "300 people", by="twin"))]
    assert kinds == [DisputeKind.FIGURES, DisputeKind.WORDS]


def test_the_words_compared_are_alike_and_not_the_same(found: Found) -> None:
    def with_words(key: str, value: str, *words: str) -> str:
        told = ", ".join(f'{{ source = "old", exact = "{each}" }}' for each in words)
        return figure(key, value).replace(quotes("old"), f"evidence = [{told}]\n")

    (dispute,) = found(
        with_words("one", "100 people", "both say 7 things", "it has 100 people"),
        with_words("other", "300 people", "both say 7 things", "no number", "it has 300 people"),
    )
    (other,) = found(
        with_words("one", "100 people", "it has 100 people"),
        with_words("other", "300 people", "it has 300 people"),
    )
    assert (dispute.first_quote, dispute.second_quote) == (other.first_quote, other.second_quote)


# Which leads.


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            figure("one", "100 people", 'prefer = "preferred"'),
            figure("other", "300 people", by="new"),
            (Leads.FIRST, "the set’s author prefers it", True),
        ),
        (
            figure("one", "100 people", 'prefer = "deprecated"', by="new"),
            OTHER,
            (Leads.SECOND, "the set’s author would rather not use the other", True),
        ),
        (
            ONE.replace(quotes("old"), quotes("new", against="old")),
            figure("other", "300 people", 'status = "estimated"'),
            (Leads.SECOND, "words are quoted against the other", True),
        ),
        (
            figure("one", "100 people", 'status = "estimated"', by="new"),
            OTHER,
            (Leads.SECOND, "it is reported, the other estimated", False),
        ),
        (
            ONE,
            figure("other", "300 people", by="new"),
            (Leads.SECOND, "it is of 1 Jun 2025, the other of 1 Jan 2024", False),
        ),
        (
            ONE.replace(quotes("old"), quotes("new", "twin")),
            figure("other", "300 people", by="new"),
            (Leads.FIRST, "carried by 2 sources, the other by 1 source", False),
        ),
        (ONE, OTHER, (Leads.NEITHER, "nothing says which is to be believed", False)),
    ],
)  # fmt: skip
def test_the_first_rule_that_tells_says_which_leads(
    found: Found, one: str, other: str, told: tuple[Leads, str, bool]
) -> None:
    (dispute,) = found(one, other)
    assert (dispute.leads, dispute.why, dispute.settled) == told


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [
        (ONE, OTHER, [CONFLICT]),
        (ONE, figure("other", "300 people", by="new"), [CONFLICT]),
        (ONE, derived("other", "3 * {third}") + figure("third", "90 people", measure="count"),
         [CONFLICT]),
        (figure("one", "100 people", 'prefer = "preferred"'), OTHER, []),
        (figure("one", "100 people", 'prefer = "deprecated"'), OTHER, []),
        (ONE.replace(quotes("old"), quotes("old", against="new")), OTHER, []),
        (ONE, figure("other", "300 people", 'status = "estimated"'), []),
        (ONE, OTHER + '[[expect]]\nthat = "{one} ~ {other}"\nknown = "they differ"\n', []),
    ],
)  # fmt: skip
def test_only_what_the_author_left_open_is_a_warning(
    warned: Warned, one: str, other: str, codes: list[str]
) -> None:
    assert warned(one, other) == codes
