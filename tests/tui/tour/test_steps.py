from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.keys import BINDINGS, shown
from scale_explorer.tui.tour import AFTERWARDS, STEPS, Step, told
from scale_explorer.tui.tour.page import steps

README = Path(__file__).parents[3] / "README.md"
KEYS = {binding.id: shown(binding.keys[0]) for binding in BINDINGS}
TEXTS = [*(step.text for step in STEPS), AFTERWARDS]


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        store = open_store("tutorial")
    yield store
    store.close()


def test_there_are_ten_steps_with_names_of_their_own() -> None:
    assert len({step.title for step in STEPS}) == len(STEPS) == 10


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.title)
def test_a_step_names_keys_that_there_are(step: Step) -> None:
    assert step.bindings
    assert set(step.bindings) <= KEYS.keys()


@pytest.mark.parametrize("text", TEXTS)
def test_a_step_is_read_in_three_lines(text: str) -> None:
    assert len(wrap(told(text, KEYS.__getitem__), 76)) <= 3


@pytest.mark.parametrize("text", TEXTS)
def test_no_brace_is_left_where_a_key_should_stand(text: str) -> None:
    assert "{" not in told(text, KEYS.__getitem__)


def test_it_names_the_keys_that_the_reader_has_chosen() -> None:
    own = {"app.zoom": "F9", "app.why": ""}
    assert told("{app.zoom} and {app.why}", own.__getitem__) == "F9 and (no key)"


def test_the_lines_that_it_quotes_stand_in_the_story(tutorial: SQLiteStore) -> None:
    lines = {row.label: row for row in tutorial.story()}
    deal, refuted = (line for text in TEXTS for line in re.findall("“(.+?)”", text))
    assert deal in lines
    words = tutorial.evidence(lines[refuted].claim or "")
    assert [quote.direction for quote in words[:2]] == ["supports", "refutes"]


def test_the_company_that_it_looks_for_is_found(tutorial: SQLiteStore) -> None:
    first, *_ = tutorial.search("riyah")
    assert first.record.id == "riyah"


def test_the_page_in_the_docs_tells_the_same_steps() -> None:
    assert steps() in README.read_text(encoding="utf-8")
