"""How records read: a title that is a sentence or a name, a short one, and the next detail."""

from __future__ import annotations

from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.group import Group
from scale_explorer.models.person import Person
from scale_explorer.models.product import Product
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import Relationship, RelationStatus
from scale_explorer.models.statement import Statement

from .figure_title import figure_short, figure_title
from .links import Links
from .names import name, names, sentence_case
from .verbs import news, predicate
from .wording import BECAUSE, BY, when


def title(links: Links, record: Record) -> str:
    """Return an entity's name, or what a claim says as one sentence."""
    match record:
        case Relationship():
            return relation_title(links, record, record.status)
        case Figure():
            return figure_title(links, record)
        case Statement():
            return " ".join(record.text.split())
        case Reason():
            return _reason_title(links, record)
        case _:
            return sentence_case(name(links, record.id))


def relation_title(links: Links, relation: Relationship, status: RelationStatus) -> str:
    """Return a relationship as a sentence, as it stood when it had this status."""
    plural = _is_several(links.dataset.by_id.get(relation.subject))
    said = news(relation.type, status, plural=plural) or predicate(
        relation.type, status, relation.modality, plural=plural
    )
    subject, other = name(links, relation.subject), name(links, relation.object)
    return sentence_case(f"{subject} {said} {other}")


def _is_several(subject: Record | None) -> bool:
    """Say whether a verb after this subject stands in the plural: `AI models use …`."""
    if not isinstance(subject, Product):
        return isinstance(subject, Group)
    last = subject.name.split()[-1]
    return last.islower() and last.endswith("s") and not last.endswith("ss")


def _reason_title(links: Links, reason: Reason) -> str:
    cause, effect = title_of(links, reason.cause), title_of(links, reason.effect)
    return f"{effect} – {BECAUSE[reason.type]}: {cause}"


def title_of(links: Links, record_id: str) -> str:
    """Return the title of a record that may be missing."""
    record = links.dataset.by_id.get(record_id)
    if record is None or isinstance(record, Reason):  # a reason of a reason would never end
        return record_id
    return title(links, record)


def short(links: Links, record: Record) -> str:
    """Return the title where room is scarce."""
    match record:
        case Figure():
            return figure_short(links, record)
        case Relationship():
            ends = f"{name(links, record.subject)} – {name(links, record.object)}"
            return sentence_case(ends)
        case Reason():
            return f"{BECAUSE[record.type]}: {title_of(links, record.cause)}"
        case _:
            return title(links, record)


def detail(links: Links, record: Record) -> str:
    """Return the next thing that a reader asks after the title."""
    if isinstance(record, Entity):
        return _entity_detail(links, record) or record.summary
    if isinstance(record, Source):
        return " · ".join(each for each in (record.publisher, when(record)) if each)
    return _claim_detail(links, record)


def _claim_detail(links: Links, record: Record) -> str:
    match record:
        case Relationship():
            return record.role
        case Deal():
            return ", ".join(name(links, party.entity) for party in record.parties)
        case Figure():
            return f"“{record.as_written}”" if record.as_written else ""
        case Statement():
            return _thought_of(links, record)
        case _:
            return record.condition if isinstance(record, Reason) else ""


def _entity_detail(links: Links, entity: Entity) -> str:
    match entity:
        case Person():
            return _position(links, entity)
        case Product():
            return _makers(links, entity)
        case Group():
            return names(links, entity.members)
        case _:
            return ""


def who(links: Links, statement: Statement) -> str:
    """Return whose thought a statement is, or who told of it; of the source's own, nothing."""
    teller = statement.holder or statement.speaker
    return name(links, teller) if teller else statement.attribution


def _thought_of(links: Links, statement: Statement) -> str:
    """Return who holds a statement and according to whom, such as `planned by Google`."""
    holder, speaker = statement.holder, statement.speaker
    teller = name(links, speaker) if speaker else statement.attribution
    held = f"{BY[statement.stance]} {name(links, holder)}" if holder else ""
    told = f"according to {teller}" if teller and speaker != holder else ""
    return ", ".join(filter(None, (held, told)))


def _position(links: Links, person: Person) -> str:
    """Return what a person does and where, such as `chief executive officer, Scale AI`."""
    for relation in links.relations.get(person.id, ()):
        if relation.subject == person.id and relation.type in _POSITIONS:
            return ", ".join(filter(None, (relation.role, name(links, relation.object))))
    return ""


_POSITIONS = (
    RelationType.LEADS,
    RelationType.FOUNDED,
    RelationType.EMPLOYED_BY,
    RelationType.REPRESENTS,
)


def _makers(links: Links, product: Product) -> str:
    relations = links.relations.get(product.id, ())
    makers = [r.subject for r in relations if r.type is RelationType.MAKES]
    return f"made by {names(links, makers)}" if makers else ""
