"""A verb: what it does and takes, and how it comes to its answer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from scale_explorer.models.frozen import dataclass

from .argument import Argument
from .asked import FORCE, OUTPUT
from .options import DATA, DRAWING_FORMAT, FORMAT, HELP, LENS, ONE_SET

_DATA = {
    "file": (DATA,), "store": (DATA,), "choice": (DATA,), "sets": (DATA,), "set": (ONE_SET,),
    "versions": (ONE_SET,),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as --help shows it, what it takes, and how it comes to its answer.

    It asks a `store`, reads the files of one `set` or of `versions` of one, opens the `sets` its
    own way, or knows it by `itself`, and is then answered in every format. One that `begins` a set
    is too, and opens it where there is a terminal. A `text` has only its own format, a `choice` is
    made on the terminal, and a `file` may be written. `more` is what its own help tells besides,
    `usage` what a line of it has at least. One with `forms` does nothing itself: the first word
    behind it names the one.
    """

    what: str
    example: str
    takes: tuple[Argument, ...] = ()
    answer: Literal[
        "store", "set", "sets", "versions", "itself", "begins", "text", "choice", "file"
    ] = "store"
    more: str = ""
    usage: str = ""
    forms: Mapping[str, Verb] = MappingProxyType({})

    @property
    def places(self) -> tuple[Argument, ...]:
        """What it takes by place."""
        return tuple(argument for argument in self.takes if not argument.is_option)

    @property
    def options(self) -> tuple[Argument, ...]:
        """What it takes by name."""
        own = tuple(argument for argument in self.takes if argument.is_option)
        data = _DATA.get(self.answer, ())
        has_form = any(argument.key == FORMAT.key for argument in own)
        form = () if self.answer in {"text", "choice"} or has_form else (FORMAT,)
        saving = (OUTPUT, FORCE) if DRAWING_FORMAT in own else ()
        lens = LENS if self.answer in {"store", "choice", "file"} else ()
        return (*own, *saving, *lens, *data, *form, HELP)

    @property
    def shape(self) -> str:
        """What it takes by place, as people write it."""
        return " ".join(place.shown or place.metavar for place in self.places)
