"""What Evidence shows of a claim."""

from __future__ import annotations

from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.figures import Derivation
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import CLAIM_KINDS

from .scene import Words


def words_of(
    store: Store, claim: str | None, text: str, computed: Derivation | None = None
) -> Words:
    """Return the quotes of a claim that hold some words, and all that is known of them."""
    if claim is None:
        return Words(None, "", (), None, {})
    quotes = tuple(_with_names(store, quote) for quote in store.evidence(claim))
    wanted = text.casefold().split()
    matching = tuple(
        quote for quote in quotes if all(word in quote.exact.casefold() for word in wanted)
    )
    row = store.record(claim)
    portrait = store.portrait(claim) if row and row.kind in CLAIM_KINDS else None
    note = portrait.summary if portrait else ""
    derivation = computed or store.derivation(claim)
    inputs = derivation.inputs if derivation else ()
    behind = {each.id: quotes[0] for each in inputs if (quotes := store.evidence(each.id))}
    disputes = () if wanted else store.disputes(claim)
    return Words(
        row, note, matching, derivation, behind,
        store.proofs(claim), store.findings_of(claim), disputes,
    )  # fmt: skip


def _with_names(store: Store, quote: EvidenceRow) -> EvidenceRow:
    """Say by name, not by id, whom the quote's pronouns and paraphrases mean."""
    found = ((words, store.record(meant), meant) for words, meant in quote.mentions)
    named = tuple((words, row.short if row else meant) for words, row, meant in found)
    return replace(quote, mentions=named)


def chosen_quote(words: Words, cursor: str | None) -> EvidenceRow | None:
    """Return the quote under the cursor, or the first."""
    chosen = (quote for quote in (*words.quotes, *words.others) if quote.id == cursor)
    return next(chosen, words.quotes[0] if words.quotes else None)
