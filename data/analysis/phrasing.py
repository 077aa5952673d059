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

from .figure_title import figure_short, figure_title, figure_with_amount
from .links import Links
from .names import name, names, sentence_case, with_article
from .verbs import news, predicate
from .wording import BY, CAUSING, when


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
    said = relation_verb(links, relation, status)
    subject, other = (with_article(links, end) for end in (relation.subject, relation.object))
    if relation.type is RelationType.RELATED_TO and relation.role:
        is_told = name(links, relation.object) in relation.role
        ends = subject if is_told else f"{subject} and {other}"
        return sentence_case(f"{ends}: {relation.role}")
    return sentence_case(f"{subject} {said} {other}")


def relation_verb(links: Links, relation: Relationship, status: RelationStatus) -> str:
    """Return what stands between subject and object, such as `is ending its purchases from`."""
    plural = is_several(links.dataset.by_id.get(relation.subject))
    return news(relation.type, status, plural=plural) or predicate(
        relation.type, status, relation.modality, plural=plural
    )


def is_several(subject: Record | None) -> bool:
    """Say whether a verb after this subject stands in the plural: `AI models use …`."""
    if not isinstance(subject, Product):
        return isinstance(subject, Group)
    last = subject.name.split()[-1]
    return last.islower() and last.endswith("s") and not last.endswith("ss")


def _reason_title(links: Links, reason: Reason) -> str:
    cause, effect = _end_title(links, reason.cause), _end_title(links, reason.effect)
    return f"{effect} – {CAUSING[reason.type]}: {cause}"


def _end_title(links: Links, record_id: str) -> str:
    record = links.dataset.by_id.get(record_id)
    if isinstance(record, Figure):
        return figure_with_amount(links, record)
    return title_of(links, record_id)


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
            arrow = "–" if record.type in _MUTUAL else "→"
            ends = f"{name(links, record.subject)} {arrow} {name(links, record.object)}"
            return sentence_case(ends)
        case Reason():
            effect, cause = (_end_short(links, end) for end in (record.effect, record.cause))
            return f"{effect} – {CAUSING[record.type]}: {cause}"
        case _:
            return title(links, record)


_MUTUAL = {RelationType.PARTNER_OF, RelationType.COMPETES_WITH, RelationType.RELATED_TO}


def _end_short(links: Links, record_id: str) -> str:
    record = links.dataset.by_id.get(record_id)
    if isinstance(record, Figure | Relationship):
        return short(links, record)
    return title_of(links, record_id)


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
    teller = with_article(links, speaker) if speaker else statement.attribution
    held = f"{BY[statement.stance]} {with_article(links, holder)}" if holder else ""
    told = f"according to {teller}" if teller and speaker != holder else ""
    if speaker and holder and _speaks_for(links, speaker, holder):
        told = f"through {teller.removesuffix(f' for {name(links, holder)}')}"
    return ", ".join(filter(None, (held, told)))


def _speaks_for(links: Links, speaker: str, holder: str) -> bool:
    """Say whether what one says is the other's word: a spokesperson, a head or an officer."""
    return any(
        relation.subject == speaker and relation.object == holder and relation.type in _VOICES
        for relation in links.relations.get(speaker, ())
    )


_VOICES = {RelationType.REPRESENTS, RelationType.LEADS, RelationType.EMPLOYED_BY}


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
