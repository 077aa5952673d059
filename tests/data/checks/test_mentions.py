"""What the author says that words stand for: the words are there, and nobody else's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scale_explorer.data.checks.run import Report

Reported = Callable[..., Report]


def told(report: Report) -> list[tuple[str, str]]:
    return [(each.code, str(each.place).rsplit("/", 1)[-1]) for each in report.findings]


def said(quote: str) -> str:
    what = 'id = "said"\nstance = "asserts"\ntext = "X"\n'
    return f"[[statement]]\n{what}\nevidence = [{quote}]\n"


@pytest.mark.parametrize("words", ["The bakery", "mil", "the mill said", "grinds.", "2"])
def test_mentions_of_words_that_are_not_there(reported: Reported, words: str) -> None:
    mentions = f'mentions = {{ "The mill" = "birch", "{words}" = "alder" }}'
    report = reported(said(f'{{ exact = "The mill grinds", {mentions} }}'))
    assert told(report) == [("mention_not_in_quote", "b.toml:6")]
    assert f"mentions explains “{words}”, which is not in the quote" in report.findings[0].message


@pytest.mark.parametrize("words", ["Birch Mills", "Birch Mills Inc."])
def test_mentions_that_take_one_for_another(reported: Reported, words: str) -> None:
    text = "Alder Bakery buys flour from Birch Mills. Birch Mills Inc. is a mill."
    quote = f'{{ exact = "{words}", mentions = {{ "{words}" = "alder" }} }}'
    report = reported(said(quote), text=text)
    found = [each for each in report.findings if each.code == "mention_of_another"]
    assert len(found) == 1
    assert found[0].message == f"mentions takes “{words}” for alder, but it names birch"


@pytest.mark.parametrize(
    "mentions", ['"The mill" = "birch"', '"the mill" = "birch"', 'grinds = "spend"']
)
def test_mentions_that_are_in_order(reported: Reported, mentions: str) -> None:
    quote = f'{{ exact = "The mill grinds", mentions = {{ {mentions} }} }}'
    assert reported(said(quote)).findings == ()


def test_a_name_that_two_share_may_stand_for_either(reported: Reported) -> None:
    other = '[[person]]\nid = "alda"\nname = "Alder Bakery"\n'
    quote = '{ exact = "Alder Bakery buys", mentions = { "Alder Bakery" = "alda" } }'
    assert reported(other + said(quote)).findings == ()
