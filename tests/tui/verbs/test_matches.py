from __future__ import annotations

import json
from pathlib import Path

import pytest

from scale_explorer.models.errors import UnknownNameError, UsageError
from scale_explorer.tui.exits import FINE, FOUND
from scale_explorer.tui.verbs.matches import Matches, run

COMPANY = """
[[company]]
id = "{key}"
name = "{name}"
"""
PAIRS = (("one/alder", "other/alder"), ("one/birch", "other/birch-mills"))


@pytest.fixture
def names(tmp_path: Path) -> tuple[str, str]:
    """Two sets that share Alder and Birch."""
    companies = {"one": ("alder", "birch"), "other": ("birch-mills", "alder", "elm")}
    for key, members in companies.items():
        head = f'[dataset]\nid = "{key}"\ntitle = "Set {key}"\n'
        told = (COMPANY.format(key=each, name=each.removesuffix("-mills").title())
                for each in members)  # fmt: skip
        (tmp_path / f"{key}.toml").write_text(head + "".join(told))
    return str(tmp_path / "one.toml"), str(tmp_path / "other.toml")


def states(answer: Matches) -> dict[tuple[str, str], bool]:
    return {(each.first, each.second): each.apart for each in answer.matches}


def test_lists_what_the_sets_share(names: tuple[str, str]) -> None:
    answer = run(names, None, None)
    assert states(answer) == dict.fromkeys(PAIRS, False)
    assert (answer.status(), answer.narration()) == (FINE, "")
    assert answer.sheet().rows[1] == (
        "Birch", "Set one", "Birch", "Set other", "same name", "together", *PAIRS[1],
    )  # fmt: skip
    told = json.loads(next(iter(answer.items())))
    assert told == {
        "first": "one/alder", "second": "other/alder", "kind": "company",
        "first_name": "Alder", "second_name": "Alder",
        "first_set": "Set one", "second_set": "Set other", "reason": "same name", "apart": False,
    }  # fmt: skip
    assert list(answer.blocks()) == [answer.sheet()]


@pytest.mark.parametrize("asked", ["one/birch", "other/birch-mills", "birch-mills", "Birch"])
def test_takes_apart_and_puts_together_by_any_id(names: tuple[str, str], asked: str) -> None:
    assert states(run(names, asked, None)) == {PAIRS[0]: False, PAIRS[1]: True}
    answer = run(names, None, None)
    assert states(answer) == {PAIRS[0]: False, PAIRS[1]: True}
    assert answer.sheet().rows[1][5] == "apart"
    assert states(run(names, None, asked)) == dict.fromkeys(PAIRS, False)


def test_a_whole_id_takes_only_its_own_match_apart(names: tuple[str, str]) -> None:
    assert states(run(names, "one/alder", None))[PAIRS[1]] is False


def test_what_is_no_match_is_told_with_the_nearest(names: tuple[str, str]) -> None:
    with pytest.raises(UnknownNameError, match="one/birch"):
        run(names, "one/birsh", None)
    with pytest.raises(UnknownNameError, match="elm"):
        run(names, None, "other/elm")
    assert not any(states(run(names, None, None)).values())


def test_one_at_a_time(names: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match="either"):
        run(names, "birch", "alder")


def test_a_single_set_has_none_and_says_what_makes_one(names: tuple[str, str]) -> None:
    answer = run(names[:1], None, None)
    assert (answer.status(), list(answer.blocks())) == (FOUND, [])
    assert "several sets" in answer.narration()
