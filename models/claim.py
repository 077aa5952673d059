"""What all claims share: evidence, how sure the wording is, and which of several leads."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from .evidence import Evidence
from .record import Line, Prose, Record


class Modality(StrEnum):
    """How sure the source's wording is: is, is expected to, could, would if."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class Preference(StrEnum):
    """Which of several claims about one thing leads (Wikidata statement rank)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Claim(Record):
    """Something that a source asserts."""

    evidence: tuple[Evidence, ...] = ()
    modality: Modality = Modality.CERTAIN
    condition: Line = Field("", description="what a conditional claim hangs on")
    prefer: Preference = Preference.NORMAL
    note: Prose = ""
