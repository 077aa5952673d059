"""The verb `new`, which has a form with options of its own for each kind of record."""

from __future__ import annotations

from types import MappingProxyType

from scale_explorer.models.kinds import Kind
from scale_explorer.models.text import clean

from .argument import Argument, Value
from .new_kinds import EXAMPLES, options_of, usage_of, word_of
from .verb import Verb

_NEW_KIND = Argument(
    ("kind",), "KIND", ", ".join(map(word_of, Kind)), Value.NEW_KIND, {"type": clean}
)
_NEW = """\
Each KIND has options of its own: scale-explorer new KIND --help.
"""
_RECORD_OF = """\
An option that describes a quote belongs to the --quote before it, and in front
of the first one to all of them; a single --source is that of all quotes.
"""
_READ_AS_JSON = """\
--json reads records as the data files have them, any number in a row or one a
line: {"name": "Birch Mills"}. They are one step: all are written, or none.
"""


def _new(kind: Kind) -> Verb:
    label = kind.label.lower()
    article = "an" if label[0] in "aeiou" else "a"
    options = options_of(kind)
    quotes = _RECORD_OF if any(option.names[0] == "--quote" for option in options) else ""
    return Verb(
        f"add {article} {label} to a data set, checked before it is written",
        f"new {word_of(kind)} {EXAMPLES[kind]}",
        options,
        "set",
        quotes + _READ_AS_JSON,
        usage_of(kind),
    )


NEW = Verb(
    "add a record to a data set, checked before it is written",
    f"new figure {EXAMPLES[Kind.FIGURE]}",
    (_NEW_KIND,),
    "set",
    _NEW,
    forms=MappingProxyType({word_of(kind): _new(kind) for kind in Kind}),
)
