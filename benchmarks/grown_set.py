"""An invented data set of any size, with the texts that its quotes stand in.

It grows evenly: twice the claims are twice the companies and twice the text, so that what is linear
takes twice the time. The same size always gives the same set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice, product
from pathlib import Path
from typing import TypeVar

ItemT = TypeVar("ItemT")

_OPENINGS = (
    "Bel", "Cor", "Dun", "Fen", "Gal", "Hol", "Jar", "Kel",
    "Lor", "Mar", "Nor", "Pel", "Ros", "Sil", "Tor", "Ven",
)  # fmt: skip
_MIDDLES = ("ba", "do", "fi", "gu", "ha", "ko", "li", "mu", "na", "pe", "ra", "so", "ti", "vu")
_ENDINGS = (
    "Brand", "Combe", "Dale", "Field", "Gate", "Horn", "Kirk", "Low",
    "Mont", "Nick", "Port", "Quist", "Rick", "Stow", "Thorpe", "Wick",
)  # fmt: skip
_GOODS = ("flour", "timber", "glass", "rope", "copper", "paper", "salt", "wool", "bricks", "oil")
_CLAIMS_A_COMPANY = 50
_CLAIMS_A_SOURCE = 12_500
_CLAIMS_A_FILE = 25_000
_SENTENCES_A_PARAGRAPH = 6
_WRONG = 499
"""Of so many quotes one is not in its text, so that there is something to find."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as it is written, and the sentence of the source that carries it."""

    table: str
    sentence: str


def grow(claims: int, folder: Path) -> None:
    """Write a set of so many claims, its companies and its texts into a folder."""
    written = islice(_claims(claims), claims)
    (folder / "set.toml").write_text("".join(_head(claims)), encoding="utf-8")
    for number, some in enumerate(_cut(written, _CLAIMS_A_FILE)):
        pages = enumerate(_cut(some, _CLAIMS_A_SOURCE), number * _CLAIMS_A_FILE // _CLAIMS_A_SOURCE)
        for source, page in pages:
            (folder / f"s{source}.txt").write_text(_text(page), encoding="utf-8")
        tables = "\n".join(claim.table for claim in some)
        (folder / f"claims{number}.toml").write_text(tables, encoding="utf-8")


def _head(claims: int) -> Iterator[str]:
    yield '[dataset]\nid = "grown"\ntitle = "A grown set"\n'
    for source in range(-(-claims // _CLAIMS_A_SOURCE)):
        yield (
            f'[[source]]\nid = "s{source}"\ntitle = "Page {source}"\npublished = "2030"\n'
            f'text = "s{source}.txt"\n'
        )
    for name in _companies(claims):
        yield f'[[company]]\nid = "{_id(name)}"\nname = "{name}"\n'


def _companies(claims: int) -> list[str]:
    """Return names no two of which read alike."""
    parts = product(_ENDINGS, _MIDDLES, _OPENINGS, _MIDDLES, _MIDDLES)
    names = (f"{opening}{a}{b}{c} {end}" for end, a, opening, b, c in parts)
    wanted = max(2, claims // _CLAIMS_A_COMPANY)
    every = 16 * 14 * 16 * 14 * 14 // wanted
    return list(islice(names, 0, every * wanted, every))


def _claims(claims: int) -> Iterator[Claim]:
    """Yield figures, relationships and statements of every company in turn."""
    companies = _companies(claims)
    numbers = count()
    for turn in count():
        for place, name in enumerate(companies):
            number = next(numbers)
            other = companies[(place + 1 + turn % (len(companies) - 1)) % len(companies)]
            make = (_revenue, _custom, _saying, _valuation)[turn % 4]
            yield make(number, turn, name, other)


def _revenue(number: int, turn: int, name: str, _other: str) -> Claim:
    year = 1900 + turn
    words = f"{name} earned ${1 + number % 900}.{number % 7} million in {year}"
    return _claim(
        number, words, "[[figure]]",
        f'id = "r{number}"\nsubject = "{_id(name)}"\nmeasure = "revenue"\n'
        f'value = "${1 + number % 900}.{number % 7} million"\nperiod = "{year}"',
    )  # fmt: skip


def _valuation(number: int, turn: int, name: str, _other: str) -> Claim:
    year = 1900 + turn
    words = f"{name} was worth about ${1 + number % 90} billion in {year}"
    return _claim(
        number, words, "[[figure]]",
        f'id = "v{number}"\nsubject = "{_id(name)}"\nmeasure = "valuation"\n'
        f'value = "about ${1 + number % 90} billion"\nperiod = "{year}"',
    )  # fmt: skip


def _custom(number: int, turn: int, name: str, other: str) -> Claim:
    words = f"{name} has bought {_GOODS[number % 10]} from {other} since {1900 + turn}"
    return _claim(
        number, words, "[[relationship]]",
        f'id = "c{number}"\ntype = "customer_of"\nsubject = "{_id(name)}"\n'
        f'object = "{_id(other)}"\nstart = "{1900 + turn}"',
    )  # fmt: skip


def _saying(number: int, turn: int, name: str, other: str) -> Claim:
    words = f"{name} said that {_GOODS[number % 10]} from {other} had become dear in {1900 + turn}"
    return _claim(
        number, words, "[[statement]]",
        f'id = "t{number}"\nspeaker = "{_id(name)}"\nstance = "asserts"\n'
        f'about = [{{ id = "{_id(other)}" }}]\ntext = "Prices rose"',
    )  # fmt: skip


def _claim(number: int, words: str, head: str, body: str) -> Claim:
    quoted = words if number % _WRONG else f"{words} or so"
    source = number // _CLAIMS_A_SOURCE
    evidence = f'evidence = [{{ source = "s{source}", exact = "{quoted}" }}]'
    sentence = f"In entry {number} of the register it stands that {words}, as told."
    return Claim(f"{head}\n{body}\n{evidence}\n", sentence)


def _text(claims: Iterable[Claim]) -> str:
    sentences = _cut((claim.sentence for claim in claims), _SENTENCES_A_PARAGRAPH)
    return "\n\n".join("\n".join(paragraph) for paragraph in sentences) + "\n"


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _cut(items: Iterable[ItemT], size: int) -> Iterator[list[ItemT]]:
    waiting = iter(items)
    while part := list(islice(waiting, size)):
        yield part
