"""Of the states that one passes through while editing only the last is kept."""

from __future__ import annotations

from pathlib import Path

from scale_explorer.data.reloading.made import Made
from scale_explorer.data.reloading.request import Compiled


class Store:
    """Stands for a store that is held."""


def compiled(folder: Path, name: str, *, made: bool = True) -> Compiled:
    (folder / name).write_text("")
    return Compiled(folder / name, name, made=made)


def test_a_state_goes_when_nothing_holds_it_any_more(tmp_path: Path) -> None:
    made, first, second = Made(), Store(), Store()
    made.take(compiled(tmp_path, "second"), first)
    made.take(compiled(tmp_path, "third"), second)
    assert (tmp_path / "second").exists()
    del second
    assert not (tmp_path / "second").exists()
    assert (tmp_path / "third").exists()


def test_what_others_made_stays(tmp_path: Path) -> None:
    made = Made()
    made.take(compiled(tmp_path, "second", made=False), Store())
    made.take(compiled(tmp_path, "third"), Store())
    assert (tmp_path / "second").exists()


def test_a_state_to_which_one_came_back_stays(tmp_path: Path) -> None:
    made, second, third = Made(), Store(), Store()
    made.take(compiled(tmp_path, "second"), Store())
    made.take(compiled(tmp_path, "third"), second)
    made.take(compiled(tmp_path, "second", made=False), third)
    del second
    assert (tmp_path / "second").exists()
