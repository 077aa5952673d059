"""One thing that the doctor saw."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the doctor saw; `problem` says what to do about it, if anything."""

    topic: str
    name: str
    value: str
    problem: str = ""
