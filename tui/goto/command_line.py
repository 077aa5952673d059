"""A command line as one copies it from a shell, a page or `y l`, taken apart."""

from __future__ import annotations

import shlex

from scale_explorer.models.frozen import dataclass

PROGRAM = "scale-explorer"
_WITH_VALUE = frozenset({"--at", "--data", "--theme", "--format"})


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What a command line asks for: a verb with what it takes, and options of the app."""

    rest: str = ""
    at: str | None = None
    theme: str | None = None
    data: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether it only opens the app, at its beginning."""
        return not self.rest and self.at is None and self.theme is None


def read(text: str) -> CommandLine | None:
    """Take a command line apart; None for a text that begins with neither program nor option."""
    words = _words(text)
    if words and words[0].rpartition("/")[2] == PROGRAM:
        return _read(words[1:])
    return _read(words) if words and words[0].startswith("--") else None


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # a quotation mark that is not closed yet
        return text.split()


def _read(words: list[str]) -> CommandLine:
    rest: list[str] = []
    options: dict[str, list[str]] = {}
    waiting = iter(words)
    for word in waiting:
        name, equals, value = word.partition("=")
        if name in _WITH_VALUE:
            options.setdefault(name, []).append(value if equals else next(waiting, ""))
        elif not word.startswith("--"):
            rest.append(word)
    return CommandLine(
        " ".join(rest),
        at=next(iter(options.get("--at", ())), None),
        theme=next(iter(options.get("--theme", ())), None),
        data=tuple(options.get("--data", ())),
    )
