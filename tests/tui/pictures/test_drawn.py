"""Why, drawn: the bundled sets' chains at three widths, what is folded, kept and told."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from scale_explorer.data.query import EVERYTHING, parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.tui.look import look
from scale_explorer.tui.no_reasons import NO_REASONS
from scale_explorer.tui.pictures.drawn import sheet
from scale_explorer.tui.reason_filter import NO_CAUSE
from scale_explorer.tui.scene import Sheet
from scale_explorer.tui.state import Navigation, PaneView, Place, View, ViewState
from scale_explorer.tui.widgets.ascii import to_ascii
from scale_explorer.tui.widgets.picture import Picture, areas

EXIT, STAKE = "google-plans-exit", "meta-buys-stake"
SHOWN = [
    ("scale-ai", EXIT), ("scale-ai", STAKE), ("scale-ai", "scale-ai"), ("scale-ai", "huawei"),
    ("tutorial", "shionagi-buys-yard"), ("tutorial", "saltlark"),
]  # fmt: skip


def drawn(
    store: Store,
    record: str,
    words: str = "",
    lens: Lens = PLAIN_LENS,
    unfolded: frozenset[str] = frozenset(),
) -> Sheet:
    view = PaneView(unfolded=unfolded)
    return sheet(
        store, Place(View.DRAWN, record), view, parse(words) if words else EVERYTHING, lens
    )


def picture(seen: Sheet, width: int = 116) -> Picture:
    assert seen.drawing is not None
    return seen.drawing.draw(width, 20)


@pytest.mark.parametrize("width", [56, 76, 116])
@pytest.mark.parametrize(("name", "record"), SHOWN)
def test_it_looks_like_this(
    bundled: dict[str, Store], name: str, record: str, width: int, snapshot: SnapshotAssertion
) -> None:
    text = picture(drawn(bundled[name], record), width).text
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert text == snapshot


@pytest.mark.parametrize("width", [34, 56, 116, 200])
@pytest.mark.parametrize(("name", "record"), SHOWN)
def test_every_key_of_the_picture_has_its_row(
    bundled: dict[str, Store], name: str, record: str, width: int
) -> None:
    seen = drawn(bundled[name], record)
    assert set(areas(picture(seen, width))) == {row.key for row in seen.rows}


def test_no_sentence_of_the_bundled_sets_is_cut(bundled: dict[str, Store]) -> None:
    for name, record in SHOWN:
        for width in (56, 76, 116):
            assert "…" not in picture(drawn(bundled[name], record), width).text


def test_boxes_lead_to_records_and_links_to_their_words(bundled: dict[str, Store]) -> None:
    store = bundled["scale-ai"]
    rows = {row.key: row for row in drawn(store, EXIT).rows}
    box = rows[f"box:{STAKE}"]
    assert (box.claim, box.target) == (STAKE, STAKE)
    link = rows[f"link:{STAKE}.accelerated.{EXIT}"]
    assert (link.role, link.target) == ("speeds up", STAKE)
    assert link.claim is not None
    assert store.evidence(link.claim)


def test_the_cursor_begins_on_the_record(bundled: dict[str, Store]) -> None:
    assert drawn(bundled["scale-ai"], EXIT).rows[0].key == f"box:{EXIT}"


def test_the_head_counts_what_is_stated_and_inferred(bundled: dict[str, Store]) -> None:
    facts = {fact.label: fact.value for fact in drawn(bundled["scale-ai"], EXIT).facts}
    assert facts == {
        "causes": "8 links", "follows": "3 links",
        "stated": "7 links", "inferred": "4 links, dashed",
    }  # fmt: skip
    facts = {fact.label: fact.value for fact in drawn(bundled["scale-ai"], "huawei").facts}
    assert facts["causes"] == "1 link" or facts["follows"] == "1 link"
    assert (facts["stated"], facts["inferred"]) == ("1 link", "none")


def test_in_ascii_inferred_links_stay_apart(bundled: dict[str, Store]) -> None:
    text = picture(drawn(bundled["scale-ai"], EXIT)).text
    lines = [to_ascii(line) for line in text.splitlines()]
    assert any("- speeds up >" in line for line in lines)
    assert any(": yet ::" in line for line in lines)
    assert all(line.isascii() for line in lines)


def test_a_filter_keeps_links_and_what_leads_to_them(bundled: dict[str, Store]) -> None:
    seen = drawn(bundled["scale-ai"], EXIT, "gemini")
    boxes = {row.claim for row in seen.rows if row.key.startswith("box:")}
    assert boxes == {EXIT, "google-spend-2025", "google-wanted-better-ai"}
    assert {fact.value for fact in seen.facts[2:]} == {"7 links", "4 links, dashed"}


def test_a_filter_takes_qualities(bundled: dict[str, Store]) -> None:
    seen = drawn(bundled["scale-ai"], EXIT, "!is:inferred despite")
    assert not any(row.key.startswith("link:") for row in seen.rows)
    seen = drawn(bundled["scale-ai"], EXIT, "is:inferred despite")
    assert [row.role for row in seen.rows if row.key.startswith("link:")] == ["yet"]


def test_a_filter_that_asks_for_more_says_so(bundled: dict[str, Store]) -> None:
    seen = drawn(bundled["scale-ai"], EXIT, "status:ending")
    assert "is:inferred" in seen.error
    assert seen.rows == drawn(bundled["scale-ai"], EXIT).rows


def test_where_nothing_matches_that_is_said(bundled: dict[str, Store]) -> None:
    seen = drawn(bundled["scale-ai"], EXIT, "zebra")
    assert (seen.drawing, seen.rows) == (None, ())
    assert "matches" in seen.empty


def test_without_reasons_it_says_how_to_write_one(bundled: dict[str, Store]) -> None:
    seen = drawn(bundled["scale-ai"], "gemini")
    assert (seen.drawing, seen.rows, seen.facts, seen.empty) == (None, (), (), NO_REASONS)
    assert "new reason" in seen.empty


def test_what_is_switched_off_is_not_drawn(bundled: dict[str, Store]) -> None:
    store, concern, tie = bundled["scale-ai"], "tech-giants-concerned", "xai.customer_of.scale-ai"
    assert f"box:{tie}" in {row.key for row in drawn(store, concern).rows}
    seen = drawn(store, concern, lens=Lens(without=frozenset({tie})))
    assert f"box:{tie}" not in {row.key for row in seen.rows}


@pytest.mark.parametrize("width", [56, 116])
def test_it_says_where_no_cause_is_recorded(bundled: dict[str, Store], width: int) -> None:
    seen = drawn(bundled["scale-ai"], STAKE)
    assert picture(seen, width).text.lstrip().startswith(NO_CAUSE)
    facts = {fact.label: fact.value for fact in seen.facts}
    assert (facts["causes"], facts["follows"]) == ("none recorded", "16 links")
    assert NO_CAUSE not in picture(drawn(bundled["scale-ai"], EXIT), width).text


def test_a_filter_that_keeps_no_cause_does_not_say_that_there_is_none(
    bundled: dict[str, Store],
) -> None:
    seen = drawn(bundled["scale-ai"], EXIT, "challenges")
    assert NO_CAUSE not in picture(seen).text


def test_a_listed_why_counts_causes_and_effects_too(bundled: dict[str, Store]) -> None:
    state = Navigation(ViewState(Place(View.WHY, STAKE)))
    told = look(bundled["scale-ai"], state).sheet.answer.facts
    assert [(fact.label, fact.value) for fact in told] == [
        ("causes", "none recorded"), ("follows", "16 links"),
    ]  # fmt: skip
