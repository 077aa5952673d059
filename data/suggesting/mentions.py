"""What pronouns and paraphrases may stand for: "it", "its CEO", "the startup", by the names before.

A pronoun looks for the one the sentence is about: the first fitting name of its clause, of the
sentence, of the sentence before. A paraphrase ("the company") looks for the nearest name that fits
and prefers one that is not what the sentence is about. Fitting is told by kind. These are guesses,
for a person to take or leave.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Final, NamedTuple

from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.tokens import Phrases
from scale_explorer.models.quantity.word_lists import word_set

from ..grounding.sentences import sentences
from .known_names import KnownNames, Standing, outermost
from .passage import Passage
from .phrase_tables import told
from .proposal import MentionProposal

_MOST = 3
"""Entities proposed for one mention."""
_NEAREST = 6
"""Names in the same sentence that are tried."""
_SENTENCES, _LOOKED_AT = 3, 6
"""Sentences with names before the passage that are tried, and how many are looked at for them."""
_BODIES = (Kind.COMPANY, Kind.ORGANIZATION, Kind.PUBLIC_BODY)
_THINGS = (*_BODIES, Kind.PRODUCT)
_ONE = (Kind.PERSON,)
_SEVERAL = (Kind.GROUP, *_BODIES)

_PRONOUNS: Final = Phrases(
    told(_THINGS, "it | its | itself")
    | told(_ONE, "he | she | him | his | her | hers | himself | herself | er | elle | ella")
    | told(_SEVERAL, "they | their | them | theirs")
    | told(_BODIES, "sein | seine | seinen | seiner | ihre | ihren | ihrer | sa | ses | sus")
)
_NOUNS: Final = (
    dict.fromkeys(
        word_set("""
    company startup start-up firm maker group business manufacturer retailer lender bank carmaker
    automaker chipmaker airline brewer insurer developer provider supplier producer operator owner
    giant conglomerate publisher buyer seller yard concern corporation client customer
    unternehmen konzern firma entreprise société groupe empresa compañía
"""),
        (Kind.COMPANY,),
    )
    | dict.fromkeys(
        word_set("""
    regulator agency ministry commission authority court government watchdog department office
"""),
        (Kind.PUBLIC_BODY,),
    )
    | dict.fromkeys(
        word_set("founder executive chairman president engineer chief entrepreneur billionaire"),
        _ONE,
    )
    | dict.fromkeys(
        word_set("product model service robot tool app ship chatbot platform"), (Kind.PRODUCT,)
    )
    | dict.fromkeys(
        word_set("companies firms two rivals clients customers pair"), (Kind.GROUP, Kind.COMPANY)
    )
)
"""Nouns of paraphrases, and the kinds of entity that they may stand for."""
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


class _Named(NamedTuple):
    """A sentence and the names in it, in order."""

    text: str
    names: Sequence[Standing]


def mentions_in(passage: Passage) -> tuple[MentionProposal, ...]:
    """Return the pronouns and paraphrases of a passage for which a known entity stands before."""
    phrases = tuple(_phrases(passage))
    earlier = _earlier(passage) if phrases else ()
    found = (_proposed(passage, phrase, earlier) for phrase in phrases)
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
    passage: Passage, phrase: _Phrase, earlier: Sequence[_Named]
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


def _meant(passage: Passage, phrase: _Phrase, earlier: Sequence[_Named]) -> Iterator[str]:
    """Yield the ids of whom a phrase may stand for, the likeliest first."""
    entities = passage.known.entities
    fitting = [
        key
        for each in _ranked(passage, phrase, earlier)
        for key in each.ids
        if entities[key].kind in phrase.kinds
    ]
    if phrase.kinds[0] is Kind.GROUP:
        yield from (key for key in fitting if entities[key].kind is Kind.GROUP)
    if not phrase.pronoun:
        noun = passage.tokens[phrase.stop - 1].folded
        yield from (key for key in fitting if noun in entities[key].described.casefold())
    yield from fitting


def _ranked(passage: Passage, phrase: _Phrase, earlier: Sequence[_Named]) -> Iterator[Standing]:
    """Yield the names before a phrase: a pronoun asks for what sentences are about first."""
    place = passage.tokens[phrase.first].start
    here = passage.outer[: bisect_right(passage.outer, place, key=lambda each: each.end)]
    here = here if len(here) <= _NEAREST else (here[0], *here[-_NEAREST:])
    if phrase.pronoun:
        named = (_Named(passage.text, here), *earlier)
        return chain.from_iterable(map(_subject_first, named))
    return chain(reversed(here[1:]), *(reversed(each.names) for each in earlier), here[:1])


def _subject_first(named: _Named) -> Iterator[Standing]:
    """Yield what a sentence is likely about, and then its names from the last to the first.

    What only owns something, as in "Alder’s mill", it is not about.
    """
    subject = next((each for each in named.names if not _owns(named.text, each)), None)
    if subject:
        yield subject
    yield from (each for each in reversed(named.names) if each is not subject)


def _owns(text: str, name: Standing) -> bool:
    return text.startswith(("’s", "'s", "’ ", "' "), name.end)


def _earlier(passage: Passage) -> Sequence[_Named]:
    """Return the last sentences before the passage that name anybody, the last first."""
    if not passage.known.entities:
        return ()
    before, language = passage.before, passage.setting.language
    found = (
        _named_in(passage.known, before[start:end])
        for start, end in reversed(_cut(before, language)[-_LOOKED_AT:])
    )
    return tuple(islice((each for each in found if each.names), _SENTENCES))


@lru_cache(maxsize=8)
def _cut(before: str, language: str) -> tuple[tuple[int, int], ...]:
    return sentences(before, language)


@lru_cache(maxsize=64)
def _named_in(known: KnownNames, sentence: str) -> _Named:
    """Return a sentence with its names; the same one stands before many words that are selected."""
    return _Named(sentence, outermost(known.standing(sentence)))
