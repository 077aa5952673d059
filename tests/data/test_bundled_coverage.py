"""The bundled sets say what their sources say, and the lock proves it where the text is not."""

from __future__ import annotations

import pytest

from scale_explorer.data.checks.run import Report, check
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load
from scale_explorer.data.loading.sets import resolve

SHARE = 95
"""Per cent of a source's asserting sentences that claims must cite."""


def by_the_lock(name: str) -> Report:
    """Check a bundled set as in a clone that holds none of its texts."""
    loaded = load(gather(resolve(name)))
    return check(loaded, ground(loaded.dataset, {}, loaded.lock))


@pytest.mark.parametrize("name", ["scale_ai", "tutorial"])
def test_claims_cite_what_the_sources_assert(name: str) -> None:
    report = by_the_lock(name)
    assert report.uncounted == ()
    assert min(known.percent for known in report.coverage.values()) >= SHARE


def test_the_tutorial_leaves_nothing_out() -> None:
    report = by_the_lock("tutorial")
    assert report.notes == ()
    reasons = {each.sentence.why for known in report.coverage.values() for each in known.set_apart}
    assert reasons == {"the name of the paper", "a dateline", "a byline", "a question"}


def test_the_lock_cuts_the_tutorials_texts_as_they_are_cut_now() -> None:
    loaded = load(gather(resolve("tutorial")))
    here = check(loaded, ground(loaded.dataset, loaded.copies, loaded.lock)).coverage
    there = by_the_lock("tutorial").coverage
    assert {key: known.sentences for key, known in here.items()} == {
        key: known.sentences for key, known in there.items()
    }


def test_no_reason_in_the_lock_tells_words_of_the_article() -> None:
    (known,) = by_the_lock("scale_ai").coverage.values()
    assert {each.sentence.why for each in known.set_apart} == {
        "stands where the article had a picture",
    }
