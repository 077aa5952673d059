"""What the words of a claim prove of its parties, and whether a quote bears on its claim."""

from __future__ import annotations

from typing import Any

import pytest

from scale_explorer.data.grounding.bearing import bearing_on
from scale_explorer.data.grounding.parties import Party, parties
from scale_explorer.data.grounding.proof import Carried, PartyProof, Proof, Prover
from scale_explorer.data.grounding.quotes import quotes_of
from scale_explorer.models.claim import Claim
from scale_explorer.models.company import Company
from scale_explorer.models.dataset import Dataset, Header
from scale_explorer.models.deal import Deal
from scale_explorer.models.evidence import Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.person import Person
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement


def words(exact: str, **more: Any) -> dict[str, Any]:
    return {"source": "news", "exact": exact, **more}


def record(cls: type[Record], key: str, *quotes: str | dict[str, Any], **fields: Any) -> Record:
    told = [words(quote) if isinstance(quote, str) else quote for quote in quotes]
    return cls.model_validate({"id": key, **fields, **({"evidence": told} if told else {})})


def statement(key: str, *quotes: str | dict[str, Any], about: str = "", **fields: Any) -> Record:
    topics = [{"id": each} for each in about.split()]
    told = {"stance": "asserts", "text": "Something", "about": topics, **fields}
    return record(Statement, key, *quotes, **told)


TIE = {"type": "customer_of", "subject": "alder", "object": "birch"}
KNOWN = (
    record(Source, "news", title="News"),
    record(Source, "olds", title="Olds"),
    record(Company, "alder", name="Alder Bakery", aliases=["Alder"]),
    record(Company, "birch", name="Birch Mills Inc."),
    record(Person, "dana", name="Dana Fox"),
    record(Relationship, "tie", "Alder buys all its flour", "from the mill", **TIE),
    record(
        Deal, "sale", "sold for 40 %", type="acquisition", title="X",
        parties=[{"entity": "alder", "role": "buyer"}, {"entity": "birch", "role": "target"}],
        history=[{"status": "announced", "evidence": [words("a sale in May")]}],
    ),
    record(Figure, "spend", "for $3 million", subject="tie", measure="spend", value="$3 million"),
    record(
        Figure, "share", "a third", subject="birch", scope="alder", measure="share", unit="%",
        formula="{spend} / {spend}",
    ),
    statement("fear", "she fears for it", holder="dana", about="sale birch"),
    statement("nobody", "it rains"),
    statement("ring", "round and round", about="gnir"),
    statement("gnir", "and back again", about="ring"),
    record(Reason, "why", "for that", type="led_to", cause="sale", effect="fear"),
)  # fmt: skip


def proved(claim: Record) -> tuple[PartyProof, ...]:
    prover = Prover(Dataset(Header(id="set", title="Set"), (*KNOWN, claim)))
    return prover.proofs[claim.id].parties


