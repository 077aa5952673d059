"""The command that shows what two data sets have in common, and takes a match apart."""

from __future__ import annotations

from string import ascii_lowercase

from scale_explorer.data.store.rows.sets import MatchRow
from scale_explorer.models.errors import ScaleExplorerError

from ...why_not import REASONS
from ...widgets.entry import Entry
from .reloading import Reloading


class Matching(Reloading):
    """Offers the matches of the record in sight, or else all; choosing one turns it round."""

    def action_matches(self) -> None:
        """Offer the matches of the open data sets."""
        matches = self.store.matches()
        if not matches:
            self.say(REASONS["matches"])
            return
        record = self.settled().sheet.answer.record
        here = tuple(match for match in matches if record in {match.first, match.second})
        offered = here or matches
        entries = tuple(_entry(place, match) for place, match in enumerate(offered))

        def chosen(place: str | None) -> None:
            if place is not None:
                self._turn_round(offered[int(place)])

        title = "Same in both sets: Enter takes apart, or together again"
        self.offer(title, entries, chosen)

    def _turn_round(self, match: MatchRow) -> None:
        # Loaded here because few open several sets.
        from scale_explorer.data.matching.revoked import put_together, take_apart  # noqa: PLC0415

        pair = (match.first, match.second)
        try:
            damage = put_together([pair]) if match.apart else take_apart([pair])
        except (ScaleExplorerError, OSError) as error:
            self.say(str(error))
            return
        told = "Together unless others keep it apart" if match.apart else "Taken apart"
        words = f"{told}: {match.first_name}. {self.keys_shown('app.matches')} turns it round."
        self.reload(lambda _: self.say(f"{words} {damage}".strip()))


def _entry(place: int, match: MatchRow) -> Entry:
    letter = ascii_lowercase[place : place + 1]  # beyond z the arrows choose
    sign = "≠" if match.apart else "="
    first = f"{match.first_name} ({match.first_set})"
    second = f"{match.second_name} ({match.second_set})"
    reason = f"taken apart; {match.reason}" if match.apart else match.reason
    return Entry(str(place), letter, f"{first} {sign} {second}", reason)
