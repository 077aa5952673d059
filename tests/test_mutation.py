"""Planted mistakes are caught, and clean sets raise no alarm (see benchmarks/mutation.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.mutating.subject import Subject
from benchmarks.mutation import KINDS, SETS, Outcome, outcomes

_ARTICLE = Path(__file__).parents[2] / "shared" / "sources" / "google-exit.txt"
_HARD = {"quote moved", "quote reused for another claim", "party replaced"}
"""Changes that leave every word and number true: one in twenty may get away."""


@pytest.fixture(scope="module")
def tutorial() -> Subject:
    return Subject.of(SETS / "tutorial", {})


@pytest.fixture(scope="module")
def story() -> Subject:
    if not _ARTICLE.is_file():
        pytest.skip("the article that the bundled story quotes is not here")
    return Subject.of(SETS / "scale_ai", {"google-exit": _ARTICLE})


def test_the_clean_tutorial_raises_no_alarm(tutorial: Subject) -> None:
    assert tutorial.alarms == frozenset()


def test_the_clean_story_raises_no_alarm(story: Subject) -> None:
    assert story.alarms == frozenset()


def test_mistakes_in_the_tutorial_are_caught(tutorial: Subject) -> None:
    _hold(list(outcomes(tutorial, 10 * len(KINDS), seed=7)))


def test_mistakes_in_the_story_are_caught(story: Subject) -> None:
    _hold(list(outcomes(story, 5 * len(KINDS), seed=7)))


@pytest.mark.slow
def test_five_hundred_mistakes_in_the_tutorial_are_caught(tutorial: Subject) -> None:
    _hold(list(outcomes(tutorial, 500, seed=7)))


@pytest.mark.slow
def test_many_mistakes_in_the_story_are_caught(story: Subject) -> None:
    _hold(list(outcomes(story, 240, seed=7)))


def _hold(tried: list[Outcome]) -> None:
    assert len({each.mutant.kind for each in tried}) == len(KINDS)
    missed = [each.mutant for each in tried if not each.codes]
    assert [each for each in missed if each.kind not in _HARD] == []
    hard = sum(each.mutant.kind in _HARD for each in tried)
    assert len(missed) <= hard // 20, missed
