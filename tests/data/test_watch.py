"""Whoever watches is told how long work goes, hears findings at once, and can stop it anywhere."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.grown_set import grow
from scale_explorer.data.finding import Finding, Severity
from scale_explorer.data.opening import open_store, opened, seek
from scale_explorer.data.watch import (
    EVERY,
    OPENING,
    SILENT,
    Phase,
    Progress,
    StoppedError,
    over,
    told,
)

Step = tuple[Phase, int, int]


class Ear:
    """Remembers what it hears."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.findings: list[Finding] = []

    def step(self, phase: Phase, done: int, total: int) -> None:
        self.steps.append((phase, done, total))

    def found(self, finding: Finding) -> None:
        self.findings.append(finding)


class Stop(Ear):
    """Stops the work at the second step of a phase."""

    def __init__(self, phase: Phase) -> None:
        super().__init__()
        self._phase = phase

    def step(self, phase: Phase, done: int, total: int) -> None:
        super().step(phase, done, total)
        if [each for each, *_ in self.steps].count(self._phase) == 2:
            raise StoppedError


@pytest.fixture
def grown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A set in which every phase has several steps and something is found."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = tmp_path / "grown"
    folder.mkdir()
    grow(150, folder)
    return str(folder)


def test_all_things_come_and_steps_are_told_up_to_the_last() -> None:
    ear = Ear()
    assert list(over(range(10_000), Phase.QUOTES, ear)) == list(range(10_000))
    done = [step[1] for step in ear.steps]
    assert (done[0], done[-1]) == (0, 10_000)
    assert max(later - earlier for earlier, later in pairwise(done)) == EVERY
    assert {(phase, total) for phase, _, total in ear.steps} == {(Phase.QUOTES, 10_000)}


def test_of_few_things_each_is_told() -> None:
    ear = Ear()
    assert list(over(("a", "b", "c"), Phase.CHECKS, ear)) == ["a", "b", "c"]
    assert [step[1] for step in ear.steps] == [0, 1, 2, 3]


def test_a_step_is_told_before_the_thing_and_not_after_the_next() -> None:
    ear = Ear()
    things = over(("a", "b"), Phase.CHECKS, ear)
    next(things)
    assert ear.steps == [(Phase.CHECKS, 0, 2)]


def test_findings_pass_through_as_they_come() -> None:
    ear = Ear()
    one, other = (Finding(code, Severity.ERROR, "wrong") for code in ("one", "other"))
    stream = told([one, other], ear)
    assert next(stream) is one
    assert ear.findings == [one]


def test_nobody_needs_to_watch() -> None:
    assert list(over([1, 2], Phase.FILES, SILENT)) == [1, 2]


def test_the_phases_of_opening_come_in_order_and_each_to_its_end(grown: str) -> None:
    ear = Ear()
    open_store(grown, watch=ear).close()
    assert list(dict.fromkeys(phase for phase, *_ in ear.steps)) == list(OPENING)
    for phase in OPENING:
        steps = [step[1:] for step in ear.steps if step[0] is phase]
        assert len(steps) > 2, phase
        assert steps[-1][0] == steps[-1][1], phase
    shares = [Progress(*step).share for step in ear.steps]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)


def test_a_warm_start_has_nothing_to_tell(grown: str) -> None:
    open_store(grown).close()
    ear = Ear()
    open_store(grown, watch=ear).close()
    assert ear.steps == []


def test_every_finding_is_heard_once(grown: str) -> None:
    ear = Ear()
    with_store = open_store(grown, watch=ear)
    kept = [(f.code, f.message, str(f.place)) for f in with_store.findings()]
    with_store.close()
    heard = [(f.code, f.message, str(f.place)) for f in ear.findings]
    assert heard
    assert sorted(heard, key=str) == sorted(kept, key=str)


@pytest.mark.parametrize("phase", OPENING, ids=lambda phase: phase.name.lower())
def test_work_that_is_stopped_leaves_nothing(grown: str, phase: Phase, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    with pytest.raises(StoppedError):
        open_store(grown, watch=Stop(phase))
    assert list((tmp_path / "cache").rglob("*.*")) == []
    assert set(tmp_path.iterdir()) <= before | {tmp_path / "cache"}


def test_stopped_outside_the_cache_it_leaves_nothing_either(grown: str, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    with pytest.raises(StoppedError):
        open_store(grown, watch=Stop(Phase.STORING))
    assert not list(tmp_path.glob("scale-explorer-*"))


def test_a_file_outside_the_cache_goes_with_its_store(grown: str, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    file = seek(grown).compile()
    store = opened(file)
    assert store.summary().title == "A grown set"
    store.close()
    del store
    assert not file.parent.exists()


@pytest.mark.parametrize(
    ("progress", "percent"),
    [(Progress(), 0), (Progress(Phase.QUOTES, 1, 3), 33), (Progress(Phase.QUOTES, 3, 3), 100)],
)
def test_a_percentage_is_rounded_down(progress: Progress, percent: int) -> None:
    assert progress.percent == percent


def test_the_parts_of_all_work_add_up() -> None:
    ends: Callable[[Phase], float] = lambda phase: Progress(phase, 1, 1).share  # noqa: E731
    assert [ends(phase) for phase in OPENING] == sorted(map(ends, OPENING))
    assert ends(OPENING[-1]) == 1
