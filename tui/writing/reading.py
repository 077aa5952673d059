"""What is read in selected words, and the form that it comes to for each kind of record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.suggesting.passage import Setting
from scale_explorer.data.suggesting.proposal import Proposals
from scale_explorer.data.suggesting.suggest import proposals
from scale_explorer.models.evidence import Source
from scale_explorer.models.kinds import Kind

from .draft import Draft
from .filling import filled
from .naming import Actors, actors
from .words import Words

if TYPE_CHECKING:
    from .desk import Desk


@dataclass(frozen=True)
class Readings:
    """Words, and all that is proposed for them."""

    words: Words
    found: Proposals
    manuscript: Manuscript

    @property
    def likely(self) -> tuple[tuple[Kind, str], ...]:
        """The kinds of claim, the likeliest first, each with the words that make it so."""
        return tuple((each.kind, each.because) for each in self.found.kinds)

    @cached_property
    def actors(self) -> Actors:
        """Who is named in the words and around them."""
        return actors(self.found, self.manuscript)

    def draft(self, kind: Kind) -> Draft:
        """Return the form of a kind of record on these words."""
        return filled(kind, self.words, self.found, self.actors, self.manuscript)


def readings(desk: Desk, words: Words) -> Readings:
    """Read words of a source with the sentences around them."""
    text = desk.text(words.source) or words.exact
    span = (words.start, words.end) if words.end <= len(text) else (0, len(text))
    found = proposals(text, span, desk.names, _setting(desk, words.source))
    return Readings(words, found, desk.manuscript)


def _setting(desk: Desk, source: str) -> Setting:
    record = desk.loaded.dataset.by_id.get(source)
    if not isinstance(record, Source):
        return Setting()
    return Setting(record.published, record.language)