def carried(about: str, quote: str | dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    (found,) = proved(statement("said", quote, about=about))
    return found.carried.value, found.missing


@pytest.mark.parametrize(
    ("about", "quote"),
    [
        ("alder", "Alder Bakery buys"),
        ("alder", "Alder’s flour"),
        ("birch", "flour from Birch Mills"),
        ("dana", "Fox said"),
        ("dana", words("it is so", attribution="Dana Fox")),
        ("tie", "Alder Bakery buys flour from Birch Mills"),
        ("sale", "Birch Mills goes to Alder"),
        ("spend", "Alder pays Birch Mills"),
        ("fear", "Fox on Birch Mills"),
        ("why", "Alder, Birch Mills and Dana Fox"),
        ("news", "anything"),
        ("unknown", "anything"),
    ],
)
def test_a_party_is_named(about: str, quote: str | dict[str, Any]) -> None:
    assert carried(about, quote) == ("named", ())


@pytest.mark.parametrize(
    ("about", "missing"),
    [
        ("alder", ("alder",)),
        ("tie", ("alder", "birch")),
        ("sale", ("alder", "birch")),
        ("spend", ("alder", "birch")),
        ("share", ("birch", "alder")),
        ("fear", ("dana", "birch")),
        ("why", ("alder", "birch", "dana")),
        ("nobody", ("nobody",)),
        ("ring", ("gnir",)),
    ],
)
def test_who_is_missing_is_told(about: str, missing: tuple[str, ...]) -> None:
    assert carried(about, "Elm Cakes is closed") == ("missing", missing)


def test_of_several_only_those_that_are_missing_are_told() -> None:
    assert carried("why", words("Alder and she", mentions={"she": "dana"})) == (
        "missing",
        ("birch",),
    )


@pytest.mark.parametrize("about", ["alder", "tie", "sale", "fear", "nobody"])
def test_a_mention_stands_for_an_entity_or_a_claim(about: str) -> None:
    assert carried(about, words("this is so", mentions={"this": about})) == ("mentioned", ())


def test_mentions_of_its_parties_name_a_claim() -> None:
    both = {"it": "alder", "them": "birch"}
    assert carried("tie", words("it pays them", mentions=both)) == ("named", ())


@pytest.mark.parametrize(
    ("about", "quote"),
    [
        ("tie", "Alder buys all its flour"),
        ("tie", "buys all"),
        ("tie", "now Alder buys all its flour there"),
        ("tie", "bought from\nthe mill"),
        ("sale", "a sale in May"),
        ("nobody", "where it rains"),
    ],
)
def test_words_that_a_claim_rests_on_carry_it(about: str, quote: str) -> None:
    assert carried(about, quote) == ("quoted", ())


@pytest.mark.parametrize(
    "quote",
    ["it rain", "it rainstorms", "it pours", "IT RAINS", {"source": "olds", "exact": "it rains"}],
)
def test_other_words_do_not(quote: str | dict[str, Any]) -> None:
    assert carried("nobody", quote) == ("missing", ("nobody",))


def test_several_quotes_may_each_name_a_party() -> None:
    tie = record(Relationship, "x", "Alder buys", "of Birch Mills", **TIE)
    assert [each.carried for each in proved(tie)] == [Carried.NAMED, Carried.NAMED]


def test_the_words_of_a_status_count_as_well() -> None:
    history = [{"status": "ending", "evidence": [words("away from Birch Mills")]}]
    tie = record(Relationship, "x", "Alder buys", **TIE, history=history)
    assert [each.carried for each in proved(tie)] == [Carried.NAMED, Carried.NAMED]


def test_what_has_no_words_of_a_source_proves_nothing() -> None:
    bare = statement("bare", about="alder")
    prover = Prover(Dataset(Header(id="set", title="Set"), (*KNOWN, bare)))
    assert {"bare", "share"}.isdisjoint(prover.proofs)
    assert set(prover.proofs) == {
        "tie", "sale", "spend", "fear", "nobody", "ring", "gnir", "why",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("tie", [("subject", "alder"), ("object", "birch")]),
        ("sale", [("parties", "alder"), ("parties", "birch")]),
        ("spend", [("subject", "tie")]),
        ("share", [("subject", "birch"), ("scope", "alder")]),
        ("fear", [("holder", "dana"), ("about", "sale"), ("about", "birch")]),
        ("why", [("cause", "sale"), ("effect", "fear")]),
        ("alder", []),
        ("news", []),
    ],
)
def test_the_parties_of_a_record(key: str, expected: list[tuple[str, str]]) -> None:
    (known,) = (each for each in KNOWN if each.id == key)
    assert list(parties(known)) == expected


def test_a_party_counts_once() -> None:
    own = statement("own", "x", speaker="dana", holder="dana", about="dana alder")
    assert set(parties(own)) == {Party("speaker", "dana"), Party("about", "alder")}


# Whether a quote, taken alone, bears on its claim.


def bearing(claim: Record) -> list[bool]:
    assert isinstance(claim, Claim)
    prover = Prover(Dataset(Header(id="set", title="Set"), (*KNOWN, claim)))
    quotes = tuple(quotes_of(claim))
    found = bearing_on(claim, quotes, prover.prove(claim, quotes).parties)
    return [place in found for place, _ in enumerate(quotes)]


@pytest.mark.parametrize(
    ("quote", "bears"),
    [
        ("Alder buys", True),
        ("Birch Mills grinds", True),
        (words("it buys", mentions={"it": "alder"}), True),
        ("it rains", False),
        (words("it buys", mentions={"it": "dana"}), False),
    ],
)
def test_a_quote_bears_on_a_claim_by_any_of_its_parties(
    quote: str | dict[str, Any],
    bears: bool,  # noqa: FBT001
) -> None:
    assert bearing(record(Relationship, "x", quote, **TIE)) == [bears]


@pytest.mark.parametrize(
    ("quote", "bears"),
    [
        ("for $5 million", True),
        ("for Birch Mills", True),
        ("for $6 million", False),
        ("for 5 million people", False),
        (words("for $6 million", direction="refutes"), True),
        (words("for 6 million people", direction="refutes"), False),
    ],
)
def test_a_quote_bears_on_a_figure_by_its_number_too(
    quote: str | dict[str, Any],
    bears: bool,  # noqa: FBT001
) -> None:
    figure = record(Figure, "x", quote, subject="birch", measure="price", value="$5 million")
    assert bearing(figure) == [bears]


def test_each_quote_is_taken_alone() -> None:
    assert bearing(record(Relationship, "x", "Alder buys", "it rains", **TIE)) == [True, False]


def test_a_proof_holds_the_number_of_figures_only() -> None:
    prover = Prover(Dataset(Header(id="set", title="Set"), KNOWN))
    spend, tie = prover.proofs["spend"], prover.proofs["tie"]
    assert isinstance(spend, Proof)
    assert spend.number is not None
    assert spend.number.evidence is not None
    assert tie.number is None
