"""A lens in words and from words, in the state and in links."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.store.rows.dated import DayRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.errors import HiddenRecordError, UnknownNameError, UsageError
from scale_explorer.tui.arguments.looking import AS_IT_IS, Looking
from scale_explorer.tui.citation import link
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.look import look
from scale_explorer.tui.looking import (
    day_of,
    in_words,
    lens_of,
    looking_words,
    require_seen,
)
from scale_explorer.tui.memory.fitting import fitted
from scale_explorer.tui.memory.scenarios import Scenario, open_scenarios
from scale_explorer.tui.prepare import prepare
from scale_explorer.tui.state import (
    Back,
    FocusPane,
    Follow,
    Navigation,
    Pane,
    Peel,
    Place,
    SetFilter,
    SetLens,
    View,
    ViewState,
    Width,
    update,
)

GOOGLE = "google.customer_of.scale-ai"
LENS = Lens("2024-12-31", frozenset({GOOGLE}))


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STATE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024", "2024-12-31"), ("2024-06", "2024-06-30"), (" 2025-06-13 ", "2025-06-13"),
        ("2024~", "2024-12-31"), ("2023/2024", "2024-12-31"), ("now", None), ("NOW", None),
        ("2024-02", "2024-02-29"),
    ],
)  # fmt: skip
def test_a_date_means_its_last_day(written: str, day: str | None) -> None:
    assert day_of(written) == day


@pytest.mark.parametrize("written", ["", "yesterday", "2024-13", "2024/..", "\x1b[31m", "9" * 99])
def test_what_is_no_date_says_what_is(written: str) -> None:
    with pytest.raises(UsageError, match=r"2024|now") as raised:
        day_of(written)
    assert len(str(raised.value)) <= 60
    assert "\x1b" not in str(raised.value)


def test_it_is_told_in_words() -> None:
    assert in_words(PLAIN_LENS) == ""
    assert in_words(LENS) == f"as of 31 Dec 2024, without {GOOGLE}"
    many = Lens(without=frozenset("abcde"))
    assert in_words(many) == "without a, b, c and 2 more"
    assert in_words(Lens(without=frozenset("ab"))) == "without a and b"


@pytest.mark.parametrize(
    ("lens", "change", "words"),
    [
        (PLAIN_LENS, None, ""),
        (Lens("2025-06-13"), DayRow("2025-06-13", 1, 2), "as of 13 Jun 2025 · 3 changed"),
        (
            Lens("2025-06-30", frozenset("ab")), DayRow("2025-06-13", 1, 0),
            "as of 30 Jun 2025 · 1 changed 13 Jun 2025 · 2 off",
        ),
        (Lens("1999-01-01"), None, "as of 1 Jan 1999 · nothing was dated yet"),
        (Lens(without=frozenset("a")), None, "1 off"),
    ],
)  # fmt: skip
def test_the_top_line_tells_it_shortly(lens: Lens, change: DayRow | None, words: str) -> None:
    assert looking_words(lens, change) == words


def test_what_was_asked_for_becomes_a_lens(story: SQLiteStore) -> None:
    assert lens_of(story, (), AS_IT_IS) is PLAIN_LENS
    asked = Looking("2024", ("google",))
    assert lens_of(story, (), asked, "scale-ai") == LENS
    assert lens_of(story, (), asked).without > {GOOGLE}


def test_a_scenario_is_found_by_its_name(story: SQLiteStore) -> None:
    file, _ = open_scenarios(())
    file.change(lambda all_: all_.with_one(Scenario("Google goes", frozenset({GOOGLE}))))
    asked = Looking(without=("xai.customer_of.scale-ai",), scenario="google goes")
    both = {GOOGLE, "xai.customer_of.scale-ai"}
    assert lens_of(story, (), asked) == Lens(without=frozenset(both))
    with pytest.raises(UnknownNameError, match="Google goes"):
        lens_of(story, (), Looking(scenario="Gogle goes"))
    for near in ("goes", "nothing like it"):
        with pytest.raises(UnknownNameError, match=r"Did you mean Google goes\?"):
            lens_of(story, (), Looking(scenario=near))
    assert lens_of(story, (), Looking(scenario=" Google goes ")).without == {GOOGLE}


def test_a_record_that_is_not_seen_says_how_one_looks(story: SQLiteStore) -> None:
    require_seen(story, "google-spend-2024", PLAIN_LENS)
    with pytest.raises(HiddenRecordError, match="not there without google"):
        require_seen(story, "google-spend-2024", Lens(without=frozenset({GOOGLE})))


def test_going_back_takes_the_lens_away() -> None:
    looked = update(Navigation(), SetLens(LENS))
    assert looked.now.lens == LENS
    assert update(looked, Back()).now == ViewState()


def test_esc_peels_the_lens_last() -> None:
    way = update(Navigation(), SetLens(LENS))
    way = update(way, SetFilter(Pane.FOCUS, "meta"))
    filters, panes, lenses = list[str](), list[Pane](), list[Lens]()
    for _ in range(4):
        way = update(way, Peel(Width.WIDE))
        filters.append(way.now.focus.filter)
        panes.append(way.now.pane)
        lenses.append(way.now.lens)
    assert filters == [""] * 4
    assert panes == [Pane.FOCUS, *[Pane.BROWSE] * 3]
    assert lenses == [LENS, LENS, PLAIN_LENS, PLAIN_LENS]
    assert update(way, Back()).now.lens == LENS


def test_a_link_looks_in_the_same_way() -> None:
    told = link("scale-ai", ("my-set",), LENS)
    asked = "scale-explorer --data my-set --at scale-ai --as-of 2024-12-31 --without"
    assert told == f"{asked} {GOOGLE}"
    assert link("scale-ai", ()) == "scale-explorer --at scale-ai"


def test_a_start_says_how_one_looks(story: SQLiteStore) -> None:
    prepared = prepare(Launch(at="scale-ai", looking=Looking("2024", (GOOGLE,))), story)
    assert prepared.first.now.lens == LENS
    said = f"Looking as of 31 Dec 2024, without {GOOGLE}; = shows all again."
    assert said in prepared.kit.words
    assert not [words for words in prepare(Launch(), story).kit.words if "Looking" in words]


def test_what_is_not_there_any_more_is_not_switched_off(story: SQLiteStore) -> None:
    lens = Lens("2024-12-31", frozenset({GOOGLE, "gone.owns.this"}))
    way = Navigation(ViewState(lens=lens), past=(ViewState(lens=lens),))
    kept = fitted(way, story)
    assert kept.now.lens == kept.past[0].lens == LENS


def seen(place: Place, lens: Lens) -> Navigation:
    return Navigation(ViewState(place=place, lens=lens))


def test_a_page_tells_what_is_lost_and_lists_it_to_be_switched_on(story: SQLiteStore) -> None:
    lens = Lens(without=frozenset({GOOGLE, "microsoft.customer_of.scale-ai"}))
    sheet = look(story, seen(Place(View.RECORD, "scale-ai"), lens)).sheet.answer
    facts = {fact.label: fact.value for fact in sheet.facts}
    assert "15–19\u00a0% of revenue in 2024 ƒ" in facts["revenue at risk"]
    assert "no figure is stated for Microsoft" in facts["revenue at risk"]
    off = [row for row in sheet.rows if row.section == "Switched off"]
    assert {row.claim for row in off} == lens.without
    assert not [row for row in sheet.rows if row.claim == GOOGLE and row not in off]


@pytest.mark.parametrize(
    ("record", "lens", "told"),
    [
        (GOOGLE, LENS, "switched off"),
        ("google-spend-2024", LENS, "rests on a relationship"),
        ("google-plans-exit", Lens("2023-01-01"), "does not count yet"),
    ],
)
def test_a_page_that_is_not_seen_says_why(
    story: SQLiteStore, record: str, lens: Lens, told: str
) -> None:
    scene = look(story, seen(Place(View.RECORD, record), lens))
    assert told in scene.sheet.answer.empty
    assert scene.words.answer.claim is None
    assert scene.words.answer.quotes == ()


def test_a_scene_of_a_lens_is_not_that_of_another(story: SQLiteStore) -> None:
    way = update(Navigation(), Follow("scale-ai"))
    before = look(story, way)
    through = look(story, update(way, SetLens(LENS)), before)
    again = look(story, update(update(way, SetLens(LENS)), SetLens(PLAIN_LENS)), through)
    assert through.sheet.answer != before.sheet.answer
    assert again.sheet.answer == before.sheet.answer
    assert again.words.answer == before.words.answer
    assert update(way, FocusPane(Pane.BROWSE)).now.lens == PLAIN_LENS
