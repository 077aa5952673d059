"""What may stand at the cursor, told from the words before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..arguments.argument import Argument, Value
from ..arguments.options import TOP_OPTIONS
from ..arguments.verb import Verb
from ..arguments.verbs import VERBS
from .line import Typed

_REDIRECTIONS = frozenset({">", ">>", "<", "2>", "2>>", "&>"})


class Place(NamedTuple):
    """Where the cursor is: what is offered there, and what has been typed of it.

    `lead` is what of the word stays as it is, such as `--data=`; `data` names the data sets so far.
    """

    begun: str
    lead: str = ""
    value: Value | None = None
    options: tuple[Argument, ...] = ()
    verbs: bool = False
    data: tuple[str, ...] = ()


class _Read(NamedTuple):
    """What the words up to here say: `waiting` is the option whose value comes next.

    Behind a verb that there is not, one is `lost`; behind `--` there are no more options.
    """

    verb: Verb | None = None
    waiting: Argument | None = None
    places: int = 0
    closed: bool = False
    lost: bool = False
    data: tuple[str, ...] = ()

    @property
    def options(self) -> tuple[Argument, ...]:
        return TOP_OPTIONS if self.verb is None else self.verb.options

    @property
    def place(self) -> Argument | None:
        """What the verb takes next by its place."""
        places = self.verb.places if self.verb else ()
        if places and (self.places < len(places) or places[-1].repeats):
            return places[min(self.places, len(places) - 1)]
        return None


def place_of(line: Typed) -> Place:
    """Read the words, and say what may stand at the cursor."""
    if line.words and line.words[-1] in _REDIRECTIONS:
        return Place(line.begun, value=Value.FILE)
    read = _Read()
    for word in line.words:
        read = _after(read, word)
    if read.lost:
        return Place(line.begun)
    return _at(read, line.begun)._replace(data=read.data)


def _after(read: _Read, word: str) -> _Read:
    if read.lost:
        return read
    if read.waiting is not None:
        return _told(read._replace(waiting=None), read.waiting, word)
    if word == "--" and not read.closed:
        return read._replace(closed=True)
    if word.startswith("-") and word != "-" and not read.closed:
        return _after_option(read, word)
    verbs = VERBS if read.verb is None else read.verb.forms
    if verbs:
        return read._replace(verb=verbs.get(word), lost=word not in verbs)
    told = _told(read, read.place, word) if read.place else read
    return told._replace(places=read.places + 1)


def _after_option(read: _Read, word: str) -> _Read:
    name, equals, value = word.partition("=")
    option = _named(name, read.options)
    if option is None or not option.metavar:
        return read
    return _told(read, option, value) if equals else read._replace(waiting=option)


def _told(read: _Read, argument: Argument, value: str) -> _Read:
    """Note the data set that an argument names; others change nothing."""
    names = argument.value is Value.DATA_SET
    return read._replace(data=(*read.data, value)) if names else read


def _at(read: _Read, begun: str) -> Place:
    if read.waiting is not None:
        return _valued(read.waiting, begun)
    if begun.startswith("-") and not read.closed:
        return _optional(read, begun)
    if read.verb is None:
        return Place(begun, verbs=True)
    return _valued(read.place, begun) if read.place else Place(begun, options=read.options)


def _optional(read: _Read, begun: str) -> Place:
    name, equals, value = begun.partition("=")
    option = _named(name, read.options)
    if equals and option is not None:
        return _valued(option, value, f"{name}=")
    return Place(begun, options=read.options)


def _valued(argument: Argument, begun: str, lead: str = "") -> Place:
    """Say what may stand for an argument; a filter's word may be negated.

    Of two parts, such as a source and its file, the second stands behind the sign that parts them.
    """
    value = argument.value
    first, equals, rest = begun.partition("=")
    if equals and value in _PARTED:
        return Place(rest, f"{lead}{first}=", _PARTED[value])
    if value is Value.FILTER and begun.startswith("!"):
        return Place(begun[1:], f"{lead}!", value)
    return Place(begun, lead, value)


_PARTED = {
    Value.SOURCE_AND_FILE: Value.FILE,
    Value.PARTY: Value.ROLE,
    Value.TOPIC: Value.WORDS,
    Value.STANDING: Value.WORDS,
    Value.PROGRESS: Value.WORDS,
    Value.MENTION: Value.RECORD,
}
"""What stands behind the sign in a value of two parts."""


def _named(name: str, options: Iterable[Argument]) -> Argument | None:
    return next((option for option in options if name in option.names), None)
