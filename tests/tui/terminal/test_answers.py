"""What a terminal says by itself is never taken for keys, and no key is lost or held up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.terminal.answers import PATIENCE, Answers

ANSWER = "\x1b[0n"
JUNK = [
    ANSWER, "\x1b[3n", "\x1b[?62;22c", "\x1b[>1;95;0c", "\x1b[?1;0$y", "\x1b[8;24;80t",
    "\x1b]11;rgb:0000/0000/0000\x07", "\x1b]52;c;c2VjcmV0\x1b\\", "\x1bP1$r0m\x1b\\",
    "\x1b_Gi=1\x1b\\", "\x1bP>|terminal 1.2\x1b\\", "\x1b[?5z",
]  # fmt: skip
KEYS = [
    "a", "j", "é", "東", "\r", "\t", "\x7f", "\x03", "\x1b[A", "\x1b[1;5C", "\x1bOP", "\x1b[15~",
    "\x1b[Z", "\x1b[97;5u", "\x1b[27u", "\x1b[[A", "\x1b[<0;10;5M", "\x1b[<0;10;5m", "\x1b[M !!",
    "\x1b[I", "\x1b[O", "\x1b[?2026;2$y", "\x1b[?2048;1$y", "\x1b[48;24;80;480;800t", "\x1b[3;7R",
    "\x1bx", "\x1b[200~pasted ]0; [0n text\x1b[201~",
]  # fmt: skip


class Rig:
    def __init__(self, *, expects: bool = True) -> None:
        self.heard = 0
        self.answers = Answers(lambda: expects, self.hear)

    def hear(self) -> None:
        self.heard += 1

    def sift(self, *texts: str) -> str:
        kept = [self.answers.sift(text, 0.0) for text in texts]
        return "".join(kept) + self.answers.sift("", 1.0)


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


def test_escape_acts_at_once_where_nothing_is_expected() -> None:
    rig = Rig(expects=False)
    assert rig.answers.sift("\x1b", 0.0) == "\x1b"


def test_escape_waits_a_moment_where_an_answer_is_expected() -> None:
    answers = Rig().answers
    assert answers.sift("\x1b", 0.0) == ""
    assert answers.holds
    assert answers.sift("", PATIENCE / 2) == ""
    assert answers.sift("", PATIENCE) == "\x1b"
    assert not answers.holds


@pytest.mark.parametrize("key", ["\x1b[", "\x1b]", "\x1bP"])
def test_alt_with_a_bracket_is_a_key(key: str) -> None:
    assert Rig().sift(key) == key


@pytest.mark.parametrize("begun", ["\x1b]52;c;", "\x1b[?1;2", "\x1bP1$r"])
def test_what_never_ends_is_no_key(begun: str) -> None:
    assert Rig().sift(begun) == ""


def test_a_string_without_end_does_not_swallow_what_is_typed() -> None:
    rig = Rig()
    rig.answers.sift("\x1b]" + "x" * 5000, 0.0)
    assert rig.sift("abc").endswith("abc")


@given(st.text(alphabet="\x1b[]P0;n~Aab\x07\\?M<201", max_size=30))
def test_whatever_comes_is_sifted(text: str) -> None:
    rig = Rig()
    rig.sift(text)
    assert not rig.answers.holds or "\x1b[200~" in text
