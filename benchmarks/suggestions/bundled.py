"""The bundled sets as ground truth: what claims carry should be proposed from their quotes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.mutating.subject import Subject
from benchmarks.suggestions.score import Score
from scale_explorer.data.grounding.match import find
from scale_explorer.data.grounding.parties import parties
from scale_explorer.data.grounding.quotes import Cited, quotes_of
from scale_explorer.data.grounding.words import Haystack
from scale_explorer.data.suggesting.known_names import KnownNames
from scale_explorer.data.suggesting.passage import Setting
from scale_explorer.data.suggesting.proposal import AmountProposal, Proposals
from scale_explorer.data.suggesting.suggest import proposals, suggest
from scale_explorer.models.claim import Claim
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Direction, Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.quantity.unit import Unit

LABELS = Path(__file__).parent / "bundled.toml"


@dataclass(frozen=True)
class Bundled:
    """A set with its texts, and what is proposed for each of its quotes."""

    subject: Subject

    @cached_property
    def known(self) -> KnownNames:
        """The names of the set."""
        return KnownNames.of_dataset(self.subject.dataset)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of the set's sources."""
        return {key: copy.text for key, copy in self.subject.loaded.copies.items()}

    @cached_property
    def _haystacks(self) -> dict[str, Haystack]:
        return {key: Haystack.of(text) for key, text in self.texts.items()}

    def setting(self, source: str) -> Setting:
        """Return what the set says of a source."""
        record = self.subject.dataset.by_id[source]
        assert isinstance(record, Source)
        return Setting(record.published, record.language)

    def read(self, cited: Cited) -> Proposals | None:
        """Return what is proposed for a quote, or None where its text is not here."""
        source = cited.quote.source
        if source not in self.texts:
            return None
        span = find(self._haystacks[source], cited.quote).span
        if span is None:
            return None
        return proposals(self.texts[source], span, self.known, self.setting(source))

    @cached_property
    def claims(self) -> tuple[tuple[Claim, tuple[tuple[Cited, Proposals], ...]], ...]:
        """Every claim with the quotes for it and what is proposed for each."""
        return tuple((claim, tuple(self._read(claim))) for claim in self.subject.dataset.claims)

    def _read(self, claim: Claim) -> Iterator[tuple[Cited, Proposals]]:
        for cited in quotes_of(claim):
            if cited.quote.direction is Direction.SUPPORTS and (found := self.read(cited)):
                yield cited, found


def figures(bundled: Bundled) -> tuple[Score, Score, Score]:
    """Score the amounts of stated figures in their quotes, their measures and their periods."""
    amounts, measures = Score("amounts of claims"), Score("and their measure")
    periods = Score("periods of figures")
    for claim, read in bundled.claims:
        if not isinstance(claim, Figure) or claim.value is None or not read:
            continue
        fitting = [
            amount
            for _, found in read
            for amount in found.within(found.amounts)
            if _carries(claim, amount)
        ]
        amounts.count(hit=bool(fitting), what=claim.id)
        same = any(each.measure == claim.measure for each in fitting)
        measures.count(hit=same, what=f"{claim.id}: {[each.measure for each in fitting]}")
        if isinstance(claim.period, str):
            told = {each.edtf.rstrip("~") for _, found in read for each in found.periods}
            periods.count(hit=claim.period in told, what=f"{claim.id}: {claim.period}, not {told}")
    return amounts, measures, periods


def _carries(figure: Figure, amount: AmountProposal) -> bool:
    assert figure.value is not None
    value, read = figure.value, amount.interval
    same = value.same_as(read) or (value.low is not None and value.low == value.high == read.stated)
    unit, told = Unit.parse(figure.unit), Unit.parse(amount.unit)
    counted = unit.currency is None and told.currency is None and unit.below == told.below
    each = told.below == ("each",) and unit.above == told.above
    return same and (unit == told or counted or each)


