"""How a tie reads in the direction walked, and which of several ties words carry worst."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.exploring.hops import Carried, Strength, phrase, read_step, why_weakest
from scale_explorer.data.store.path_rows import Hop
from scale_explorer.data.store.rows.edges import EdgeRow
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import MEANINGS

TIE = EdgeRow(
    "a.customer_of.b", "customer_of", True, "a", "b", Kind.COMPANY, "B",  # noqa: FBT003
    "is ending its purchases from", "", "", "", "ending", 1, frozenset(),
)  # fmt: skip
QUOTE = EvidenceRow(
    "q", "a.customer_of.b", "s", "S", "", "words", "", "", 0, 5, 1, "", "supports", "stated",
    "here", (), "",
)  # fmt: skip
AGAINST, INFERRED = replace(QUOTE, direction="refutes"), replace(QUOTE, directness="inferred")
STRENGTHS = st.builds(
    Strength, st.sampled_from(Carried), st.integers(0, 3), st.sampled_from(["", "2019", "2025"])
)


def strength(*quotes: EvidenceRow, edge: EdgeRow = TIE) -> Strength:
    dates = tuple("2025" for _ in quotes)
    return read_step("A", Hop((edge,)), lambda _: (quotes, dates)).strength


def test_with_its_direction_a_tie_reads_as_it_stands() -> None:
    assert phrase(TIE) == "is ending its purchases from"


@pytest.mark.parametrize("kind", MEANINGS)
def test_against_it_as_its_type_reads_from_the_object(kind: str) -> None:
    edge = replace(TIE, type=kind, outward=False)
    assert phrase(edge) == dict(MEANINGS.items())[edge.type].inverse  # type: ignore[index]


@pytest.mark.parametrize(
    ("kind", "role", "there", "back"),
    [
        ("party", "investor", "takes part as investor in", "has as investor"),
        ("party", "other", "takes part in", "has as party"),
        ("party", "", "takes part in", "has as party"),
        ("member", "", "takes part in", "includes"),
    ],
)
def test_parties_and_members_read_from_either_side(
    kind: str, role: str, there: str, back: str
) -> None:
    edge = replace(TIE, type=kind, role=role, verb="takes part in")
    assert (phrase(edge), phrase(replace(edge, outward=False))) == (there, back)


def test_several_who_take_part_do_so_in_the_plural() -> None:
    edge = replace(TIE, type="party", role="employee", verb="take part in")
    assert phrase(edge) == "take part as employee in"


def test_no_quote_is_worse_than_disputed_than_inferred_than_stated() -> None:
    disputed = replace(TIE, flags=frozenset({"disputed"}))
    ordered = [
        strength(),
        strength(QUOTE, QUOTE, edge=disputed),
        strength(INFERRED, INFERRED, INFERRED),
        strength(QUOTE),
        strength(QUOTE, QUOTE),
    ]
    assert ordered == sorted(ordered)
    assert len(set(ordered)) == len(ordered)


def test_words_against_it_dispute_a_tie_and_do_not_carry_it() -> None:
    assert strength(AGAINST).carried is Carried.UNQUOTED
    assert strength(QUOTE, AGAINST) == Strength(Carried.DISPUTED, 1, "2025")


def test_where_a_quote_states_it_others_do_not_count() -> None:
    assert strength(QUOTE, INFERRED) == Strength(Carried.STATED, 1, "2025")


def test_of_equals_the_older_newest_source_is_weaker() -> None:
    newer, older = Strength(Carried.STATED, 1, "2025-06"), Strength(Carried.STATED, 1, "2025")
    assert older < newer
    assert Strength(Carried.STATED, 1, "") < older


def test_a_step_is_as_strong_as_its_best_tie() -> None:
    other = replace(TIE, claim="other")
    quotes = {"a.customer_of.b": (), "other": (QUOTE,)}
    step = read_step("A", Hop((TIE, other)), lambda c: (quotes[c], ("2025",) * len(quotes[c])))
    assert [tie.edge.claim for tie in step.ties] == ["other", "a.customer_of.b"]
    assert step.strength.carried is Carried.STATED


@pytest.mark.parametrize(
    ("weakest", "other", "told"),
    [
        (Strength(Carried.UNQUOTED, 0, ""), Strength(Carried.INFERRED, 1, ""), "no quote"),
        (Strength(Carried.DISPUTED, 3, ""), Strength(Carried.STATED, 1, ""), "disputed"),
        (Strength(Carried.INFERRED, 3, ""), Strength(Carried.STATED, 1, ""), "inferred"),
        (Strength(Carried.STATED, 1, "2025"), Strength(Carried.STATED, 2, "2019"),
         "fewest quotes, 1"),
        (Strength(Carried.STATED, 2, "2025"), Strength(Carried.STATED, 3, "2019"),
         "fewest quotes, 2"),
        (Strength(Carried.STATED, 1, "2019"), Strength(Carried.STATED, 1, "2025"),
         "oldest source, 2019"),
        (Strength(Carried.STATED, 1, ""), Strength(Carried.STATED, 1, "2025"),
         "source without a date"),
    ],
)  # fmt: skip
def test_it_is_told_what_makes_the_weakest_weak(
    weakest: Strength, other: Strength, told: str
) -> None:
    assert why_weakest(weakest, [other, weakest]) == told


@given(st.lists(STRENGTHS, min_size=1, max_size=6))
def test_the_weakest_has_its_reason_unless_all_are_equal(strengths: list[Strength]) -> None:
    assert bool(why_weakest(min(strengths), strengths)) is (len(set(strengths)) > 1)
