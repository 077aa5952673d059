"""What is said when a filter asks for a field or a quality where it can take words only."""

from __future__ import annotations

from scale_explorer.data.query import FilterError, Word, parse

WORDS_ONLY = "words only (is: in 1 and 2)"


def asks_for_more(text: str) -> bool:
    """Say whether a filter has a field, a quality or an amount, such as `is:disputed`."""
    try:
        return any(not isinstance(term, Word) for term in parse(text, lenient=True).terms)
    except FilterError:  # such as a time, 10:30, which is no field
        return False
