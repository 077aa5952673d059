"""What a code means: the row that the documentation, SARIF and `[[known]]` read."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass

from ..finding import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One code: its usual severity, and a sentence on what is found.

    `may_stand` says whether a set's author may silence it. What was not read or not checked at all
    must never look as if it were fine.
    """

    code: str
    severity: Severity
    family: str
    what: str
    may_stand: bool = True
