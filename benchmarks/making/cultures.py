"""The parts that invented names are made of, as `cultures.toml` has them."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

Part: TypeAlias = tuple[str, str]
"""A part of a name in its own script, and in plain Latin letters."""

_FILE = Path(__file__).with_name("cultures.toml")
_PLAIN = str.maketrans({
    "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "ı": "i",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slots:
    """Parts in slots: a word is one part of each, joined; every word has a number."""

    parts: tuple[tuple[Part, ...], ...]

    def word(self, number: int) -> Part:
        """Return the word of a number, which may be any; numbers beyond all words begin again."""
        native = roman = ""
        for slot in self.parts:
            number, place = divmod(number, len(slot))
            native += slot[place][0]
            roman += slot[place][1]
        return native, roman


@dataclass(frozen=True, slots=True)
class Culture:
    """A culture: words for names, and the patterns that they are put together in."""

    code: str
    weight: int
    countries: tuple[str, ...]
    stem: Slots
    given: Slots
    family: Slots
    trade: tuple[Part, ...]
    form: tuple[Part, ...]
    company: str
    person: str
    union: str
    office: str
    is_latin: bool


@cache
def cultures() -> tuple[Culture, ...]:
    """Return all cultures, in the order of the file."""
    return tuple(map(_culture, tomllib.loads(_FILE.read_text(encoding="utf-8"))["culture"]))


def folded(text: str) -> str:
    """Return Latin letters without their accents."""
    split = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(each for each in split if not unicodedata.combining(each))


def _culture(table: dict[str, Any]) -> Culture:
    stem = _slots(table["stem"])
    return Culture(
        code=table["code"],
        weight=table["weight"],
        countries=tuple(table["countries"].split()),
        stem=stem,
        given=_slots(table["given"]),
        family=_slots(table["family"]),
        trade=_parts(table["trade"]),
        form=_parts(table["form"]),
        company=table["company"],
        person=table["person"],
        union=table["union"],
        office=table["office"],
        is_latin=folded(stem.word(0)[0]) == stem.word(0)[1],
    )


def _slots(slots: Sequence[str]) -> Slots:
    return Slots(tuple(map(_parts, slots)))


def _parts(words: str) -> tuple[Part, ...]:
    return tuple(map(_part, words.split()))


def _part(word: str) -> Part:
    """Read `native:roman`, or one form that is both; `_` stands for a blank, `-` for nothing."""
    native, _, roman = word.partition(":")
    return _text(native), _text(roman) if roman else folded(_text(native))


def _text(word: str) -> str:
    return "" if word == "-" else word.replace("_", " ")
