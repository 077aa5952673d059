"""What stands where in Browse while one filters: the best first, nothing jumps, near names told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.opening import open_store
from scale_explorer.data.store import connections
from scale_explorer.data.store.closest import MOST
from scale_explorer.data.store.protocol import Store
from scale_explorer.models.kinds import Kind
from scale_explorer.tui import overtaken
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.browsing import browsed
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.overtaken import first_look
from scale_explorer.tui.prepare import Prepared, start_at
from scale_explorer.tui.scene import Listing
from scale_explorer.tui.state import Pane, PaneView, Place, View, ViewState, place_of

from .reader import Reader

WORKS = [f"Works {number:03}" for number in range(200)]
BORN = [f"Old works {number:03}" for number in range(200)]


def items() -> Iterator[Item]:
    for name in (*WORKS, *BORN, "Elm Mills", "Yew Elm"):
        tags = {"tags": ["tool"]} if name in BORN else {}
        yield Item(Kind.COMPANY, name.lower().replace(" ", "-"), {"name": name, **tags})
    for number in range(MOST + 10):
        yield Item(Kind.PRODUCT, f"tool-{number}", {"name": f"Tool {number:02}"})
    yield Item(Kind.PERSON, "ann", {"name": "Ann Milner"})
    yield Item(Kind.PRODUCT, "works-pro", {"name": "Works Pro"})
    yield Item(Kind.PRODUCT, "elm", {"name": "Elm"})
    for number in range(100):
        ends = {"subject": f"works-{number:03}", "object": f"old-works-{number:03}"}
        yield Item(Kind.RELATIONSHIP, f"tie-{number}", {"type": "customer_of", **ends})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("filtered") / "some.index"
    with IndexWriter(path, "Names") as writer:
        for item in items():
            writer.add(item)
        writer.finish(lambda refused: pytest.fail(str(refused)))
    with open_store(str(path)) as opened:
        yield opened


def filtered(store: Store, text: str) -> Listing:
    return browsed(store, ViewState(browse=PaneView(filter=text)), None).answer


def labels(listing: Listing) -> list[str]:
    return [f"[{row.label}]" if row.opened else row.label for row in listing.rows]


def test_names_that_begin_so_stand_before_all_else_whatever_their_kind(store: Store) -> None:
    listing = filtered(store, "works")
    rows = labels(listing)
    best = ["[Companies]", *WORKS[:MOST], "[Products]", "Works Pro"]
    assert rows[: len(best)] == best
    others = ["[More companies]", *BORN, *WORKS[MOST:]]
    assert rows[len(best) : len(best) + len(others)] == others
    assert rows[len(best) + len(others)] == "[Relationships]"
    assert len(rows) == len({row.key for row in listing.rows})
    assert listing.found == str(len(WORKS) + len(BORN) + 1 + 100)
    assert [row.count for _, row in listing.headings] == [400, 1, 0, 100]
    for place, row in enumerate(listing.rows):
        assert listing.rows.place_of(row.key) == place


def test_the_best_of_one_kind_stand_before_the_others_of_it(store: Store) -> None:
    assert labels(filtered(store, "elm")) == [
        "[Products]", "Elm", "[Companies]", "Elm Mills", "Yew Elm",
    ]  # fmt: skip
    assert labels(filtered(store, "pro")) == ["[Products]", "Works Pro"]
    assert labels(filtered(store, "old w"))[:3] == ["[Companies]", *BORN[:2]]
    assert labels(filtered(store, "mil")) == ["[Companies]", "Elm Mills", "[People]", "Ann Milner"]


def test_the_heading_of_the_others_means_the_list_of_its_kind(store: Store) -> None:
    (more,) = [row for _, row in filtered(store, "works").headings if row.label == "More companies"]
    assert place_of(more.key) == Place(View.LIST, "company")


@pytest.mark.parametrize("text", ["works", "elm", "o", "ks", "works 0", "mil", "tool", "wroks pro"])
def test_no_row_that_a_first_look_shows_stands_elsewhere_later(
    store: Store, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_STEPS", 40)
    whole = [row.key for row in filtered(store, text).rows]
    seen: set[int] = set()
    for calls in (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987):
        monkeypatch.setattr(overtaken, "monotonic", count().__next__)
        with first_look(calls):
            rows = filtered(store, text).rows
            keys = [row.key for row in rows]
        monkeypatch.undo()
        monkeypatch.setattr(connections, "_STEPS", 40)
        shown = [key for key in keys if not key.startswith("more:")]
        waits = len(shown) < len(keys) and keys[-2].startswith("kind:")
        shown = shown[:-1] if waits else shown  # a heading under which nothing stands yet
        assert shown == whole[: len(shown)], calls
        assert len(keys) - len(shown) <= 2
        seen.add(len(shown))
    assert min(seen) < len(whole) or len(whole) < MOST, "it was cut short"


def test_a_filter_that_is_new_has_its_cursor_on_the_best(store: Store) -> None:
    heading = ViewState(browse=PaneView(cursor="kind:company"))
    before = browsed(store, heading, None)
    assert before.answer.cursor == "kind:company"
    typed = ViewState(browse=PaneView(cursor="kind:company", filter="elm"))
    after = browsed(store, typed, before)
    assert after.answer.cursor == "elm"
    there = ViewState(browse=PaneView(cursor="yew-elm", filter="elm"))
    moved = browsed(store, there, after)
    assert moved.answer.cursor == "yew-elm"
    assert browsed(store, typed, moved).answer.cursor == "kind:company", "one went there"


def test_where_nothing_has_the_words_near_names_are_told_as_such(store: Store) -> None:
    listing = filtered(store, "wroks pro")
    assert labels(listing) == ["No name has “wroks pro”;", "near it:", "[Products]", "Works Pro"]
    assert (listing.cursor, listing.found, listing.near) == ("works-pro", "≈ 1", True)
    for none in ("qqqq", "wroks pro kind:company", "zq"):
        assert labels(filtered(store, none)) == []


async def test_enter_opens_the_best_and_the_name_near_a_slip(store: Store) -> None:
    app = ExplorerApp(store, Prepared(Launch(), start_at(store, "ann")))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await pilot.pause()
        await reader.press("1", "home", "slash", *"works", "enter", "enter")
        assert reader.now.now.place.of == "works-000"
        await reader.press("1", "slash", *"eml mills")
        shown = reader.shown(Pane.BROWSE)
        assert "No name has “em" in shown
        assert "near it:" in shown
        await reader.press("up", "up", "up")
        assert reader.now.now.browse.cursor == "kind:company", "a note holds no cursor"
        await reader.press("down", "enter", "enter")
        assert reader.now.now.place.of == "elm-mills"
