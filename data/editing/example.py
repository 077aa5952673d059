"""The example at the end of a new data set, in comments: a company, a relationship, a figure.

Where the article has a sentence with two names and an amount, the example is about these, so that
it holds as soon as the signs before it are taken away; else its words are to be replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from scale_explorer.models.frozen import dataclass
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
    {"A", "After", "All", "An", "And", "April", "As", "At", "August", "Before", "But", "By",
     "December", "February", "For", "Friday", "From", "He", "His", "How", "However", "If", "In",
     "Into", "Is", "It", "Its", "January", "July", "June", "Last", "Many", "March", "May",
     "Monday", "More", "Most", "Mr", "Mrs", "Ms", "New", "Next", "No", "Not", "November", "Now",
     "October", "Of", "On", "One", "Or", "Our", "Over", "Saturday", "September", "She", "Since",
     "So", "Some", "Such", "Sunday", "That", "The", "Their", "Then", "There", "These", "They",
     "This", "Those", "Thursday", "To", "Tuesday", "Two", "Under", "We", "Wednesday", "What",
     "When", "Where", "Which", "While", "Who", "With", "You", "Your"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the example is about."""

    subject: str
    object: str
    amount: str
    words: str


_Section: TypeAlias = tuple[str, Mapping[str, Any]]
"""A table with the name of its kind."""
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


def examples(draft: Draft, is_taken: Callable[[str], bool]) -> Iterator[str]:
    """Yield examples as comments of TOML, those about the text of a source first.

    `is_taken` says which ids they may not use.
    """
    article = draft.given.article
    for parts in islice(_found(article.text, article.told.get("language", "en")), _TRIED):
        yield _example(_FOUND.format(source=draft.id), _sections(parts, draft.id, is_taken))
    yield _example(_INVENTED, _sections(_PLACEHOLDER, draft.id, is_taken))


def example_with_source() -> str:
    """Return an example for a set without any source: it has one of its own."""
    source = ("source", {"id": "first-source", "title": "Where its words are from"})
    sections = _sections(_PLACEHOLDER, "first-source", lambda _: False)
    return _example(_INVENTED, (source, *sections))


def taken_away(commented: str) -> str:
    """Return an example without the signs that make it a comment; remarks keep theirs."""
    lines = commented.split("\n")
    return "\n".join(line if line.startswith("# ") else line.removeprefix("#") for line in lines)


def _example(about: str, sections: Iterable[_Section]) -> str:
    lines = "".join(_lines(sections))
    return f"{_HEAD}{about}#\n{lines}{_MORE}"


def _sections(parts: _Parts, source: str, is_taken: Callable[[str], bool]) -> Iterator[_Section]:
    one, two = (
        f"{name}-company" if is_taken(name) else name
        for name in (plain_id(parts.subject), plain_id(parts.object))
    )
    # Said even where it goes without saying: a second source may come before the signs are gone.
    evidence = [{"source": source, "exact": parts.words}]
    yield "company", {"id": one, "name": parts.subject}
    yield "company", {"id": two, "name": parts.object}
    ends = {"type": "related_to", "subject": one, "object": two}
    yield "relationship", {**ends, "evidence": evidence}
    amount = {"id": f"{one}-amount", "subject": one, "measure": "spend", "value": parts.amount}
    yield "figure", {**amount, "evidence": evidence}


def _lines(sections: Iterable[_Section]) -> Iterator[str]:
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
