"""What choosing an offer leads to, as values; the main screen turns them into intents."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass

from ..keys import KeyBinding
from ..state import Place


@dataclass(frozen=True, slots=True)
class GoRecord:
    """A record's page."""

    record: str


@dataclass(frozen=True, slots=True)
class GoWhy:
    """A record's chain of reasons."""

    record: str


@dataclass(frozen=True, slots=True)
class GoPlace:
    """The story or a list, narrowed by a filter where one is given."""

    place: Place
    filter: str = ""


@dataclass(frozen=True, slots=True)
class GoQuote:
    """A claim, with one of its quotes chosen."""

    claim: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Run:
    """Do what a key does."""

    binding: KeyBinding


@dataclass(frozen=True, slots=True)
class FilterBy:
    """Narrow the pane that has the keyboard."""

    text: str


@dataclass(frozen=True, slots=True)
class UseTheme:
    """Change the colours."""

    name: str


Target = GoRecord | GoWhy | GoPlace | GoQuote | Run | FilterBy | UseTheme


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen in the box, and what was typed for it."""

    target: Target
    typed: str
