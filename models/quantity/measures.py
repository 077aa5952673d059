"""Measures: the unit that stands before or after a number.

Money may stand before ("$5", "EUR 5") or after ("5 €", "5 million US dollars"); a code after a
shared sign decides ("$5 million CAD"). Percent, points and multiples stand after. A plural after
a number makes it a count: "1,416 employees".
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..frozen import dataclass
from .currency import CODES, NAMES, SHARED_SIGNS, SIGNS, UNDECIDED
from .numerals import Style
from .refusal import RefusedError
from .tokens import Phrases, Tokens, alike
from .unit import PERCENT, POINTS, TIMES, Unit, UnitError
from .word_lists import word_set


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as written: its sign, what one of it is, and the number style that goes with it."""

    unit: Unit
    sign: str = ""
    factor: Decimal = Decimal(1)
    style: Style | None = None
    counted: bool = False
    """Whether the unit is a noun, as in "5 people"."""


_PERCENT: Final = Measure(PERCENT, style=Style.ENGLISH)
_PROZENT: Final = Measure(PERCENT, style=Style.CONTINENTAL)
_POINTS: Final = Measure(POINTS)
_BASIS_POINTS: Final = Measure(POINTS, factor=Decimal("0.01"))
_TIMES: Final = Measure(TIMES, style=Style.ENGLISH)

_SHARES: Final = Phrases(
    alike(_PERCENT, "%", "percent", "per cent", "per-cent", "pct", "pct.")
    | alike(_PROZENT, "prozent", "pour cent", "por ciento", "por cento", "per cento", "procent")
    | alike(
        _POINTS, "percentage points", "percentage point", "percentage-point", "percent points",
        "pp", "ppt", "ppts", "prozentpunkte", "prozentpunkten", "points de pourcentage",
        "puntos porcentuales",
    )
    | alike(_BASIS_POINTS, "basis points", "basis point", "bps", "bp", "basispunkte")
    | alike(_TIMES, "times", "×", "fold")
)  # fmt: skip

_COMPANIES: Final = frozenset({"BP", "PP"})

_NAMES: Final = Phrases(NAMES)
_UNDECIDED: Final = Phrases(UNDECIDED)
_LINKS: Final = Phrases(alike("", "of", "de", "d'", "di"))

# "3 won prizes" is no money, "3 billion won" is.
_VERBS: Final = frozenset({"won"})

PEOPLE: Final = {
    word: style
    for words, style in (
        ("people staff men women children personnel workers employees", None),
        (
            "mitarbeiter mitarbeitende beschäftigte kunden personen medewerkers personas",
            Style.CONTINENTAL,
        ),
        (
            "salariés employés empleados empleadas trabajadores dipendenti funcionários",
            Style.CONTINENTAL,
        ),
    )
    for word in words.split()
}
"""Nouns for people, plurals whatever their ending, with the number style of their language."""
_NOT_COUNTED: Final = word_set(
    "was is has does says its this thus plus minus less times versus towards perhaps always "
    "besides sometimes ours theirs hers yours whereas across makes goes gives takes gets keeps "
    "points "
    "billions millions thousands hundreds tens dozens halves thirds quarters fifths tenths plans "
    "wants needs shows means costs comes becomes remains stays owns holds pays runs"
)


def money_before(tokens: Tokens, place: int) -> tuple[Measure, int] | None:
    """Return the currency sign or code at a place, before a number, and the place after it."""
    token, following = tokens[place], tokens[place + 1]
    if following.glued and (code := SIGNS.get(token.text + following.text)):
        style = Style.CONTINENTAL if code == "BRL" else None
        return Measure(Unit((code,)), token.text + following.text, style=style), place + 2
    if code := SIGNS.get(token.text):
        stop = place + 1
        return Measure(Unit((code,)), token.text), stop + (token.text + following.text == "Rs.")
    if token.text in CODES:
        return Measure(Unit((token.text,)), token.text), place + 1
    return None


def share_at(tokens: Tokens, place: int) -> tuple[Measure, int] | None:
    """Return the percent, points or multiple at a place, after a number, and the place after it."""
    if tokens[place].text == "x" and tokens[place].glued:
        return _TIMES, place + 1
    place = tokens.past_hyphen(place)
    if tokens[place].text in _COMPANIES:
        return None
    return _SHARES.at(tokens, place)


def money_after(tokens: Tokens, place: int, *, scaled: bool) -> tuple[Measure, int] | None:
    """Return the currency at a place, after a number or scale word, and the place after it.

    `scaled` tells that a scale word came before. Raises RefusedError for a sign or name that
    several currencies share.
    """
    link = _LINKS.at(tokens, place)
    if link and _NAMES.at(tokens, link[1]):
        place = link[1]
    if tokens[place].folded in _VERBS and not scaled:
        return None
    named = _NAMES.at(tokens, place)
    if named and tokens[place].text not in CODES:
        style = Style.TRAILING_SIGN if tokens[place].text == "Euro" else None
        return Measure(Unit((named[0],)), named[0], style=style), named[1]
    if undecided := _UNDECIDED.at(tokens, place):
        reason = f"‘{tokens[place].text}’ could be {undecided[0]}; write the code"
        raise RefusedError(reason, undecided[1])
    return _sign_after(tokens, place)


def _sign_after(tokens: Tokens, place: int) -> tuple[Measure, int] | None:
    found = money_before(tokens, place)
    if found is None:
        return None
    measure, stop = found
    starts_next = tokens[stop].kind == "numeral" and (tokens[stop].glued or not tokens[place].glued)
    if starts_next:
        return None
    style = None if measure.sign in {"$", "£"} else Style.TRAILING_SIGN
    return Measure(measure.unit, measure.sign, style=style), stop


def noun_at(tokens: Tokens, place: int) -> tuple[Measure, int] | None:
    """Return the plural noun at a place, after a number, as a unit, and the place after it."""
    token = tokens[place]
    if token.kind != "word" or token.glued:
        return None
    initials = token.text[-2:-1].isupper() and token.text.endswith("s")
    if not (initials or _is_plural(token.text) or token.folded in PEOPLE):
        return None
    unit = unit_or_none(token.text if initials else token.folded)
    style = PEOPLE.get(token.folded)
    return (Measure(unit, style=style, counted=True), place + 1) if unit else None


def _is_plural(word: str) -> bool:
    """Tell whether a word looks like a plural; one in capitals may be a name."""
    plural = word.islower() and len(word) > 3 and word.endswith("s")
    return plural and not word.endswith(("ss", "ous")) and word not in _NOT_COUNTED


def both(before: Measure, after: Measure, resume: int) -> Measure:
    """Return the one currency of two around an amount; raises RefusedError when they differ."""
    if before.unit == after.unit:
        return after
    if after.unit.currency in SHARED_SIGNS.get(before.sign, ()):
        return after
    raise RefusedError(f"{before.unit} and {after.unit} are different units", resume)


def unit_or_none(noun: str) -> Unit | None:
    """Return a unit, or None for a noun that is none."""
    try:
        return Unit.parse(noun)
    except UnitError:
        return None
