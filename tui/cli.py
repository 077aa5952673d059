"""The command line: its arguments, and whom it hands them to. Nothing is done here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, NoReturn

from scale_explorer.models.errors import UsageError
from scale_explorer.models.text import clean
from scale_explorer.models.version import __version__

from .verbs.exits import guarded
from .verbs.formats import Format

PROGRAM = "scale-explorer"
DATA_VARIABLE = "SCALE_EXPLORER_DATA"

_EPILOG = f"""\
verbs (each tells more with --help; an ID is what list and search show last,
such as scale-ai, and a record's exact name serves too):
{{verbs}}

examples:
  {PROGRAM}                                 open the bundled story
  {PROGRAM} --data my-set/ --at my-company  open your own data on a record
  {PROGRAM} search cut ties                 find who cuts ties
  {PROGRAM} show "Scale AI"                 read all about a company
  {PROGRAM} list figures measure:revenue    list what measures revenue
  {PROGRAM} list figures --format json | jq '.[].value'

exit statuses:
  0    fine
  1    findings, or nothing found
  2    wrong use
  3    data that cannot be read, or output that cannot be written
  130  interrupted
  141  the reader of the output has gone

{DATA_VARIABLE} names the data set when --data does not."""

_KINDS = """companies, people, products, organizations, public-bodies, groups, relationships,
deals, figures, statements, reasons or sources"""


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", nargs="?", type=clean, help=_KINDS)
    parser.add_argument(
        "words", metavar="FILTER", nargs="*", type=clean, default=(),
        help='all must hold: words, status:ending, is:inferred, ">10m", !former',
    )  # fmt: skip


def _id_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "record",
        metavar="ID",
        type=clean,
        help="a record's id as `list` shows it, or its exact name",
    )


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="TEXT", nargs="+", type=clean, help="what to look for")


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", nargs="?", help="a data set; --data says the same")
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    parser.add_argument("--lock", action="store_true", help="write lock.json beside the data set")
    parser.add_argument(
        "--text", metavar="SOURCE=FILE", action="append", default=[],
        help="read a source's text from this file (repeatable)",
    )  # fmt: skip


def _attach_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=clean, help="the id of a source")
    parser.add_argument("file", metavar="FILE", help="a text file with its words, in UTF-8")


class _Verb(NamedTuple):
    """A verb as --help shows it, what it takes, and what of a data set it reads."""

    what: str
    example: str
    takes: str = ""
    add_arguments: Callable[[argparse.ArgumentParser], None] | None = None
    reads: Literal["store", "files", "nothing"] = "store"


_VERBS = {
    "list": _Verb(
        "list records of a kind, such as deals or figures",
        "list figures measure:revenue year:2024", "KIND [FILTER]", _list_arguments,
    ),
    "show": _Verb(
        "show a record: its facts, and the claims about it",
        "show scale-ai", "ID", _id_argument,
    ),
    "why": _Verb(
        "show what led to a record, and what it leads to",
        "why google-plans-exit", "ID", _id_argument,
    ),
    "search": _Verb(
        "find records by name, alias, words or quote",
        "search cut ties", "TEXT", _search_arguments,
    ),
    "quotes": _Verb(
        "show the verbatim words that carry a record's claims",
        "quotes meta-buys-stake --format markdown", "ID", _id_argument,
    ),
    "check": _Verb(
        "check a data set, and list what is wrong with it",
        "check my-set/ --strict", "[PATH]", _check_arguments, reads="files",
    ),
    "attach": _Verb(
        "keep your copy of a source's text, to read quotes in it",
        "attach google-exit article.txt", "SOURCE FILE", _attach_arguments, reads="files",
    ),
    "sets": _Verb("list the data sets that come with the program", "sets", reads="nothing"),
    "schema": _Verb(
        "print the JSON Schema of data set files, for editors",
        "schema > scale-explorer.schema.json", reads="nothing",
    ),
    "keys": _Verb("list the keys of the app", "keys --format markdown", reads="nothing"),
    "doctor": _Verb(
        "look at this terminal, the clipboard and the folders", "doctor", reads="nothing",
    ),
}  # fmt: skip


class _Parser(argparse.ArgumentParser):
    """A parser that raises UsageError, so that one place decides how the program ends."""

    def error(self, message: str) -> NoReturn:
        hint = f"Try {self.prog} --help."
        raise UsageError(f"{clean(message, multiline=True)}\n{self.format_usage()}{hint}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (that of the process unless given); return the exit status."""
    return guarded(lambda: _run(sys.argv[1:] if argv is None else argv))


def _run(argv: Sequence[str]) -> int:
    try:
        given = _top_parser().parse_args(argv)
        if given.verb is None:
            return _open_app(given)
        return _answer(given.verb, _verb_options(given))
    except SystemExit as leaving:  # how argparse ends after --help and --version
        return int(leaving.code or 0)


def _top_parser() -> argparse.ArgumentParser:
    verbs = "\n".join(f"  {f'{name} {verb.takes}':19} {verb.what}" for name, verb in _VERBS.items())
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [--data PATH|NAME] [--at ID] [--ascii] [--theme NAME]\n"
        f"       {PROGRAM} VERB … [--data PATH|NAME] [--format FORMAT]",
        description="Explore companies, deals and figures, every claim on its verbatim words.\n"
        "Without a verb the app opens; with one, its answer is printed.",
        epilog=_EPILOG.format(verbs=verbs),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    _add_data(parser)
    _add_format(parser)
    app = parser.add_argument_group("options of the app")
    app.add_argument("--at", metavar="ID", type=clean, help="open on this record")
    app.add_argument("--theme", metavar="NAME", type=clean, help="how to colour the app")
    app.add_argument("--ascii", action="store_true", help="draw without UTF-8")
    parser.add_argument("verb", nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", metavar="PATH|NAME", default=argparse.SUPPRESS,
        help="a TOML file, a folder of them, or the name of a set that `sets` lists",
    )  # fmt: skip


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", metavar="FORMAT", choices=[form.value for form in Format],
        default=argparse.SUPPRESS, help="table (for people), json, jsonl, csv or markdown",
    )  # fmt: skip


