"""Which choices answer what was typed, best first, by the rules of the go-to box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..goto.matching import Grade, Wanted, grade, grade_as_typed

SHOWN = 500
"""Choices that are listed while one types; nobody reads further."""


def find(texts: Sequence[str], meant: Wanted) -> list[int]:
    """Return the numbers of the texts that hold every word, or else of those most like it.

    Slips are looked for only then: it takes long over many texts.
    """
    if not meant.folded:
        return list(range(len(texts)))
    return _graded(texts, meant, grade_as_typed) or _graded(texts, meant, grade)


def _graded(
    texts: Sequence[str], meant: Wanted, grading: Callable[[Wanted, str], Grade | None]
) -> list[int]:
    grades = ((number, grading(meant, text)) for number, text in enumerate(texts))
    found = [(-best, number) for number, best in grades if best is not None]
    return [number for _, number in sorted(found)]
