"""Stakes that are more than the whole, and figures that are a scale word off."""

from __future__ import annotations

import pytest

from .conftest import Reported

_STAKE = """
[[company]]
id = "{owner}"
name = "{owner}"
[[relationship]]
type = "owns"
subject = "{owner}"
object = "birch"
history = [{{ status = "{status}" }}]
[[figure]]
id = "{owner}-stake"
subject = "{owner}.owns.birch"
measure = "stake"
value = "{value}"
{more}
"""
_CEDAR = '[[company]]\nid = "cedar"\nname = "Cedar"\n'
_INVESTOR = (
    'parties = [{ entity = "birch", role = "target" }]',
    'parties = [{ entity = "birch", role = "target" }, { entity = "cedar", role = "investor" }]',
)


def _stake(owner: str, value: str, more: str = "", status: str = "current") -> str:
    return _STAKE.format(owner=owner, value=value, more=more, status=status)


def _told(reported: Reported, code: str, added: str) -> list[str]:
    report = reported(_CEDAR + added, change=_INVESTOR)
    return [finding.message for finding in report.findings if finding.code == code]


@pytest.mark.parametrize(
    "added",
    [
        _stake("dale", "61%"),
        _stake("dale", "more than 61%"),
        _stake("dale", "31%") + _stake("elm", "30%"),
        _stake("dale", "60%", 'period = "2020"') + _stake("elm", "41%", 'period = "2020-06"'),
    ],
)
def test_stakes_of_several_owners_are_no_more_than_the_whole(
    reported: Reported, added: str
) -> None:
    (message,) = _told(reported, "stakes_exceed_whole", added)
    assert "the stakes in birch come to at least 101 %" in message


@pytest.mark.parametrize(
    "added",
    [
        _stake("dale", "60%"),
        _stake("dale", "about 60%") + _stake("elm", "up to 90%"),
        _stake("dale", "61%", status="former"),
        _stake("dale", "61%", status="planned"),
        _stake("dale", "61%", 'status = "estimated"'),
        _stake("dale", "61%", 'prefer = "deprecated"'),
        _stake("dale", "60%", 'period = "2020"') + _stake("elm", "41%", 'period = "2021"'),
        _stake("dale", "61%", 'period = "2019"'),
    ],
)
def test_stakes_that_can_be_held_at_one_time_are_fine(reported: Reported, added: str) -> None:
    assert _told(reported, "stakes_exceed_whole", added) == []


def test_a_stake_that_is_told_twice_counts_once(reported: Reported) -> None:
    again = '[[figure]]\nid = "b"\nsubject = "dale.owns.birch"\nmeasure = "stake"\nvalue = "55%"\n'
    assert _told(reported, "stakes_exceed_whole", _stake("dale", "60%") + again) == []


def _revenue(value: str, more: str = 'period = "2023"') -> str:
    return (
        f'[[figure]]\nid = "before"\nsubject = "birch"\nmeasure = "revenue"\nvalue = "{value}"\n'
        f"{more}\n"
    )


@pytest.mark.parametrize("value", ["$20 billion", "$19 thousand", "$12 billion", "$30 trillion"])
def test_a_scale_word_that_slipped_is_told(reported: Reported, value: str) -> None:
    (message,) = _told(reported, "scale_slip", _revenue(value))
    assert message.endswith("times off $19.5–20.5\u00a0M in revenue")


@pytest.mark.parametrize(
    ("value", "more"),
    [
        ("$2 billion", 'period = "2023"'),
        ("$200 million", 'period = "2023"'),
        ("€20 billion", 'period = "2023"'),
        ("$20 billion", 'period = "2023"\nscope = "alder"'),
        ("$20 billion", 'period = "2023"\nprefer = "deprecated"'),
    ],
)
def test_what_may_have_grown_or_is_another_thing_is_no_slip(
    reported: Reported, value: str, more: str
) -> None:
    assert _told(reported, "scale_slip", _revenue(value, more)) == []
