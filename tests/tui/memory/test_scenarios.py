"""Scenarios are kept beside the data set, privately, and whatever their file holds."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.memory.scenarios import (
    LONGEST_NAME,
    MOST,
    NONE,
    Scenario,
    Scenarios,
    open_scenarios,
    read_scenarios,
    scenarios_from_json,
    scenarios_path,
    scenarios_to_json,
)

LEAVE = Scenario("They leave", frozenset({"a.customer_of.b", "c.customer_of.b"}))


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path


def test_what_is_kept_is_there_again_and_for_nobody_else() -> None:
    file, damage = open_scenarios(("tutorial",))
    assert (file.scenarios, damage) == (NONE, "")
    assert not file.change(lambda all_: all_.with_one(LEAVE))
    assert read_scenarios(("tutorial",)) == (Scenarios((LEAVE,)), "")
    assert read_scenarios(("scale-ai",)) == (NONE, "")
    path = scenarios_path(("tutorial",))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_two_programs_keep_each_others() -> None:
    one, _ = open_scenarios(())
    other, _ = open_scenarios(())
    one.change(lambda all_: all_.with_one(LEAVE))
    other.change(lambda all_: all_.with_one(Scenario("Another", frozenset({"x.owns.y"}))))
    assert [each.name for each in read_scenarios(())[0].all] == ["Another", "They leave"]
    assert not one.refresh()
    assert len(one.scenarios.all) == 2


def test_they_are_renamed_deleted_and_found_in_any_case() -> None:
    all_ = NONE.with_one(LEAVE).renamed("They leave", "All gone")
    assert all_.named("all GONE") == Scenario("All gone", LEAVE.without)
    assert all_.named("They leave") is None
    assert all_.renamed("not there", "x") is all_
    assert all_.without_one("All gone") == NONE
    twice = all_.with_one(Scenario("ALL GONE", frozenset({"x"})))
    assert twice.named("all gone") is None
    assert twice.named("ALL GONE") is not None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b'{"version": 9}', b"\xff\xfe", b'{"version": 1, "scenarios": 3}',
        b'{"version": 1, "scenarios": [{"name": 1, "without": {}}, null]}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_set_aside_and_told(content: bytes) -> None:
    path = scenarios_path(())
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    scenarios, damage = read_scenarios(())
    assert scenarios == NONE
    assert damage
    assert [each for each in path.parent.iterdir() if each != path]


def test_hostile_names_are_cleaned() -> None:
    given_ = [{"name": " \x1b]0;x\x07\u202e two\n lines ", "without": ["a.owns.b", 3, ""]}]
    found, whole = scenarios_from_json({"scenarios": given_})
    (one,) = found.all
    assert whole
    assert "\x1b" not in one.name
    assert "\u202e" not in one.name
    assert "\n" not in one.name
    assert one.without == {"a.owns.b"}


names = st.text("abc ", min_size=1, max_size=LONGEST_NAME).map(lambda s: " ".join(s.split()))
scenarios = st.builds(
    Scenario, names.filter(bool), st.frozensets(st.sampled_from(["a.owns.b", "c.owns.d", "e"]))
)


@given(st.lists(scenarios, max_size=8))
def test_written_and_read_it_is_the_same(given_: list[Scenario]) -> None:
    all_ = NONE
    for one in given_:
        all_ = all_.with_one(one)
    written = json.loads(json.dumps(scenarios_to_json(all_)))
    assert scenarios_from_json(written) == (all_, True)


def test_there_are_not_more_than_some() -> None:
    nothing: list[str] = []
    many = [{"name": f"n{place}", "without": nothing} for place in range(MOST + 5)]
    found, whole = scenarios_from_json({"scenarios": many})
    assert len(found.all) == MOST
    assert not whole
