"""Sources, and the verbatim words in them that carry a claim.

Terms: `exact`, `prefix` and `suffix` are the W3C Web Annotation TextQuoteSelector; `start` and
`end` its TextPositionSelector, counted in code points of the decoded text.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, HttpUrl, StringConstraints

from . import lengths
from .kinds import Kind
from .record import Edtf, Frozen, Id, Line, Name, Prose, Record


class Direction(StrEnum):
    """Whether the words speak for the claim or against it."""

    SUPPORTS = "supports"
    REFUTES = "refutes"


class Directness(StrEnum):
    """Whether the words say it, or a reader concluded it from them."""

    STATED = "stated"
    INFERRED = "inferred"


Language = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", max_length=lengths.LANGUAGE),
]
"""A language tag (BCP 47), such as en or pt-BR."""
Words = Annotated[Prose, StringConstraints(min_length=1, max_length=lengths.WORDS)]


class Quote(Frozen):
    """Verbatim words of one source, and what they do for the claim that cites them."""

    source: Id
    exact: Words
    prefix: Prose = ""
    suffix: Prose = ""
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None
    attribution: Line = Field("", description="who said it, as the source puts it")
    mentions: dict[Line, Id] = Field(
        default_factory=dict,
        description="what a pronoun or paraphrase in the words stands for",
    )
    direction: Direction = Direction.SUPPORTS
    directness: Directness = Directness.STATED


def _quote_from_words(value: Any) -> Any:
    """Let a bare string stand for a quote's words."""
    return {"exact": value} if isinstance(value, str) else value


Evidence = Annotated[
    Quote,
    BeforeValidator(_quote_from_words, json_schema_input_type=str | Quote),
]


def evidence_id(claim: str, quote: Quote) -> str:
    """Name a quote by its claim and a short hash of its source, words, prefix and suffix."""
    told_apart = f"{quote.source}\0{quote.exact}\0{quote.prefix}\0{quote.suffix}"
    return f"{claim}#{hashlib.sha256(told_apart.encode(errors='replace')).hexdigest()[:8]}"


class SetApart(Frozen):
    """Words of a source, found like those of a quote, whose sentence asserts nothing; and why."""

    exact: Words
    prefix: Prose = ""
    suffix: Prose = ""
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None
    reason: Name


class Source(Record):
    """A text that claims rest on (FollowTheMoney Article; schema.org CreativeWork)."""

    KIND: ClassVar[Kind] = Kind.SOURCE

    title: Name
    publisher: Line = ""
    authors: tuple[Line, ...] = ()
    published: Edtf | None = None
    url: HttpUrl | None = None
    language: Language = "en"
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    text: Line | None = Field(None, description="a text file inside the data set's folder")
    asserts_nothing: tuple[SetApart, ...] = Field(
        (), description="sentences that no claim needs to cite: captions, bylines, notices"
    )
