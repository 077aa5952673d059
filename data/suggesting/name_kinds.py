"""Whether a run of words with a capital is a name, and of what kind.

A legal form, a role or a title tells the kind; so does the last word, and for companies the verb
beside the name. A single word at the head of a sentence is taken for a name only where what follows
bears it out.
"""

from __future__ import annotations

from typing import NamedTuple

from scale_explorer.models.kinds import Kind

from .name_words import (
    AFTER_COMPANY,
    BEFORE_COMPANY,
    BODY_WORDS,
    COMPANY_WORDS,
    FORMS,
    OBJECT_VERBS,
    ORGANIZATION_WORDS,
    ROLES,
    SUBJECT_VERBS,
    TITLES,
    WITHIN,
)
from .passage import Passage
from .saying import SAY


class Run(NamedTuple):
    """Words with a capital, from one token up to, and without, another."""

    first: int
    stop: int


def kind_of(passage: Passage, run: Run, *, wary: bool) -> tuple[Kind | None, str] | None:
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


def _by_form(passage: Passage, run: Run) -> tuple[Kind, str] | None:
    last = passage.tokens[run.stop - 1 - (passage.tokens[run.stop - 1].text == ".")]
    if last.text in FORMS and run.stop - run.first > 1:
        return Kind.COMPANY, "legal_form"
    return None


def _by_company(passage: Passage, run: Run) -> tuple[Kind, str] | None:
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


def _by_person(passage: Passage, run: Run) -> tuple[Kind, str] | None:
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


def _is_like_person(passage: Passage, run: Run) -> bool:
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


def _at_head(passage: Passage, run: Run) -> tuple[Kind | None, str] | None:
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


def _by_words(passage: Passage, run: Run) -> tuple[Kind | None, str] | None:
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


def _by_neighbours(passage: Passage, run: Run) -> tuple[Kind, str] | None:
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


def _is_taken_over(passage: Passage, run: Run) -> bool:
    return passage.tokens[run.first - 2].folded in {"takeover", "acquisition", "purchase", "sale"}
