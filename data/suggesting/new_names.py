"""Names that the set does not know: runs of words with a capital, and what kind they may be.

A legal form, a role or a title tells the kind; so does the last word. A single word at the head of
a sentence is taken for a name only where what follows bears it out. In headlines, where every word
has a capital, and in German, where every noun has, only what has a legal form, a title, a role or a
verb of saying beside it is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.tokens import Token

from .name_words import (
    AFTER_COMPANY,
    BEFORE_COMPANY,
    BODY_WORDS,
    COMPANY_WORDS,
    FORMS,
    NO_NAMES,
    OBJECT_VERBS,
    ORGANIZATION_WORDS,
    ROLES,
    SUBJECT_VERBS,
    TITLES,
    WITHIN,
)
from .passage import Passage, is_capital
from .proposal import NewNameProposal
from .saying import SAY

_LONGEST = 8
"""Words of a name."""
_TITLE_CASE = 0.7
"""The share of long words with a capital from which on a sentence is a headline."""
_MOST_NEAR = 8
"""New names of one passage that near matches are looked for."""


class _Run(NamedTuple):
    first: int
    stop: int


def new_names_in(passage: Passage, *, near: bool = True) -> tuple[NewNameProposal, ...]:
    """Return likely names of nobody known, in order, with known ones that look like them."""
    wary = passage.setting.tongue == "de" or _is_headline(passage)
    found: list[NewNameProposal] = []
    for run in _runs(passage):
        if told := _told(passage, run, wary=wary):
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


def _runs(passage: Passage) -> Iterator[_Run]:
    """Yield runs of words with a capital that no known name stands in."""
    place = 0
    while place < len(passage.tokens):
        if known := passage.name_from.get(place):
            after = max(passage.token_from(known.end), place + 1)
            stop = _run_end(passage, place) if _goes_on(passage, after) else after
            if stop > after:
                yield from _trimmed(passage, _Run(place, stop))
            place = stop
        elif is_capital(passage.tokens[place]):
            stop = _run_end(passage, place)
            yield from _trimmed(passage, _Run(place, stop))
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


def _trimmed(passage: Passage, run: _Run) -> Iterator[_Run]:
    """Leave out what is no part of a name: articles, titles and months at either end."""
    first, stop = run
    while first < stop and not _can_begin(passage, first, stop):
        first += 1
    while stop > first and not _can_end(passage, stop - 1):
        stop -= 1
    if first < stop:
        yield _Run(first, stop + _has_point(passage, first, stop))


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


def _told(passage: Passage, run: _Run, *, wary: bool) -> tuple[Kind | None, str] | None:
    """Return the kind of a name and the rule that tells it; None where it is likely no name."""
    if run.stop in passage.name_from:
        return None  # words in front of a known name: a title, or a place
    if known := passage.name_from.get(run.first):
        return None if wary else (passage.known.entities[known.ids[0]].kind, "longer")
    sure = _by_form(passage, run) or _by_company(passage, run) or _by_person(passage, run)
    if sure or wary:
        return sure
    if _heads_sentence(passage, run.first) and run.stop - run.first == 1:
        return _at_head(passage, run)
    return _by_words(passage, run)


def _by_form(passage: Passage, run: _Run) -> tuple[Kind, str] | None:
    last = passage.tokens[run.stop - 1 - (passage.tokens[run.stop - 1].text == ".")]
    if last.text in FORMS and run.stop - run.first > 1:
        return Kind.COMPANY, "legal_form"
    return None


def _by_company(passage: Passage, run: _Run) -> tuple[Kind, str] | None:
    """Know a company by what stands in front of it: "CEO of", "the startup", "shares of"."""
    before, two_before = passage.tokens[run.first - 1], passage.tokens[run.first - 2]
    if before.folded in BEFORE_COMPANY:
        return Kind.COMPANY, "called_company"
    if before.folded in {"for", "at"} and two_before.folded in _WORK_AT:
        return Kind.COMPANY, "works_at"
    if before.folded in {"of", "at", "von", "der", "de", "du"}:
        for length in range(1, 4):
            role = ROLES.at(passage.tokens, run.first - 1 - length)
            if role and role[1] == run.first - 1:
                return Kind.COMPANY, "role_of"
        if two_before.folded in {"shares", "stake", "unit", "maker", "aktien"}:
            return Kind.COMPANY, "shares_of"
    return None


def _by_person(passage: Passage, run: _Run) -> tuple[Kind, str] | None:
    """Know a person by a title or role in front or behind, or by speaking."""
    before = passage.tokens[run.first - 1 - (passage.tokens[run.first - 1].text == ".")]
    if before.folded in TITLES:
        return Kind.PERSON, "title"
    if not _is_like_person(passage, run):
        return None
    if _role_before(passage, run.first):
        return Kind.PERSON, "role"
    after = run.stop + (passage.tokens[run.stop].text == ",")
    after += passage.tokens[after].folded in {"the", "its", "der", "die", "le", "la", "el"}
    if ROLES.at(passage.tokens, after) and after > run.stop:
        return Kind.PERSON, "role"
    if SAY.at(passage.tokens, run.stop) or before.folded in _SAID:
        return Kind.PERSON, "says"
    return None


_WORK_AT = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "analyst", "analysts", "economist", "economists",
    "lawyer", "works", "worked", "engineer", "engineers", "manager", "managers", "jobs",
})  # fmt: skip
_SAID = frozenset({"said", "says", "sagte", "dijo", "déclaré"})


def _role_before(passage: Passage, first: int) -> bool:
    """Say whether a role stands right in front: "CEO Jane Roe", "its founder, Jane Roe"."""
    end = first - (passage.tokens[first - 1].text == ",")
    for length in range(1, 4):
        role = ROLES.at(passage.tokens, end - length)
        if role and role[1] == end:
            return True
    return False


def _is_like_person(passage: Passage, run: _Run) -> bool:
    """Say whether two or three plain words, of no company or body, could be a person's name."""
    words = [
        passage.tokens[n] for n in range(run.first, run.stop) if passage.tokens[n].kind == "word"
    ]
    plain = all(each.text[0].isupper() or each.folded in WITHIN for each in words)
    whole = all(not each.text.isupper() or len(each.text) == 1 for each in words)
    last = words[-1].folded
    telling = COMPANY_WORDS | BODY_WORDS | ORGANIZATION_WORDS
    return 2 <= len(words) <= 4 and plain and whole and last not in telling


