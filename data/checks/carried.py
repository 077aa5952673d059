"""Whether the words of a claim carry it: its number, and the names of its parties."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.claim import Claim
from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.figure import Figure
from scale_explorer.models.statement import Statement

from ..finding import Finding
from ..grounding.bearing import bears_on
from ..grounding.naming import haystack, stands_in
from ..grounding.number import NumberProof, unsaid_amounts
from ..grounding.proof import Carried, PartyProof
from ..grounding.quotes import Cited, quotes_of
from .context import At, Context
from .wording import shortened

_NAMES = 3  # names told of those that are missing


def figure_not_in_quote(context: Context) -> Iterator[Finding]:
    """Tell of stated figures whose amount, scale, unit and hedge no quote carries together."""
    for claim, number, _ in _proved(context):
        if isinstance(claim, Figure) and number and number.evidence is None:
            message = f"no quote carries {_written(claim)}{_nearest(number)}"
            hint = "write the value as the source does, or quote the words that say it"
            yield context.error("figure_not_in_quote", message, At(claim.id, "value"), hint)


def number_not_in_quote(context: Context) -> Iterator[Finding]:
    """Warn of numbers in a title or text of the author’s that no quote of the claim carries."""
    for claim, _, _ in _proved(context):
        field, told = _told(claim)
        for written in unsaid_amounts(told, tuple(quotes_of(claim))):
            message = f"no quote carries the {written} of its {field}"
            hint = "quote the words that say it"
            yield context.warning("number_not_in_quote", message, At(claim.id, field), hint)


def party_not_in_quote(context: Context) -> Iterator[Finding]:
    """Warn of parties of a claim that none of its quotes names, and no `mentions` explains."""
    for claim, _, parties in _proved(context):
        for party in parties:
            if party.carried is Carried.MISSING:
                message = f"no quote names its {_field(party)}, {_missing(context, party)}"
                hint = f'quote a name, or say who is meant: mentions = {{ "…" = "{party.id}" }}'
                at = At(claim.id, party.field, party.id)
                yield context.warning("party_not_in_quote", message, at, hint)


def quote_without_party(context: Context) -> Iterator[Finding]:
    """Warn of quotes that bear on no party or number of their claim, beside others that do."""
    for claim, _, parties in _proved(context):
        quotes = tuple(quotes_of(claim))
        if not parties or len(quotes) == 1:
            continue
        bearing = [bears_on(context.prover, claim, cited) for cited in quotes]
        if any(bearing):
            for cited, bears in zip(quotes, bearing, strict=True):
                if not bears:
                    yield _idle(context, cited)


def mention_not_in_quote(context: Context) -> Iterator[Finding]:
    """Warn of words in `mentions` that are not in their quote."""
    for cited in context.quotes:
        for words in cited.quote.mentions:
            if not stands_in(haystack(words).text, cited.quote.exact):
                message = f"mentions explains “{shortened(words)}”, which is not in the quote"
                at = At(cited.record.id, cited.field, words)
                yield context.warning("mention_not_in_quote", message, at)


def mention_of_another(context: Context) -> Iterator[Finding]:
    """Warn of `mentions` that take the very name of one entity for another."""
    called = _called(context)
    for cited in context.quotes:
        for words, meant in cited.quote.mentions.items():
            others = called.get(haystack(words).text, frozenset())
            if others and meant not in others:
                known = ", ".join(sorted(others))
                message = f"mentions takes “{shortened(words)}” for {meant}, but it names {known}"
                at = At(cited.record.id, cited.field, words)
                yield context.warning("mention_of_another", message, at)


def _proved(
    context: Context,
) -> Iterator[tuple[Claim, NumberProof | None, tuple[PartyProof, ...]]]:
    for claim in context.dataset.claims:
        proof = context.proofs.get(claim.id)
        if proof:
            yield claim, proof.number, proof.parties


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
    names = [_name(context, each) for each in party.missing[:_NAMES]]
    more = f" and {len(party.missing) - _NAMES} more" if len(party.missing) > _NAMES else ""
    return f"{party.id}: {', '.join(names)}{more} missing"


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


def _called(context: Context) -> dict[str, frozenset[str]]:
    """Return whom each full name or alias means."""
    called: dict[str, frozenset[str]] = {}
    for entity in context.dataset.entities:
        for name in (entity.name, *entity.aliases):
            folded = haystack(name).text
            called[folded] = called.get(folded, frozenset()) | {entity.id}
    return called
