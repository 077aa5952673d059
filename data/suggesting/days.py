"""Days, months and years at a place of a passage: `June 13, 2025`, `3. Oktober`, `in May`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .calendar_words import AHEAD, ALSO_WORDS, BEFORE_MONTHS, MONTHS
from .clock import Clock, exact_day
from .passage import Passage
from .proposal import AmountProposal

YEARS = range(1800, 2200)
"""What four digits are a year."""
_AHEAD_WITHIN = 8
_ENDINGS = frozenset({"st", "nd", "rd", "th", "er"})


class Found(NamedTuple):
    """A period in tokens from a place up to `stop`."""

    stop: int
    edtf: str
    rule: str
    relative: bool = False


class Days:
    """Reads the days, months and years of one passage; nothing within an amount."""

    def __init__(self, passage: Passage, amounts: Iterable[AmountProposal]) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.clock = Clock.of(passage.setting.published)
        self.taken = {
            number
            for each in amounts
            for number in range(
                passage.token_from(each.start - passage.start),
                passage.token_from(each.end - passage.start),
            )
        }

    def day(self, place: int) -> Found | None:
        """Return the day or month that begins at a place."""
        return self._iso(place) or self._month_first(place) or self._day_first(place)

    def _iso(self, place: int) -> Found | None:
        """Read 2025-10-03."""
        year, dash, month, second, day = (self.tokens[place + n] for n in range(5))
        glued = all(self.tokens[place + n].glued for n in range(1, 5))
        if not (glued and dash.text == second.text == "-" and self.year_at(place)):
            return None
        if not (month.text.isdigit() and day.text.isdigit() and len(month.text + day.text) == 4):
            return None
        edtf = exact_day(int(year.text), int(month.text), int(day.text))
        return Found(place + 5, edtf, "iso") if edtf else None

    def _month_first(self, place: int) -> Found | None:
        """Read "June 13, 2025", "June 2025" and "June"."""
        month = self._month_at(place)
        if not month:
            return None
        after = place + 1 + (self.tokens[place + 1].text == "." and self.tokens[place + 1].glued)
        day, behind = self._ordinal_at(after)
        if day:
            comma = behind + (self.tokens[behind].text == ",")
            return self._dated(month, day, behind, comma)
        return self._dated(
            month, 0, after, after + (self.tokens[after].folded in {"de", "of", ","}), place
        )

    def _day_first(self, place: int) -> Found | None:
        """Read "13 June 2025", "3. Oktober" and "el 13 de junio de 2025"."""
        day, behind = self._ordinal_at(place)
        if not day:
            return None
        behind += self.tokens[behind].text == "." or self.tokens[behind].folded in {"de", "of"}
        month = self._month_at(behind, sure=True)
        if not month:
            return None
        after = behind + 1
        linked = after + (self.tokens[after].folded in {"de", ","})
        return self._dated(month, day, after, linked)

    def _dated(
        self, month: int, day: int, stop: int, year_place: int, alone: int | None = None
    ) -> Found | None:
        """Return a month or a day, with the year that follows or one counted back to."""
        year = self.year_at(year_place)
        if year and year_place not in self.taken:
            edtf = exact_day(year, month, day) if day else f"{year:04d}-{month:02d}"
            return Found(year_place + 1, edtf, "day" if day else "month")
        if alone is not None and not self._is_month(alone):
            return None
        ahead = self._is_ahead(stop)
        if day:
            edtf = self.clock.day_named(month, day, ahead=ahead)
            return Found(stop, edtf, "day_alone", relative=True)
        ahead = alone is not None and self.tokens[alone - 1].folded in {"next", "by", "until"}
        return Found(stop, self.clock.month_named(month, ahead=ahead), "month_alone", relative=True)

    def _is_month(self, place: int) -> bool:
        """Say whether a month without day and year is one: "in May", and not "May agreed"."""
        return self.tokens[place - 1].folded in BEFORE_MONTHS

    def _is_ahead(self, place: int) -> bool:
        low = max(0, place - _AHEAD_WITHIN)
        return any(self.tokens[number].folded in AHEAD for number in range(low, place))

    def _month_at(self, place: int, *, sure: bool = False) -> int:
        token = self.tokens[place]
        month = MONTHS.get(token.folded, 0)
        if not month or (self.tokens[place + 1].glued and self.tokens[place + 1].text == "-"):
            return 0
        small_months = sure or self.passage.setting.tongue in {"fr", "es"}
        clear = token.folded not in ALSO_WORDS or self.year_at(place + 1) or sure
        fits = token.text[0].isupper() or (small_months and clear)
        return month if fits else 0

    def _ordinal_at(self, place: int) -> tuple[int, int]:
        """Return the day of a month at a place and the place after it, or zero."""
        text = self.tokens[place].text
        if not (text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31):
            return 0, place
        ending = self.tokens[place + 1]
        return int(text), place + 1 + (ending.glued and ending.folded in _ENDINGS)

    def year_at(self, place: int) -> int:
        """Return the year at a place, or zero."""
        token, after = self.tokens[place], self.tokens[place + 1]
        is_year = token.kind == "numeral" and token.text.isdigit() and len(token.text) == 4
        if not is_year or int(token.text) not in YEARS or place in self.taken:
            return 0
        before = self.tokens[place - 1]
        attached = token.glued and (before.kind != "sign" or before.text in "$€£¥#.@_&=+")
        behind = after.glued and after.kind == "word" and after.folded != "s"
        return 0 if attached or behind else int(token.text)
