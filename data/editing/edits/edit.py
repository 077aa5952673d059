"""What every edit is: a change that can be made to the set as it is now, whatever it was before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from scale_explorer.models.frozen import dataclass

from ..manuscript import Manuscript
from ..revision import Revision, together


class Edit(Protocol):
    """A change of a set.

    It is made to the files as they are at that moment. Where they are not the ones that its author
    looked at, the tables of the records in `touches` must be; else the author has to decide.
    """

    @property
    def touches(self) -> tuple[str, ...]:
        """The ids of the records whose tables it changes or takes away."""
        ...

    def on(self, manuscript: Manuscript) -> Revision:
        """Return what it comes to; raises DataError, a sentence for people, when it cannot be."""
        ...


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits that are one step: each is made on what the one before it left.

    Without a label of its own it is called as the last of them.
    """

    label: str
    edits: Sequence[Edit]

    @property
    def touches(self) -> tuple[str, ...]:
        """What any of them touches."""
        return tuple(dict.fromkeys(each for edit in self.edits for each in edit.touches))

    def on(self, manuscript: Manuscript) -> Revision:
        """Make them one after the other."""
        made: list[Revision] = []
        for edit in self.edits:
            made.append(edit.on(manuscript))
            manuscript = manuscript.with_contents(made[-1].after)
        shows = next((each.shows for each in reversed(made) if each.shows), None)
        return together(self.label or made[-1].label, made, shows)
