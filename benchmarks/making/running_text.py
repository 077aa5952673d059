"""People, products and amounts in lines that were lists once and lost what parted them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scale_explorer.data.slug import slug

_PERSON = re.compile(r"([^(),;]+?)\s*\(\s*([^()]+?)\s*\)")
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){1,4}[^\W\d_][\w.'’-]*")
_BETWEEN = re.compile(r"[,;•·]\s*|(?<=[a-z]) (?=[A-Z][a-z])")
_NOTE = re.compile(r"\[[^\]]*\]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LONGEST = 5  # words of the name of a product


def people(text: str) -> Iterator[tuple[str, str]]:
    """Yield those whose role stands in brackets behind their name."""
    for name, role in _PERSON.findall(text):
        if _NAME.fullmatch(name.strip()) and slug(name):
            yield name.strip(), role


def things(text: str) -> Iterator[str]:
    """Yield what commas part, or a capital after a word in small letters; no long ones."""
    for part in _BETWEEN.split(_NOTE.sub("", text)):
        name = part.strip(" .:()")
        if len(name) > 1 and len(name.split()) <= _LONGEST and slug(name):
            yield name


def amount(text: str) -> tuple[str, str]:
    """Return an amount without what follows it, and the year that does, if any."""
    value, _, more = _NOTE.sub("", text).partition("(")
    year = _YEAR.search(more)
    return value.strip(" ;,"), year.group() if year else ""
