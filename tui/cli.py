"""The command line: whom its arguments are handed to. Nothing is done here."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scale_explorer.models.errors import UsageError
from scale_explorer.models.text import clean

from .arguments.data_sets import data_sets
from .arguments.formats import Format
from .arguments.looking import looking_of
from .arguments.options import HELP, TOP_OPTIONS
from .arguments.plain_line import read_plainly
from .arguments.verb import Verb
from .arguments.verbs import HIDDEN, VERBS
from .exits import guarded, stand_ready
from .loading import load
from .terminal.environment import drop_textual_settings
from .terminal.streams import suit_all

Given = dict[str, Any]
"""Options as the parsers name them."""

_TOUR_SET = "tutorial"
_DRAWN_ON = 2
"""The descriptor whose terminal the app is drawn on."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (that of the process unless given); return the exit status."""
    if argv is None:
        stand_ready()
        drop_textual_settings(os.environ)
    suit_all()
    return guarded(lambda: _run(sys.argv[1:] if argv is None else argv))


def _run(argv: Sequence[str]) -> int:
    try:
        if not argv:
            return _open_app({})
        if (verb := _verb_of(argv[0])) is not None:
            return _answer(argv[0], verb, argv[1:], {})
        # Loaded here because who begins with a verb has no use for it.
        from .arguments.parsers import top_parser  # noqa: PLC0415

        given = vars(top_parser().parse_args(argv))
        name, rest = given.pop("verb", None), given.pop("rest", ())
        if name is None:
            return _open_app(given)
        return _answer(name, _verb_called(name), rest, given)
    except SystemExit as leaving:  # how argparse ends after --help and --version
        return int(leaving.code or 0)


def _verb_of(name: str) -> Verb | None:
    return VERBS.get(name) or HIDDEN.get(name)


def _verb_called(name: str) -> Verb:
    if (verb := _verb_of(name)) is not None:
        return verb
    raise _no_such("verb", name, VERBS)


def _form_called(verb: str, forms: Mapping[str, Verb], rest: Sequence[str]) -> str | None:
    """Return the form of a verb that the first word behind it names; None when only help is."""
    first = rest[0] if rest else ""
    if first in forms:
        return first
    if first in {"", *HELP.names}:
        return None
    if first.startswith("-"):
        raise UsageError(
            f"{verb} takes its KIND first, such as {verb} {next(iter(forms))} {first}."
        )
    raise _no_such("kind", first, forms)


def _no_such(what: str, name: str, names: Iterable[str]) -> UsageError:
    # Loaded here because only a slip needs it.
    from scale_explorer.data.loading.nearest import nearest  # noqa: PLC0415

    meant = "".join(f" Did you mean {each}?" for each in nearest(name, names, limit=1))
    known = ", ".join(names)
    return UsageError(f"There is no {what} {clean(name)!r}.{meant} The {what}s are {known}.")


def _answer(  # noqa: PLR0911 - one way for each kind of answer
    name: str, verb: Verb, rest: Sequence[str], before: Given
) -> int:
    form = _form_called(name, verb.forms, rest) if verb.forms else None
    if form is None:
        options = _options(name, verb, rest, before)
    else:
        options = _options(f"{name} {form}", verb.forms[form], rest[1:], before)
        options["kind"] = form
    # Loaded here so that --version and --help start at once.
    from .verbs.running import ask, run, show  # noqa: PLC0415

    named = options.pop("format", None)
    shape = Format(named) if named else None
    data = data_sets(options.pop("data", ()))
    match verb.answer:
        case "store":
            return ask(name, data, options, shape)
        case "set":
            one = None if options.get("path") else _one(name, data)
            return run(name, {"data": one, **options}, shape)
        case "sets" | "versions":
            return run(name, {"names": data, **options}, shape)
        case "itself":
            return run(name, options, shape)
        case "begins":
            return _begin(name, options, shape)
        case "text":
            return show(name, options)
        case "file" | "choice":
            return {"file": _export, "choice": _pick}[verb.answer](data, options, shape)


def _options(name: str, verb: Verb, rest: Sequence[str], before: Given) -> Given:
    """Parse what follows the verb; what stood before it holds too, unless it is said again."""
    taken = {option.key for option in verb.options}
    for option in TOP_OPTIONS:
        if option.key in before and option.key not in taken:
            raise UsageError(f"{name} takes no {option.names[0]}; leave it out.")
    for option in verb.options:
        choices = option.settings.get("choices")
        if choices and option.key in before and before[option.key] not in choices:
            chosen = f"{option.names[0]} {before[option.key]}"
            raise UsageError(f"{name} takes no {chosen}; it takes {', '.join(choices)}.")
    plain = None if before else read_plainly(verb, rest)
    if plain is not None:
        return plain
    # Loaded here because most command lines are plain.
    from argparse import Namespace  # noqa: PLC0415

    from .arguments.parsers import verb_parser  # noqa: PLC0415

    return vars(verb_parser(name, verb).parse_intermixed_args(rest, Namespace(**before)))


def _one(verb: str, data: tuple[str, ...]) -> str | None:
    """Return what names the data set of a verb that looks at the files of one."""
    if len(data) > 1:
        raise UsageError(f"{verb} takes one data set, and not {len(data)}; name it with --data.")
    return next(iter(data), None)


def _begin(name: str, options: Given, form: Format | None) -> int:
    """Make a set, and open it where the app can be drawn and nobody asked for its data only."""
    # Loaded here so that --version and --help start at once.
    from .launch import has_terminal  # noqa: PLC0415
    from .verbs.running import answered  # noqa: PLC0415

    wanted = options.pop("opens") and form is None
    answer = answered(name, options, form)
    if not (wanted and has_terminal()):
        return answer.status()
    first = next(iter(answer.shows()), None)
    return _open_app({"data": (options["story"],), "at": first})


def _export(data: tuple[str, ...], options: Given, form: Format | None) -> int:
    # Loaded here because no other verb writes what it answers to a file.
    from .verbs.export import Wish, run  # noqa: PLC0415

    looking, rest = looking_of(options)
    return run(data, Wish(form=form, looking=looking, **rest))


def _pick(data: tuple[str, ...], options: Given, _form: Format | None) -> int:
    # Loaded here because nothing but the app itself takes as long.
    from .picker.run import run  # noqa: PLC0415

    looking, rest = looking_of(options)
    return run(data, looking=looking, **rest)


def _open_app(given: Given) -> int:
    if "format" in given:
        raise UsageError("--format is for the verbs; write one, such as list companies.")
    # Loaded here because the verbs must start without it.
    from .launch import Launch, require_terminal  # noqa: PLC0415

    require_terminal()
    from .terminal.typed_ahead import quiet  # noqa: PLC0415

    looking, rest = looking_of(given)
    named = rest.pop("data", (_TOUR_SET,) if rest.get("tour") else ())
    launch = Launch(data=data_sets(named), looking=looking, **rest)
    with quiet(_DRAWN_ON):
        # Not before, because this takes most of the time that a start takes.
        load(f"{__package__}.app", sparing=True)
        from .app import run  # noqa: PLC0415

        return run(launch)
