"""What a field may mean while one types: values it may have, records it may name, new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.naming import fresh_id
from scale_explorer.data.loading.shapes import as_list
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import ENTITY_KINDS, Kind
from scale_explorer.models.relation_type import MEANINGS, RelationType

from ..goto.matching import Grade, best_grade, nearness, wanted
from ..goto.ranking import WEIGHTS
from .draft import NewEntity
from .fields import Field, What
from .values import last_member

MOST = 8
"""Offers at once: what one does not find among them, one finds by typing on."""
_NEW_KINDS = (
    Kind.COMPANY,
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.PRODUCT,
    Kind.GROUP,
    Kind.PUBLIC_BODY,
)
ID_FIELDS = frozenset({What.ID, What.IDS, What.IDS_WITH_ROLES, What.MENTIONS, What.FORMULA})
"""Fields that name records; what others may mean is known without the set."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A record that a field may name: its id, its kind, and the names one may type."""

    id: str
    kind: Kind
    names: tuple[str, ...]

    @property
    def title(self) -> str:
        """What it is called, beside its id."""
        return self.names[0] if self.names else ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a field's text becomes when it is taken; `new` is an entity that is then written too."""

    text: str
    label: str
    detail: str = ""
    new: NewEntity | None = None


def choices(manuscript: Manuscript) -> tuple[Choice, ...]:
    """Return all records of a set that a field may name."""
    return tuple(
        Choice(key, entry.kind, tuple(_names(entry.table)))
        for key, entry in manuscript.by_id.items()
        if key and entry.kind is not Kind.SOURCE
    )


def offers(
    field: Field, text: str, known: Sequence[Choice], new: Sequence[NewEntity]
) -> tuple[Offer, ...]:
    """Return what a field's text may become, best first."""
    if field.what is What.CHOICE:
        return tuple(_values(field, text))[:MOST]
    if field.what not in ID_FIELDS:
        return ()
    parted = _being_typed(field, text)
    if parted is None:
        return ()
    before, typed = parted
    if field.what is What.IDS_WITH_ROLES and " " in typed and _is_id(typed.split()[0], known, new):
        return tuple(_roles(field, before, typed))[:MOST]
    own = (Choice(each.id, each.kind, (each.name,)) for each in new)
    fitting = [each for each in (*own, *known) if each.kind in _kinds(field)]
    found = tuple(_records(fitting, field, before, typed))
    exact = any(typed.lower() in {each.id, *map(str.lower, each.names)} for each in fitting)
    created = () if exact or not typed else _created(field, before, typed, known, new)
    return (*found[: MOST - min(3, len(created))], *created)[:MOST]


def _names(table: dict[str, object]) -> Iterator[str]:
    for key in ("name", "title", "text"):
        if isinstance(value := table.get(key), str):
            yield value
    yield from (each for each in as_list(table.get("aliases")) or () if isinstance(each, str))


def _kinds(field: Field) -> frozenset[Kind]:
    if field.what is What.MENTIONS:
        return frozenset(Kind)
    return frozenset({Kind.FIGURE}) if field.what is What.FORMULA else field.kinds


def _being_typed(field: Field, text: str) -> tuple[str, str] | None:
    """Part a text into what stays, and the name that one is typing; None where that is none."""
    if field.what is What.FORMULA:
        before, brace, typed = text.rpartition("{")
        return (before + brace, typed.strip()) if brace and "}" not in typed else None
    if field.what is What.ID:
        return "", text.strip()
    before, last = last_member(text)
    if field.what is What.MENTIONS:
        words, sign, typed = last.rpartition("=")
        return (f"{before}{words}{sign} ", typed.strip()) if sign else None
    return before, last


def _values(field: Field, text: str) -> Iterator[Offer]:
    typed = text.strip().lower().replace(" ", "_")
    begin = [each for each in field.choices if each.startswith(typed)]
    inside = [each for each in field.choices if typed in each and each not in begin]
    for value in (*begin, *inside):
        yield Offer(value, value, _phrase(value) if field.key == "type" else "")


def _phrase(value: str) -> str:
    """Say how a type of relationship reads, where that is one."""
    try:
        return MEANINGS[RelationType(value)].phrase
    except ValueError:
        return ""


def _roles(field: Field, before: str, typed: str) -> Iterator[Offer]:
    record, _, role = typed.partition(" ")
    for each in field.choices:
        if each.startswith(role.strip().lower()):
            yield Offer(f"{before}{record} {each}", each)


def _records(fitting: Iterable[Choice], field: Field, before: str, typed: str) -> Iterator[Offer]:
    meant = wanted(typed)
    ranked: list[tuple[float, str, Choice]] = []
    for each in fitting:
        grade = best_grade(meant, (each.id, *each.names)) if typed else Grade.NEAR
        if grade is not None:
            near = max(nearness(meant, name) for name in (each.id, *each.names)) if typed else 0.0
            ranked.append((-(grade * 100 + WEIGHTS[each.kind] + 20 * near), each.id, each))
    closing = "}" if field.what is What.FORMULA else ""
    for _, key, each in sorted(ranked, key=lambda one: one[:2])[: MOST * 2]:
        kind = each.kind.label.lower()
        detail = f"{each.title} · {kind}" if each.title else kind
        yield Offer(f"{before}{key}{closing}", key, detail)


def _created(
    field: Field, before: str, typed: str, known: Sequence[Choice], new: Sequence[NewEntity]
) -> tuple[Offer, ...]:
    """Offer to write an entity along with the record, for each kind that it may be."""
    kinds = [kind for kind in _NEW_KINDS if kind in _kinds(field) and kind in ENTITY_KINDS]
    taken = {each.id for each in known} | {each.id for each in new}
    made: list[Offer] = []
    for kind in kinds if field.what is not What.FORMULA else ():
        key = fresh_id(kind, {"name": typed}, taken)
        entity = NewEntity(key, kind, typed)
        label = f"new {kind.label.lower()} “{typed}”"
        made.append(Offer(f"{before}{key}", label, f"as {key}", entity))
    return tuple(made)


def _is_id(word: str, known: Sequence[Choice], new: Sequence[NewEntity]) -> bool:
    return word in {each.id for each in known} | {each.id for each in new}
