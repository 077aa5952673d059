"""What the settings say, read from the tables of their file; what cannot be followed is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from numbers import Number
from typing import Any, TypeAlias

from scale_explorer.data.loading.nearest import did_you_mean
from scale_explorer.data.loading.shapes import Table, as_list, as_table
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.text import clean

from ..keymap import DEFAULT, PRESETS, Keymap
from ..remapping import Problem, remapped
from ..theme_names import THEME_NAMES

MOST_ACTIONS = 500
"""Actions in the table `keys`; there are fewer to choose from."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds unless the command line says otherwise; None leaves it to the terminal."""

    theme: str | None = None
    ascii: bool | None = None
    mouse: bool | None = None
    keymap: Keymap = DEFAULT


_Tell: TypeAlias = Callable[[Problem], None]
_NAMES = ("theme", "ascii", "mouse", "preset", "keys")


def interpreted(table: Table) -> tuple[Settings, tuple[Problem, ...]]:
    """Return what a settings file says; what is wrong with it keeps its default and is told.

    A problem is about a key of the file, with all the tables it stands in: `keys.app.why`.
    """
    problems: list[Problem] = []
    tell = problems.append
    for name in islice((name for name in table if name not in _NAMES), MOST_ACTIONS):
        meant = did_you_mean(name, _NAMES) or f"the settings are {_listed(_NAMES, 'and')}"
        tell(Problem(name, f"there is no such setting; {meant}"))
    preset = _one_of(table, "preset", PRESETS, tell) or next(iter(PRESETS))
    keymap, wrong = remapped(PRESETS[preset], dict(_changes(table.get("keys", {}), tell)))
    problems.extend(replace(problem, about=f"keys.{problem.about}") for problem in wrong)
    theme = _one_of(table, "theme", THEME_NAMES, tell)
    ascii_, mouse = _yes_or_no(table, "ascii", tell), _yes_or_no(table, "mouse", tell)
    return Settings(theme, ascii_, mouse, keymap), tuple(problems)


def _one_of(table: Table, name: str, choices: Iterable[str], tell: _Tell) -> str | None:
    value, known = table.get(name), tuple(choices)
    if value is None or value in known:
        return value
    meant = f"; {did_you_mean(value, known)}" if isinstance(value, str) else ""
    tell(Problem(name, f"takes {_listed(known, 'or')}, not {_told(value)}{meant.rstrip('; ')}"))
    return None


def _yes_or_no(table: Table, name: str, tell: _Tell) -> bool | None:
    value = table.get(name)
    if value is None or isinstance(value, bool):
        return value
    tell(Problem(name, f"takes true or false, not {_told(value)}"))
    return None


def _changes(value: object, tell: _Tell) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the actions of the table `keys` with the keys that are wanted for them."""
    if (table := as_table(value)) is None:
        tell(Problem("keys", f"is a table of actions and keys, not {_told(value)}"))
        return
    entries = _flat(table)
    seen: set[str] = set()
    for name, wanted in islice(entries, MOST_ACTIONS):
        if name in seen:
            tell(Problem(f"keys.{name}", "stands here twice; the first one holds"))
        elif (written := _written(wanted)) is None:
            what = f'takes a key such as "w", a list of keys, or "disabled", not {_told(wanted)}'
            tell(Problem(f"keys.{name}", what))
        else:
            yield name, written
        seen.add(name)
    if next(entries, None):
        tell(Problem("keys", f"has more than {MOST_ACTIONS} actions; the rest are left out"))


def _flat(table: Table) -> Iterator[tuple[str, Any]]:
    """Yield each action by its full id: TOML reads an unquoted `app.why` as a table `app`."""
    for name, value in table.items():
        if (inner := as_table(value)) is None:
            yield name, value
        else:
            yield from ((f"{name}.{rest}", wanted) for rest, wanted in inner.items())


def _written(value: object) -> tuple[str, ...] | None:
    """Return the keys as they are written, none for a disabled action, or None for a wrong type."""
    if isinstance(value, str):
        return () if value.strip().lower() == "disabled" else (value,)
    items = as_list(value)
    if items is None or not all(isinstance(item, str) for item in items):
        return None
    return tuple(items)


def _listed(names: Iterable[str], last: str) -> str:
    *before, end = names
    return f"{', '.join(before)} {last} {end}"


def _told(value: object) -> str:
    """Name a value of a wrong kind; numbers without their digits, of which there may be many."""
    if isinstance(value, str):
        return repr(clean(value[:40]))
    if isinstance(value, bool):
        return str(value).lower()
    kinds = ((dict, "a table"), (list, "a list"), (Number, "a number"))
    return next((word for kind, word in kinds if isinstance(value, kind)), "a date or time")
