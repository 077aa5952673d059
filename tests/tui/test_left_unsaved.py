"""Who left a form unsaved is told at the next start, wherever they may go on with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.memory.drafts import keep
from scale_explorer.tui.prepare import prepare


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (0, ()),
        (1, ("A form that was not saved is kept; I goes on with it.",)),
        (2, ("2 forms that were not saved are kept; I goes on with them.",)),
    ],
)
def test_forms_that_were_not_saved_are_told_of(
    kept: int, told: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "mine.toml"
    file.write_text('[dataset]\nid = "mine"\ntitle = "Mine"\n')
    for number in range(kept):
        keep(file, f"form-{number}", {"text": "a word"})
    store = open_store(str(file))
    assert prepare(Launch((str(file),)), store).kit.words == told
    assert prepare(Launch((str(file),), read_only=True), store).kit.words == ()
    store.close()
