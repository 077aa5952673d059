"""Rates: the "per annotation", "/month", "a year" or "each" after an amount."""

from __future__ import annotations

from typing import Final

from .measures import unit_or_none
from .tokens import Token, Tokens
from .word_lists import word_set

_EACH: Final = frozenset({"each", "apiece"})
_SPANS: Final = word_set(
    "year month week day hour minute quarter semester night share unit piece barrel ton tonne "
    "gallon ounce pound lb kilo kilogram kilogramme kg gram litre liter pint bushel dozen acre "
    "hectare mile kilometre kilometer metre meter foot yard jar bottle can cup glass box case pack "
    "packet bag sack crate bale loaf meal dose pill tablet copy page word image photo label "
    "annotation task click call query message request download gigabyte terabyte megawatt user "
    "seat ticket token person head child pupil student patient customer employee worker subscriber "
    "member household vehicle car trip ride flight room bed parcel delivery lesson"
)
"""What one counts prices by, after "a": any noun may follow "per", but "a" begins much else."""
_FOREIGN: Final = word_set(
    "an mois semaine jour heure action personne año mes día hora acción persona ano mês dia ação "
    "anno mese giorno jaar maand"
)
_NO_NOUN: Final = word_set(
    "se the its their our his her a an this that these those my your each every such what agreement"
)
_SAME_NOUN: Final = {
    "annum": "year", "capita": "person", "head": "person", "diem": "day",
    "pound": "lb", "kilo": "kg", "kilogram": "kg", "kilogramme": "kg",
    "liter": "litre", "meter": "metre", "kilometer": "kilometre",
}  # fmt: skip


def rate_at(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """Return the noun that an amount is counted by at a place, and the place after it."""
    token, following = tokens[place], tokens[place + 1]
    if token.folded in _EACH:
        return "each", place + 1
    noun = _SAME_NOUN.get(following.folded, following.folded)
    counts = following.kind == "word" and _counts_by(token, following)
    return (noun, place + 2) if counts and unit_or_none(noun) else None


def _counts_by(word: Token, noun: Token) -> bool:
    match word.folded:
        case "/":
            return word.glued == noun.glued
        case "per":
            return noun.folded not in _NO_NOUN
        case "pro":
            return noun.text[0].isupper()  # a German noun, and not "pro forma"
        case "a" | "an":
            return noun.folded in _SPANS
        case _:
            return word.folded in {"par", "por", "al", "à"} and noun.folded in _FOREIGN
