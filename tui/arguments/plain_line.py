"""Command lines without a slip, read without argparse, which takes as long as many an answer.

What stands here is less than argparse knows, and whatever it is not sure of it leaves to that:
abbreviations, values glued to an option, words that may be options, help, and all that is wrong. A
property test holds that both read the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .argument import LEFT_OUT, Argument
from .verb import Verb

_KNOWN = frozenset({"default", "type", "choices", "dest", "action", "const", "required"})
_ACTIONS = frozenset({"store", "append", "store_true", "store_false", "store_const"})


class _NotPlain(Exception):  # noqa: N818 - it never leaves this module
    """Somebody else must read the line."""


def read_plainly(verb: Verb, words: Sequence[str]) -> dict[str, Any] | None:
    """Return the options that words behind a verb come to, None where argparse must look.

    Types of values may raise what they raise: argparse words it.
    """
    try:
        return _read(verb, words)
    except _NotPlain:
        return None


def _read(verb: Verb, words: Sequence[str]) -> dict[str, Any]:
    arguments = (*verb.places, *verb.options)
    given = {each.key: _default(each) for each in arguments if _default(each) != LEFT_OUT}
    options = {name: each for each in verb.options for name in each.names}
    placed: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            placed.append(word)
        elif (option := options.get(word)) is None:
            raise _NotPlain
        else:
            _take(option, rest, given)
    if any(each.settings.get("required") and not given[each.key] for each in verb.options):
        raise _NotPlain
    return given | _by_place(verb.places, placed)


def _default(argument: Argument) -> Any:
    settings = argument.settings
    match settings.get("action", "store"):
        case "help":
            return LEFT_OUT
        case "store_true":
            return settings.get("default", False)
        case "store_false":
            return settings.get("default", True)
        case _:
            default = settings.get("default")
            if isinstance(default, str) and default != LEFT_OUT:
                return _typed(argument, default)
            return default


def _take(option: Argument, rest: Any, given: dict[str, Any]) -> None:
    """Take the value of an option, or what it stands for, from the words behind it."""
    settings = option.settings
    action = settings.get("action", "store")
    if not settings.keys() <= _KNOWN or action not in _ACTIONS:
        raise _NotPlain
    match action:
        case "store_true" | "store_false":
            given[option.key] = action == "store_true"
        case "store_const":
            given[option.key] = settings["const"]
        case "append":
            before = given.get(option.key)
            given[option.key] = [*(before or ()), _value(option, rest)]
        case _:
            given[option.key] = _value(option, rest)


def _value(option: Argument, rest: Any) -> Any:
    word = next(rest, "-")
    if word.startswith("-"):
        raise _NotPlain
    return _typed(option, word)


def _typed(argument: Argument, word: str) -> Any:
    read = argument.settings.get("type", str)
    try:
        value = read(word)
    except Exception as error:
        raise _NotPlain from error
    choices = argument.settings.get("choices")
    if choices is not None and value not in choices:
        raise _NotPlain
    return value


def _by_place(places: Sequence[Argument], words: list[str]) -> dict[str, Any]:
    """Hand out words by place: one each, the last of the places may take any number."""
    taken: dict[str, Any] = {}
    for number, place in enumerate(places):
        many = place.settings.get("nargs")
        if number < len(places) - 1 and many not in {None, "?"}:
            raise _NotPlain
        if many in {"*", "+"}:
            mine, words = words, []
        else:
            mine, words = words[:1], words[1:]
        if not mine and many in {None, "+"}:
            raise _NotPlain
        if mine:
            values = [_typed(place, word) for word in mine]
            taken[place.key] = values if many in {"*", "+"} else values[0]
    if words:
        raise _NotPlain
    return taken
