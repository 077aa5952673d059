"""Rows of a source in reading order."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a source's text between two ends of quotes.

    Without the text at hand `text` is None for what no quote covers: a gap. `evidence` names the
    quotes that cover the stretch.
    """

    start: int
    end: int
    paragraph: int
    text: str | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence of a source, and the ids of the claims that cite it.

    `start` and `end` count code points, `paragraph` from 1; `why` tells why it asserts nothing, and
    is empty where it does.
    """

    start: int
    end: int
    paragraph: int
    why: str
    claims: tuple[str, ...]

    @property
    def is_uncited(self) -> bool:
        """Whether it asserts something that no claim cites."""
        return not self.why and not self.claims


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source in reading order; `whole` says whether its text is on this machine.

    There are no `sentences` where neither a text nor a lock tells of them. `asserting` of them
    assert something, and `cited` of those are cited by a claim.
    """

    id: str
    title: str
    detail: str
    whole: bool
    stretches: tuple[Stretch, ...]
    sentences: tuple[SentenceRow, ...] = ()
    asserting: int = 0
    cited: int = 0
