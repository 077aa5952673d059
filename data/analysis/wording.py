"""Words for what claims hold in codes: measures, states, periods, places in time."""

from __future__ import annotations

from scale_explorer.models.claim import Claim, Modality
from scale_explorer.models.dates import readable, readable_range
from scale_explorer.models.deal import Deal, DealStatus, Party, PartyRole
from scale_explorer.models.evidence import Direction, Directness, Source
from scale_explorer.models.figure import Around, Figure, FigureStatus, Measure
from scale_explorer.models.reason import ReasonType
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship, RelationStatus
from scale_explorer.models.statement import Stance, Statement

from ..grounding.quotes import quotes_of

CAUSING = {
    ReasonType.LED_TO: "because",
    ReasonType.REASON_FOR: "because",
    ReasonType.ACCELERATED: "sped up by",
    ReasonType.MADE_POSSIBLE: "made possible by",
    ReasonType.DESPITE: "despite",
}
"""What stands between an effect and its cause, and before the cause on its effect's page."""

FOLLOWING = {
    ReasonType.LED_TO: "so",
    ReasonType.REASON_FOR: "so",
    ReasonType.ACCELERATED: "speeds up",
    ReasonType.MADE_POSSIBLE: "makes possible",
    ReasonType.DESPITE: "yet",
}
"""What stands before an effect on its cause's page."""

TELLING = {
    ReasonType.LED_TO: "so",
    ReasonType.REASON_FOR: "so",
    ReasonType.ACCELERATED: "so, sooner",
    ReasonType.MADE_POSSIBLE: "which lets",
    ReasonType.DESPITE: "and yet",
}
"""What stands before an effect in a story that has told its cause."""

BY = {
    Stance.ASSERTS: "said by",
    Stance.DENIES: "denied by",
    Stance.PLANS: "planned by",
    Stance.CONSIDERS: "considered by",
    Stance.COMMITS: "promised by",
    Stance.EXPECTS: "expected by",
    Stance.FEARS: "feared by",
    Stance.HOPES: "hoped for by",
    Stance.DECLINES_TO_COMMENT: "no comment by",
}
"""What stands before the holder of a statement."""


def words(code: str) -> str:
    """Return a code the way people write it: `under_review` as `under review`."""
    return code.replace("_", " ")


def measured(measure: Measure) -> str:
    """Return what a figure measures, in words."""
    return "rank" if measure is Measure.POSITION else words(measure.value)


_AHEAD = {DealStatus.RUMORED, DealStatus.PLANNED, DealStatus.ANNOUNCED, DealStatus.PENDING}


def party_role(deal: Deal, party: Party) -> str:
    """Return what a party does in a deal; nobody's employer is a former one before it is done."""
    if party.role is PartyRole.FORMER_EMPLOYER and deal.status in _AHEAD:
        return "present employer"
    return words(party.role.value)


def when(record: Record) -> str:
    """Return a record's own time, readably, or nothing."""
    match record:
        case Figure():
            return period(record)
        case Relationship():
            return _span(record)
        case Deal():
            return readable(record.completed or record.announced or _last_date(record) or "")
        case Statement():
            return readable(record.date or "")
        case Source():
            return readable(record.published or "")
        case _:
            return ""


def period(figure: Figure) -> str:
    """Return a figure's period, such as `2024` or `before the deal`."""
    if isinstance(figure.period, Around):
        return "before the deal" if figure.period.before else "after the deal"
    return readable(figure.period or "")


def _span(relation: Relationship) -> str:
    if relation.start or relation.end:
        return readable_range(relation.start or "", relation.end or "")
    return readable(_last_date(relation) or "")


def _last_date(claim: Relationship | Deal) -> str | None:
    return claim.history[-1].date if claim.history else None


def state(claim: Record, status: str | None = None) -> str:
    """Return how a claim stands, in words such as `ending` or `planned, likely`.

    `status` replaces the status that it has now.
    """
    if not isinstance(claim, Claim):
        return ""
    now = standing(claim) if status is None else status
    told = [] if now in _SILENT.get(type(claim), ()) else [now]
    if claim.modality is not Modality.CERTAIN:
        told.append(claim.modality.value)
    if is_inferred(claim):
        told.append("inferred")
    return ", ".join(dict.fromkeys(words(each) for each in told if each))


# What a reader takes for granted: said on the claim's own page, and not on every line.
_SILENT: dict[type[Claim], frozenset[str]] = {
    Relationship: frozenset({RelationStatus.CURRENT, RelationStatus.UNKNOWN}),
    Deal: frozenset({DealStatus.UNKNOWN}),
    Figure: frozenset({FigureStatus.REPORTED}),
    Statement: frozenset({Stance.ASSERTS}),
}


def standing(claim: Claim) -> str:
    """Return the code of a claim's status or stance, or nothing for a reason."""
    if isinstance(claim, Relationship | Deal | Figure):
        return claim.status.value
    return claim.stance.value if isinstance(claim, Statement) else ""


def told_in_full(claim: Claim) -> str:
    """Return how a claim stands with nothing taken for granted, such as `current, inferred`.

    A status that is not known is no fact, and not told.
    """
    taken_for_granted = words(standing(claim)).removeprefix("unknown")
    told = state(claim)
    if taken_for_granted in told.split(", "):
        return told
    return ", ".join(filter(None, (taken_for_granted, told)))


def is_inferred(claim: Claim) -> bool:
    """Say whether no quote states the claim: a reader concluded it from all that carry it."""
    quotes = (cited.quote for cited in quotes_of(claim))
    directness = {each.directness for each in quotes if each.direction is Direction.SUPPORTS}
    return directness == {Directness.INFERRED}
