"""What entities are called: names in many scripts, some of them nearly alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from scale_explorer.models.kinds import Kind

from .cultures import Culture, Part, cultures, folded
from .mixing import mixed, spread
from .plan import Plan

TWINS: Final = 50
"""One in so many companies is called nearly like an earlier one."""
_SERIES: Final = ("One", "Pro", "Max", "Neo", "Air", "X", "Plus", "Go", "Duo", "Cloud")
_INITIALS: Final = "ABCDEFGHJKLMNOPRSTUVWYZ"
_UNSPACED: Final = ("zh", "ja", "ko")
"""Scripts that put two stems together without a sign."""
_CULTURES: Final = {culture.code: culture for culture in cultures()}
_DRAWN: Final = tuple(
    _CULTURES[code] for code in spread({each.code: each.weight for each in cultures()})
)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity's name, its other names, and the culture that they are of."""

    name: str
    aliases: tuple[str, ...]
    culture: Culture


class Names:
    """Names by kind and number; nothing is remembered but what was asked for last."""

    def __init__(self, plan: Plan) -> None:
        self._salts = {kind: plan.salt(100 + place) for place, kind in enumerate(plan.counts)}
        self.of = lru_cache(maxsize=4_096)(self.made)

    def made(self, kind: Kind, number: int) -> Named:
        """Make a name; `of` remembers those that were asked for last."""
        bits = mixed(number, self._salts[kind])
        if kind is Kind.COMPANY and number > TWINS and bits % TWINS == 0:
            earlier = mixed(bits) % number
            return _twin(_plain(kind, mixed(earlier, self._salts[kind])), bits >> 8)
        return _plain(kind, bits)


def _plain(kind: Kind, bits: int) -> Named:
    culture = _DRAWN[bits & 1023]
    bits >>= 10
    if kind is Kind.PERSON:
        return _person(culture, bits)
    if kind is Kind.PRODUCT:
        return _product(culture, bits)
    number, trade = divmod(bits, len(culture.trade))
    number, form = divmod(number, len(culture.form))
    stem = _stem(culture, number)
    if kind is Kind.COMPANY:
        return _company(culture, stem, culture.trade[trade], culture.form[form], number)
    return _body(culture, kind, stem, culture.trade[trade])


def _stem(culture: Culture, bits: int) -> Part:
    """Return one stem, or of every other name two, so that few names are the same."""
    stem = culture.stem.word(bits)
    if bits >> 20 & 1:
        return stem
    second = culture.stem.word(bits >> 16)
    native = "" if culture.code in _UNSPACED else "-"
    return f"{stem[0]}{native}{second[0]}", f"{stem[1]}-{second[1]}"


def _company(culture: Culture, stem: Part, trade: Part, form: Part, bits: int) -> Named:
    name = culture.company.format(stem=stem[0], trade=trade[0], form=form[0])
    if not culture.is_latin:
        return Named(name, (f"{stem[1]} {trade[1].strip()} {form[1].strip()}",), culture)
    # One in eight is known by a shorter name as well.
    return Named(name, (f"{stem[0]} {trade[0]}",) if bits & 0x7000 == 0 else (), culture)


def _body(culture: Culture, kind: Kind, stem: Part, trade: Part) -> Named:
    pattern = culture.union if kind is Kind.ORGANIZATION else culture.office
    name = pattern.format(stem=stem[0], trade=trade[0])
    if culture.is_latin:
        return Named(name, (), culture)
    called = "Association" if kind is Kind.ORGANIZATION else "Authority"
    return Named(name, (f"{stem[1]} {trade[1].strip()} {called}",), culture)


def _person(culture: Culture, bits: int) -> Named:
    given, family = culture.given.word(bits), culture.family.word(bits >> 20)
    if bits >> 40 & 1 and culture.is_latin:
        initial = _INITIALS[(bits >> 41) % len(_INITIALS)]
        given = f"{given[0]} {initial}.", f"{given[1]} {initial}."
    name = culture.person.format(given=given[0], family=family[0])
    if culture.is_latin:
        return Named(name, (), culture)
    roman = culture.person.format(given=given[1], family=family[1])
    return Named(name, (roman,), culture)


def _product(culture: Culture, bits: int) -> Named:
    native = culture.stem.word(bits)[0]
    series = _SERIES[bits % len(_SERIES)]
    model = f" {10 * (1 + (bits >> 20) % 999)}" if bits >> 30 & 7 else ""
    return Named(f"{native} {series}{model}", (), culture)


def _twin(named: Named, bits: int) -> Named:
    """Return a name as another register, or a hasty clerk, would have it."""
    name = named.name
    match bits % 6:
        case 0:
            twin = folded(name) if named.culture.is_latin else named.aliases[0]
        case 1:
            twin = _swapped(name, bits >> 8)
        case 2:
            twin = f"{name} {named.culture.form[0][0]}"
        case 3:
            twin = name.upper()
        case 4:
            twin = _without(name, bits >> 8)
        case _:
            twin = f"{name} 2"
    return Named(twin, (), named.culture)


def _swapped(name: str, bits: int) -> str:
    place = bits % (len(name) - 1)
    return (name[:place] + name[place + 1] + name[place] + name[place + 2 :]).strip()


def _without(name: str, bits: int) -> str:
    place = bits % len(name)
    return (name[:place] + name[place + 1 :]).strip()
