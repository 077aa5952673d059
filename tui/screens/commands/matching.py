"""The command that shows what two data sets have in common, and takes a match apart."""

from __future__ import annotations

from string import ascii_lowercase

from scale_explorer.data.matching.revoked import put_together, take_apart
from scale_explorer.data.store.rows import MatchRow
from scale_explorer.models.errors import ScaleExplorerError

from ...widgets.menu import Entry, Menu
from .commander import Commander


class Matching(Commander):
    """Offers the matches of the record in sight, or else all; choosing one turns it round."""

    reopens = False
    """Whether the data sets are to be opened anew when the app has ended."""

    def action_matches(self) -> None:
        """Offer the matches of the open data sets."""
        matches = self.store.matches()
        if not matches:
            self.say("No record stands in two of the open data sets; --data A --data B opens two.")
            return
        record = self.settled().sheet.answer.record
        here = tuple(match for match in matches if record in {match.first, match.second})
        offered = (here or matches)[: len(ascii_lowercase)]
        entries = tuple(map(_entry, ascii_lowercase, offered))

        def chosen(letter: str | None) -> None:
            if letter is not None:
                self._turn_round(offered[ascii_lowercase.index(letter)])

        title = "Same in both sets: Enter takes apart, or together again"
        self.pop_up(Menu(title, entries), chosen)

    def _turn_round(self, match: MatchRow) -> None:
        pair = (match.first, match.second)
        try:
            put_together([pair]) if match.apart else take_apart([pair])
        except (ScaleExplorerError, OSError) as error:
            self.say(str(error))
        else:
            self.reopens = True
            self.host.exit()


def _entry(letter: str, match: MatchRow) -> Entry:
    sign = "≠" if match.apart else "="
    first = f"{match.first_name} ({match.first_set})"
    second = f"{match.second_name} ({match.second_set})"
    reason = "taken apart" if match.apart else match.reason
    return Entry(letter, letter, f"{first} {sign} {second}", reason)
