"""Whether the words of a claim carry it: its number, and the names of its parties."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.claim import Claim
from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.figure import Figure
from scale_explorer.models.statement import Statement

from ..finding import Finding
from ..grounding.bearing import bearing_on
from ..grounding.fold import fold
from ..grounding.naming import Text
from ..grounding.number import NumberProof, unsaid_amounts
from ..grounding.proof import Carried, PartyProof, Proof
from ..grounding.quotes import Cited, quotes_of
from .context import At, Context
from .wording import shortened

_NAMES = 3  # names told of those that are missing


def figure_not_in_quote(context: Context) -> Iterator[Finding]:
    """Tell of stated figures whose amount, scale, unit and hedge no quote carries together."""
    for claim, proof in _proved(context):
        if isinstance(claim, Figure) and proof.number and proof.number.evidence is None:
            message = f"no quote carries {_written(claim)}{_nearest(proof.number)}"
            hint = "write the value as the source does, or quote the words that say it"
            yield context.error("figure_not_in_quote", message, At(claim.id, "value"), hint)


def number_not_in_quote(context: Context) -> Iterator[Finding]:
    """Warn of numbers in a title or text of the author’s that no quote of the claim carries."""
    for claim, _ in _proved(context):
        field, told = _told(claim)
        for written in unsaid_amounts(told, tuple(quotes_of(claim))):
            message = f"no quote carries the {written} of its {field}"
            hint = "quote the words that say it"
            yield context.warning("number_not_in_quote", message, At(claim.id, field), hint)


def party_not_in_quote(context: Context) -> Iterator[Finding]:
    """Warn of parties of a claim that none of its quotes names, and no `mentions` explains."""
    for claim, proof in _proved(context):
        for party in proof.parties:
            if party.carried is Carried.MISSING:
                message = f"no quote names its {_field(party)}, {_missing(context, party)}"
                hint = f"quote a name, or say who is meant: {_mention(context, claim, party.id)}"
                at = At(claim.id, party.field, party.id)
                yield context.warning("party_not_in_quote", message, at, hint)


def quote_without_party(context: Context) -> Iterator[Finding]:
    """Warn of quotes that bear on no party or number of their claim, beside others that do.

    A quote of a figure bears on it with the number, or with a party that no number stands beside.
    """
    for claim, proof in _proved(context):
        quotes = tuple(quotes_of(claim))
        if len(quotes) > 1 and proof.parties:
            bearing = bearing_on(claim, quotes, proof.parties)
            idle = (cited for place, cited in enumerate(quotes) if place not in bearing)
            yield from (_idle(context, cited) for cited in idle if bearing)


def mention_not_in_quote(context: Context) -> Iterator[Finding]:
    """Warn of words in `mentions` that are not in their quote."""
    for cited in context.quotes:
        for words in cited.quote.mentions:
            if not Text((cited.quote.exact,)).holds(fold(words).text):
                message = f"mentions explains “{shortened(words)}”, which is not in the quote"
                at = At(cited.record.id, cited.field, words)
                yield context.warning("mention_not_in_quote", message, at)


def mention_of_another(context: Context) -> Iterator[Finding]:
    """Warn of words in `mentions` that name another entity than the one they are said to mean."""
    called = _called(context)
    for cited in context.quotes:
        for words, meant in cited.quote.mentions.items():
            others = called.get(fold(words).text, set())
            if others and meant not in others:
                known = _some(sorted(others))
                message = f"mentions takes “{shortened(words)}” for {meant}, but it names {known}"
                at = At(cited.record.id, cited.field, words)
                yield context.warning("mention_of_another", message, at)


def _proved(context: Context) -> Iterator[tuple[Claim, Proof]]:
    for claim in context.dataset.claims:
        if proof := context.proofs.get(claim.id):
            yield claim, proof


def _mention(context: Context, claim: Claim, meant: str) -> str:
    """Return how an author writes whom some words stand for."""
    if context.in_csv(claim.id):
        return f"… = {meant} in the column mentions"
    return f'mentions = {{ "…" = "{meant}" }}'


def _written(figure: Figure) -> str:
    return figure.as_written or f"{figure.value.stated if figure.value else ''} {figure.unit}"


def _nearest(number: NumberProof) -> str:
    if not number.nearest:
        return ": there is no number in them" if not number.differs else ""
    return f"; “{number.nearest}” differs in {' and '.join(number.differs)}"


def _told(claim: Claim) -> tuple[str, str]:
    if isinstance(claim, Statement):
        return "text", claim.text
    return ("title", claim.title) if isinstance(claim, Deal) else ("", "")


def _field(party: PartyProof) -> str:
    return "party" if party.field == "parties" else party.field


def _missing(context: Context, party: PartyProof) -> str:
    """Name the party, and who of it is not named where it is a claim itself."""
    if party.missing == (party.id,):
        return _name(context, party.id)
    return f"{party.id}: {_some([_name(context, each) for each in party.missing])} missing"


def _some(names: list[str]) -> str:
    """List the first of some names, and count the others."""
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return ", ".join(names[:_NAMES]) + more


def _name(context: Context, record_id: str) -> str:
    record = context.dataset.by_id.get(record_id)
    return record.name if isinstance(record, Entity) else record_id


def _idle(context: Context, cited: Cited) -> Finding:
    message = (
        f"“{shortened(cited.quote.exact)}” names no party of this {cited.record.KIND.label.lower()}"
    )
    hint = "does it belong to another claim? if not, say who is meant with mentions"
    at = At(cited.record.id, cited.field, cited.quote.exact)
    return context.warning("quote_without_party", message, at, hint)


def _called(context: Context) -> dict[str, set[str]]:
    """Return whom each name or alias means, in full or as texts have it."""
    called: dict[str, set[str]] = {}
    for entity in context.dataset.entities:
        full = (fold(name).text for name in (entity.name, *entity.aliases))
        for name in (*full, *context.prover.names.names(entity.id)):
            called.setdefault(name, set()).add(entity.id)
    return called
