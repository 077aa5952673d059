"""What somebody is called in texts, and whether a name stands at a place: the rules of `naming`.

They know no record and no Pydantic, so that what is typed can be read by them at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..legal_forms import LEGAL_FORMS
from .fold import fold
from .words import Haystack

MOST_NAMES = 200
"""Names of one entity that are looked for."""

_ARTICLES = frozenset({"the", "a", "an"})
_NAMESAKES = frozenset({"jr", "sr", "ii", "iii", "iv"})  # behind a person's name
_HANGUL = re.compile("[\uac00-\ud7a3]++")
# What is written onto a name: "is", "of", "to" and the like.
_PARTICLES = frozenset({
    "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로", "으로", "만", "에서",
    "에게", "까지", "부터", "측", "측은", "측이",
})  # fmt: skip
_PROCLITICS = frozenset("وفبلك") | frozenset("ובלמהשכ")


def called(names: Iterable[str], *, is_person: bool) -> Iterator[str]:
    """Yield what one who has these names may be called in a text, folded; some perhaps twice."""
    for written in names:
        words = _bare(fold(written).text.split(), _NAMESAKES if is_person else LEGAL_FORMS)
        yield " ".join(words)
        if is_person and len(words) > 1:
            yield words[-1]


def begins(text: Haystack, place: int) -> bool:
    """Say whether a name may begin at a place."""
    if not text.splits(place):
        return True
    return text.text[place - 1] in _PROCLITICS and not text.splits(place - 1)


def ends(text: Haystack, place: int) -> bool:
    """Say whether a name may end at a place."""
    if not text.splits(place):
        return True
    rest = _HANGUL.match(text.text, place)
    return rest is not None and rest.group() in _PARTICLES and not text.splits(rest.end())


def spellings(name: str) -> tuple[str, ...]:
    """Return how a name is written: as it is, and in capitals throughout."""
    return (name,) if name.isupper() else (name, name.upper())


def is_description(name: str) -> bool:
    """Say whether a name is a description such as "some employees", found in any case."""
    return name[:1].islower()


def _bare(words: list[str], behind: frozenset[str]) -> list[str]:
    """Leave out what texts leave out: an article in front, and such words as stand behind."""
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    while len(words) > 1 and _plain(words[-1]) in behind:
        words = words[:-1]
    return [*words[:-1], words[-1].rstrip(",")]


def _plain(word: str) -> str:
    return word.casefold().replace(".", "").rstrip(",")
