"""What the words of a claim do not carry is found: on the smallest change, and never before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from scale_explorer.data.checks.run import Report

Reported = Callable[..., Report]

BOTH = (
    '{ exact = "The mill said in 2025 that Alder may leave",'
    ' mentions = { "The mill" = "birch", Alder = "alder" } }'
)
"""A quote that names whoever the records added here are about."""
MILL = '{ exact = "The mill grinds", mentions = { "The mill" = "birch" } }'
PAYS = '{ exact = "Cedar pays $20 million for 40% of the mill", mentions = { mill = "birch" } }'
WORTH = "the mill, which is worth $50 million"


def told(report: Report) -> list[tuple[str, str]]:
    return [(each.code, str(each.place).rsplit("/", 1)[-1]) for each in report.findings]


def figure(value: str, exact: str = WORTH, more: str = "") -> str:
    what = 'id = "x"\nsubject = "birch"\nmeasure = "profit"\n'
    words = f'exact = "{exact}", mentions = {{ mill = "birch" }}'
    return f'[[figure]]\n{what}value = "{value}"\nevidence = [{{ {words} }}]\n{more}\n'


def tie(*evidence: str, target: str = "birch") -> str:
    ends = f'type = "partner_of"\nsubject = "alder"\nobject = "{target}"\n'
    return f"[[relationship]]\n{ends}evidence = [{', '.join(evidence)}]\n"


def said(text: str, *evidence: str, more: str = "") -> str:
    what = f'id = "said"\nstance = "asserts"\ntext = "{text}"\n{more}\n'
    return f"[[statement]]\n{what}evidence = [{', '.join(evidence)}]\n"


def about(*ids: str) -> str:
    return "about = [" + ", ".join(f'{{ id = "{each}" }}' for each in ids) + "]"


def deal(title: str, *evidence: str, parties: Sequence[str] = ("birch",)) -> str:
    ends = ", ".join(f'{{ entity = "{each}", role = "seller" }}' for each in parties)
    what = f'id = "x"\ntype = "other"\ntitle = "{title}"\nparties = [{ends}]\n'
    return f"[[deal]]\n{what}evidence = [{', '.join(evidence)}]\n"


def test_in_the_clean_set_the_words_carry_every_claim(reported: Reported) -> None:
    report = reported()
    assert report.findings == ()
    assert set(report.proofs) == {
        "alder.customer_of.birch", "stake-deal", "price", "stake", "worth", "spend", "revenue",
        "stake-deal.led_to.alder.customer_of.birch",
    }  # fmt: skip


# Numbers.


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("$51 million", "“$50 million” differs in amount"),
        ("$50.4 million", "“$50 million” differs in amount"),
        ("$50 billion", "“$50 million” differs in scale"),
        ("$50 thousand", "“$50 million” differs in scale"),
        ("€50 million", "“$50 million” differs in unit"),
        ("$50 million a year", "“$50 million” differs in unit"),
        ("about $50 million", "“$50 million” differs in hedge"),
        ("nearly $50 million", "“$50 million” differs in hedge"),
        ("up to $50 million", "“$50 million” differs in hedge"),
        ("over $50 million", "“$50 million” differs in hedge"),
        ("€51 million", "“$50 million” differs in amount and unit"),
    ],
)
def test_a_number_that_is_not_quite_the_one_in_the_words(
    reported: Reported, value: str, says: str
) -> None:
    report = reported(figure(value))
    assert told(report) == [("figure_not_in_quote", "b.toml:5")]
    assert report.findings[0].message == f"no quote carries {value}; {says}"


def test_words_without_any_number(reported: Reported) -> None:
    report = reported(figure("$50 million", "The mill grinds"))
    assert told(report) == [("figure_not_in_quote", "b.toml:5")]
    assert report.findings[0].message.endswith(": there is no number in them")


def test_the_quote_of_another_figure(reported: Reported) -> None:
    swapped = ('evidence = ["40% of the mill"]', 'evidence = ["Cedar pays $20 million"]')
    report = reported(change=swapped)
    assert [finding.code for finding in report.findings] == ["figure_not_in_quote"]
    assert "“$20 million” differs in amount and unit" in report.findings[0].message


@pytest.mark.parametrize(
    ("hedged", "plain"),
    [("it sent about $1 to Alder", "$1"), ("it sent $1 to Alder", "about $1")],
)
def test_a_hedge_of_either_side_alone(reported: Reported, hedged: str, plain: str) -> None:
    words = f'evidence = [{{ exact = "{hedged}", mentions = {{ it = "birch" }} }}]'
    what = f'id = "x"\nsubject = "birch"\nmeasure = "profit"\nvalue = "{plain}"'
    assert told(reported(f"[[figure]]\n{what}\n{words}")) == [("figure_not_in_quote", "b.toml:5")]


def test_a_number_that_only_other_words_refute(reported: Reported) -> None:
    against = f'{{ exact = "{WORTH}", mentions = {{ mill = "birch" }}, direction = "refutes" }}'
    what = 'id = "x"\nsubject = "birch"\nmeasure = "profit"\nvalue = "$50 million"'
    report = reported(f"[[figure]]\n{what}\nevidence = [{against}]")
    assert told(report) == [("figure_not_in_quote", "b.toml:5")]


@pytest.mark.parametrize(
    ("added", "says", "line"),
    [
        (deal("Cedar pays $30 million", PAYS), "$30 million of its title", 4),
        (deal("Cedar pays €20 million", PAYS), "€20 million of its title", 4),
        (deal("Cedar buys 41 % of it", PAYS), "41 % of its title", 4),
        (deal("Cedar pays $20 million", MILL), "$20 million of its title", 4),
        (said("It costs over $20 million", '"40% of the mill"'), "over $20 million of its text", 4),
        (said("They sold half of it", '"40% of the mill"'), "half of its text", 4),
    ],
)
def test_a_number_in_the_author_s_words_only(
    reported: Reported, added: str, says: str, line: int
) -> None:
    report = reported(added)
    assert told(report) == [("number_not_in_quote", f"b.toml:{line}")]
    assert report.findings[0].message == f"no quote carries the {says}"


@pytest.mark.parametrize(
    "added",
    [
        figure("$50 million"),
        figure("50 million dollars"),
        figure("40%", "Cedar pays $20 million for 40% of the mill"),
        deal("Cedar pays about $20 million", PAYS),
        deal("Two mills agree in 2030", MILL),
        said("It costs $20 million and is 40 % of it", '"Cedar pays $20 million for 40%"'),
        said("Four of them left", MILL),
    ],
)
def test_numbers_that_the_words_carry(reported: Reported, added: str) -> None:
    assert reported(added).findings == ()


# Parties.


PARTY = "no quote names its"


@pytest.mark.parametrize(
    ("added", "says", "line"),
    [
        (tie(MILL), "subject, Alder Bakery", 3),
        (tie('"Alder Bakery buys"'), "object, Birch Mills Inc.", 4),
        (tie(BOTH, target="mills"), "object, mills", 4),
        (deal("X", '"Alder Bakery buys"'), "party, Birch Mills Inc.", 5),
        (figure("$50 million", WORTH, 'scope = "alder"'), "scope, Alder Bakery", 7),
        (said("X", MILL, more='speaker = "alder"'), "speaker, Alder Bakery", 5),
        (said("X", MILL, more='holder = "alder"'), "holder, Alder Bakery", 5),
        (said("X", MILL, more=about("alder")), "about, Alder Bakery", 5),
        (
            said("X", MILL, more=about("alder.customer_of.birch")),
            "about, alder.customer_of.birch: Alder Bakery missing", 5,
        ),
        (
            said("X", '"Cedar pays"', more=about("spend")),
            "about, spend: Alder Bakery, Birch Mills Inc. missing", 5,
        ),
    ],
)  # fmt: skip
def test_a_party_that_no_words_name(reported: Reported, added: str, says: str, line: int) -> None:
    report = reported(added)
    assert told(report) == [("party_not_in_quote", f"b.toml:{line}")]
    assert report.findings[0].message == f"{PARTY} {says}"


@pytest.mark.parametrize(("end", "line"), [("cause", 3), ("effect", 4)])
def test_an_end_of_a_reason_that_no_words_name(reported: Reported, end: str, line: int) -> None:
    other = "effect" if end == "cause" else "cause"
    ends = {end: "alder.customer_of.birch", other: "worth"}
    told_ends = f'cause = "{ends["cause"]}"\neffect = "{ends["effect"]}"\n'
    report = reported(f'[[reason]]\ntype = "despite"\n{told_ends}evidence = [{MILL}]')
    assert told(report) == [("party_not_in_quote", f"b.toml:{line}")]
    assert report.findings[0].message.endswith(
        f"{end}, alder.customer_of.birch: Alder Bakery missing"
    )


def test_a_party_put_in_the_place_of_another(reported: Reported) -> None:
    other = '[[company]]\nid = "elm"\nname = "Elm Cakes"\n'
    change = ('subject = "alder"\nobject = "birch"', 'subject = "elm"\nobject = "birch"')
    codes = {(each.code, each.record) for each in reported(other, change=change).findings}
    assert ("party_not_in_quote", "elm.customer_of.birch") in codes


def test_of_many_missing_the_first_are_told(reported: Reported) -> None:
    names = ("Ash", "Beech", "Chestnut", "Dogwood", "Hazel")
    trees = "".join(f'[[company]]\nid = "{name.lower()}"\nname = "{name}"\n' for name in names)
    of_five = deal("X", MILL, parties=[name.lower() for name in names])
    report = reported(trees + of_five + said("X", PAYS, more=about("x")))
    told_of = [each.message for each in report.findings if each.record == "said"]
    assert told_of == [f"{PARTY} about, x: Ash, Beech, Chestnut and 2 more missing"]


@pytest.mark.parametrize(
    "added",
    [
        tie(BOTH),
        tie('"Alder Bakery buys flour from Birch Mills"'),
        tie('"Alder Bakery buys"', MILL),
        tie(MILL, '{ exact = "Cedar pays", attribution = "Alder Bakery" }'),
        said("X", MILL, more='holder = "birch"\nspeaker = "birch"'),
        said("X", '"Cedar pays $20 million"', more=about("stake-deal", "price")),
        said("X", '"Cedar pays"', more=about("price")),
        said("X", '{ exact = "grinds", mentions = { grinds = "spend" } }', more=about("spend")),
        said("X", '"grinds"', more=about("news")),
        said("X", '"grinds"'),
    ],
)  # fmt: skip
def test_parties_that_the_words_name(reported: Reported, added: str) -> None:
    assert reported(added).findings == ()


def test_who_is_missing_once_is_found_under_another_name(reported: Reported) -> None:
    unnamed = tie('"Alder may leave"', MILL)
    assert "party_not_in_quote" in {each.code for each in reported(unnamed).findings}
    name = ('name = "Alder Bakery"', 'name = "Alder Bakery"\naliases = ["Alder"]')
    assert reported(unnamed, change=name).findings == ()


# Quotes beside others.


@pytest.mark.parametrize(
    ("added", "words"),
    [
        (tie(BOTH, '"Cedar pays"'), "“Cedar pays” names no party of this relationship"),
        (said("X", MILL, '"Cedar pays"', more=about("birch")), "of this statement"),
        (deal("X", MILL, '"Cedar pays"'), "“Cedar pays” names no party of this deal"),
    ],
)
def test_a_quote_that_has_nothing_to_do_with_its_claim(
    reported: Reported, added: str, words: str
) -> None:
    report = reported(added)
    assert [finding.code for finding in report.findings] == ["quote_without_party"]
    assert report.findings[0].message.endswith(words)


def test_the_quote_of_a_status_is_held_to_it_as_well(reported: Reported) -> None:
    change = 'history = [{ status = "current", evidence = ["Cedar pays"] }]'
    report = reported(f"{tie(BOTH)}{change}\n")
    assert told(report) == [("quote_without_party", "b.toml:6")]


@pytest.mark.parametrize(
    "added",
    [
        tie(BOTH, MILL),
        said("X", '"Cedar pays"', '"grinds"'),
        figure("$50 million", WORTH).replace("evidence = [", 'evidence = ["worth $50 million", '),
        figure("$50 million", WORTH).replace(
            "evidence = [",
            'evidence = [{ exact = "revenue of $20 million", direction = "refutes" }, ',
        ),
    ],
)
def test_quotes_that_bear_on_their_claim(reported: Reported, added: str) -> None:
    assert reported(added).findings == ()


def test_where_no_quote_bears_the_party_is_told_and_not_each_quote(reported: Reported) -> None:
    report = reported(said("X", '"Cedar pays"', '"grinds"', more=about("birch")))
    assert [finding.code for finding in report.findings] == ["party_not_in_quote"]
