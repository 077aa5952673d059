from __future__ import annotations

import os
from pathlib import Path

import pytest

from scale_explorer.tui.verbs.doctor import Diagnosis, examine

LARGE = os.terminal_size((120, 40))
SOUND = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}


def values(diagnosis: Diagnosis) -> dict[str, str]:
    return {fact.name: fact.value for fact in diagnosis.facts}


def problems(diagnosis: Diagnosis) -> set[str]:
    return {fact.name for fact in diagnosis.facts if fact.problem}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_a_sound_terminal_has_no_problem(home: Path) -> None:
    diagnosis = examine(SOUND, LARGE)
    seen = values(diagnosis)
    assert problems(diagnosis) == set()
    assert diagnosis.status() == 0
    assert (seen["type"], seen["size"], seen["colours"]) == ("xterm-256color", "120 × 40", "256")
    assert seen["cache"] == f"{home}/.cache/scale-explorer"


@pytest.mark.parametrize(
    ("environment", "size", "problem"),
    [
        ({"TERM": "dumb"}, LARGE, "type"),
        ({"TERM": ""}, LARGE, "type"),
        ({"LANG": "C"}, LARGE, "UTF-8"),
        ({}, os.terminal_size((39, 40)), "size"),
        ({}, os.terminal_size((80, 11)), "size"),
        ({"XDG_CACHE_HOME": "/dev/null"}, LARGE, "cache"),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_hinders_is_a_finding(
    environment: dict[str, str], size: os.terminal_size, problem: str
) -> None:
    diagnosis = examine({**SOUND, **environment}, size)
    assert problems(diagnosis) == {problem}
    assert diagnosis.status() == 1


@pytest.mark.usefixtures("home")
def test_without_a_terminal_there_is_nothing_to_complain_of() -> None:
    diagnosis = examine({"LANG": "C.UTF-8"}, None)
    assert problems(diagnosis) == set()
    assert values(diagnosis)["size"] == "no terminal here"


@pytest.mark.parametrize(
    ("environment", "name", "value"),
    [
        ({"TMUX": "/run/tmux,1,0"}, "route", "tmux load-buffer -w, and OSC 52"),
        ({"STY": "1.pts"}, "route", "OSC 52 through GNU screen"),
        ({"SSH_TTY": "/dev/pts/1"}, "place", "remote, over SSH"),
        ({"NO_COLOR": "1"}, "colours", "none: NO_COLOR is set"),
        ({"COLORTERM": "truecolor"}, "colours", "true colour"),
        ({"XDG_STATE_HOME": "/var/x"}, "state", "/var/x/scale-explorer"),
        ({"XDG_STATE_HOME": "/var/x"}, "last copy", "/var/x/scale-explorer/last-copy"),
        ({"TERM": "x\x1b[31m"}, "type", "x␛[31m"),
    ],
)
@pytest.mark.usefixtures("home")
def test_the_environment_is_told(environment: dict[str, str], name: str, value: str) -> None:
    assert values(examine({**SOUND, **environment}, LARGE))[name] == value


@pytest.mark.usefixtures("home")
def test_problems_are_listed_below_the_facts() -> None:
    last = list(examine({**SOUND, "TERM": "dumb"}, LARGE).blocks())[-1]
    assert "type dumb: the app cannot draw" in str(last)
