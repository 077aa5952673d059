"""Relationships as sentences: one table of verb forms, and how status and modality choose one.

`relation_type.MEANINGS` holds the phrase in the present; this adds what a sentence about the past,
a plan or several subjects needs.
"""

from __future__ import annotations

from scale_explorer.models.claim import Modality
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import RelationStatus


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a relationship's phrase: `infinitive` follows `to`."""

    singular: str
    plural: str
    past: str
    past_plural: str
    infinitive: str
    infinitive_plural: str


def _verb(infinitive: str, singular: str, past: str) -> Verb:
    return Verb(singular, infinitive, past, past, infinitive, infinitive)


def _done(infinitive: str, past: str) -> Verb:
    return Verb(past, past, past, past, infinitive, infinitive)


def _being(one: str, several: str) -> Verb:
    return Verb(
        f"is {one}", f"are {several}", f"was {one}", f"were {several}", f"be {one}", f"be {several}"
    )


_T = RelationType
_VERBS: dict[RelationType, Verb] = {
    _T.OWNS: _verb("own", "owns", "owned"),
    _T.INVESTED_IN: _done("invest in", "invested in"),
    _T.SUBSIDIARY_OF: _being("a subsidiary of", "subsidiaries of"),
    _T.CUSTOMER_OF: _being("a customer of", "customers of"),
    _T.PARTNER_OF: _being("a partner of", "partners of"),
    _T.COMPETES_WITH: _verb("compete with", "competes with", "competed with"),
    _T.EMPLOYED_BY: _verb("work for", "works for", "worked for"),
    _T.LEADS: _verb("lead", "leads", "led"),
    _T.FOUNDED: _done("found", "founded"),
    _T.REPRESENTS: _verb("speak for", "speaks for", "spoke for"),
    _T.MEMBER_OF: _being("a member of", "members of"),
    _T.MAKES: _verb("make", "makes", "made"),
    _T.USES: _verb("use", "uses", "used"),
    _T.REGULATES: _verb("regulate", "regulates", "regulated"),
    _T.SCRUTINIZES: _verb("scrutinize", "scrutinizes", "scrutinized"),
    _T.RESTRICTS: _verb("restrict", "restricts", "restricted"),
    _T.RELATED_TO: _being("related to", "related to"),
}

# What befalls business with somebody, where a bare "is a customer of" would hide the news.
_CHANGES = {
    RelationStatus.UNDER_REVIEW: ("is reconsidering", "are reconsidering"),
    RelationStatus.REDUCING: ("is reducing", "are reducing"),
    RelationStatus.REDUCED: ("has reduced", "have reduced"),
    RelationStatus.ENDING: ("is ending", "are ending"),
    RelationStatus.FORMER: ("has ended", "have ended"),
}
_BUSINESS = {
    _T.CUSTOMER_OF: ("its purchases from", "their purchases from"),
    _T.PARTNER_OF: ("its partnership with", "their partnership with"),
    _T.USES: ("its use of", "their use of"),
}
_MAY = {
    Modality.LIKELY: ("is expected to", "are expected to"),
    Modality.POSSIBLE: ("could", "could"),
    Modality.CONDITIONAL: ("would", "would"),
}
_PLANS = ("is to", "are to")


def predicate(
    kind: RelationType, status: RelationStatus, modality: Modality, *, plural: bool
) -> str:
    """Return what stands between subject and object, such as `is expected to work for`."""
    verb = _VERBS[kind]
    if status is RelationStatus.FORMER:
        return verb.past_plural if plural else verb.past
    if modality in _MAY or status is RelationStatus.PLANNED:
        auxiliary = _MAY.get(modality, _PLANS)[plural]
        return f"{auxiliary} {verb.infinitive_plural if plural else verb.infinitive}"
    return verb.plural if plural else verb.singular


def news(kind: RelationType, status: RelationStatus, *, plural: bool) -> str | None:
    """Return what a status says has changed, such as `is ending its purchases from`, or None."""
    if status not in _CHANGES or kind not in _BUSINESS:
        return None
    return f"{_CHANGES[status][plural]} {_BUSINESS[kind][plural]}"
