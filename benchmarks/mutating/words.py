"""Changes of words: another word in a quote, or in the text that it is from."""

from __future__ import annotations

import re
from random import Random

from .quoting import quotes, with_quote
from .subject import Mutant, Subject

_WORD = re.compile(r"[^\W\d_]{3,}")


def word(subject: Subject, random: Random) -> Mutant | None:
    """Put another word of the source in place of one word of a quote."""
    place, quote = random.choice(list(quotes(subject)))
    if quote["source"] not in subject.loaded.copies:
        return None
    exact = quote["exact"]
    changed = _with_another(exact, subject.loaded.copies[quote["source"]].text, random)
    if changed is None or changed in subject.loaded.copies[quote["source"]].text:
        return None
    fields = with_quote(subject, place, {**quote, "exact": changed})
    return Mutant("word of a quote changed", f"{exact} -> {changed}", {place.record: fields})


def source(subject: Subject, random: Random) -> Mutant | None:
    """Change a word of the source inside a quoted passage."""
    _, quote = random.choice(list(quotes(subject)))
    text = subject.loaded.copies[quote["source"]].text
    changed = _with_another(quote["exact"], text, random)
    if changed is None or quote["exact"] not in text:
        return None
    edited = text.replace(quote["exact"], changed)
    what = f"{quote['exact']} -> {changed}"
    return Mutant("source edited", what, texts={quote["source"]: edited})


def _with_another(words: str, text: str, random: Random) -> str | None:
    """Return some words with one of them replaced by another word of the text."""
    found = list(_WORD.finditer(words))
    if not found:
        return None
    old = random.choice(found)
    new = random.choice(_WORD.findall(text))
    return None if new == old.group() else words[: old.start()] + new + words[old.end() :]
