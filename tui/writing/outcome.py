"""What becomes of a form: judged while one types, and written when one is done."""

from __future__ import annotations

from dataclasses import dataclass

from scale_explorer.data.editing.revision import Revision
from scale_explorer.data.editing.saving import ConflictError, Sides
from scale_explorer.models.errors import DataError

from .desk import Desk, Verdict
from .draft import Draft


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
    except Exception as error:  # noqa: BLE001 - told in the form, which stays open
        return Verdict(problem=f"This cannot be judged: {error!r}")


def saved(desk: Desk, draft: Draft, *, insisted: bool) -> Outcome | Verdict:
    """Judge a form by the set as it is by now, and write it; called on a thread."""
    try:
        verdict = desk.again().verdict(draft)
        # What cannot be made of the set as it is now may be a conflict: saving tells.
        is_fit = verdict.problem or (verdict.is_readable and (insisted or not verdict.errors))
        return Outcome(draft, desk.save(draft)) if is_fit else verdict
    except ConflictError as error:
        return Outcome(draft, conflict=error.sides)
    except DataError as error:
        return Verdict(problem=str(error))
    except Exception as error:  # noqa: BLE001 - told in the form, which stays open
        return Verdict(problem=f"It could not be saved: {error!r}")
