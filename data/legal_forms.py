"""What registers put around a company's name, and texts leave out."""

from __future__ import annotations

from collections.abc import Sequence

LEGAL_FORMS = frozenset({
    "ab", "ag", "as", "asa", "bv", "co", "company", "corp", "corporation", "gmbh", "inc",
    "incorporated", "kg", "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "oyj", "plc", "pte",
    "pty", "sa", "sarl", "sas", "se", "spa", "srl",
})  # fmt: skip
"""Legal forms in small letters without points."""

_ARTICLE = "the"


def without_article(words: Sequence[str]) -> Sequence[str]:
    """Return the words of a name, in small letters, without an article at the beginning."""
    return words[1:] if len(words) > 1 and words[0] == _ARTICLE else words
