"""Rows of the words that carry a claim."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A quote and what is known of it.

    `verdict` is `here` (found in the text on this machine), `locked` (found by the set's authors),
    `locked_elsewhere` (the same, but the reader's copy, another edition, lacks it), `ambiguous`,
    `missing` (not in the text) or `unchecked` (no text and no lock). `start` and `end` count code
    points of the decoded text; `paragraph` counts from 1.
    """

    id: str
    claim: str
    source: str
    source_title: str
    source_detail: str
    exact: str
    prefix: str
    suffix: str
    start: int | None
    end: int | None
    paragraph: int | None
    attribution: str
    direction: str
    directness: str
    verdict: str
    mentions: tuple[tuple[str, str], ...]
    status: str
    """The status in the claim's history that these words carry, or nothing."""


@dataclass(frozen=True, slots=True)
class ProofRow:
    """What the words of a claim prove of one thing: its number, or one of its parties.

    `what` is `number` or `party`, `label` how it is called. `carried` is `named` (it stands in the
    words), `mentioned` (the author says that the words mean it), `quoted` (words that it rests on
    itself) or `missing`.
    """

    what: str
    label: str
    carried: str
