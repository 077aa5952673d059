"""What the box offers for what was typed: records, quotes, views, commands, and how to go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import replace
from scale_explorer.models.text import clean

from .command_line import PROGRAM, CommandLine, read
from .commands import commands, every_command
from .matching import GRADE, LONGEST, Grade, wanted
from .offer import Offer, Surroundings
from .phrases import IN_A_SHELL, Asked, Spoken, phrases, spoken, themes
from .places import every_view, views
from .ranking import best_first, ranked
from .records import known, listed, nearest, records

_ECHOED = 40
"""Characters of what was typed that are repeated to whoever typed it."""
_RECENT = 6
"""Records of late that stand above all else where nothing was typed."""


def offers(store: Store, text: str, around: Surroundings) -> tuple[Offer, ...]:
    """Return what `text` may mean, best first; pure but for the store's queries."""
    # Who is used to `:why` and `:q` may type the colon again.
    typed = clean(text[:LONGEST]).lstrip(" :")
    if not typed.strip():
        found = _at_first(store, around)
    elif (line := read(typed)) is not None:
        found = _of_line(store, line, around)
    else:
        found = _of_words(store, typed, around)
    return tuple(_once(found))[: around.limit]


def nothing(text: str) -> str:
    """Say what can be typed where not even something near was found."""
    typed = text.strip()
    shown = typed if len(typed) <= _ECHOED else f"{typed[: _ECHOED - 1]}…"
    return (
        f"Nothing here is called “{shown}”.\n"
        "Try a name, an id, a word of a quote, or\n"
        "why …, filter …, list …, quotes …, theme …"
    )


def _at_first(store: Store, around: Surroundings) -> Iterable[Offer]:
    """Offer records of late, views and commands while nothing is typed."""
    late = listed(known(store, around.recent[:_RECENT]))
    return chain(late, every_view(store), every_command(around))


def _of_words(store: Store, typed: str, around: Surroundings) -> list[Offer]:
    """Read words as a phrase, else look for them everywhere, else for what comes near them."""
    phrase = spoken(typed)
    found = _of_phrase(store, phrase, around) if phrase else []
    if phrase and found and not phrase.rest.strip():
        return found
    everywhere = best_first(_everywhere(store, typed, around))
    as_typed = _from(Grade.INSIDE, everywhere)
    if found or as_typed:  # nobody who typed it right is asked about slips
        return [*_from(Grade.EXACT, as_typed), *found, *as_typed]
    if (slip := spoken(typed, Grade.ALIKE)) and (meant := _of_phrase(store, slip, around)):
        return meant
    near = _of_phrase(store, phrase, around, slips=True) if phrase else []
    near = near or nearest(store, phrase.rest if phrase else typed)
    return best_first([*everywhere, *near])


def _of_phrase(
    store: Store, phrase: Spoken, around: Surroundings, *, slips: bool = False
) -> list[Offer]:
    return phrase.phrase.offers(Asked(store, phrase.before, phrase.rest, around, slips))


def _from(least: Grade, found: list[Offer]) -> list[Offer]:
    """Return the offers of a grade or better."""
    return [each for each in found if each.score >= least * GRADE]


def _everywhere(store: Store, typed: str, around: Surroundings) -> Iterator[Offer]:
    meant = wanted(typed)
    yield from records(store, typed, around.recent)
    yield from views(store, meant)
    yield from commands(meant, around)
    yield from phrases(meant)
    yield from themes(meant, around)
    verb = meant.words[0] if meant.words else ""
    if verb in IN_A_SHELL:
        told = f"Not in here: type {PROGRAM} {verb} in a shell."
        yield ranked(Offer(None, verb, "command", told, why_not=told), meant, Grade.WORDS, 0)


def _of_line(store: Store, line: CommandLine, around: Surroundings) -> list[Offer]:
    """Do in here what a command line would do in a shell."""
    if line.is_bare:
        return every_view(store)
    at = [] if line.at is None else _at(store, line, line.at, around)
    theme = [] if line.theme is None else best_first(themes(wanted(line.theme), around))
    rest = _of_words(store, line.rest, around) if line.rest else []
    return [*at, *theme, *rest]


def _at(store: Store, line: CommandLine, at: str, around: Surroundings) -> list[Offer]:
    """Offer the record that a link opens, and say so where it was made for another data set."""
    found = best_first(records(store, at, around.recent, quotes=False)) or nearest(store, at)
    if not line.data or line.data == around.data:
        return found
    remark = f"the link names {' and '.join(line.data)}, which is not open"
    return [replace(each, detail=remark) for each in found]


def _once(found: Iterable[Offer]) -> Iterator[Offer]:
    """Leave out what leads where an offer above it leads."""
    seen: set[object] = set()
    for offer in found:
        where = offer.target or (offer.label, offer.completion)
        if where not in seen:
            seen.add(where)
            yield offer
