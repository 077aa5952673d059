"""Lines as they come: any block size, ends of both sorts, and none longer than is read."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.importing import lines as module
from scale_explorer.data.importing.lines import LINE_BYTES, lines, of_bytes

PIECES = st.lists(st.binary(max_size=6), max_size=8)


class Dripping:
    """A pipe that gives few bytes at a time."""

    def __init__(self, content: bytes, size: int) -> None:
        self._rest, self._size = io.BytesIO(content), size

    def read1(self, size: int = -1, /) -> bytes:
        return self._rest.read(min(self._size, size))


@given(PIECES, st.integers(1, 7))
def test_lines_are_those_of_the_whole(pieces: list[bytes], size: int) -> None:
    content = b"\n".join(pieces)
    heard: list[int] = []
    found = list(lines(Dripping(content, size), heard.append))
    wanted = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if not wanted[-1]:
        wanted.pop()
    assert found == list(enumerate(wanted, 1))
    assert sum(heard) == len(content)


@pytest.mark.parametrize("size", [1, 100, 3000])
def test_a_line_that_is_too_long_is_cut_and_those_behind_it_are_read(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LINE_BYTES", 1000)
    content = b"a\n" + b"b" * 2500 + b"\nc\n" + b"d" * 1001 + b"\n" + b"e" * 1000 + b"\nf"
    found = list(lines(Dripping(content, size), lambda _count: None))
    assert [(number, len(line)) for number, line in found] == [
        (1, 1), (2, 1001), (3, 1), (4, 1001), (5, 1000), (6, 1),
    ]  # fmt: skip


def test_a_mark_at_the_beginning_is_no_part_of_the_first_line() -> None:
    assert list(of_bytes(b"\xef\xbb\xbfa\nb")) == [(1, b"a"), (2, b"b")]


def test_the_last_line_may_be_too_long() -> None:
    assert [len(line) for _, line in of_bytes(b"x" * (3 * LINE_BYTES))] == [LINE_BYTES + 1]
