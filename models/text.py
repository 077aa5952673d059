"""What is safe to show: every string that enters the models passes `clean`.

A control, bidi or zero-width character never stays as it is, because a terminal would obey it, or
two names that differ would look alike. Each becomes one visible stand-in, so that places counted in
code points stay true and nothing an author wrote is dropped in silence. Marks, joiners and
selectors stay where writing needs them, and as many as it needs. Letters, words and digits are
never changed or reordered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .characters import (
    BLACK_FLAG,
    EMOJI_SELECTOR,
    MONGOLIAN_SEPARATOR,
    STAND_IN,
    ZWJ,
    Sort,
    is_emoji,
    is_hangul,
    is_virama,
    joins_in_words,
    sort_of,
    stand_in,
    takes_selector,
)

__all__ = ["ATTACHED_PER_BASE", "FLAGS", "JOINS_PER_EMOJI", "MARKS_PER_BASE", "STAND_IN", "clean"]

MARKS_PER_BASE: Final = 4
"""Marks over and under one letter that are kept; names and words need no more."""

ATTACHED_PER_BASE: Final = 6
"""Marks of all kinds on one letter that are kept; Burmese words have five."""

JOINS_PER_EMOJI: Final = 3
"""Joiners in one picture that are kept; the largest family has so many."""

FLAGS: Final = tuple(
    BLACK_FLAG + "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
"""England, Scotland and Wales: the only tags that are kept.

They are all that Unicode recommends for interchange (emoji-sequences.txt), and as the list is
closed, nobody can hide a text of their own in it.
"""


def clean(text: str, *, multiline: bool = False) -> str:
    """Return `text` with every unsafe character replaced by one visible stand-in.

    The length in code points stays. Line breaks and tabs become spaces; with `multiline` the line
    feed stays. Takes time in proportion to the length.
    """
    if text.isascii() and text.isprintable():  # most texts, and all of ASCII that shows is plain
        return text
    used = set(text)
    if used <= _known_plain:
        return text
    kept = "\n" if multiline else ""
    plain = {character for character in used if sort_of(character) is Sort.PLAIN}
    if len(_known_plain) < _KNOWN:
        _known_plain.update(plain)
    return text if used <= plain.union(kept) else "".join(_shown(text, kept, plain))


_KNOWN: Final = 20_000
"""Plain characters that are remembered, so that a text of them costs one look: all that a large
register of several scripts holds."""
_known_plain: set[str] = set()


def _shown(text: str, kept: str, plain: set[str]) -> Iterator[str]:
    cluster, run = _Cluster(), 0
    for place, character in enumerate(text):
        if character in plain:
            run += 1  # the last of them is all that counts for what follows
            yield character
            continue
        if run:
            cluster.follow(text, place, run)
            run = 0
        if character in kept:
            yield cluster.begin(character, base="")
        else:
            yield cluster.take(character, text[place + 1 : place + 2])


class _Cluster:
    """What was shown since the last character that takes a cell of its own.

    What comes before is judged as it is shown, so that cleaning again changes nothing.
    """

    __slots__ = ("attached", "base", "joins", "last", "marks", "tags")

    def __init__(self) -> None:
        self.base = self.last = ""
        self.marks = self.attached = self.joins = self.tags = 0

    def begin(self, shown: str, *, base: str | None = None) -> str:
        """Begin again with a character; return it."""
        if self.last != ZWJ:
            self.joins = 0
        self.base = shown if base is None else base
        self.last = shown
        self.marks = self.attached = self.tags = 0
        return shown

    def follow(self, text: str, place: int, run: int) -> None:
        """Begin with the last of a run of plain characters that ends before a place."""
        if run > 1:
            self.last = ""
        self.begin(text[place - 1])
        if self.base == BLACK_FLAG and text.startswith(FLAGS, place - 1):
            self.tags = len(FLAGS[0]) - 1

    def take(self, character: str, after: str) -> str:
        """Return what is shown for a character that is not plain, before another or the end."""
        sort = sort_of(character)
        if sort is Sort.BREAK:
            return self.begin(" ", base="")
        if self._fits(sort, character, after):
            self._keep(sort)
            self.last = character
            return character
        return self.begin(stand_in(character), base="")  # no mark is to be put on it

    def _fits(  # noqa: PLR0911 - one way for each sort
        self, sort: Sort, character: str, after: str
    ) -> bool:
        """Say whether a character may stand where it stands."""
        match sort:
            case Sort.MARK | Sort.SPACING_MARK:
                return bool(self.base) and self._has_room(sort)
            case Sort.JAMO:
                return is_hangul(self.base) and self._has_room(sort)
            case Sort.SKIN_TONE:
                return is_emoji(self.base) and self.last in {self.base, EMOJI_SELECTOR}
            case Sort.SELECTOR:
                at_base = bool(self.base) and self.last == self.base
                return at_base and takes_selector(self.base, character, after)
            case Sort.JOINER:
                return self._joins(character, after)
            case Sort.TAG:
                return self.tags > 0
            case _:
                return False

    def _has_room(self, sort: Sort) -> bool:
        """Say whether one more mark may be put to the base."""
        over = sort is Sort.MARK and self.marks >= MARKS_PER_BASE
        return not over and self.attached < ATTACHED_PER_BASE

    def _keep(self, sort: Sort) -> None:
        self.marks += sort is Sort.MARK
        self.attached += sort in {Sort.MARK, Sort.SPACING_MARK, Sort.JAMO}
        self.tags -= sort is Sort.TAG

    def _joins(self, joiner: str, after: str) -> bool:
        """Say whether a joiner stands where writing needs it: in words, or among emoji."""
        if joiner == MONGOLIAN_SEPARATOR:
            return self._in_word(after) and joins_in_words(self.base)
        if is_virama(self.last) or self._in_word(after):
            return True
        pictures = joiner == ZWJ and is_emoji(self.base) and is_emoji(after)
        if pictures and self.joins < JOINS_PER_EMOJI:
            self.joins += 1
            return True
        return False

    def _in_word(self, after: str) -> bool:
        """Say whether letters of a script that needs joiners stand on both sides."""
        if not (joins_in_words(self.base) and joins_in_words(after)):
            return False
        sort = sort_of(after)
        marked = sort in {Sort.MARK, Sort.SPACING_MARK} and self._has_room(sort)
        return sort is Sort.PLAIN or marked
