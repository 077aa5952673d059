"""How much is proposed and how much of it is right (see benchmarks/suggesting.py)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.mutating.subject import Subject
from benchmarks.suggesting import SETS
from benchmarks.suggesting import main as benchmark
from benchmarks.suggestions import bundled
from benchmarks.suggestions.bundled import Bundled
from benchmarks.suggestions.sentences import labelled, measured

_ARTICLE = Path(__file__).parents[2] / "shared" / "sources" / "google-exit.txt"


@pytest.fixture(scope="module")
def tutorial() -> Bundled:
    return Bundled(Subject.of(SETS / "tutorial", {}))


@pytest.fixture(scope="module")
def story() -> Bundled:
    if not _ARTICLE.is_file():
        pytest.skip("the article that the bundled story quotes is not here")
    return Bundled(Subject.of(SETS / "scale_ai", {"google-exit": _ARTICLE}))


def test_the_tutorial_is_proposed(tutorial: Bundled) -> None:
    _hold(tutorial)


def test_the_story_is_proposed(story: Bundled) -> None:
    _hold(story)


def _hold(read: Bundled) -> None:
    amounts, measures, _ = bundled.figures(read)
    assert amounts.wanted > 10
    assert amounts.recall >= 0.9, amounts.missed
    assert measures.recall >= 0.9, measures.missed
    labels = bundled.labelled_amounts(read)
    assert labels.wanted > 10
    assert labels.recall >= 0.9, labels.missed
    assert labels.precision >= 0.9, labels.wrong
    named, every = bundled.parties_named(read)
    assert named.wanted > 30
    assert named.recall >= 0.9, named.missed
    assert every.recall >= 0.8, every.missed
    _, mentions = bundled.mentions(read)
    assert mentions.recall >= 0.7, mentions.missed
    said = bundled.attributions(read)
    assert said.recall >= 0.8, said.missed


def test_sentences_that_no_rule_was_mended_for_are_read_nearly_as_well() -> None:
    amounts, measures, periods, names, kinds, said = measured(labelled("held_out"))
    assert amounts.wanted > 30
    assert amounts.recall >= 0.9
    assert amounts.precision >= 0.9
    assert measures.recall >= 0.8
    assert periods.recall >= 0.85
    assert periods.precision >= 0.9
    assert names.recall >= 0.75
    assert names.precision >= 0.85
    assert kinds.precision >= 0.9
    assert said.recall >= 0.7
    assert said.precision >= 0.85


def test_the_benchmark_prints_its_tables(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["suggesting", "--missed"])
    benchmark()
    told = capsys.readouterr().out
    assert "| amounts of claims | 14 of 14 (100 %) |" in told
    assert "Sentences: held_out" in told
    assert told.count("missed:") > 10
    assert "missed:" not in told.partition("held_out")[2]


def test_the_benchmark_reads_hostile_texts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["suggesting", "--hostile", "0.002"])
    benchmark()
    assert capsys.readouterr().out.count(" s |") == 18