def parties_named(bundled: Bundled) -> tuple[Score, Score]:
    """Score the entities that are parties: those a quote's sentences name, and all of them."""
    named = Score("parties that the sentences name")
    every = Score("all parties, named or meant")
    for claim, read in bundled.claims:
        for party in parties(claim):
            entity = bundled.subject.dataset.by_id.get(party.id)
            if not isinstance(entity, Entity) or not read:
                continue
            by_name = any(entity.id in each.ids for _, found in read for each in found.names)
            meant = any(entity.id in each.ids for _, found in read for each in found.mentions)
            what = f"{claim.id}: {entity.id}"
            if entity.id in _carried(claim):
                named.count(hit=by_name, what=what)
            every.count(hit=by_name or meant, what=what)
    return named, every


def _carried(claim: Claim) -> frozenset[str]:
    """Return the parties that no `mentions` explains: the author holds them to be named."""
    meant = {key for cited in quotes_of(claim) for key in cited.quote.mentions.values()}
    return frozenset(party.id for party in parties(claim)) - meant


def mentions(bundled: Bundled) -> tuple[Score, Score]:
    """Score the pronouns and paraphrases that authors explained: the first guess, and any."""
    first, some = Score("mentions, first guess"), Score("mentions, any guess")
    for claim, read in bundled.claims:
        for cited, found in read:
            told = {each.words.casefold(): each.ids for each in found.within(found.mentions)}
            for words, meant in cited.quote.mentions.items():
                if not isinstance(bundled.subject.dataset.by_id.get(meant), Entity):
                    continue
                ids = told.get(words.casefold())
                if ids is not None:
                    what = f"{claim.id}: {words!r} is {meant}, not {ids}"
                    first.count(hit=ids[0] == meant, what=what)
                    some.count(hit=meant in ids, what=what)
    return first, some


def kinds(bundled: Bundled) -> tuple[Score, Score]:
    """Score the kinds of claim that are ranked for a quote: the first, and the first two."""
    first, two = Score("kind of claim, first"), Score("kind of claim, first two")
    for claim, read in bundled.claims:
        for cited, found in read:
            ranked = [each.kind for each in found.kinds]
            what = f"{claim.KIND} {cited.quote.exact!r}: {ranked[:2]}"
            first.count(hit=ranked[0] is claim.KIND, what=what)
            two.count(hit=claim.KIND in ranked[:2], what=what)
    return first, two


def attributions(bundled: Bundled) -> Score:
    """Score the attributions that authors wrote, where the sentence itself has those words."""
    score = Score("attributions of quotes")
    seen: set[tuple[str, str]] = set()
    for _, read in bundled.claims:
        for cited, found in read:
            said = cited.quote.attribution
            text = bundled.texts[cited.quote.source][slice(*found.context)]
            if said and said in text and (said, text) not in seen:
                seen.add((said, text))
                told = {each.words for each in found.attributions}
                score.count(hit=said in told, what=f"{said}: {told}")
    return score


def labelled_amounts(bundled: Bundled) -> Score:
    """Score all amounts proposed in the texts against those a person reads there."""
    score = Score("amounts in the texts")
    table = tomllib.loads(LABELS.read_text(encoding="utf-8"))
    for source in table["source"]:
        text = bundled.texts.get(source["id"])
        if text is None:
            continue
        copy = bundled.subject.loaded.copies[source["id"]]
        assert copy.sha256 == source["sha256"], f"{source['id']} is another edition: label it anew"
        read = suggest(text, bundled.known, bundled.setting(source["id"]))
        proposed = ((each.start, each.end) for found in read for each in found.amounts)
        score.compare(((start, end) for start, end, _ in source["amounts"]), proposed, source["id"])
    return score


def measured(bundled: Bundled) -> tuple[Score, ...]:
    """Return all scores of a bundled set."""
    return (
        *figures(bundled),
        labelled_amounts(bundled),
        *parties_named(bundled),
        *mentions(bundled),
        attributions(bundled),
        *kinds(bundled),
    )