def _verb_options(given: argparse.Namespace) -> argparse.Namespace:
    """Parse what follows the verb; what stood before it holds unless it is said again."""
    if given.verb not in _VERBS:
        raise UsageError(_no_such_verb(given.verb))
    if given.at or given.theme or given.ascii:
        raise UsageError("--at, --theme and --ascii are for the app; leave them out with a verb.")
    shared = {name: value for name, value in vars(given).items() if name in {"data", "format"}}
    parser = _verb_parser(given.verb, _VERBS[given.verb])
    return parser.parse_intermixed_args(given.rest, argparse.Namespace(**shared))


def _no_such_verb(verb: str) -> str:
    # Loaded here because only a slip needs it.
    from scale_explorer.data.loading.nearest import nearest  # noqa: PLC0415

    meant = "".join(f" Did you mean {name}?" for name in nearest(verb, _VERBS, limit=1))
    return f"There is no verb {clean(verb)!r}.{meant} The verbs are {', '.join(_VERBS)}."


def _verb_parser(name: str, verb: _Verb) -> argparse.ArgumentParser:
    parser = _Parser(
        prog=f"{PROGRAM} {name}",
        description=f"{verb.what[0].upper()}{verb.what[1:]}.",
        epilog=f"example: {PROGRAM} {verb.example}",
        allow_abbrev=False,
    )
    if verb.add_arguments:
        verb.add_arguments(parser)
    if verb.reads != "nothing":
        _add_data(parser)
    _add_format(parser)
    return parser


def _answer(verb: str, given: argparse.Namespace) -> int:
    # Loaded here so that --version and --help start at once.
    from .verbs.running import ask, run  # noqa: PLC0415

    options = vars(given)
    named = options.pop("format", None)
    form = Format(named) if named else None
    data = _data(options.pop("data", None))
    match _VERBS[verb].reads:
        case "store":
            return ask(verb, data, options, form)
        case "files":
            return run(verb, {"data": data, **options}, form)
        case "nothing":
            return run(verb, options, form)


def _data(given: str | None) -> str | None:
    """Return what names the data set; None is the bundled story."""
    return given or os.environ.get(DATA_VARIABLE)


def _open_app(given: argparse.Namespace) -> int:
    options = vars(given)
    if "format" in options:
        raise UsageError("--format is for the verbs; write one, such as list companies.")
    # Loaded here because the verbs must start without it.
    from .launch import Launch, require_terminal  # noqa: PLC0415

    require_terminal()
    from .app import run  # noqa: PLC0415

    data = _data(options.get("data"))
    return run(
        Launch(data=(data,) if data else (), at=given.at, theme=given.theme, ascii=given.ascii)
    )
