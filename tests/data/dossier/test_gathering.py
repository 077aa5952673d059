"""What a store knows of a claim is in the dossier: on the tutorial's story, and on the bundled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from scale_explorer.data.dossier.claim_text import ClaimText
from scale_explorer.data.dossier.dossier import Pin
from scale_explorer.data.dossier.gathering import claim_texts
from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import CLAIM_KINDS


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CACHE", "DATA"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name)))
        with closing(open_store("tutorial")) as store:
            yield store


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CACHE", "DATA"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name)))
        with closing(open_store(None)) as store:
            yield store


def told(store: SQLiteStore, record: str, comment: str = "") -> ClaimText:
    return claim_texts(store, (Pin(record, "once", comment),))[0]


def test_a_figure_has_its_words_its_range_and_its_period(tutorial: SQLiteStore) -> None:
    claim = told(tutorial, "saltlark-revenue-2024")
    facts = {label: value.replace("\u00a0", " ") for label, value in claim.facts}
    assert claim.title == "Saltlark Ferries’ revenue, 2024"
    assert facts["range"] == "€27–33 M"
    assert facts["period"] == "2024 (“last year”)"
    assert facts["in the words"] == "“about €30 million”"


def test_every_quote_is_there_with_its_source(tutorial: SQLiteStore) -> None:
    for kind in CLAIM_KINDS:
        for record in tutorial.records(kind):
            claim = told(tutorial, record.id)
            assert [words.exact for words in claim.words] == [
                row.exact for row in tutorial.evidence(record.id)
            ]
            assert all(words.source.title and words.source.publisher for words in claim.words)


def test_who_wrote_the_source_and_when(tutorial: SQLiteStore) -> None:
    source = next(
        words.source
        for words in told(tutorial, "fuel-eats-fares").words
        if words.source.id == "lantern"
    )
    assert source.authors == ("Posy Ambler",)
    assert (source.publisher, source.when) == ("The Marlhythe Lantern", "12 Oct 2025")


def test_what_speaks_against_it_is_told_with_its_words(tutorial: SQLiteStore) -> None:
    claim = told(tutorial, "yard-price")
    against = claim.contradictions[0]
    assert "$31" in against.against
    assert against.verdict.endswith("leads: the set’s author prefers it.")
    assert [words.exact for words in against.words] == ["change hands for $31 million"]
    weekly = told(tutorial, "yard-price-in-weekly")
    assert [words.refutes for words in weekly.words] == [False, False, True]


def test_pronouns_are_told_by_name(tutorial: SQLiteStore) -> None:
    claim = told(tutorial, "shionagi.owns.kelpwright")
    assert ("it", "Kelpwright Boatworks") in claim.words[1].meant


def test_a_computed_figure_tells_its_inputs_with_their_words(bundled: SQLiteStore) -> None:
    computed = told(bundled, "google-share-of-revenue-2024").computed
    assert computed is not None
    assert computed.formula == "Google’s spend with Scale AI, 2024 ÷ Scale AI’s revenue, 2024"
    assert computed.range.replace("\u00a0", " ") == "15.5–18.98 %"
    assert [each.words[0].exact for each in computed.inputs] == [
        "Google spent about $150 million", "startup’s total revenue of $870 million in 2024",
    ]  # fmt: skip


def test_a_claim_that_is_gone_says_so_and_keeps_its_comment(tutorial: SQLiteStore) -> None:
    claim = told(tutorial, "no-such-claim", "mine")
    assert claim.gone
    assert (claim.title, claim.comment) == ("once", "mine")