def _heads_sentence(passage: Passage, place: int) -> bool:
    before = passage.tokens[place - 1]
    return before.kind == "end" or before.text in {".", "!", "?", ":", "“", '"', "„", "•", "—"}


def _at_head(passage: Passage, run: _Run) -> tuple[Kind | None, str] | None:
    """Take a single word at the head of a sentence for a name where the next words say so."""
    after, following = passage.tokens[run.stop], passage.tokens[run.stop + 1]
    possessive = after.text in {"’", "'"} and after.glued and following.folded == "s"
    apposition = after.text == "," and following.folded in {"a", "an", "the", "which", "whose"}
    inner = any(map(str.isupper, passage.tokens[run.first].text[1:]))
    verb = (
        after.folded in SUBJECT_VERBS
        and following.folded != "that"
        and not passage.tokens[run.first].folded.endswith("ing")
    )
    plural = passage.tokens[run.first].folded.endswith("s") and after.folded in {
        "had",
        "will",
        "would",
    }
    if possessive or apposition or inner or (verb and not plural):
        return Kind.COMPANY, "head_of_sentence"
    return None


def _by_words(passage: Passage, run: _Run) -> tuple[Kind | None, str] | None:
    words = [
        passage.tokens[n] for n in range(run.first, run.stop) if passage.tokens[n].kind == "word"
    ]
    folded = {each.folded for each in words}
    if len(words) == 1 and len(words[0].text) < 3:
        return None
    if folded & BODY_WORDS and len(words) > 1:
        return Kind.PUBLIC_BODY, "body_word"
    if folded & ORGANIZATION_WORDS and len(words) > 1:
        return Kind.ORGANIZATION, "organization_word"
    if words[-1].folded in COMPANY_WORDS and len(words) > 1:
        return Kind.COMPANY, "company_word"
    if len(words) == 1 and passage.tokens[run.stop].text == "-":
        return None
    return _by_neighbours(passage, run) or (None, "capitals")


def _by_neighbours(passage: Passage, run: _Run) -> tuple[Kind, str] | None:
    """Guess a company from the verb or the possession beside a name of one word or an odd one."""
    before, after, owned = (
        passage.tokens[place] for place in (run.first - 1, run.stop, run.stop + 2)
    )
    possessive = after.text in {"’", "'"} and after.glued
    if possessive and owned.folded in AFTER_COMPANY:
        return Kind.COMPANY, "owns"
    if before.folded in OBJECT_VERBS or (before.folded == "of" and _is_taken_over(passage, run)):
        return Kind.COMPANY, "object"
    if run.stop - run.first == 1 and after.folded in SUBJECT_VERBS:
        return Kind.COMPANY, "subject"
    return None


def _is_taken_over(passage: Passage, run: _Run) -> bool:
    return passage.tokens[run.first - 2].folded in {"takeover", "acquisition", "purchase", "sale"}
