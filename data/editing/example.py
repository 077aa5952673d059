"""The example at the end of a new data set, in comments: a company, a relationship, a figure.

Where the article has a sentence with two names and an amount, the example is about these, so that
it holds as soon as the signs before it are taken away; else its words are to be replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from scale_explorer.models.quantity.reading import read

from ..articles.naming import plain_id
from ..grounding.sentences import sentences
from .drafts import Draft
from .writing import written_section

_LOOKED_AT = 300
"""Sentences of an article in which an example is looked for."""
_LONGEST = 400  # characters of a sentence that still reads as an example
_WORD = r"[A-Z][\w&-]*[a-z][\w&-]*"
_NAME = re.compile(rf"(?<![\w’'$€£-]){_WORD}(?: {_WORD}){{0,3}}")
_AMOUNT = re.compile(
    r"(?:\b(?:about|around|roughly|nearly|almost|over|more than|at least|up to)\s)?"
    r"[$€£]\d[\d,.]*(?:(?<=\d)\s(?:thousand|million|billion|trillion)|(?<=\d))(?![\w%])"
)
_NO_NAME = frozenset(
    {"A", "After", "All", "An", "And", "As", "At", "Before", "But", "By", "For", "From", "He", "His",
     "How", "However", "If", "In", "Into", "Is", "It", "Its", "Last", "Many", "Monday", "More",
     "Most", "Mr", "Mrs", "Ms", "New", "Next", "No", "Not", "Now", "Of", "On", "One", "Or", "Our",
     "Over", "She", "Since", "So", "Some", "Such", "That", "The", "Their", "Then", "There", "These",
     "They", "This", "Those", "To", "Tuesday", "Two", "Under", "We", "Wednesday", "Thursday",
     "Friday", "Saturday", "Sunday", "What", "When", "Where", "Which", "While", "Who", "With",
     "January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December", "You", "Your"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the example is about."""

    subject: str
    object: str
    amount: str
    words: str


_Quote: TypeAlias = str | dict[str, str]
"""Words as evidence has them: bare, or with their source."""
_TRIED = 5  # sentences of which the checks may say no
_PLACEHOLDER = _Parts(
    "First Company", "Second Company", "$10 million",
    "First Company paid Second Company $10 million",
)  # fmt: skip
_HEAD = """\
# An example: take away the signs in front of these lines (not those of remarks), and change them.
"""
_FOUND = "# It rests on a sentence of {source}; whether it is true is for you to say.\n"
_INVENTED = "# Put words of a source in place of its own; `scale-explorer check` says where.\n"
_MORE = """\
# All records and fields: docs/data-format.md, or `scale-explorer schema --format table`.
# Claims named in `lead` above are the Story, in that order.
"""


def examples(draft: Draft, is_taken: Callable[[str], bool], *, only: bool) -> Iterator[str]:
    """Yield examples as comments of TOML, those about the text of a source first.

    `is_taken` says which ids it may not use, `only` that the set has no other source, so that
    quotes may leave it unsaid.
    """
    article = draft.given.article
    source = None if only else draft.id
    for parts in islice(_found(article.text, article.told.get("language", "en")), _TRIED):
        about = _FOUND.format(source=draft.id)
        yield _example(about, parts, _quote(parts.words, source), is_taken)
    yield placeholder(source, is_taken)


def placeholder(source: str | None, is_taken: Callable[[str], bool]) -> str:
    """Return an example whose words no source has."""
    return _example(_INVENTED, _PLACEHOLDER, _quote(_PLACEHOLDER.words, source), is_taken)


def taken_away(commented: str) -> str:
    """Return an example without the signs that make it a comment; remarks keep theirs."""
    lines = commented.split("\n")
    return "\n".join(line if line.startswith("# ") else line.removeprefix("#") for line in lines)


def _example(about: str, parts: _Parts, quote: _Quote, is_taken: Callable[[str], bool]) -> str:
    lines = "".join(_lines(parts, quote, is_taken))
    return f"{_HEAD}{about}#\n{lines}{_MORE}"


def _quote(words: str, source: str | None) -> _Quote:
    return words if source is None else {"source": source, "exact": words}


def _lines(parts: _Parts, quote: _Quote, is_taken: Callable[[str], bool]) -> Iterator[str]:
    one, two = (
        f"{name}-company" if is_taken(name) else name
        for name in (plain_id(parts.subject), plain_id(parts.object))
    )
    sections = (
        ("company", {"id": one, "name": parts.subject}),
        ("company", {"id": two, "name": parts.object}),
        ("relationship",
         {"type": "related_to", "subject": one, "object": two, "evidence": [quote]}),
        ("figure",
         {"id": f"{one}-amount", "subject": one, "measure": "spend", "value": parts.amount,
          "evidence": [quote]}),
    )  # fmt: skip
    for name, table in sections:
        for line in written_section(f"[[{name}]]", table).split("\n"):
            yield f"#{line.lstrip()}\n"  # a blank behind the sign makes a remark
        yield "#\n"


def _found(text: str, language: str) -> Iterator[_Parts]:
    """Yield the parts of sentences that an example can be made of."""
    for start, end in islice(sentences(text, language), _LOOKED_AT):
        sentence = text[start:end]
        if len(sentence) > _LONGEST or text.count(sentence) != 1:
            continue
        names = tuple(dict.fromkeys(_names(sentence)))
        amount = next(_amounts(sentence), None)
        if len(names) > 1 and amount is not None:
            yield _Parts(names[0], names[1], amount, " ".join(sentence.split()))


def _names(sentence: str) -> Iterator[str]:
    """Yield what looks like names, none of which has another one's id."""
    ids: set[str] = set()
    for match in _NAME.finditer(sentence):
        words = match.group().split()
        while words and words[0] in _NO_NAME:
            words.pop(0)
        name = " ".join(words)
        if len(name) > 2 and not _NO_NAME & set(words) and plain_id(name) not in {"", *ids}:
            ids.add(plain_id(name))
            yield name


def _amounts(sentence: str) -> Iterator[str]:
    for match in _AMOUNT.finditer(sentence):
        try:
            read(match.group())
        except ValueError:
            continue
        yield " ".join(match.group().split())
