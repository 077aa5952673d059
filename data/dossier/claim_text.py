"""What one claim comes to in a dossier: frozen values, free of any format."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as it is cited; `when` is its date as people read it."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    when: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A verbatim quote, where it stands, and what it does for the claim.

    `verdict` is one of `EvidenceRow`; `meant` pairs words of the quote with whom they mean;
    `status` is the earlier or present status that the words carry, if not the claim as such.
    """

    exact: str
    source: Citation
    place: tuple[str, ...]
    """What tells this place in the source from others: its start, or the words around it."""
    paragraph: int | None
    verdict: str
    attribution: str = ""
    refutes: bool = False
    inferred: bool = False
    status: str = ""
    meant: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """A figure that a computed one rests on, `depth` formulas down, with its own words.

    One that is computed itself has its `formula`, and its inputs follow it one step deeper.
    """

    depth: int
    label: str
    amount: str
    range: str
    formula: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Computed:
    """How a figure was computed: the formula in readable words, what it came to, from what."""

    formula: str
    amount: str
    range: str
    error: str
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What cannot be true beside the claim, and which of the two leads and why.

    `against` names the other claim and what it says; its words are there unless it is computed.
    """

    what: str
    against: str
    verdict: str
    note: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ClaimText:
    """A claim with all that carries it, and all that speaks against it.

    `facts` are labels with values, such as a figure's range; `note` is what the set's author says
    of it, `comment` what the reader does. Of one that is `gone` from the set nothing else is known.
    """

    id: str
    title: str
    kind: str = ""
    amount: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    note: str = ""
    comment: str = ""
    inferred: bool = False
    deprecated: bool = False
    words: tuple[Words, ...] = ()
    computed: Computed | None = None
    contradictions: tuple[Contradiction, ...] = ()
    gone: bool = False

    @property
    def all_words(self) -> tuple[Words, ...]:
        """Every quote that the dossier shows for it, in the order in which it shows them."""
        inputs = self.computed.inputs if self.computed else ()
        behind = (words for each in inputs for words in each.words)
        against = (words for each in self.contradictions for words in each.words)
        return (*self.words, *behind, *against)
