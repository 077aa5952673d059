"""The tables as parsers."""

from __future__ import annotations

from argparse import REMAINDER, SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from scale_explorer.models.errors import UsageError
from scale_explorer.models.text import clean

from . import prose
from .argument import LEFT_OUT, Argument
from .options import APP_OPTIONS, PROGRAM, TOP_OPTIONS
from .verb import Verb
from .verbs import VERBS


class Parser(ArgumentParser):
    """A parser that raises UsageError, so that one place decides how the program ends."""

    def __init__(self, prog: str, description: str, epilog: str, **settings: Any) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
            add_help=False,
            **settings,
        )

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong, how the line should be, and where there is more."""
        hint = f"Try {self.prog} --help."
        raise UsageError(f"{clean(message, multiline=True)}\n{self.format_usage()}{hint}")


def top_parser() -> Parser:
    """Return what reads everything up to the verb, and leaves the rest as it is.

    What is not given has no value at all, so that it can be told from what is.
    """
    what = f"{prose.ABOUT}\n{prose.WAYS}"
    usage = prose.usage()
    parser = Parser(PROGRAM, what, _epilog(), usage=usage, argument_default=SUPPRESS)
    _add(parser.add_argument, (each for each in TOP_OPTIONS if each not in APP_OPTIONS))
    _add(parser.add_argument_group("options of the app").add_argument, APP_OPTIONS)
    parser.add_argument("verb", nargs="?", help=SUPPRESS)
    parser.add_argument("rest", nargs=REMAINDER, help=SUPPRESS)
    return parser


def verb_parser(name: str, verb: Verb) -> Parser:
    """Return what reads everything behind a verb."""
    epilog = "\n".join(filter(None, (verb.more, f"example: {PROGRAM} {verb.example}")))
    told = {"usage": f"{PROGRAM} {name} {verb.usage}"} if verb.usage else {}
    parser = Parser(f"{PROGRAM} {name}", f"{verb.what[0].upper()}{verb.what[1:]}.", epilog, **told)
    arguments = (*verb.places, *verb.options)
    for group in dict.fromkeys(each.group for each in arguments):
        listed = parser.add_argument_group(group) if group else parser
        _add(listed.add_argument, (each for each in arguments if each.group == group))
    return parser


def _add(add: Callable[..., Any], arguments: Iterable[Argument]) -> None:
    for argument in arguments:
        metavar = {"metavar": argument.metavar} if argument.metavar else {}
        add(*argument.names, help=argument.help, **metavar, **_settings(argument))


def _settings(argument: Argument) -> dict[str, Any]:
    """Return what argparse is told besides; it knows its own word for no value by identity."""
    left_out = argument.settings.get("default") == LEFT_OUT
    return {**argument.settings, **({"default": SUPPRESS} if left_out else {})}


def _epilog() -> str:
    verbs = (prose.Line(f"{name} {verb.shape}", verb.what) for name, verb in VERBS.items())
    return "\n\n".join(
        (
            prose.listed("verbs", verbs, 19),
            prose.IDS,
            prose.listed("examples", prose.EXAMPLES, 45),
            prose.listed("exit statuses", prose.EXITS, 3),
            prose.listed("environment", prose.ENVIRONMENT, 19),
        )
    )
