"""A dossier is kept at every change, survives damage, and is shared with other programs."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.data.dossier.dossier import (
    EMPTY,
    LONGEST_COMMENT,
    Comment,
    Dossier,
    Move,
    Pin,
    Put,
    Take,
)
from scale_explorer.tui.memory import dossiers
from scale_explorer.tui.memory.documents import VERSION
from scale_explorer.tui.memory.dossier_history import DossierHistory
from scale_explorer.tui.memory.dossiers import (
    DossierFile,
    dossier_from_json,
    dossier_path,
    dossier_to_json,
    open_dossier,
    read_dossier,
)

A, B = Pin("a", "A is so"), Pin("b", "B is so", "hm")
NAMES = ("tutorial",)


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "scale-explorer" / "dossiers"


def opened() -> DossierFile:
    file, damage = open_dossier(NAMES)
    assert damage == ""
    return file


def keep(*pins: Pin) -> Path:
    file = opened()
    for pin in pins:
        assert file.carry_out(Put(pin))[1] == ""
    return dossier_path(NAMES)


def test_what_was_pinned_is_there_the_next_time(data_folder: Path) -> None:
    path = keep(A, B)
    assert opened().dossier == Dossier((A, B))
    assert path.parent == data_folder
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_data_set_has_its_own() -> None:
    keep(A)
    assert read_dossier(("scale-ai",)) == (EMPTY, "")


def test_reading_makes_no_file(data_folder: Path) -> None:
    opened().refresh()
    assert not data_folder.exists()


def test_two_programs_on_one_set_keep_what_both_pinned() -> None:
    one, other = opened(), opened()
    one.carry_out(Put(A))
    other.carry_out(Put(B))
    one.carry_out(Comment("a", "mine"))
    assert opened().dossier == Dossier((Pin("a", A.title, "mine"), B))
    other.refresh()
    assert other.dossier == one.dossier


def test_undo_takes_back_the_own_change_only() -> None:
    keep(A, B)
    history = DossierHistory(opened())
    history.carry_out(Take("b"))
    opened().carry_out(Put(Pin("c")))
    history.undo()
    assert opened().dossier == Dossier((A, B, Pin("c")))
    history.redo()
    assert opened().dossier == Dossier((A, Pin("c")))
    assert history.touched == "b"


def test_a_new_change_ends_what_could_be_redone() -> None:
    history = DossierHistory()
    for edit in (Put(A), Put(B), Move("b", 0)):
        history.carry_out(edit)
    history.undo()
    history.carry_out(Take("a"))
    assert not history.can_redo
    for _ in range(3):
        history.undo()
    assert history.dossier == EMPTY
    assert not history.can_undo
    assert history.undo() == ""


def test_a_damaged_file_is_set_aside_and_what_is_known_is_written_again() -> None:
    path = keep(A, B)
    file = opened()
    path.write_bytes(b"\x00")
    _, told = file.carry_out(Comment("a", "still here"))
    assert "set aside" in told
    assert path.with_name(f"{path.name}.broken").read_bytes() == b"\x00"
    assert opened().dossier == Dossier((Pin("a", A.title, "still here"), B))


def test_a_file_that_was_taken_away_is_written_again() -> None:
    path = keep(A)
    file = opened()
    path.unlink()
    file.carry_out(Put(B))
    assert opened().dossier == Dossier((A, B))


@pytest.mark.parametrize(
    "wrong",
    [
        7, None, {}, {"record": ""}, {"record": "x", "comment": 3}, {"record": "a"},
        {"record": "x", "comment": "c" * (LONGEST_COMMENT + 1)}, {"record": "x" * 501},
    ],
)  # fmt: skip
def test_of_a_file_with_a_senseless_part_a_copy_is_kept(wrong: Any) -> None:
    path = keep(A)
    document = {"version": VERSION, **dossier_to_json(Dossier((A, B)))}
    document["pins"] = [*dossier_to_json(Dossier((A, B)))["pins"], wrong]  # type: ignore[misc]
    path.write_text(json.dumps(document))
    before = path.read_bytes()
    dossier, told = read_dossier(NAMES)
    assert dossier == Dossier((A, B))
    assert "makes no sense" in told
    assert path.with_name(f"{path.name}.broken").read_bytes() == before
    assert read_dossier(NAMES) == (dossier, "")


def test_what_could_not_be_written_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _document: dict[str, object]) -> str:
        return "No space left on device."

    keep(A)
    file = opened()
    with monkeypatch.context() as patch:
        patch.setattr(dossiers, "write_document", full)
        assert file.carry_out(Put(B))[1] == "No space left on device."
        file.refresh()
        assert file.dossier == Dossier((A, B))
    assert file.carry_out(Comment("b", "later"))[1] == ""
    assert opened().dossier.pins[1].comment == "later"


def test_a_set_that_is_not_there_has_a_dossier_that_lasts_as_long_as_the_program() -> None:
    file, damage = open_dossier(("no-such-set",))
    assert "no-such-set" in damage
    file.carry_out(Put(A))
    assert file.dossier == Dossier((A,))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["pins", "record", "title", "comment"]), inner)
        ),
        max_leaves=12,
    ).map(lambda value: value if isinstance(value, dict) else {"pins": value})
)
@settings(deadline=None)
def test_anything_can_be_read(document: dict[str, object]) -> None:
    dossier, _ = dossier_from_json(document)
    assert dossier_from_json(dossier_to_json(dossier)) == (dossier, True)


def test_what_would_command_a_terminal_is_made_harmless() -> None:
    pins = [{"record": "a", "title": "\x1b[2J", "comment": "\x07"}]
    dossier, _ = dossier_from_json({"pins": pins})
    assert dossier.pins[0] == Pin("a", "␛[2J", "␇")
