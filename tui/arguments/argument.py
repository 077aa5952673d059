"""One argument of the command line, and what may stand in its place."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from scale_explorer.models.frozen import dataclass

LEFT_OUT = "left out"
"""The default of an option that has no value at all unless it is given: argparse's SUPPRESS."""


def wrong(why: str) -> Exception:
    """Return what tells argparse that a value is wrong, and why."""
    # Loaded here because it takes long to load, and few values are wrong.
    from argparse import ArgumentTypeError  # noqa: PLC0415

    return ArgumentTypeError(why)


class Value(Enum):
    """What may stand in an argument's place; completion knows what there is of each."""

    WORDS = auto()
    """Anything that only the user knows."""
    RECORD = auto()
    KIND = auto()
    FILTER = auto()
    SOURCE = auto()
    SOURCE_AND_FILE = auto()
    DATA_SET = auto()
    FILE = auto()
    FORMAT = auto()
    FINDING_FORMAT = auto()
    EXPORT_FORMAT = auto()
    DRAWING_FORMAT = auto()
    ANY_FORMAT = auto()
    VIEW = auto()
    """What `export` writes: the story, a kind, a record, its why, or the dossier."""
    SWITCHED_OFF = auto()
    """A relationship, or an entity that has some."""
    SCENARIO = auto()
    THEME = auto()
    SHELL = auto()
    NEW_KIND = auto()
    ENTITY = auto()
    DEAL = auto()
    PARTY = auto()
    """An entity, a sign and its role; what is like it stands below, down to `MENTION`."""
    TOPIC = auto()
    STANDING = auto()
    """A status of a relationship, and when."""
    PROGRESS = auto()
    """A status of a deal, and when."""
    MENTION = auto()
    RELATION_TYPE = auto()
    TIE_TYPE = auto()
    DEAL_TYPE = auto()
    REASON_TYPE = auto()
    ROLE = auto()
    MEASURE = auto()
    FIGURE_STATUS = auto()
    HEDGE = auto()
    STANCE = auto()
    EXTENT = auto()
    MODALITY = auto()
    PREFERENCE = auto()
    DIRECTION = auto()
    DIRECTNESS = auto()


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument as argparse takes it; `settings` is what that is told besides.

    Names that begin with a dash make it an option, and one without a `metavar` is a switch. `shown`
    is how a positional one stands in the list of verbs, where that is not its metavar, and `group`
    heads the options among which --help lists it.
    """

    names: tuple[str, ...]
    metavar: str
    help: str
    value: Value = Value.WORDS
    settings: Mapping[str, Any] = MappingProxyType({})
    shown: str = ""
    group: str = ""

    @property
    def is_option(self) -> bool:
        """Whether it is named on the command line, and not known by its place."""
        return self.names[0].startswith("-")

    @property
    def key(self) -> str:
        """What argparse calls its value."""
        return str(self.settings.get("dest", self.names[-1].lstrip("-").replace("-", "_")))

    @property
    def repeats(self) -> bool:
        """Whether all further words are its own."""
        return self.settings.get("nargs") in {"*", "+"}
