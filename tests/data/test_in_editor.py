"""A record is opened in its own set, and only where that may be written to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scale_explorer.data.finding import Place
from scale_explorer.data.in_editor import Wanted, finding_to_edit, place_to_edit
from scale_explorer.data.loading.sets import resolve
from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.kinds import Kind

SET = '[dataset]\nid = "{}"\n\n[[company]]\nid = "elm"\n'
ELM = Wanted(Kind.COMPANY, "elm")


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))


@pytest.fixture
def sets(tmp_path: Path) -> list[str]:
    for name in ("north", "south"):
        (tmp_path / f"{name}.toml").write_text(SET.format(name))
    return [str(tmp_path / "north.toml"), str(tmp_path / "south.toml")]


def test_the_only_set_is_where_it_is(sets: list[str]) -> None:
    assert place_to_edit(sets[:1], ELM) == (Path(sets[0]), 4)
    assert place_to_edit(sets[:1], None) == (Path(sets[0]), 1)


@pytest.mark.parametrize("place", [0, 1])
def test_of_several_it_is_the_one_that_its_id_names(sets: list[str], place: int) -> None:
    wanted = Wanted(Kind.COMPANY, f"{('north', 'south')[place]}/elm")
    assert place_to_edit(sets, wanted).path == Path(sets[place])
    assert place_to_edit(sets[::-1], wanted).path == Path(sets[place])


@pytest.mark.parametrize("names", [[], ["tutorial"]])
def test_a_set_that_comes_with_the_program_is_not_written_to(names: list[str]) -> None:
    with pytest.raises(UsageError, match=r"comes with the program.*scale-explorer init"):
        place_to_edit(names, None)
    inside = next(resolve(names[0] if names else None).glob("*.toml"))
    with pytest.raises(UsageError, match="comes with the program"):
        finding_to_edit(Place(str(inside), 3))


def test_its_copy_is(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in resolve("tutorial").glob("*.toml"):
        (copy / path.name).write_bytes(path.read_bytes())
    assert place_to_edit([str(copy)], None).path.parent == copy


def closed(path: object, mode: int) -> bool:
    del path, mode
    return False


def test_a_file_that_is_closed_to_us_is_refused(
    sets: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", closed)
    with pytest.raises(UsageError, match=r"north\.toml may not be written to by you; .*copy"):
        place_to_edit(sets[:1], ELM)
    with pytest.raises(UsageError, match="may not be written to"):
        finding_to_edit(Place(sets[0], 3))


def test_a_record_that_has_gone_is_told(sets: list[str]) -> None:
    with pytest.raises(DataError, match="oak is not found"):
        place_to_edit(sets, Wanted(Kind.COMPANY, "oak"))


def test_a_finding_is_opened_at_its_place(sets: list[str]) -> None:
    assert finding_to_edit(Place(sets[1], 3)) == (Path(sets[1]), 3)
    with pytest.raises(DataError, match="is no file any more"):
        finding_to_edit(Place(f"{sets[1]}x", 3))
