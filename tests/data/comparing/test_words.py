"""That every kind of difference is told, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scale_explorer.data.comparing.change import Comparison, What
from scale_explorer.data.comparing.compare import compare
from scale_explorer.data.comparing.version import Version

Differing = Callable[..., Comparison]
ENDING = '{ status = "ending", date = "2025-03-10", evidence = ["is looking for another mill"] },'
SPENT = "Alder Bakery’s spend with Birch Mills, 2024"
BUYS = "Cedar Foods buys 40% of Birch Mills"
LEADS = "Dana Fox leads Alder Bakery"
ENDS = "Alder Bakery is ending its purchases from Birch Mills"
SAID = "Alder spent about $3 million"
RANGE = "$2.5–3.5\u00a0M"
FEARS = "Alder fears for its recipes"


def told(found: Comparison) -> list[str]:
    """Return what is told of records, without what checks say of it."""
    return [
        f"{change.title}: {detail.words}"
        for change in found.changes
        for detail in change.details
        if detail.field not in {"finding", "computed"}
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            '"about $3 million"',
            '"about $5 million"',
            [f"{SPENT}: about $3 million → about $5 million"],
        ),
        (
            'value = "about $3 million"',
            'value = "about $3 million"\nhedge = "nearly"',
            [f"{SPENT}: about $3 million ({RANGE}, about) → about $3 million ({RANGE}, nearly)"],
        ),
        (
            "{alder-spend-2024} / {birch-revenue-2024}",
            "{alder-spend-2025} / {birch-revenue-2024}",
            [
                (
                    "Alder Bakery’s share of Birch Mills’ revenue, 2024: formula: "
                    "alder-spend-2024 / birch-revenue-2024 → alder-spend-2025 / birch-revenue-2024"
                )
            ],
        ),
        (
            'name = "Elm Cakes"',
            'name = "Elm Bread"',
            ["Elm Bread: name: Elm Cakes → Elm Bread"],
        ),
        ('aliases = ["Cedár"]', "", ["Cedar Foods: alias taken away: Cedár"]),
        (
            'aliases = ["Cedár"]',
            'aliases = ["Cedár", "CF"]',
            ["Cedar Foods: alias added: CF"],
        ),
        (
            'aliases = ["Cedár"]',
            'identifiers = { ticker = "CDR" }\naliases = ["Cedár"]',
            ["Cedar Foods: ticker added: CDR"],
        ),
        ("unnamed = true", "", ["Some bakers: unnamed: yes → no"]),
        (
            'members = ["alder"]',
            'members = ["alder", "elm"]',
            ["Some bakers: member added: Elm Cakes"],
        ),
        (
            ENDING,
            "",
            ["Alder Bakery is a customer of Birch Mills: status ending (10 Mar 2025) taken away"],
        ),
        (
            ENDING,
            ENDING + '{ status = "former", date = "2026" },',
            [
                "Alder Bakery has ended its purchases from Birch Mills: status former (2026) added",
            ],
        ),
        (
            'date = "2025-03-10", evidence = ["is looking',
            'date = "2025-04", evidence = ["is looking',
            [f"{ENDS}: status ending: 10 Mar 2025 → Apr 2025"],
        ),
        (
            'evidence = ["is looking for another mill"] },',
            'evidence = ["looking for another mill"] },',
            [
                (
                    f"{ENDS}: quote of the status ending replaced: "
                    "“is looking for another mill” → “looking for another mill”"
                )
            ],
        ),
        (
            'evidence = ["Alder spent about $3 million"]',
            'evidence = ["Alder spent about $3 million", "spent about $3 million on flour"]',
            [f"{SPENT}: quote added: “spent about $3 million on flour”"],
        ),
        (
            'evidence = ["Alder spent about $3 million"]',
            'evidence = [{ exact = "Alder spent about $3 million", attribution = "a clerk" }]',
            [f"{SPENT}: attribution of “Alder spent about $3 million” added: a clerk"],
        ),
        (
            'evidence = ["Alder spent about $3 million"]',
            'evidence = [{ exact = "Alder spent about $3 million", directness = "inferred" }]',
            [f"{SPENT}: directness of “Alder spent about $3 million”: stated → inferred"],
        ),
        (
            'evidence = ["Alder spent about $3 million"]',
            'evidence = [{ exact = "Alder spent about $3 million", direction = "refutes" }]',
            [f"{SPENT}: direction of “Alder spent about $3 million”: supports → refutes"],
        ),
        (
            'evidence = ["Alder spent about $3 million"]',
            f'evidence = [{{ exact = "{SAID}", mentions = {{ Alder = "alder" }} }}]',
            [
                (
                    f"{SPENT}: meaning of words in “Alder spent about $3 million” added: "
                    "“Alder” is Alder Bakery"
                )
            ],
        ),
        (
            'evidence = ["Alder spent about $3 million"]',
            'evidence = [{ exact = "Alder spent about $3 million", suffix = " on" }]',
            [f"{SPENT}: “Alder spent about $3 million” is told apart by other words around it"],
        ),
        ('role = "head"', 'role = "chair"', [f"{LEADS}: role: head → chair"]),
        ('start = "2019"', 'start = "2019-06"', [f"{ENDS}: start: 2019 → Jun 2019"]),
        (
            'announced = "2025-03-10"',
            'announced = "2025-03-11"',
            [f"{BUYS}: announced: 10 Mar 2025 → 11 Mar 2025"],
        ),
        (
            '{ entity = "birch", role = "target" }',
            '{ entity = "birch", role = "seller" }',
            [f"{BUYS}: party: Birch Mills (target) → Birch Mills (seller)"],
        ),
        (
            'role = "rival"',
            'role = "threat"',
            [f"{FEARS}: about: Cedar Foods (rival) → Cedar Foods (threat)"],
        ),
        ('stance = "fears"', 'stance = "expects"', [f"{FEARS}: stance: fears → expects"]),
        (
            'period = { after = "cedar-buys-stake" }',
            'period = { before = "cedar-buys-stake" }',
            [(f"Birch Mills’ valuation, before the deal: period: after {BUYS} → before {BUYS}")],
        ),
        (
            'type = "led_to"',
            'type = "despite"\nid = "cedar-buys-stake.led_to.alder-fears-for-recipes"',
            [f"{FEARS} – despite: {BUYS}: type: led to → despite"],
        ),
        (
            'title = "Cedar buys into Birch"',
            'title = "Sold"',
            ["Sold: title: Cedar buys into Birch → Sold"],
        ),
        (
            'lead = ["cedar-buys-stake", "alder-fears-for-recipes",',
            'lead = ["alder-fears-for-recipes", "cedar-buys-stake",',
            ["Cedar buys into Birch: the story: in another order"],
        ),
        (
            'lead = ["cedar-buys-stake", ',
            "lead = [",
            [f"Cedar buys into Birch: left the story: {BUYS}"],
        ),
        (
            '"alder-spend-2024"]\n',
            '"alder-spend-2024", "cedar-stake"]\n',
            [f"Cedar buys into Birch: joined the story: {BUYS}: stake"],
        ),
        (
            "[[source]]",
            '[[expect]]\nthat = "{cedar-stake} < 50%"\n\n[[source]]',
            ["Cedar buys into Birch: expectation added: {cedar-stake} < 50%"],
        ),
        (
            "[[source]]",
            '[[known]]\ncode = "near_duplicate_name"\nrecord = "elm"\nreason = "two"\n\n[[source]]',
            ["Cedar buys into Birch: finding let stand added: near_duplicate_name of elm (two)"],
        ),
        (
            'publisher = "Norport News"',
            'publisher = "Norport Times"',
            ["Cedar Foods buys into Birch Mills: publisher: Norport News → Norport Times"],
        ),
        (
            '[[company]]\nid = "elm"',
            '[[organization]]\nid = "elm"',
            ["Elm Cakes: kind: company → organization"],
        ),
    ],
)
def test_a_difference_is_told(differing: Differing, old: str, new: str, words: list[str]) -> None:
    assert told(differing((old, new))) == words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "elm"\nname = "Elm Cakes"', 'name = "Elm Cakes"  # cakes\nid = "elm"'),
        (
            'evidence = ["Elm Cakes stopped"]',
            'evidence = [{ exact = "Elm Cakes stopped", start = 482, end = 499 }]',
        ),
        ('[[person]]\nid = "dana-fox"\nname = "Dana Fox"\nevidence = ["Dana Fox"]\n', ""),
    ],
)
def test_places_and_order_are_no_difference(differing: Differing, old: str, new: str) -> None:
    moved = ("[[group]]", f"{old}\n[[group]]") if not new else (old, old)
    assert not differing((old, new), *([] if new else [moved])).changes


def test_a_gone_record_and_a_new_one_are_told_with_their_words(differing: Differing) -> None:
    spent = 'value = "$4 million"\nperiod = "2025"\nstatus = "planned"'
    found = differing(
        ('id = "alder-spend-2025"', 'id = "alder-spend-2026"'),
        (spent, 'value = "$6 million"\nperiod = "2026"'),
    )
    (gone,), (come,) = found.of(What.REMOVED), found.of(What.ADDED)
    assert gone.title == "Alder Bakery’s planned spend with Birch Mills, 2025: $4\u00a0M"
    assert come.title == "Alder Bakery’s spend with Birch Mills, 2026: $6\u00a0M"
    assert come.details[0].words == "“planned to spend $4 million”"
    assert (gone.id, come.id) == ("alder-spend-2025", "alder-spend-2026")


def test_a_computed_figure_tells_what_it_comes_to_now(differing: Differing) -> None:
    found = differing(('"about $3 million"', '"about $5 million"'))
    share = next(change for change in found.changes if change.id == "alder-share")
    words = "comes to: 12–18\u00a0% ƒ → 21–29\u00a0% ƒ"
    assert [detail.words for detail in share.details] == [words]


def test_a_quote_that_left_its_source_is_told(differing: Differing) -> None:
    found = differing(text=("Alder spent about $3 million", "Alder paid about $3 million"))
    spent = next(change for change in found.changes if change.id == "alder-spend-2024")
    told = [detail.words for detail in spent.details]
    assert told[0] == "“Alder spent about $3 million” is not in its source any more"
    assert told[1].startswith("new error: “Alder spent about $3 million” is not in news")
    assert "(quote_not_in_source)" in told[1]


def test_a_quote_that_is_in_its_source_again_is_told(
    before: Version, edited: Callable[..., Version]
) -> None:
    lost = edited(text=("Alder spent about $3 million", "Alder paid about $3 million"))
    spent = next(each for each in compare(lost, before).changes if each.id == "alder-spend-2024")
    told = [detail.words for detail in spent.details]
    assert told[0] == "“Alder spent about $3 million” is in its source now"
    assert told[1].startswith("no longer error: ")


def test_an_added_quote_tells_that_it_is_not_in_its_source(differing: Differing) -> None:
    (words, *_) = told(
        differing(('["Dana Fox, who runs', '["Dana Fox, boss", "Dana Fox, who runs'))
    )
    assert words == f"{LEADS}: quote added: “Dana Fox, boss” (not in its source)"


def test_a_finding_that_is_let_stand_is_not_said_to_be_gone(differing: Differing) -> None:
    wrong = ('object = "birch"\nmodality', 'object = "birhc"\nmodality')
    words = " ".join(
        detail.words for change in differing(wrong).changes for detail in change.details
    )
    assert "new error: object names birhc" in words


def test_long_texts_are_cut_around_what_differs(differing: Differing) -> None:
    long = " ".join(f"word{number}" for number in range(200))
    new = ('summary = "A mill in Norport."', f'summary = "{long.replace("word150", "WORD")}"')
    (change,) = differing(new).changes
    assert len(change.details[0].words) < 300
    assert change.details[0].after.endswith("word199")


def test_what_was_found_about_a_gone_record_went_with_it(
    edited: Callable[..., Version], before: Version
) -> None:
    wrong = edited(
        ("[[source]]", '[[company]]\nid = "oak"\nname = "Oak"\nevidence = ["no"]\n[[source]]')
    )
    (change,) = compare(wrong, before).changes
    assert (change.what, change.id) == (What.REMOVED, "oak")
