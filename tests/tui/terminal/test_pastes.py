"""A paste is one event with text in it, whatever that holds, and presses no key."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from scale_explorer.tui.terminal.answers import Answers

START, END = "\x1b[200~", "\x1b[201~"


def sifted(*pieces: str) -> str:
    answers = Answers(lambda: None)
    read = [answers.sift(piece, 0.0) for piece in pieces if piece]
    return "".join([*read, answers.sift("", 1.0)])


def events(*pieces: str) -> list[object]:
    """Return what Textual makes of what is read, in the order in which it comes."""
    return list(XTermParser().feed(sifted(*pieces)))


def test_keys_around_a_paste_are_keys() -> None:
    first, paste, last = events(f"a{START}b{END}\x1b[A")
    assert isinstance(first, Key)
    assert isinstance(paste, Paste)
    assert paste.text == "b"
    assert isinstance(last, Key)
    assert last.key == "up"


def test_an_escape_in_a_paste_presses_nothing() -> None:
    long = "\x1bq" + "x" * 40 + "\x1b]0;owned\x07\x9b\x00\x03q"
    (paste,) = events(f"{START}{long}{END}")
    assert isinstance(paste, Paste)
    assert paste.text == "q" + "x" * 40 + "]0;ownedq"


def test_textual_alone_takes_it_for_keys() -> None:
    """When this fails, Textual has mended it."""
    read = XTermParser().feed(f"{START}\x1b{'q' * 40}{END}")
    assert [event for event in read if isinstance(event, Key)]


SENT = st.lists(st.sampled_from([START, END, *"\x1b[201~q\r\x03", "text"])).map("".join)


@given(SENT, st.lists(st.integers(0, 60), max_size=4))
@settings(deadline=None)
def test_pieces_do_not_matter(sent: str, cuts: list[int]) -> None:
    places = [0, *sorted(min(cut, len(sent)) for cut in cuts), len(sent)]
    assert sifted(*(sent[begin:end] for begin, end in pairwise(places))) == sifted(sent)


@given(SENT)
@settings(deadline=None)
def test_no_paste_presses_a_key(text: str) -> None:
    pasted = text.replace(END, "")
    found = events(f"{START}{pasted}{END}")
    assert not any(isinstance(event, Key) for event in found)
