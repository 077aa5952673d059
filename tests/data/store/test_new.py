"""What is new since a visit: only what says something else, and only for who was there."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.sets import News
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.data.store.visits import compared, digest_of, packed, unpacked
from scale_explorer.models.kinds import Kind

Edited = Callable[..., SQLiteStore]
Prints = list[tuple[int, int, int, int]]
OAK = '[[company]]\nid = "oak"\nname = "Oak"\n'


@pytest.fixture
def edited(story: Path, request: pytest.FixtureRequest) -> Edited:
    """Return what opens the story with passages of it replaced."""

    def opened(*replaced: tuple[str, str], text: tuple[str, str] | None = None) -> SQLiteStore:
        for name, pairs in (("mill.toml", replaced), ("news.txt", [text] if text else [])):
            path = story / name
            written = path.read_text(encoding="utf-8")
            for old, new in pairs:
                assert old in written, old
                written = written.replace(old, new)
            path.write_text(written, encoding="utf-8")
        store = open_store(str(story))
        request.addfinalizer(store.close)
        return store

    return opened


def new(store: SQLiteStore, words: str = "is:new") -> set[str]:
    return {row.id for kind in Kind for row in store.records(kind, parse(words))}


def test_before_a_visit_is_told_nothing_is_new(mill: SQLiteStore) -> None:
    assert not new(mill)
    assert not any("new" in row.flags for row in mill.story())


def test_nothing_is_new_in_what_was_seen(mill: SQLiteStore, edited: Edited) -> None:
    store = edited(("# A small invented story", "# Another comment"))
    assert store.mark_new(mill.visit()) == News()
    assert not new(store)


def test_places_of_quotes_are_no_news(mill: SQLiteStore, edited: Edited) -> None:
    placed = '[{ exact = "Elm Cakes stopped", start = 482, end = 499 }]'
    store = edited(('["Elm Cakes stopped"]', placed))
    assert store.mark_new(mill.visit()) == News()


def test_added_changed_and_removed_records_are_counted(mill: SQLiteStore, edited: Edited) -> None:
    store = edited(
        (
            '[[company]]\nid = "elm"',
            '[[company]]\nid = "oak"\nname = "Oak"\n[[company]]\nid = "elm"',
        ),
        ('name = "Elm Cakes"', 'name = "Elm Bread"'),
        ('[[person]]\nid = "dana-fox"\nname = "Dana Fox"\nevidence = ["Dana Fox"]\n', ""),
    )
    assert store.mark_new(mill.visit()) == News(added=1, changed=1, removed=1)
    assert new(store) == {"oak", "elm"}


def test_what_a_formula_comes_to_is_news_of_it(mill: SQLiteStore, edited: Edited) -> None:
    store = edited(('"about $3 million"', '"about $5 million"'))
    store.mark_new(mill.visit())
    assert new(store) == {"alder-spend-2024", "alder-share"}


def test_a_quote_that_left_its_source_is_news(mill: SQLiteStore, edited: Edited) -> None:
    store = edited(text=("Alder spent about $3 million", "Alder paid about $3 million"))
    store.mark_new(mill.visit())
    assert new(store) == {"alder-spend-2024"}


def test_another_id_that_all_follow_is_no_news(mill: SQLiteStore, edited: Edited) -> None:
    store = edited(('"alder"', '"baker"'), ("alder.customer_of", "baker.customer_of"))
    assert store.mark_new(mill.visit()) == News()
    assert not new(store)


def test_another_name_is_news_of_the_entity_alone(mill: SQLiteStore, edited: Edited) -> None:
    store = edited(('name = "Birch Mills"', 'name = "Birch & Sons"'))
    assert store.mark_new(mill.visit()) == News(changed=1)
    assert new(store) == {"birch"}


def test_the_mark_is_on_every_row_of_the_record(mill: SQLiteStore, edited: Edited) -> None:
    store = edited(('"about $3 million"', '"about $5 million"'))
    store.mark_new(mill.visit())
    rows = (*store.story(), *store.claims("birch"), *store.why("alder-spend-2024"))
    marked = {row.claim for row in rows if "new" in row.flags}
    assert marked == {"alder-spend-2024", "alder-share"}
    found = store.record("alder-spend-2024", Lens(as_of="2025-12-31"))
    assert found is not None
    assert "new" in found.flags
    assert [hit.record.id for hit in store.search("spend 2024") if "new" in hit.record.flags]


def test_filters_take_it_like_any_other_quality(mill: SQLiteStore, edited: Edited) -> None:
    store = edited(('"about $3 million"', '"about $5 million"'))
    store.mark_new(mill.visit())
    assert new(store, "is:new is:derived") == {"alder-share"}
    assert new(store, "!is:new year:2024 kind:figure") == {"birch-revenue-2024"}
    assert store.count(Kind.FIGURE, parse("is:new")) == 2
    assert len(store.documents(Kind.FIGURE, parse("is:new"))) == 2
    found = {row.claim for row in store.claims("birch", parse("is:new")) if row.depth}
    assert "alder-spend-2024" in found


def test_marks_hold_on_every_thread_and_later_ones_take_their_place(
    mill: SQLiteStore, edited: Edited
) -> None:
    store = edited(('"about $3 million"', '"about $5 million"'))
    store.mark_new(mill.visit())
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(new, store).result() == new(store) != set()
    store.mark_new(store.visit())
    assert not new(store)


def test_marks_are_the_readers_and_not_the_files(mill: SQLiteStore, edited: Edited) -> None:
    store = edited(('"about $3 million"', '"about $5 million"'))
    store.mark_new(mill.visit())
    other = edited()
    assert new(store)
    assert not new(other)


@pytest.mark.parametrize("visit", [b"", b"other", b"scale-explorer visit 1\n", b"x" * 1000])
def test_what_is_no_visit_marks_nothing(edited: Edited, visit: bytes) -> None:
    store = edited()
    assert store.mark_new(visit) is None
    assert store.mark_new(store.visit()[:-1]) is None
    assert not new(store)


PRINTS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 3), st.integers(0, 5)), unique_by=lambda row: row[0]
).map(lambda rows: [(place, *row) for place, row in enumerate(rows, 1)])


@given(PRINTS)
def test_a_visit_is_the_same_in_any_order_and_knows_itself(
    prints: Prints,
) -> None:
    visit = packed(prints)
    assert packed(reversed(prints)) == visit
    assert digest_of(visit)
    news, rows = compared(unpacked(visit), prints)
    assert news == News()
    assert not rows


@given(PRINTS, PRINTS)
def test_sizes_add_up(before: Prints, now: Prints) -> None:
    news, rows = compared(unpacked(packed(before)), now)
    assert len(now) - len(before) == news.added - news.removed
    assert len(rows) == len(set(rows)) == news.added + news.changed
    back, _ = compared(unpacked(packed(now)), before)
    assert (news.added, news.removed) == (back.removed, back.added)
