"""Dates and periods in some words, as EDTF: `in June 2025`, `the second quarter`, `last year`.

What is told without a year is counted from the day of publication (`clock`); where that is not
known, only the words are proposed. "Since" and "until" leave one end of an interval open. A
fiscal year is about the calendar year it is named after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scale_explorer.models.quantity.words import SMALL

from .calendar_words import (
    AHEAD,
    ALSO_WORDS,
    AS_WRITTEN,
    BEFORE_MONTHS,
    DAYS_AWAY,
    MONTHS,
    MONTHS_AWAY,
    PARTS,
    QUARTERS_AWAY,
    ROUGHLY,
    SEASONS,
    SINCE,
    SPANS_BACK,
    UNTIL,
    WEEKDAYS,
    YEARS_AWAY,
)
from .clock import Clock, exact_day, part_of_year
from .passage import Passage
from .proposal import AmountProposal, PeriodProposal

_YEARS = range(1800, 2200)
_AHEAD_WITHIN = 8
_ENDINGS = frozenset({"st", "nd", "rd", "th", "er"})
_BEFORE_SEASON = frozenset({"the", "this", "last", "next"})
_LINKS = frozenset({"of", "in", "de", "des", "du", "del", "fiscal", "the", "year", ","})


class _Found(NamedTuple):
    """A period in tokens from a place up to `stop`."""

    stop: int
    edtf: str
    rule: str
    relative: bool = False


def periods_in(
    passage: Passage, amounts: Iterable[AmountProposal] = ()
) -> tuple[PeriodProposal, ...]:
    """Return the dates and periods in a passage, in order; none within an amount."""
    return tuple(_Periods(passage, amounts).found())


class _Periods:
    """Reads the periods of one passage."""

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

    def found(self) -> Iterator[PeriodProposal]:
        place = 0
        while place < len(self.tokens):
            found = None if place in self.taken else self._at(place)
            if found:
                yield self._proposed(place, found)
            place = found.stop if found else place + 1

    def _proposed(self, place: int, found: _Found) -> PeriodProposal:
        first, edtf, rule = place, found.edtf, found.rule
        before = self.tokens[place - 1].folded
        if edtf and "/" not in edtf and before in SINCE:
            first, edtf, rule = place - 1, f"{edtf}/..", f"{rule}:since"
        elif edtf and "/" not in edtf and before in UNTIL:
            first, edtf, rule = place - 1, f"../{edtf}", f"{rule}:until"
        elif len(edtf) == 4 and before in ROUGHLY:
            first, edtf = place - 1, f"{edtf}~"
        start, end = self.passage.span(first, found.stop)
        words = self.passage.words(first, found.stop)
        return PeriodProposal(
            start=start,
            end=end,
            words=words,
            rule=f"period:{rule}",
            edtf=edtf,
            relative=found.relative,
        )

    def _at(self, place: int) -> _Found | None:
        """Return the period that begins at a place."""
        return (
            self._away(place)
            or self._day(place)
            or self._part(place)
            or self._season(place)
            or self._years(place)
            or self._ago(place)
        )

    def _away(self, place: int) -> _Found | None:
        """Read what is counted from the day of publication in words of their own."""
        for table, count, rule in (
            (YEARS_AWAY, self.clock.years, "year_away"),
            (MONTHS_AWAY, self.clock.months, "month_away"),
            (QUARTERS_AWAY, self.clock.quarters, "quarter_away"),
            (DAYS_AWAY, self.clock.days, "day_away"),
        ):
            if found := table.at(self.tokens, place):
                return _Found(found[1], count(found[0]), rule, relative=True)
        if written := AS_WRITTEN.at(self.tokens, place):
            return _Found(written[1], "", "as_written", relative=True)
        return self._weekday(place)

    def _weekday(self, place: int) -> _Found | None:
        token = self.tokens[place]
        number = WEEKDAYS.get(token.folded)
        is_name = token.text[:1].isupper() or self.passage.setting.tongue in {"fr", "es"}
        if number is None or not is_name:
            return None
        return _Found(place + 1, self.clock.weekday(number), "weekday", relative=True)

    def _day(self, place: int) -> _Found | None:
        return self._iso(place) or self._month_first(place) or self._day_first(place)

    def _iso(self, place: int) -> _Found | None:
        """Read 2025-10-03."""
        year, dash, month, second, day = (self.tokens[place + n] for n in range(5))
        glued = all(self.tokens[place + n].glued for n in range(1, 5))
        if not (glued and dash.text == second.text == "-" and self._year_at(place)):
            return None
        if not (month.text.isdigit() and day.text.isdigit() and len(month.text + day.text) == 4):
            return None
        edtf = exact_day(int(year.text), int(month.text), int(day.text))
        return _Found(place + 5, edtf, "iso") if edtf else None

    def _month_first(self, place: int) -> _Found | None:
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

    def _day_first(self, place: int) -> _Found | None:
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
    ) -> _Found | None:
        """Return a month or a day, with the year that follows or one counted back to."""
        year = self._year_at(year_place)
        if year and year_place not in self.taken:
            edtf = exact_day(year, month, day) if day else f"{year:04d}-{month:02d}"
            return _Found(year_place + 1, edtf, "day" if day else "month")
        if alone is not None and not self._is_month(alone):
            return None
        ahead = self._is_ahead(stop)
        if day:
            edtf = self.clock.day_named(month, day, ahead=ahead)
            return _Found(stop, edtf, "day_alone", relative=True)
        ahead = alone is not None and self.tokens[alone - 1].folded in {"next", "by", "until"}
        return _Found(
            stop, self.clock.month_named(month, ahead=ahead), "month_alone", relative=True
        )

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
        clear = token.folded not in ALSO_WORDS or self._year_at(place + 1) or sure
        fits = token.text[0].isupper() or (small_months and clear)
        return month if fits else 0

    def _ordinal_at(self, place: int) -> tuple[int, int]:
        """Return the day of a month at a place and the place after it, or zero."""
        text = self.tokens[place].text
        if not (text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31):
            return 0, place
        ending = self.tokens[place + 1]
        return int(text), place + 1 + (ending.glued and ending.folded in _ENDINGS)

    def _part(self, place: int) -> _Found | None:
        """Read quarters and halves: "the second quarter of 2024", "Q2 2024", "H1"."""
        found = PARTS.at(self.tokens, place)
        parts, stop = found or self._short_part(place) or (None, place)
        if parts is None:
            return None
        linked = stop
        while linked < stop + 3 and self.tokens[linked].folded in _LINKS:
            linked += 1
        if year := self._year_at(linked):
            return _Found(linked + 1, part_of_year(year, *parts), "part_of_year")
        return _Found(stop, self._latest_part(*parts), "part_alone", relative=True)

    def _short_part(self, place: int) -> tuple[tuple[int, int], int] | None:
        letter, number = self.tokens[place], self.tokens[place + 1]
        parts = {"Q": 4, "H": 2}.get(letter.text, 0)
        if not parts or not number.glued or number.text not in "1234"[:parts]:
            return None
        return (parts, int(number.text) - 1), place + 2

    def _latest_part(self, parts: int, number: int) -> str:
        """Return the last such part of a year that had begun when the source was published."""
        if not self.clock.month or self.clock.mark:
            return ""
        begun = number * (12 // parts) + 1 <= self.clock.month
        return part_of_year(self.clock.year - (not begun), parts, number)

    def _season(self, place: int) -> _Found | None:
        """Read "spring 2027" and "the spring of 2027"; "this spring" has no date of its own."""
        told = self.tokens[place].folded in _BEFORE_SEASON
        season = place + told
        number = SEASONS.get(self.tokens[season].folded)
        if number is None:
            return None
        linked = season + 1
        linked += self.tokens[linked].folded in {"of", "de", "del"}
        if year := self._year_at(linked):
            return _Found(linked + 1, f"{year:04d}-{number}", "season")
        sure = told and (
            self.tokens[place].folded != "the" or self.tokens[place - 1].folded == "in"
        )
        return _Found(season + 1, "", "as_written", relative=True) if sure else None

    def _years(self, place: int) -> _Found | None:
        """Read a year, a decade, or years from one to another."""
        if self.tokens[place].folded == "fiscal":
            place_of_year = place + 1 + (self.tokens[place + 1].folded == "year")
            year = self._year_at(place_of_year)
            return _Found(place_of_year + 1, f"{year:04d}~", "fiscal_year") if year else None
        year = self._year_at(place)
        if not year:
            return None
        after = self.tokens[place + 1]
        if after.folded == "s" and after.glued:
            return _Found(place + 2, f"{year // 10:03d}X", "decade") if year % 10 == 0 else None
        return self._range(place, year) or _Found(place + 1, f"{year:04d}", "year")

    def _range(self, place: int, year: int) -> _Found | None:
        """Read "2019–2023", "from 2019 to 2023" and "between 2019 and 2023"."""
        link, last = self.tokens[place + 1], self.tokens[place + 2]
        before = self.tokens[place - 1].folded
        dashed = link.text in {"-", "–", "/"} and link.glued and last.glued
        spoken = (before, link.folded) in {
            ("from", "to"), ("between", "and"), ("von", "bis"), ("de", "à"), ("entre", "et"),
        }  # fmt: skip
        if not (dashed or spoken) or place + 2 in self.taken:
            return None
        text = last.text
        if dashed and len(text) == 2 and text.isdigit():
            text = f"{year // 100}{text}"
        if not (text.isdigit() and len(text) == 4 and int(text) in _YEARS and int(text) > year):
            return None
        return _Found(place + 3, f"{year:04d}/{text}", "years")

    def _year_at(self, place: int) -> int:
        """Return the year at a place, or zero."""
        token, after = self.tokens[place], self.tokens[place + 1]
        is_year = token.kind == "numeral" and token.text.isdigit() and len(token.text) == 4
        if not is_year or int(token.text) not in _YEARS or place in self.taken:
            return 0
        before = self.tokens[place - 1]
        attached = token.glued and (before.kind != "sign" or before.text in "$€£¥#.@_&=+")
        behind = after.glued and after.kind == "word" and after.folded != "s"
        return 0 if attached or behind else int(token.text)

    def _ago(self, place: int) -> _Found | None:
        """Read "two years ago" and "18 months earlier"."""
        token, unit, ago = (self.tokens[place + n] for n in range(3))
        if unit.folded not in SPANS_BACK or ago.folded not in {"ago", "earlier"}:
            return None
        spelled = 1 if token.folded in {"a", "an"} else SMALL.get(token.folded, 0)
        digits = token.text.isascii() and token.text.isdigit() and len(token.text) < 4
        count = int(token.text) if digits else spelled
        if not count:
            return None
        edtf = self.clock.long_ago(count * SPANS_BACK[unit.folded])
        return _Found(place + 3, edtf, "ago", relative=True)
