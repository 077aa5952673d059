"""The look-out itself: it finds each payload that gets through, and nothing where none does."""

from __future__ import annotations

import pytest

from scale_explorer.models.text import clean

from .payloads import MISLEADING, OBEYED, PAYLOADS, leaks, unsafe_in

_NOT_TOLD = {
    "flood of marks", "flood of circles", "flood of vowels", "mark in front", "tones",
    "endless family", "backspaces", "overwriting",
}  # fmt: skip
"""Made of what is sound in smaller measure, or of what the app sends itself."""


@pytest.mark.parametrize("name", [*OBEYED, *MISLEADING])
def test_what_gets_through_is_found(name: str) -> None:
    if name not in _NOT_TOLD:
        sent = f"\x1b[1mbefore {PAYLOADS[name]} behind\x1b[0m\r\n"
        assert leaks(sent.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("text", PAYLOADS.values(), ids=list(PAYLOADS))
def test_what_was_cleaned_is_let_through(text: str) -> None:
    assert not leaks(f"\x1b[38;2;1;2;3m{clean(text)}\x1b[0m\x1b[5;1H\r\n".encode())
    assert not unsafe_in(clean(text))


def test_the_strings_of_the_app_itself_are_no_leaks() -> None:
    sent = b"\x1b]52;c;AAAA\x07\x1b[?2026h"
    assert leaks(sent) == ["\x1b]52;c;AAAA"]
    assert leaks(sent, strings=("]52;c;",)) == []
