"""Adding a record, or words to a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind

from ...loading.entries import HEADER
from ...loading.shapes import as_list, as_table
from ..manuscript import Manuscript
from ..ops import Append, Drop
from ..revision import Revision, revised
from ..tables import editable, id_in, in_order


@dataclass(frozen=True, slots=True)
class AddRecord:
    """A new record, written behind the others of its kind; `table` is as one would write it."""

    kind: Kind
    table: Mapping[str, Any]

    @property
    def touches(self) -> tuple[str, ...]:
        """Nothing that is there."""
        return ()

    def on(self, manuscript: Manuscript) -> Revision:
        """Write it, unless its id is taken."""
        table = in_order(self.kind, self.table)
        record = id_in(self.kind, table)
        if record in manuscript.by_id:
            raise DataError(f"The id {record} is taken; give this one another id.")
        ops = {manuscript.home_of(self.kind): [Append((self.kind.value,), table)]}
        return revised(manuscript, ops, f"Added {self.kind.label.lower()} {record}", record)


@dataclass(frozen=True, slots=True)
class AddQuote:
    """Further words that a claim rests on, as a string or a table of its fields."""

    record: str
    quote: str | Mapping[str, Any]

    @property
    def touches(self) -> tuple[str, ...]:
        """The claim."""
        return (self.record,)

    def on(self, manuscript: Manuscript) -> Revision:
        """Put the words behind those that the claim has."""
        entry = editable(manuscript, self.record)
        origin = entry.origin
        path = (origin.table, origin.index, "evidence")
        ops = {origin.file: [Append(path, self._like(as_list(entry.table.get("evidence"))))]}
        return revised(manuscript, ops, f"Added a quote to {self.record}", self.record)

    def _like(self, there: list[Any] | None) -> Any:
        """Return the quote as a table where all others are: they may be sections of the file."""
        if not isinstance(self.quote, str):
            return dict(self.quote)
        alike = bool(there) and all(as_table(each) is not None for each in there or ())
        return {"exact": self.quote} if alike else self.quote


@dataclass(frozen=True, slots=True)
class SetApart:
    """Words of a source whose sentence asserts nothing, with the reason."""

    source: str
    selector: Mapping[str, Any]

    @property
    def touches(self) -> tuple[str, ...]:
        """The source."""
        return (self.source,)

    def on(self, manuscript: Manuscript) -> Revision:
        """Add them to those that the source sets apart."""
        origin = editable(manuscript, self.source).origin
        path = (origin.table, origin.index, "asserts_nothing")
        ops = {origin.file: [Append(path, dict(self.selector))]}
        return revised(manuscript, ops, f"Set a sentence of {self.source} apart", self.source)


@dataclass(frozen=True, slots=True)
class Unlead:
    """A claim that leaves the Story."""

    record: str

    @property
    def touches(self) -> tuple[str, ...]:
        """Nothing that anybody else would have changed in the same place."""
        return ()

    def on(self, manuscript: Manuscript) -> Revision:
        """Take it out of the story, wherever it stands in it."""
        ops = {
            header.origin.file: [
                Drop((HEADER, "lead", place))
                for place, each in enumerate(as_list(header.table.get("lead")) or ())
                if each == self.record
            ]
            for header in manuscript.entries(HEADER)
        }
        return revised(manuscript, ops, f"Took {self.record} out of the story", self.record)


@dataclass(frozen=True, slots=True)
class Lead:
    """A claim that joins the Story, behind those that are in it."""

    record: str

    @property
    def touches(self) -> tuple[str, ...]:
        """Nothing that anybody else would have changed in the same place."""
        return ()

    def on(self, manuscript: Manuscript) -> Revision:
        """Put it at the end of the story."""
        header = next(iter(manuscript.entries(HEADER)), None)
        if header is None:
            raise DataError("The set has no [dataset] table to list its story in.")
        if self.record in (as_list(header.table.get("lead")) or ()):
            raise DataError(f"{self.record} is in the story already.")
        ops = {header.origin.file: [Append((HEADER, "lead"), self.record)]}
        return revised(manuscript, ops, f"Added {self.record} to the story", self.record)
