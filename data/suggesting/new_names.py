"""Names that the set does not know: runs of words with a capital, as `name_kinds` judges them.

In headlines, where every word has a capital, and in German, where every noun has, only what has a
legal form, a title, a role or a verb of saying beside it is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.quantity.tokens import Token

from .name_kinds import Run, kind_of
from .name_words import FORMS, NO_NAMES, ROLES, TITLES, WITHIN
from .passage import Passage, is_capital
from .proposal import NewNameProposal

_LONGEST = 8
"""Words of a name."""
_TITLE_CASE = 0.7
"""The share of long words with a capital from which on a sentence is a headline."""
_MOST_NEAR = 8
"""New names of one passage that near matches are looked for."""


def new_names_in(passage: Passage, *, near: bool = True) -> tuple[NewNameProposal, ...]:
    """Return likely names of nobody known, in order, with known ones that look like them."""
    wary = passage.setting.tongue == "de" or _is_headline(passage)
    found: list[NewNameProposal] = []
    for run in _runs(passage):
        if told := kind_of(passage, run, wary=wary):
            kind, rule = told
            look = near and len(found) < _MOST_NEAR
            words = passage.words(run.first, run.stop)
            start, end = passage.span(run.first, run.stop)
            found.append(
                NewNameProposal(
                    start=start,
                    end=end,
                    words=words,
                    rule=f"new_name:{rule}",
                    kind=kind,
                    near=_near(passage, run.first, words) if look else (),
                )
            )
    return tuple(found)


def _near(passage: Passage, first: int, words: str) -> tuple[str, ...]:
    """Return the ids of known names that look like a new one, or that it begins with."""
    known = passage.name_from.get(first)
    return tuple(dict.fromkeys((*(known.ids if known else ()), *passage.known.near(words))))


def _is_headline(passage: Passage) -> bool:
    words = [passage.tokens[n] for n in range(len(passage.tokens))]
    long = [each for each in words if each.kind == "word" and len(each.text) > 3]
    return len(long) > 3 and sum(map(is_capital, long)) > _TITLE_CASE * len(long)


def _runs(passage: Passage) -> Iterator[Run]:
    """Yield runs of words with a capital that no known name stands in."""
    place = 0
    while place < len(passage.tokens):
        if known := passage.name_from.get(place):
            after = max(passage.token_from(known.end), place + 1)
            stop = _run_end(passage, place) if _goes_on(passage, after) else after
            if stop > after:
                yield from _trimmed(passage, Run(place, stop))
            place = stop
        elif is_capital(passage.tokens[place]):
            stop = _run_end(passage, place)
            yield from _trimmed(passage, Run(place, stop))
            place = stop
        else:
            place += 1


def _goes_on(passage: Passage, place: int) -> bool:
    """Say whether a known name goes on as another one: "Alder Foods" where "Alder" is known."""
    token = passage.tokens[place]
    if not is_capital(token) or token.glued or token.text in FORMS or place in passage.name_from:
        return False
    return token.folded not in NO_NAMES and not ROLES.at(passage.tokens, place)


def _run_end(passage: Passage, place: int) -> int:
    """Return the place after the run that begins at a place, which may be with a known name."""
    known = passage.name_from.get(place)
    stop = max(passage.token_from(known.end), place + 1) if known else place + 1
    while stop - place < _LONGEST:
        after = _joined(passage, stop)
        if after is None or any(each in passage.name_from for each in range(stop, after)):
            break
        stop = after
    return stop


def _joined(passage: Passage, place: int) -> int | None:
    """Return the place after the next word of a name, over what may stand within one, or None."""
    token, following = passage.tokens[place], passage.tokens[place + 1]
    if token.text in {"’", "'"} and token.glued and following.glued and following.folded == "s":
        return None
    if is_capital(token) and not _ends_sentence(passage, place - 1):
        return place + 1
    if (
        token.text in {"-", ".", "’", "'"}
        and token.glued
        and following.glued
        and is_capital(following)
    ):
        return place + 2
    if token.text == "." and _is_initial(passage.tokens[place - 1]) and is_capital(following):
        return place + 2
    form = place + 1 if token.text == "," else place
    if token.text == "," and passage.tokens[form].text in FORMS:
        return form + 1
    within = place
    while within - place < 2 and passage.tokens[within].folded in WITHIN:
        within += 1
    return within + 1 if within > place and is_capital(passage.tokens[within]) else None


def _ends_sentence(passage: Passage, place: int) -> bool:
    return passage.tokens[place].text in {".", "!", "?"}


def _is_initial(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isupper()


def _trimmed(passage: Passage, run: Run) -> Iterator[Run]:
    """Leave out what is no part of a name: articles, titles and months at either end."""
    first, stop = run
    while first < stop and not _can_begin(passage, first, stop):
        first += 1
    while stop > first and not _can_end(passage, stop - 1):
        stop -= 1
    if first < stop:
        yield Run(first, stop + _has_point(passage, first, stop))


def _has_point(passage: Passage, first: int, stop: int) -> bool:
    """Say whether the point of an abbreviated legal form stands behind a name: "Alder, Inc."."""
    short = passage.tokens[stop - 1].text in {"Inc", "Corp", "Co", "Ltd", "Pte", "Pty"}
    return short and stop - first > 1 and passage.tokens[stop].text == "."


def _can_begin(passage: Passage, first: int, stop: int) -> bool:
    token = passage.tokens[first]
    if token.kind != "word" or token.folded in TITLES or ROLES.at(passage.tokens, first):
        return False
    return token.folded not in NO_NAMES and is_capital(token) and first < stop


def _can_end(passage: Passage, place: int) -> bool:
    token = passage.tokens[place]
    return is_capital(token) and (token.text in FORMS or token.folded not in NO_NAMES)
