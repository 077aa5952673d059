"""Whether new records may join a set: what the checks would find that is new, and where."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.dataset import RECORD_CLASSES
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.record import Record

from ..finding import Finding, Place, Severity
from ..loading.expand import expand
from ..loading.load import places_in
from ..loading.records import read_model
from ..watch import SILENT, Watch
from .edits.adding_records import AddRecords, id_of, taken_among
from .manuscript import Manuscript
from .revision import Revision
from .trial import Trials
from .writing import written_section


@dataclass(frozen=True, slots=True)
class Added:
    """A record that a revision adds: its id, where it stands, and its table as it is written."""

    id: str
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What would come of new records; nothing, where an id is taken. `found` is what is new.

    They are `readable` where every one of them is a record.
    """

    revision: Revision | None
    found: tuple[Finding, ...]
    readable: bool

    @property
    def errors(self) -> int:
        """How many new errors there are, without those that the author lets stand."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many new warnings there are, without those that the author lets stand."""
        return self._count(Severity.WARNING)

    def _count(self, severity: Severity) -> int:
        return sum(each.severity is severity and not each.known for each in self.found)


def judged(edit: AddRecords, manuscript: Manuscript, watch: Watch = SILENT) -> Judgement:
    """Try new records out in memory; raises DataError when they cannot be written at all."""
    taken = tuple(_taken(edit, manuscript))
    if taken:
        return Judgement(None, taken, readable=False)
    trial = Trials(manuscript).of(edit, watch)
    return Judgement(trial.revision, trial.found, _are_readable(edit, manuscript))


def added(revision: Revision, base: Manuscript) -> Iterator[Added]:
    """Yield the records that a revision adds to the files of a set, in their order."""
    before = base.with_contents({each.name: each.before for each in revision.files})
    after = base.with_contents(revision.after)
    places = places_in(after.files)
    for record, entry in after.by_id.items():
        if record and record not in before.by_id:
            lines = written_section(f"[[{entry.origin.table}]]", entry.table)
            yield Added(record, places.at(entry.origin), lines)


def _taken(edit: AddRecords, manuscript: Manuscript) -> Iterator[Finding]:
    ids = [id_of(edit.kind, table) for table in edit.named(manuscript.by_id)]
    places = places_in(manuscript.files)
    for each in dict.fromkeys(taken_among(ids, manuscript.by_id)):
        entry = manuscript.by_id.get(each)
        place = places.at(entry.origin, "id") if entry else None
        message = f"the id {each} is taken" if entry else f"the id {each} is given twice"
        hint = "give the new one another id, or none: then one is made"
        yield Finding("duplicate_id", Severity.ERROR, message, each, place, hint)


def _are_readable(edit: AddRecords, manuscript: Manuscript) -> bool:
    model = RECORD_CLASSES[edit.kind]
    tables = (
        expand(edit.kind, table, manuscript.only_source) for table in edit.named(manuscript.by_id)
    )
    return all(isinstance(read_model(table, model), Record) for table in tables)
