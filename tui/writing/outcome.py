"""What becomes of a form: judged while one types, and written when one is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scale_explorer.data.editing.revision import Revision
from scale_explorer.data.editing.saving import ConflictError, Sides
from scale_explorer.data.finding import Finding, Severity
from scale_explorer.data.watch import StoppedError
from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass

from .draft import Draft

if TYPE_CHECKING:
    from .desk import Desk

UNREADABLE = "invalid_record"
"""The finding with which a record would be left out of the set."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks would say of a form if it were saved now, or why it cannot be at all."""

    found: tuple[Finding, ...] = ()
    problem: str = ""

    @classmethod
    def of(cls, found: Iterable[Finding]) -> Verdict:
        """Return the verdict of some findings, the gravest first."""
        return cls(tuple(sorted(found, key=_gravity)))

    @property
    def errors(self) -> int:
        """Findings that the data would be wrong."""
        return sum(each.severity is Severity.ERROR for each in self.found)

    @property
    def is_readable(self) -> bool:
        """Whether the record would be in the set at all."""
        return not self.problem and all(each.code != UNREADABLE for each in self.found)


def _gravity(finding: Finding) -> int:
    return [Severity.ERROR, Severity.WARNING, Severity.NOTE].index(finding.severity)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a form: a revision was written, or somebody else changed the same record.

    Without either it was closed, and `draft` is what stood in it.
    """

    draft: Draft
    revision: Revision | None = None
    conflict: Sides | None = None


def judged(desk: Desk, draft: Draft) -> Verdict:
    """Return the verdict; whatever goes wrong must not lock the form."""
    try:
        return desk.verdict(draft)
    except StoppedError:
        raise
    except Exception as error:  # noqa: BLE001 - told in the form, which stays open
        return Verdict(problem=f"This cannot be judged: {error!r}")


def saved(desk: Desk, draft: Draft, *, insisted: bool) -> Outcome | Verdict:
    """Judge a form by the set as it is by now, and write it.

    A form that was judged by that set already is not judged again.
    """
    try:
        verdict = desk.again().verdict(draft)
        # What cannot be made of the set as it is now may be a conflict: saving tells.
        is_fit = verdict.problem or (verdict.is_readable and (insisted or not verdict.errors))
        return Outcome(draft, desk.save(draft)) if is_fit else verdict
    except ConflictError as error:
        return Outcome(draft, conflict=error.sides)
    except DataError as error:
        return Verdict(problem=str(error))
    except StoppedError:
        raise
    except Exception as error:  # noqa: BLE001 - told in the form, which stays open
        return Verdict(problem=f"It could not be saved: {error!r}")
