"""`man`: the manual page, from the same tables as --help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scale_explorer.data.folders import FOLDERS, folder, variable
from scale_explorer.data.vocabulary import FIELDS, QUALITIES
from scale_explorer.models.version import __version__

from ..arguments import prose
from ..arguments.argument import Argument
from ..arguments.options import ANY_FORMAT, APP_OPTIONS, DATA, FORMAT, HELP, PROGRAM, VERSION
from ..arguments.verb import Verb
from ..arguments.verbs import VERBS
from .drawing.roff import (
    bold,
    escaped,
    italic,
    paragraph,
    section,
    subsection,
    tagged,
    title,
    verbatim,
)

_SAID_ONCE = frozenset({DATA.key, FORMAT.key, HELP.key})
_FILTERS = (
    'All parts of a FILTER must hold: a word that occurs, "words next to each other",'
    " a field and how its value begins, such as status:ending, a quality, such as is:inferred,"
    " or an amount that may be so, such as >10m or <=$29bn. A ! in front says not."
)
_KEPT = {
    "config": "settings and keys of your own",
    "data": "copies of sources' texts that you attached",
    "cache": "compiled data sets, which may be removed",
    "state": "where you left, and what you copied last",
}
_SEE_ALSO = "less(1), jq(1), tmux(1)"


def run() -> str:
    """Return the page."""
    return "\n".join((*_head(), *_options(), *_verbs(), *_filters(), *_ending())) + "\n"


def _head() -> Iterator[str]:
    summary = f"{prose.ABOUT[0].lower()}{prose.ABOUT[1:].removesuffix('.')}"
    yield title(PROGRAM, f"{PROGRAM} {__version__}")
    yield section("NAME")
    yield f"{escaped(PROGRAM)} \\- {escaped(summary)}"
    yield section("SYNOPSIS")
    yield f".B {escaped(PROGRAM)}"
    yield from (f"[{_option(option)}]" for option in (DATA, *APP_OPTIONS))
    yield f".br\n.B {escaped(PROGRAM)}"
    yield f"{italic('VERB')} ... [{_option(DATA)}] [{_option(FORMAT)}]"
    yield section("DESCRIPTION")
    yield escaped(prose.WAYS)
    yield paragraph(prose.IDS)


def _options() -> Iterator[str]:
    yield section("OPTIONS")
    yield from _described((HELP, VERSION, DATA, ANY_FORMAT))
    yield section("OPTIONS OF THE APP")
    yield from _described(APP_OPTIONS)


def _verbs() -> Iterator[str]:
    yield section("VERBS")
    for name, verb in VERBS.items():
        yield subsection(f"{bold(name)} {escaped(verb.shape)}".rstrip())
        yield from _verb(verb)
        yield from _forms(name, verb)


def _verb(verb: Verb) -> Iterator[str]:
    yield escaped(f"{verb.what[0].upper()}{verb.what[1:]}.")
    options = (option for option in verb.options if option.key not in _SAID_ONCE)
    yield from _described((*verb.places, *options))
    if verb.more:
        yield verbatim(verb.more.splitlines())
    yield verbatim([f"{PROGRAM} {verb.example}"])


def _forms(name: str, verb: Verb) -> Iterator[str]:
    """Yield the forms of a verb with the options of their own, then those that several share."""
    for options, words in _alike(verb.forms):
        yield subsection(", ".join(f"{bold(name)} {bold(word)}" for word in words))
        yield from _described(options)
        yield verbatim(f"{PROGRAM} {verb.forms[word].example}" for word in words)
    for group, by_names in _shared(verb.forms).items():
        yield subsection(f"{bold(name)} {italic('KIND')}: {escaped(group)}")
        yield from _described(by_names.values())


def _alike(forms: Mapping[str, Verb]) -> list[tuple[tuple[Argument, ...], list[str]]]:
    """Return the options that each form has for itself, and the words of those that share them."""
    found: list[tuple[tuple[Argument, ...], list[str]]] = []
    for word, form in forms.items():
        own = _own(form)
        words = next((words for options, words in found if options == own), None)
        if words is None:
            found.append((own, [word]))
        else:
            words.append(word)
    return found


def _shared(forms: Mapping[str, Verb]) -> dict[str, dict[tuple[str, ...], Argument]]:
    """Return the other options of forms that have a group, each once."""
    found: dict[str, dict[tuple[str, ...], Argument]] = {}
    for form in forms.values():
        for option in form.options[len(_own(form)) :]:
            if option.group:
                found.setdefault(option.group, {}).setdefault(option.names, option)
    return found


def _own(form: Verb) -> tuple[Argument, ...]:
    """Return the options of a form that stand in its first group."""
    group = form.options[0].group
    return tuple(option for option in form.options if option.group == group)


def _filters() -> Iterator[str]:
    yield section("FILTERS")
    yield escaped(_FILTERS)
    yield from _meanings({f"{field}:": meaning for field, meaning in FIELDS.items()})
    yield from _meanings({f"is:{quality}": meaning for quality, meaning in QUALITIES.items()})


def _ending() -> Iterator[str]:
    yield section("EXAMPLES")
    yield from _meanings(dict(prose.EXAMPLES))
    yield section("EXIT STATUS")
    yield from _meanings(dict(prose.EXITS))
    yield section("ENVIRONMENT")
    yield from _meanings(dict(prose.ENVIRONMENT))
    yield from _meanings({variable(name): f"instead of ~/{_home(name).parent}" for name in FOLDERS})
    yield section("FILES")
    yield from _meanings({f"~/{_home(name)}/": _KEPT[name] for name in FOLDERS})
    yield section("SEE ALSO")
    yield escaped(_SEE_ALSO)


def _described(arguments: Iterable[Argument]) -> Iterator[str]:
    """Yield arguments with what they mean."""
    for argument in arguments:
        tag = _option(argument) if argument.is_option else italic(argument.metavar)
        yield tagged(tag, argument.help)


def _option(option: Argument) -> str:
    names = ", ".join(map(bold, option.names))
    return f"{names} {italic(option.metavar)}" if option.metavar else names


def _meanings(lines: Mapping[str, str]) -> Iterator[str]:
    return (tagged(bold(term), meaning) for term, meaning in lines.items())


def _home(name: str) -> Path:
    """Return where a folder of the program lies in anybody's home."""
    return folder(name, {}).relative_to(Path.home())
