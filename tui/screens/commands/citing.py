"""The command that leads from a passage of a source to what is claimed on it."""

from __future__ import annotations

from string import ascii_lowercase

from scale_explorer.data.store.rows.records import RecordRow

from ...panes.citing import kind_of
from ...state import Follow
from ...why_not import REASONS
from ...widgets.entry import Entry
from .commander import Commander

_LETTERS = ascii_lowercase.replace("q", "")  # which closes the menu


class Citing(Commander):
    """Goes to the record that cites the chosen passage; of several, the reader chooses."""

    def follow_citing(self) -> None:
        """Go to what cites the passage that is chosen in the source."""
        match self.settled().citing.answer:
            case ():
                self.say(REASONS["cited"])
            case (only,):
                self.navigate(Follow(only.id))
            case several:
                self._offer(several)

    def _offer(self, records: tuple[RecordRow, ...]) -> None:
        entries = tuple(_entry(place, record) for place, record in enumerate(records))

        def follow(record: str | None) -> None:
            if record is not None:
                self.navigate(Follow(record))

        self.offer("What cites this passage", entries, follow)


def _entry(place: int, record: RecordRow) -> Entry:
    letter = _LETTERS[place : place + 1]  # beyond z the arrows choose
    return Entry(record.id, letter, record.title, kind_of(record))
