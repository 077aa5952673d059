"""The words that filters take: fields with what to write behind them, and qualities."""

from __future__ import annotations

FIELDS = {
    "about": "the id or name of what a statement is about",
    "cause": "the id or title of a reason's cause",
    "country": "a country's two letters",
    "deal": "the id or title of a deal",
    "effect": "the id or title of a reason's effect",
    "holder": "the id or name of whose view or plan it is",
    "id": "how an id begins",
    "identifier": "an LEI, ticker, CIK or Wikidata item",
    "kind": "a kind of record, such as company or deals",
    "measure": "what a figure measures, such as revenue",
    "modality": "certain, likely, possible or conditional",
    "object": "the id or name of a relationship's object",
    "party": "the id or name of a party to a deal",
    "period": "a figure's period as the data set writes it",
    "publisher": "who published the source",
    "role": "a role in a relationship or deal",
    "scope": "the id or name of the part that a figure is about",
    "source": "the id or title of a source that it rests on",
    "speaker": "the id, name or attribution of who said it",
    "stance": "what a statement does, such as fears or plans",
    "status": "a status, such as current, announced or reported",
    "subject": "the id or name of what a claim is about",
    "tag": "a tag",
    "type": "a type of relationship, deal or reason",
    "unit": "a unit, such as USD or %",
    "year": "a year, such as 2024",
}
"""Every field, and what to write behind its colon."""

QUALITIES = {
    "announced": "a deal that is announced",
    "cancelled": "a deal that is off",
    "certain": "a claim worded as certain",
    "completed": "a deal that is done",
    "conditional": "a claim that hangs on a condition",
    "current": "a relationship that stands",
    "deprecated": "a claim that its author would rather not use",
    "derived": "a figure computed by a formula",
    "disputed": "a claim that another claim or a quote contradicts",
    "ending": "a relationship about to end",
    "estimated": "a figure that somebody estimated",
    "flagged": "a record that a check found something about",
    "former": "a relationship that is over",
    "hedged": "a figure worded as about, nearly, over …",
    "inferred": "a claim that a reader concluded",
    "lead": "one of the claims that tell the story",
    "likely": "a claim worded as likely",
    "maybe": "a claim that may have begun or changed only after the day looked at",
    "moved": "a record that began to count or changed on the day looked at",
    "new": "a record added or changed since your last visit",
    "pending": "a deal that waits for something",
    "planned": "a plan",
    "possible": "a claim worded as possible",
    "preferred": "the claim that leads among several",
    "reduced": "a relationship that has become smaller",
    "reducing": "a relationship that becomes smaller",
    "reported": "a figure that is reported as fact",
    "rumored": "a deal that is rumored",
    "single-source": "a claim that the quotes of one source carry",
    "undated": "a claim without a date, which so counts on whatever day is looked at",
    "under-review": "a relationship that is being reconsidered",
    "unknown": "a relationship or deal whose status is not known",
    "unnamed": "somebody whom the source does not name",
    "unsupported": "a claim that no quote carries",
    "unverified": "a claim with a quote that was not found in its source",
    "wrong": "a record with an error that a check found",
}
"""Every word that `is:` takes, and what it keeps."""

NEW = "new"
"""The one quality that depends on who reads, and is kept apart from the set."""

MOVED, MAYBE, UNDATED = "moved", "maybe", "undated"
AS_OF = (MOVED, MAYBE, UNDATED)
"""The qualities that depend on the day looked at: without one nothing has them."""

TRUST = (
    "disputed", "single-source", "unsupported", "derived", "planned", "inferred", "possible",
)  # fmt: skip
"""The qualities that tell how far a set can be trusted, of which the totals are kept."""
