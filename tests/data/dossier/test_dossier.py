"""What a dossier is, and that every change of one can be taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.dossier.dossier import (
    EMPTY,
    Comment,
    Dossier,
    Edit,
    Move,
    Pin,
    Put,
    Take,
    edited,
)

RECORDS = st.sampled_from(["a", "b", "c", "d"])
PLACES = st.integers(-3, 6)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(Put, st.builds(Pin, RECORDS, comment=st.text(max_size=3))),
    st.builds(Take, RECORDS),
    st.builds(Move, RECORDS, PLACES),
    st.builds(Comment, RECORDS, st.text(max_size=3)),
)


def of(*records: str) -> Dossier:
    return Dossier(tuple(map(Pin, records)))


def test_a_claim_is_pinned_once_and_at_the_end() -> None:
    dossier = edited(of("a"), Put(Pin("b", "B"))).dossier
    assert dossier.pins == (Pin("a"), Pin("b", "B"))
    again = edited(dossier, Put(Pin("b", "other")))
    assert (again.dossier, again.back) == (dossier, None)


def test_moves_stop_at_the_ends() -> None:
    assert edited(of("a", "b", "c"), Move("a", 1)).dossier == of("b", "a", "c")
    assert edited(of("a", "b", "c"), Move("a", 9)).dossier == of("b", "c", "a")
    assert edited(of("a", "b", "c"), Move("c", -9)).dossier == of("c", "a", "b")
    assert edited(of("a", "b"), Move("b", 5)).back is None


def test_what_is_taken_out_comes_back_to_its_place_with_its_comment() -> None:
    before = Dossier((Pin("a"), Pin("b", "B", "mine"), Pin("c")))
    gone = edited(before, Take("b"))
    assert gone.dossier == of("a", "c")
    assert gone.back is not None
    assert edited(gone.dossier, gone.back).dossier == before


def test_a_change_of_what_is_not_there_changes_nothing() -> None:
    for edit in (Take("x"), Move("x", 0), Comment("x", "hm")):
        assert edited(of("a"), edit).dossier == of("a")
        assert edited(of("a"), edit).back is None


@given(st.lists(EDITS, max_size=20))
def test_taking_all_changes_back_ends_where_one_began(edits: list[Edit]) -> None:
    dossier, back = EMPTY, list[Edit]()
    for edit in edits:
        after = edited(dossier, edit)
        assert (after.back is None) == (after.dossier == dossier)
        assert len(after.dossier.records) == len(after.dossier.pins)
        dossier, back = after.dossier, [*back, *([after.back] if after.back else [])]
    for edit in reversed(back):
        dossier = edited(dossier, edit).dossier
    assert dossier == EMPTY


def test_undoing_leaves_what_another_program_did_meanwhile() -> None:
    gone = edited(of("a", "b"), Take("a"))
    assert gone.back is not None
    meanwhile = edited(gone.dossier, Put(Pin("z"))).dossier
    assert edited(meanwhile, gone.back).dossier == of("a", "b", "z")
