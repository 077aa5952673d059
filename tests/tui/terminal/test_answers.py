"""What a terminal says by itself is never taken for keys, and no key is lost or held up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from scale_explorer.tui.terminal.answers import CUT_OFF, PATIENCE, Answers
from scale_explorer.tui.terminal.private import KeyParser

ANSWER = "\x1b[0n"
JUNK = [
    ANSWER, "\x1b[3n", "\x1b[?62;22c", "\x1b[>1;95;0c", "\x1b[?1;0$y", "\x1b[8;24;80t",
    "\x1b]11;rgb:0000/0000/0000\x07", "\x1b]52;c;c2VjcmV0\x1b\\", "\x1bP1$r0m\x1b\\",
    "\x1b_Gi=1\x1b\\", "\x1bP>|terminal 1.2\x1b\\", "\x1b[?5z", "\x1b[=0c", "\x1b[?997;1n",
    "\x1b[?1u", "\x1b[2;1;1;112;112;1;0x", "\x1b[4;600;800t", "\x1b[?6;1R", "\x1b[?2;0;800S",
    "\x1bP1+r544e=787465\x1b\\", "\x1bP!|00000000\x1b\\", "\x1b]4;1;rgb:q/q/q\x9c",
]  # fmt: skip
KEYS = [
    "a", "j", "é", "東", "\r", "\t", "\x7f", "\x03", "\x1b[A", "\x1b[1;5C", "\x1bOP", "\x1b[15~",
    "\x1b[Z", "\x1b[97;5u", "\x1b[27u", "\x1b[[A", "\x1b[<0;10;5M", "\x1b[<0;10;5m", "\x1b[M !!",
    "\x1b[I", "\x1b[O", "\x1b[?2026;2$y", "\x1b[?2048;1$y", "\x1b[48;24;80;480;800t", "\x1b[3;7R",
    "\x1bOA", "\x1b[7^", "\x1b[a", "\x1b[200~pasted ]0; [0n text\x1b[201~",
]  # fmt: skip


class Rig:
    def __init__(self) -> None:
        self.heard = 0
        self.answers = Answers(self.hear)

    def hear(self) -> None:
        self.heard += 1

    def sift(self, *texts: str) -> str:
        kept = [self.answers.sift(text, 0.0) for text in texts]
        return "".join(kept) + self.answers.sift("", 9.0)


@pytest.mark.parametrize("junk", JUNK)
def test_what_a_terminal_says_is_no_key(junk: str) -> None:
    for cut in range(len(junk)):
        assert Rig().sift("a" + junk[:cut], junk[cut:] + "b") == "ab"


@pytest.mark.parametrize("key", KEYS)
def test_keys_mouse_and_pastes_are_read_wherever_they_are_cut(key: str) -> None:
    for cut in range(len(key)):
        assert Rig().sift(ANSWER + key[:cut], key[cut:] + ANSWER) == key


def test_each_answer_is_heard() -> None:
    rig = Rig()
    assert rig.sift("x\x1b[0", "ny\x1b[0n\x1b[3n") == "xy"
    assert rig.heard == 3


@given(st.lists(st.sampled_from(JUNK + KEYS)), st.lists(st.integers(0, 60)))
def test_any_mixture_in_any_pieces_comes_to_its_keys(parts: list[str], cuts: list[int]) -> None:
    text = "".join(parts)
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[start:end] for start, end in pairwise(edges)]
    assert Rig().sift(*pieces) == "".join(part for part in parts if part in KEYS)


def test_escape_waits_a_moment_and_is_then_itself() -> None:
    answers = Rig().answers
    assert answers.sift("\x1b", 0.0) == ""
    assert answers.sift("", PATIENCE / 2) == ""
    assert answers.sift("", PATIENCE) == "\x1b[27u"


def keys_of(text: str) -> list[str]:
    parser = KeyParser()
    return [event.key for event in parser.feed(text) if isinstance(event, Key)]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        (["\x1b"], ["escape"]),
        (["\x1b", "\x1b"], ["escape", "escape"]),
        (["\x1b\x1b\x1b"], ["escape", "escape", "escape"]),
        (["\x1bj"], ["escape", "j"]),
        (["\x1b2?"], ["escape", "2", "question_mark"]),
        (["\x1b" + "j" * 200], ["escape", *["j"] * 200]),
        (["\x1b\x1b[A"], ["escape", "up"]),
        (["\x1b["], ["escape", "left_square_bracket"]),
        (["\x1b]"], ["escape", "right_square_bracket"]),
        (["\x1b]j"], ["escape", "right_square_bracket", "j"]),
        (["\x1bP"], ["escape", "P"]),
        (["\x1b", "[A"], ["up"]),
        (["\x1b[", "A"], ["up"]),
    ],
)
def test_escape_is_a_key_of_its_own_and_what_is_typed_behind_it_follows(
    typed: list[str], keys: list[str]
) -> None:
    assert keys_of(Rig().sift(*typed)) == keys


@pytest.mark.parametrize("begun", ["\x1b]52;c;", "\x1b[?1;2", "\x1bP1$r"])
def test_what_never_ends_is_no_key(begun: str) -> None:
    assert Rig().sift(begun) == ""


def test_an_answer_that_is_cut_off_ends_with_the_next_sequence_or_with_time() -> None:
    assert Rig().sift("\x1b]11;rgb:1e\x1b[A") == "\x1b[A"
    assert Rig().sift("\x1b[?62;1\x1b[A") == "\x1b[A"
    answers = Rig().answers
    assert answers.sift("\x1b]11;rgb:1e", 0.0) == ""
    assert answers.sift("j", CUT_OFF) == "j"


def test_a_flood_without_an_end_is_neither_read_nor_kept() -> None:
    answers = Rig().answers
    for _ in range(100):
        assert answers.sift("\x1b]11;" + "x" * 100_000, 0.0) == ""
        assert answers.sift("y" * 100_000, 0.0) == ""
    assert answers.sift("\x07j", 0.1) == "j"


@given(st.text(alphabet="\x1b[]P0;n~Aab\x07\\?M<201", max_size=30))
def test_whatever_comes_is_sifted(text: str) -> None:
    rig = Rig()
    rig.sift(text)
    assert rig.sift("k").endswith("k")
