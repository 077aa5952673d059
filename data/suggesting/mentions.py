"""What pronouns and paraphrases may stand for: "it", "its CEO", "the startup", by the names before.

A pronoun looks for the one the sentence is about: the first fitting name of its clause, of the
sentence, of the sentence before. A paraphrase ("the company") looks for the nearest name that fits
and prefers one that is not what the sentence is about. Fitting is told by kind. These are guesses,
for a person to take or leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Final, NamedTuple

from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.tokens import Phrases, alike

from ..grounding.sentences import sentences
from .known_names import KnownNames, Standing
from .passage import Passage
from .proposal import MentionProposal

_MOST = 3
"""Entities proposed for one mention."""
_BODIES = (Kind.COMPANY, Kind.ORGANIZATION, Kind.PUBLIC_BODY)
_THINGS = (*_BODIES, Kind.PRODUCT)
_ONE = (Kind.PERSON,)
_SEVERAL = (Kind.GROUP, *_BODIES)

_PRONOUNS: Final = Phrases(
    alike(_THINGS, "it", "its", "itself")
    | alike(_ONE, "he", "she", "him", "his", "her", "hers", "himself", "herself")
    | alike(_SEVERAL, "they", "their", "them", "theirs")
    | alike(
        _BODIES, "sein", "seine", "seinen", "seiner", "ihre", "ihren", "ihrer", "sa", "ses", "sus"
    )
    | alike(_ONE, "er", "elle", "ella")
)
_COMPANY_NOUNS = (
    "company startup start-up firm maker group business manufacturer retailer lender bank carmaker "
    "automaker chipmaker airline brewer insurer developer provider supplier producer operator owner "
    "giant conglomerate publisher buyer seller yard concern corporation client customer"
)
_BODY_NOUNS = (
    "regulator agency ministry commission authority court government watchdog department office"
)
_NOUNS: Final = (
    alike((Kind.COMPANY,), *_COMPANY_NOUNS.split())
    | alike((Kind.PUBLIC_BODY,), *_BODY_NOUNS.split())
    | alike(
        _ONE,
        *"founder executive chairman president engineer chief entrepreneur billionaire".split(),
    )
    | alike((Kind.PRODUCT,), *"product model service robot tool app ship chatbot platform".split())
    | alike(
        (Kind.COMPANY, Kind.GROUP), *"companies firms two rivals clients customers pair".split()
    )
    | alike(
        (Kind.COMPANY,),
        *"unternehmen konzern firma entreprise société groupe empresa compañía".split(),
    )
)
_ARTICLES: Final = frozenset(
    {"the", "this", "that", "these", "both", "das", "der", "die", "l'", "la", "le", "el"}
)
_ADJECTIVES = 2
"""Words between the article and the noun of a paraphrase: "the old data company"."""


class _Phrase(NamedTuple):
    first: int
    stop: int
    kinds: tuple[Kind, ...]
    pronoun: bool


def mentions_in(passage: Passage) -> tuple[MentionProposal, ...]:
    """Return the pronouns and paraphrases of a passage for which a known entity stands before."""
    earlier = _earlier(passage)
    found = (_proposed(passage, phrase, earlier) for phrase in _phrases(passage))
    return tuple(each for each in found if each is not None)


def _phrases(passage: Passage) -> Iterator[_Phrase]:
    place = 0
    while place < len(passage.tokens):
        if known := passage.name_from.get(place):
            place = max(passage.token_from(known.end), place + 1)
            continue
        phrase = _pronoun_at(passage, place) or _paraphrase_at(passage, place)
        if phrase:
            yield phrase
        place = phrase.stop if phrase else place + 1


def _pronoun_at(passage: Passage, place: int) -> _Phrase | None:
    found = _PRONOUNS.at(passage.tokens, place)
    return _Phrase(place, found[1], found[0], pronoun=True) if found else None


def _paraphrase_at(passage: Passage, place: int) -> _Phrase | None:
    """Return "the startup" at a place: an article, an adjective or two, and such a noun."""
    if passage.tokens[place].folded not in _ARTICLES:
        return None
    for number in range(place + 1, place + 2 + _ADJECTIVES):
        token = passage.tokens[number]
        if token.kind != "word" or number in passage.name_from:
            return None
        if kinds := _NOUNS.get(token.folded):
            following = passage.tokens[number + 1]
            told_more = following.folded in {"of", "in", "between"} and token.folded not in {
                "two",
                "pair",
            }
            return None if told_more else _Phrase(place, number + 1, kinds, pronoun=False)
    return None


def _proposed(
    passage: Passage, phrase: _Phrase, earlier: Sequence[Standing]
) -> MentionProposal | None:
    ids = tuple(islice(dict.fromkeys(_meant(passage, phrase, earlier)), _MOST))
    if not ids:
        return None
    start, end = passage.span(phrase.first, phrase.stop)
    return MentionProposal(
        start=start,
        end=end,
        words=passage.words(phrase.first, phrase.stop),
        rule="mention:pronoun" if phrase.pronoun else "mention:paraphrase",
        ids=ids,
    )


def _meant(passage: Passage, phrase: _Phrase, earlier: Sequence[Standing]) -> Iterator[str]:
    """Yield the ids of whom a phrase may stand for, the likeliest first."""
    place = passage.tokens[phrase.first].start
    here = [each for each in passage.outer if each.end <= place]
    if phrase.pronoun:
        ranked = chain(here[:1], reversed(here[1:]), earlier[:1], reversed(earlier[1:]))
    else:
        ranked = chain(reversed(here[1:]), reversed(earlier), here[:1])
    for each in ranked:
        yield from (key for key in each.ids if passage.known.entities[key].kind in phrase.kinds)


def _earlier(passage: Passage) -> Sequence[Standing]:
    """Return the names in the sentence before; in the rest of the paragraph where it has none."""
    return _names_before(passage.before, passage.known, passage.setting.language)


@lru_cache(maxsize=8)
def _cut(before: str, language: str) -> tuple[tuple[int, int], ...]:
    return sentences(before, language)


def _names_before(before: str, known: KnownNames, language: str) -> Sequence[Standing]:
    for start, end in reversed(_cut(before, language)):
        found = known.standing(before[start:end])
        if found:
            return _outer(found)
    return ()


def _outer(found: Sequence[Standing]) -> Sequence[Standing]:
    kept: list[Standing] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept
