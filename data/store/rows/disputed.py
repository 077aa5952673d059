"""Rows of claims that cannot both be true."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass

from .quotes import EvidenceRow
from .records import RecordRow


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One side of a dispute: its claim, what it shows of it, and the words to compare.

    `shown` is an amount, a status, a stance, or `for it` and `against it`. `differs` are the spans
    of the quote, in code points, that the other side's words lack. A computed figure has its
    `formula` in readable words, and may have no quote.
    """

    record: RecordRow
    shown: str
    evidence: EvidenceRow | None
    formula: str
    differs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """Two claims that cannot both be true, or words for and against one, seen from one of them.

    `kind` is figures, statuses, statements, or words, of which both sides have the same record.
    `leads` says which side leads, own, other or nothing, and `why` the reason as half a sentence;
    `note` is what the author wrote about it.
    """

    kind: str
    own: DisputeSide
    other: DisputeSide
    leads: str
    why: str
    note: str
