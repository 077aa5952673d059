"""Dates and periods in some words, as EDTF: `in June 2025`, `the second quarter`, `last year`.

What is told without a year is counted from the day of publication (`clock`); where that is not
known, only the words are proposed. "Since" and "until" leave one end of an interval open. A
fiscal year is about the calendar year it is named after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.models.quantity.words import SMALL

from .calendar_words import (
    AS_WRITTEN,
    DAYS_AWAY,
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
from .clock import part_of_year
from .days import YEARS, Days, Found
from .passage import Passage
from .phrase_tables import first_words
from .proposal import AmountProposal, PeriodProposal

_BEFORE_SEASON = frozenset({"the", "this", "last", "next"})
_LINKS = frozenset({"of", "in", "de", "des", "du", "del", "fiscal", "the", "year", ","})


_FIRST_WORDS = first_words(YEARS_AWAY, MONTHS_AWAY, QUARTERS_AWAY, DAYS_AWAY, AS_WRITTEN)


def periods_in(
    passage: Passage, amounts: Iterable[AmountProposal] = ()
) -> tuple[PeriodProposal, ...]:
    """Return the dates and periods in a passage, in order; none within an amount."""
    return tuple(_Periods(passage, amounts).found())


class _Periods(Days):
    """Reads the periods of one passage."""

    def found(self) -> Iterator[PeriodProposal]:
        place = 0
        while place < len(self.tokens):
            found = None if place in self.taken else self._at(place)
            if found:
                yield self._proposed(place, found)
            place = found.stop if found else place + 1

    def _proposed(self, place: int, found: Found) -> PeriodProposal:
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

    def _at(self, place: int) -> Found | None:
        """Return the period that begins at a place."""
        return (
            self._away(place)
            or self.day(place)
            or self._part(place)
            or self._season(place)
            or self._years(place)
            or self._ago(place)
        )

    def _away(self, place: int) -> Found | None:
        """Read what is counted from the day of publication in words of their own."""
        if self.tokens[place].folded not in _FIRST_WORDS:
            return self._weekday(place)
        for table, count, rule in (
            (YEARS_AWAY, self.clock.years, "year_away"),
            (MONTHS_AWAY, self.clock.months, "month_away"),
            (QUARTERS_AWAY, self.clock.quarters, "quarter_away"),
            (DAYS_AWAY, self.clock.days, "day_away"),
        ):
            if found := table.at(self.tokens, place):
                return Found(found[1], count(found[0]), rule, relative=True)
        if written := AS_WRITTEN.at(self.tokens, place):
            return Found(written[1], "", "as_written", relative=True)
        return self._weekday(place)

    def _weekday(self, place: int) -> Found | None:
        token = self.tokens[place]
        number = WEEKDAYS.get(token.folded)
        is_name = token.text[:1].isupper() or self.passage.setting.tongue in {"fr", "es"}
        if number is None or not is_name:
            return None
        return Found(place + 1, self.clock.weekday(number), "weekday", relative=True)

    def _part(self, place: int) -> Found | None:
        """Read quarters and halves: "the second quarter of 2024", "Q2 2024", "H1"."""
        found = PARTS.at(self.tokens, place)
        parts, stop = found or self._short_part(place) or (None, place)
        if parts is None:
            return None
        linked = stop
        while linked < stop + 3 and self.tokens[linked].folded in _LINKS:
            linked += 1
        if year := self.year_at(linked):
            return Found(linked + 1, part_of_year(year, *parts), "part_of_year")
        return Found(stop, self._latest_part(*parts), "part_alone", relative=True)

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

    def _season(self, place: int) -> Found | None:
        """Read "spring 2027" and "the spring of 2027"; "this spring" has no date of its own."""
        told = self.tokens[place].folded in _BEFORE_SEASON
        season = place + told
        number = SEASONS.get(self.tokens[season].folded)
        if number is None:
            return None
        linked = season + 1
        linked += self.tokens[linked].folded in {"of", "de", "del"}
        if year := self.year_at(linked):
            return Found(linked + 1, f"{year:04d}-{number}", "season")
        sure = told and (
            self.tokens[place].folded != "the" or self.tokens[place - 1].folded == "in"
        )
        return Found(season + 1, "", "as_written", relative=True) if sure else None

    def _years(self, place: int) -> Found | None:
        """Read a year, a decade, or years from one to another."""
        if self.tokens[place].folded == "fiscal":
            place_of_year = place + 1 + (self.tokens[place + 1].folded == "year")
            year = self.year_at(place_of_year)
            return Found(place_of_year + 1, f"{year:04d}~", "fiscal_year") if year else None
        year = self.year_at(place)
        if not year:
            return None
        after = self.tokens[place + 1]
        if after.folded == "s" and after.glued:
            return Found(place + 2, f"{year // 10:03d}X", "decade") if year % 10 == 0 else None
        return self._range(place, year) or Found(place + 1, f"{year:04d}", "year")

    def _range(self, place: int, year: int) -> Found | None:
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
        if not (text.isdigit() and len(text) == 4 and int(text) in YEARS and int(text) > year):
            return None
        return Found(place + 3, f"{year:04d}/{text}", "years")

    def _ago(self, place: int) -> Found | None:
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
        return Found(place + 3, edtf, "ago", relative=True)
