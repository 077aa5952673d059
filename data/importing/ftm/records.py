"""From entities to records, one after the other, with what is lost on the way counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from scale_explorer.models.kinds import Kind

from ...loading.complaint import Complaint
from ...loading.shapes import Table
from ..json_line import line_fault
from ..plain import plain_table
from ..rejected import Read, rejected_line
from ..sink import Item
from ..sound import in_full
from .deals import Contracts, event
from .edges import edge
from .entity import Entity, entity_of
from .fragments import Fragments
from .ids import our_id
from .losses import Losses
from .made import Lacking, Made
from .notes import noted
from .schemata import EDGES, SOURCES, THINGS
from .things import document, thing

Numbered: TypeAlias = Iterable[tuple[int, bytes]]
_Maker: TypeAlias = Callable[[Entity], list[Made] | Lacking]
_KEYS: Final = frozenset({"id", "name", "title", "type", "subject", "object", "measure", "value",
                          "parties", "text", "stance"})  # fmt: skip
"""Fields without which a record is none; what is wrong with any other costs that field alone."""
_AWARD: Final = "ContractAward"


class Mapper:
    """Makes records of entities; `losses` counts what has no place among them."""

    def __init__(self, path: str, file: int, losses: Losses) -> None:
        self._path, self._file, self._losses = path, file, losses
        self._fragments = Fragments()
        contracts = Contracts()
        self._makers: Mapping[str, _Maker] = {
            **dict.fromkeys(THINGS, thing), **dict.fromkeys(SOURCES, document),
            **dict.fromkeys(EDGES, edge), "Event": event, "Note": noted,
            "Contract": contracts.contract, _AWARD: contracts.award,
        }  # fmt: skip

    def records(self, entity: Entity) -> Iterator[Read]:
        """Yield the records of an entity, unless it waits for another fragment of itself."""
        maker = self._makers.get(entity.schema)
        if maker is None:
            self._losses.lose(entity.schema)
            return
        if self._fragments:
            entity = self._fragments.completed(entity)
        made = maker(entity)
        if isinstance(made, Lacking):
            given_up = self._fragments.hold(entity, made.message)
            yield from (self._incomplete(*each) for each in given_up)
            return
        for name, count in entity.unused():
            self._losses.lose(f"{entity.schema}.{name}", count)
        for each in made:
            yield self._record(entity, each)

    def rest(self) -> Iterator[Read]:
        """Yield what is made, or said, of fragments that nothing came to."""
        waiting = list(self._fragments.rest())
        for entity, why in waiting:
            made = self._makers[entity.schema](entity) if entity.schema == _AWARD else None
            if isinstance(made, list):
                yield from (self._record(entity, each) for each in made)
            else:
                yield self._incomplete(entity, why)

    def _incomplete(self, entity: Entity, why: str) -> Read:
        hint = "put fragments together first: ftm aggregate, or ftm sorted-aggregate"
        return self._rejected(entity, "incomplete_entity", Complaint("", why, hint))

    def _record(self, entity: Entity, made: Made) -> Read:
        """Return a record; fields that cannot be right are left out and counted."""
        kind, table = made
        while True:
            read = _sound(kind, table, self._file, entity.line)
            if isinstance(read, Item):
                return read
            key = read.key
            if key in _KEYS or key not in table:
                return self._rejected(entity, "invalid_record", read)
            self._losses.lose(f"{entity.schema}.{key} (not sound)")
            table = {name: value for name, value in table.items() if name != key}

    def _rejected(self, entity: Entity, code: str, complaint: Complaint) -> Read:
        content = f"{entity.schema} {entity.id}: {entity.properties}".encode(errors="replace")
        told = replace(complaint, words="")
        return rejected_line(self._path, entity.line, content, code, told, our_id(entity.id))


def ftm_records(numbered: Numbered, path: str, file: int, losses: Losses) -> Iterator[Read]:
    """Yield the records of entities, one a line, and why a line is none."""
    mapper = Mapper(path, file, losses)
    for number, line in numbered:
        if fault := line_fault(line):
            yield rejected_line(path, number, line, *fault)
            continue
        if not line.strip():
            continue
        entity = entity_of(line, number)
        if isinstance(entity, Complaint):
            yield rejected_line(path, number, line, "invalid_json", entity)
        else:
            yield from mapper.records(entity)
    yield from mapper.rest()


def _sound(kind: Kind, table: Table, file: int, line: int) -> Item | Complaint:
    item = plain_table(kind, table, file, line, adds=True)
    if item is not None:
        return item
    read = in_full(kind, table, file, line)
    return read._replace(adds=True) if isinstance(read, Item) else read
