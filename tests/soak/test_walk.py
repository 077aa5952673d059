"""A walk goes everywhere, and the same way for the same seed."""

from __future__ import annotations

from itertools import islice

from scale_explorer.tui.key_names import LETTER

from .walk import PASTES, SIZES, sent, table, walk

LONG = 20_000


def test_a_seed_is_a_way() -> None:
    first, again, other = (list(islice(walk(seed), 500)) for seed in (1, 1, 2))
    assert first == again != other


def test_every_key_size_and_paste_comes_and_the_focus_goes() -> None:
    steps = list(islice(walk(3), LONG))
    typed = {step.typed for step in steps}
    keys = {sent(key) for keys in table() for key in keys.split() if key != LETTER}
    assert keys <= typed
    assert set(SIZES) == {step.size for step in steps} - {None}
    assert {f"\x1b[200~{paste}\x1b[201~" for paste in PASTES} | {"\x1b[I", "\x1b[O"} <= typed
    assert any(step.typed.startswith("\x1b[<64") for step in steps)


def test_every_key_is_sent_as_a_terminal_sends_it() -> None:
    assert {key: sent(key) for key in ("ctrl+r", "question_mark", "G", "shift+tab")} == {
        "ctrl+r": "\x12", "question_mark": "?", "G": "G", "shift+tab": "\x1b[Z",
    }  # fmt: skip
    assert all(len(sent(key)) == 1 or sent(key)[0] == "\x1b" for keys in table()
               for key in keys.split() if key != LETTER)  # fmt: skip
