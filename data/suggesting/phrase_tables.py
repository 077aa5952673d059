"""Tables of phrases, written as one text each with `|` between, so that they stay readable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from scale_explorer.models.quantity.tokens import Phrases, Tokens, folded

Meaning = TypeVar("Meaning")


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a text in order, folded as `Phrases` compares them."""
    return tuple(folded(" ".join(each.split())) for each in text.split("|"))


def told(meaning: Meaning, text: str) -> dict[str, Meaning]:
    """Return a table in which all phrases of a text mean the same."""
    return dict.fromkeys(phrases(text), meaning)


def table(rows: Mapping[str, str]) -> Phrases[str]:
    """Return a table of phrases from what they mean to the texts that hold them."""
    return Phrases({each: meaning for meaning, text in rows.items() for each in phrases(text)})


def first_words(*tables: Phrases[int] | Phrases[str]) -> frozenset[str]:
    """Return the words with which the phrases of some tables begin; most places have none."""
    return frozenset(Tokens(each)[0].folded for one in tables for each in one.meanings)
