"""Where one writes: the set as it is on disk, what its checks say, and the way back to the files.

Everything here may take a while, and holds Python's lock while TOML is read and records are
validated. The app therefore has a process of its own for it (`desk_process`), which calls these
methods by their names; their arguments and answers are plain values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Any

from scale_explorer.data.editing.edits.edit import Edit
from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.revision import Revision
from scale_explorer.data.editing.saving import apply_again, carry_out, manuscript_at
from scale_explorer.data.editing.tables import editable
from scale_explorer.data.editing.trial import Trials
from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.entries import HEADER
from scale_explorer.data.loading.load import Loaded
from scale_explorer.data.loading.writable import COPY, why_not_editable
from scale_explorer.data.suggesting.known_names import KnownNames
from scale_explorer.data.watch import SILENT, Watch
from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from .completing import Choice, Offer, choices, offers
from .draft import Draft, NewEntity
from .editing import draft_of, edit_of, evidence, quotes_of
from .fields import WRITABLE, Field
from .messages import Base
from .outcome import Outcome, Verdict, judged, saved
from .reading import readings
from .rebasing import on_base
from .words import Words


@dataclass(frozen=True, slots=True)
class FormsOn:
    """What words may claim, the likeliest first and why, and the form that each kind comes to."""

    likely: tuple[tuple[Kind, str], ...]
    drafts: Mapping[Kind, Draft]


@dataclass(eq=False)
class Desk:
    """A set that is being written to; `watch` is told of what takes long, and may stop it."""

    manuscript: Manuscript
    watch: Watch = SILENT
    _judged: tuple[Draft, Verdict] | None = field(default=None, init=False)

    @classmethod
    def at(cls, path: Path, watch: Watch = SILENT) -> Desk:
        """Open the set at a path; raises DataError, a sentence, when it cannot be read."""
        return cls(manuscript_at(path, watch=watch), watch)

    def again(self) -> Desk:
        """Return a desk with the set as it is on disk by now; raises DataError."""
        now = manuscript_at(self.manuscript.path, self.manuscript, self.watch)
        return self if now is self.manuscript else Desk(now, self.watch)

    # What is known of the set.

    @cached_property
    def trials(self) -> Trials:
        """What would come of edits."""
        return Trials(self.manuscript, self.watch)

    @property
    def loaded(self) -> Loaded:
        """The set as it is read, with the texts of its sources."""
        return self.trials.loaded

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

    def text(self, source: str) -> str | None:
        """Return the text of a source, where it is at hand."""
        copy = self.copies.get(source)
        return copy.text if copy else None

    # What the app asks.

    def base(self) -> Base:
        """Return what tells this state of the set from any other."""
        _ = self.manuscript.by_id  # most questions need it
        return Base(self.manuscript.path, self.manuscript.files.digest)

    def kind_of(self, record: str) -> Kind | None:
        """Return the kind of a record, or None when it is not in the files any more."""
        entry = self.manuscript.by_id.get(record)
        return entry.kind if entry else None

    def entities(self) -> Mapping[str, Kind]:
        """Return the ids of all entities, with their kinds."""
        found = self.manuscript.by_id.items()
        return {key: entry.kind for key, entry in found if key and entry.kind in ENTITY_KINDS}

    def leads(self, record: str) -> bool:
        """Say whether a record is in the story."""
        header = next(iter(self.manuscript.entries(HEADER)), None)
        return header is not None and record in header.table.get("lead", ())

    def quotes_of(self, record: str) -> tuple[str, ...]:
        """Return the words of a record's quotes; raises DataError where there is no such record."""
        return quotes_of(record, self.manuscript)

    def evidence(self, words: Words) -> str | dict[str, Any]:
        """Return words of a source as evidence has them."""
        return evidence(words, self.manuscript, self.text, {})

    def forms_on(self, words: Words) -> FormsOn:
        """Return the forms of new records on some words of a source."""
        read = readings(self, words)
        return FormsOn(read.likely, {kind: read.draft(kind) for kind in WRITABLE})

    def form_of(self, record: str) -> Draft:
        """Return the form that changes a record; raises DataError where none can."""
        editable(self.manuscript, record)
        return draft_of(record, self.manuscript)

    def rebased(self, draft: Draft) -> tuple[Draft, str]:
        """Return a form on the record as it is by now, and what others did to it meanwhile."""
        return on_base(draft, self.manuscript)

    def offers(self, about: Field, text: str, new: Iterable[NewEntity]) -> tuple[Offer, ...]:
        """Return what a field's text may become, best first."""
        return offers(about, text, self.choices, tuple(new))

    def why_not(self, kind: Kind, record: str | None = None) -> str:
        """Return why a record, or a new one of a kind, is not to be written, and what to do then.

        It is nothing where it may be; other files of the set may be in any case.
        """
        known = self.manuscript.by_id.get(record or "")
        name = known.origin.file if known else self.manuscript.home_of(kind)
        paths = {file.name: file.path for file in self.manuscript.files.data}
        why = why_not_editable(paths[name]) if name in paths else ""
        return f"{why}; {COPY}" if why else ""

    def verdict(self, draft: Draft) -> Verdict:
        """Say what the checks would find that they do not find now; not twice of one form."""
        if self._judged is None or self._judged[0] != draft:
            self._judged = draft, self._verdict(draft)
        return self._judged[1]

    def _verdict(self, draft: Draft) -> Verdict:
        try:
            edit = edit_of(draft, self.manuscript, self.text)
            return Verdict.of(self.trials.of(edit, self.watch).found)
        except DataError as error:
            return Verdict(problem=str(error))

    def judge(self, draft: Draft) -> Verdict:
        """Return the verdict of a form, or what went wrong with it."""
        return judged(self, draft)

    def finish(self, draft: Draft, insisted: bool) -> Outcome | Verdict:  # noqa: FBT001 - pickled
        """Judge a form by the set as it is by now, and write it; else return why not."""
        return saved(self, draft, insisted=insisted)

    def save(self, draft: Draft) -> Revision:
        """Write a form into the files; raises DataError and ConflictError as `carry_out` does."""
        return self.carry_out(edit_of(draft, self.manuscript, self.text))

    def carry_out(self, edit: Edit) -> Revision:
        """Make any edit of one who looked at the set as it is here."""
        return carry_out(edit, self.manuscript)

    def apply_again(self, revision: Revision) -> Revision:
        """Make a revision once more, such as the reverse of one to undo it; raises likewise."""
        return apply_again(revision, self.manuscript.path, self.manuscript)


QUICK = frozenset({Desk.offers.__name__})
"""What is answered at once, also while something else is being worked on."""
