"""Where one writes: the set as it is on disk, what its checks say, and the way back to the files.

Everything here may take a while and touches no terminal: it is called on a thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scale_explorer.data.editing.edits.edit import Edit
from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.revision import Revision
from scale_explorer.data.editing.saving import carry_out, manuscript_at
from scale_explorer.data.editing.trial import Trials
from scale_explorer.data.finding import Finding, Severity
from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.writable import COPY, why_not_editable
from scale_explorer.data.suggesting.known_names import KnownNames
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

from .completing import Choice, choices
from .draft import Draft
from .editing import edit_of

UNREADABLE = "invalid_record"
"""The finding with which a record would be left out of the set."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks would say of a form if it were saved now, or why it cannot be at all."""

    found: tuple[Finding, ...] = ()
    problem: str = ""

    @property
    def errors(self) -> int:
        """Findings that the data would be wrong."""
        return sum(each.severity is Severity.ERROR for each in self.found)

    @property
    def is_readable(self) -> bool:
        """Whether the record would be in the set at all."""
        return not self.problem and all(each.code != UNREADABLE for each in self.found)


@dataclass(frozen=True)
class Desk:
    """A set that is being written to."""

    manuscript: Manuscript

    @classmethod
    def at(cls, path: Path) -> Desk:
        """Open the set at a path; raises DataError, a sentence, when it cannot be read."""
        return cls(manuscript_at(path))

    @cached_property
    def loaded(self) -> Loaded:
        """The set as it is read, with the texts of its sources."""
        return load(self.manuscript.files, whatever=True)

    @property
    def copies(self) -> Mapping[str, SourceCopy]:
        """The texts of sources that are here."""
        return self.loaded.copies

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The records that a field may name."""
        return choices(self.manuscript)

    @cached_property
    def names(self) -> KnownNames:
        """The names of entities, as texts use them."""
        return KnownNames.of_dataset(self.loaded.dataset)

    @cached_property
    def trials(self) -> Trials:
        """What would come of edits."""
        return Trials(self.manuscript)

    def text(self, source: str) -> str | None:
        """Return the text of a source, where it is at hand."""
        copy = self.copies.get(source)
        return copy.text if copy else None

    def home_of(self, kind: Kind, record: str | None = None) -> str:
        """Return the file that a record is in, or that a new one of its kind would go to."""
        known = self.manuscript.by_id.get(record or "")
        return known.origin.file if known else self.manuscript.home_of(kind)

    def why_not_in(self, name: str) -> str:
        """Return why a file of the set is not to be written to and what to do then, or nothing.

        All others of the set may still be.
        """
        paths = (file.path for file in self.manuscript.files.data if file.name == name)
        why = next(filter(None, map(why_not_editable, paths)), "")
        return f"{why}; {COPY}" if why else ""

    def verdict(self, draft: Draft) -> Verdict:
        """Say what the checks would find that they do not find now."""
        try:
            trial = self.trials.of(edit_of(draft, self.manuscript, self.text))
        except DataError as error:
            return Verdict(problem=str(error))
        return Verdict(tuple(sorted(trial.found, key=_gravity)))

    def save(self, draft: Draft) -> Revision:
        """Write a form into the files; raises DataError and ConflictError as `carry_out` does."""
        return self.carry_out(edit_of(draft, self.manuscript, self.text))

    def carry_out(self, edit: Edit) -> Revision:
        """Make any edit of one who looked at the set as it is here."""
        return carry_out(edit, self.manuscript)

    def again(self) -> Desk:
        """Return a desk with the set as it is on disk by now; raises DataError."""
        return Desk(manuscript_at(self.manuscript.path))


def _gravity(finding: Finding) -> int:
    return [Severity.ERROR, Severity.WARNING, Severity.NOTE].index(finding.severity)
