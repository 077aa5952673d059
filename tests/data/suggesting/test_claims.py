"""Who said it, what ties whom, and what smells of a deal, a stance or a reason."""

from __future__ import annotations

import pytest

from scale_explorer.data.suggesting import claim_words, tie_words
from scale_explorer.models.deal import DealStatus, DealType
from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.tokens import Phrases
from scale_explorer.models.reason import ReasonType
from scale_explorer.models.relationship import RelationStatus
from scale_explorer.models.statement import Stance

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "It left, according to sources familiar with the matter.",
            "sources familiar with the matter", None,
        ),
        ("Alder said that it left.", "Alder", "alder"),
        ("“We left,” said Jane Roe, who ran it.", "Jane Roe", "jane-roe"),
        ("A spokesperson for Alder told Reuters so.", "A spokesperson for Alder", "talker"),
        ("A lawyer for Birch stated that it left.", "A lawyer for Birch", None),
        ("The Daily Loaf reported that it left.", "The Daily Loaf", None),
        ("Two people close to the sale put it at $3.", "Two people close to the sale", None),
        ("Robots, bakers expect, will knead.", "bakers", None),
        ("Laut einem Sprecher ging sie.", "einem Sprecher", None),
        ("Selon une source proche du dossier, elle part.", "une source proche du dossier", None),
        ("Según fuentes del sector, se va.", "fuentes del sector", None),
    ],
)  # fmt: skip
def test_who_said_it_is_written_as_in_an_attribution(
    read: Read, text: str, said: str, speaker: str | None
) -> None:
    (told,) = read(text).attributions
    assert (told.words, told.speaker) == (said, speaker)


@pytest.mark.parametrize("text", ["It said so.", "Alder reported a loss.", "They say nothing."])
def test_a_pronoun_or_a_result_is_no_attribution(read: Read, text: str) -> None:
    assert read(text).attributions == ()


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Birch acquires Alder.", ("owns", "birch", "alder", "current")),
        ("Birch plans to buy Alder.", ("owns", "birch", "alder", "planned")),
        ("Alder is owned by Birch.", ("owns", "birch", "alder", "current")),
        (
            "Birch, the biggest customer of Alder, left.",
            ("customer_of", "birch", "alder", "current"),
        ),
        ("Alder’s biggest customer, Birch, left.", ("customer_of", "birch", "alder", "current")),
        ("Birch supplies Alder.", ("customer_of", "alder", "birch", "current")),
        ("Birch competes with Alder.", ("competes_with", "birch", "alder", "current")),
        ("Jane Roe, CEO of Alder, left.", ("leads", "jane-roe", "alder", "current")),
        ("Alder’s CEO, Jane Roe, left.", ("leads", "jane-roe", "alder", "current")),
        ("Jane Roe works for Birch.", ("employed_by", "jane-roe", "birch", "current")),
        ("Jane Roe founded Birch.", ("founded", "jane-roe", "birch", "current")),
        ("Alder makes Loafer.", ("makes", "alder", "loaf", "current")),
        ("Birch is stepping back from Alder.", ("customer_of", "birch", "alder", "reducing")),
        ("Birch had cut ties with Alder.", ("customer_of", "birch", "alder", "ending")),
        ("Cedar, a former partner of Birch, left.", ("partner_of", "cedar", "birch", "former")),
    ],
)  # fmt: skip
def test_words_tie_the_names_around_them(
    read: Read, text: str, tie: tuple[str, str, str, str]
) -> None:
    found = [(each.type, each.subject, each.object, each.status) for each in read(text).ties]
    assert tie in found


def test_a_tie_to_a_pronoun_is_one_to_whom_it_stands_for(read: Read) -> None:
    (tie,) = read("Birch grew. It acquired Cedar.", "It acquired Cedar").ties
    assert (tie.subject, tie.object) == ("birch", "cedar")


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("Alder fell. It left.", "It", ("alder",)),
        ("Jane Roe left Birch. She was tired.", "She", ("jane-roe",)),
        ("Birch, which Cedar hates, said it left.", "it", ("birch", "cedar")),
        ("Birch and Alder met. The startup left.", "The startup", ("alder", "birch")),
        ("Birch asked the Bread Office. The regulator refused.", "The regulator", ("office",)),
        ("Birch has some bakers. They left.", "They", ("bakers", "birch")),
    ],
)
def test_a_mention_proposes_whom_it_may_stand_for(
    read: Read, text: str, words: str, ids: tuple[str, ...]
) -> None:
    mentions = read(text, words).mentions
    assert [(each.words, each.ids) for each in mentions if each.words == words] == [(words, ids)]


def test_a_mention_of_nobody_known_is_none(read: Read) -> None:
    assert read("It left the company.").mentions == ()


def test_deal_stance_and_reason_have_their_words(read: Read) -> None:
    found = read("Birch agreed to acquire Alder because it feared Cedar.")
    assert [(each.type, each.status) for each in found.deals] == [("acquisition", "announced")]
    assert ("fears", "alder") in [(each.stance, each.holder) for each in found.stances]
    assert [(each.words, each.type, each.cause_first) for each in found.reasons] == [
        ("because", "reason_for", False)
    ]


def test_concerns_that_are_raised_are_no_funding_round(read: Read) -> None:
    assert read("The news raised concerns.").deals == ()
    assert read("Alder raised $3 million.").deals[0].type == "funding_round"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("revenue of $3 million", Kind.FIGURE),
        ("Jane Roe works for Birch", Kind.RELATIONSHIP),
        ("Birch agreed to acquire Alder", Kind.DEAL),
        ("Birch denied it", Kind.STATEMENT),
        ("this led to losses", Kind.REASON),
    ],
)
def test_the_likeliest_kind_comes_first(read: Read, text: str, kind: Kind) -> None:
    kinds = read(text).kinds
    assert kinds[0].kind is kind
    assert len(kinds) == 5


def _meanings(table: Phrases[str]) -> set[str]:
    return set(table.meanings.values())


def test_what_tables_tell_are_values_of_the_models() -> None:
    assert _meanings(claim_words.DEALS) <= set(DealType)
    assert _meanings(claim_words.DEAL_STATUSES) <= set(DealStatus)
    assert _meanings(claim_words.STANCES) <= set(Stance)
    reasons = {each.partition(":")[0] for each in _meanings(claim_words.REASONS)}
    assert reasons <= set(ReasonType)
    statuses = {cue.status for cue in tie_words.TIES.meanings.values() if cue.status}
    assert _meanings(tie_words.STATUSES) | statuses <= set(RelationStatus)
