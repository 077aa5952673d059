"""Paths as lines: every tie keeps its key and its words, nothing stands over the edge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from scale_explorer.data.query import EVERYTHING, parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS
from scale_explorer.tui.overtaken import overtaken_when
from scale_explorer.tui.pictures.path import DIRECTED, MORE, sheet
from scale_explorer.tui.pictures.path_lines import Chain, Fold, Hop, PathDrawing, Told
from scale_explorer.tui.scene import Sheet
from scale_explorer.tui.state import PaneView, Place, View
from scale_explorer.tui.widgets.ascii import to_ascii
from scale_explorer.tui.widgets.picture import areas
from scale_explorer.tui.widgets.rows import Tone

WIDTHS = (56, 76, 116)
ENDS = [("scale-ai", "google meta"), ("tutorial", "riyah saltlark"), ("tutorial", "shionagi riyah")]
NAMES = st.text(st.sampled_from("ab 汐凪رياح🚢\u0301"), min_size=1, max_size=40)
HOPS = st.builds(
    Hop, st.uuids().map(str), NAMES, NAMES, st.booleans(),
    st.lists(st.tuples(NAMES, st.sampled_from(Tone)), max_size=3).map(tuple), st.booleans(),
)  # fmt: skip
LINES = st.one_of(HOPS, st.builds(Fold, st.uuids().map(str), NAMES), st.builds(Told, NAMES))
CHAINS = st.lists(
    st.builds(Chain, NAMES, NAMES, st.lists(LINES, max_size=4).map(tuple)), max_size=3
)


def shown(store: Store, of: str, text: str = "", *unfolded: str) -> Sheet:
    view = PaneView(unfolded=frozenset(unfolded))
    return sheet(store, Place(View.PATH, of), view, parse(text), PLAIN_LENS)


def lines(made: Sheet, width: int = 116) -> str:
    assert made.drawing is not None
    return made.drawing.draw(width, 20).text


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("name", "of"), ENDS)
def test_it_looks_like_this(
    bundled: dict[str, Store], name: str, of: str, width: int, snapshot: SnapshotAssertion
) -> None:
    text = lines(shown(bundled[name], of), width)
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert text == snapshot


@pytest.mark.parametrize("width", [24, *WIDTHS])
@pytest.mark.parametrize(("name", "of"), ENDS)
def test_every_key_of_the_picture_has_its_row(
    bundled: dict[str, Store], name: str, of: str, width: int
) -> None:
    made = shown(bundled[name], of, "", MORE)
    assert made.drawing is not None
    assert list(areas(made.drawing.draw(width, 20))) == [row.key for row in made.rows]


@given(CHAINS, st.integers(24, 130))
def test_whatever_the_names_are_no_line_is_too_long_and_no_key_is_lost(
    chains: list[Chain], width: int
) -> None:
    picture = PathDrawing(tuple(chains), (Fold("last", "[ ] more"),)).draw(width, 20)
    assert all(sum(cell_len(span.text) for span in line) <= width for line in picture.lines)
    keys = [line.key for chain in chains for line in chain.lines if isinstance(line, Hop | Fold)]
    assert list(areas(picture)) == [*keys, "last"]


@given(HOPS.filter(lambda hop: bool(hop.notes)))
def test_a_name_is_whole_or_says_that_it_is_cut(hop: Hop) -> None:
    picture = PathDrawing((Chain("", "A", (hop,)),)).draw(40, 20)
    text = "".join(span.text for line in picture.lines for span in line)
    for told in (hop.phrase, hop.name):
        assert told in text or "…" in text


def test_a_step_that_some_quote_states_has_a_solid_rail(bundled: dict[str, Store]) -> None:
    text = lines(shown(bundled["scale-ai"], "google meta"))
    assert "┊ competes with  Meta" in text
    assert "│ is ending its purchases from" in text
    assert to_ascii("┊") != to_ascii("│")


def test_a_row_has_its_words_and_leads_on(bundled: dict[str, Store]) -> None:
    rows = shown(bundled["scale-ai"], "google meta").rows
    assert (rows[1].claim, rows[1].target) == ("google.customer_of.scale-ai", "scale-ai")
    assert (rows[-1].key, rows[-1].claim, rows[-1].target) == (DIRECTED, None, None)


def test_more_paths_and_the_direction_can_be_chosen(bundled: dict[str, Store]) -> None:
    store = bundled["scale-ai"]
    assert "[ ] up to 25 paths" in lines(shown(store, "google meta"))
    more = lines(shown(store, "google meta", "", MORE))
    assert "[x] up to 25 paths" in more
    assert "Path 25" in more
    directed = lines(shown(store, "google meta", "", DIRECTED))
    assert "[x] only from subject to object, on to Meta" in directed
    assert "has as investor" not in directed


def test_other_ties_of_two_records_are_counted_and_can_be_opened(
    bundled: dict[str, Store],
) -> None:
    store = bundled["tutorial"]
    closed = shown(store, "shionagi kelpwright")
    key = next(row.key for row in closed.rows if row.label.startswith("▸"))
    opened = shown(store, "shionagi kelpwright", "", key)
    assert len(opened.rows) > len(closed.rows)
    assert "also " in lines(opened)
    assert key in {row.key for row in opened.rows}


def test_without_a_path_it_is_told_how_far_was_looked(bundled: dict[str, Store]) -> None:
    made = shown(bundled["scale-ai"], "google meta", "type:founded")
    assert "Not connected by ties that match, however many steps one takes" in lines(made)
    assert [row.key for row in made.rows] == [DIRECTED]


@pytest.mark.parametrize("unfolded", [(), (MORE,), (DIRECTED,)])
def test_a_filter_counts_paths_and_not_what_can_be_chosen(
    bundled: dict[str, Store], unfolded: tuple[str, ...]
) -> None:
    made = shown(bundled["scale-ai"], "google meta", "partner", *unfolded)
    assert made.matches == lines(made).count(" steps")
    assert shown(bundled["scale-ai"], "google meta", "type:founded").matches == 0


def test_a_filter_that_makes_no_sense_is_told(bundled: dict[str, Store]) -> None:
    made = shown(bundled["scale-ai"], "google meta", "type:marries")
    assert "No type marries" in made.error
    assert made.rows
    near = shown(bundled["scale-ai"], "google meta", "type:costumers")
    assert near.error == "No type costumers: customers?"


def test_a_type_may_be_called_what_its_far_ends_are(bundled: dict[str, Store]) -> None:
    store = bundled["scale-ai"]
    assert (
        shown(store, "google meta", "type:customers").rows
        == shown(store, "google meta", "type:customer_of").rows
    )


@pytest.mark.parametrize(
    ("of", "told"),
    [("google", "two ends"), ("google google", "two ends"), ("google meta-stake", "lead between")],
)
def test_what_is_no_pair_of_ends_is_told(bundled: dict[str, Store], of: str, told: str) -> None:
    made = shown(bundled["scale-ai"], of)
    assert told in made.empty
    assert made.drawing is None


def test_a_search_that_was_overtaken_ends(bundled: dict[str, Store]) -> None:
    place = Place(View.PATH, "google meta")
    with overtaken_when(lambda: True):
        made = sheet(bundled["scale-ai"], place, PaneView(), EVERYTHING, PLAIN_LENS)
    assert "Not known" in made.empty
