"""No query shows what a lens leaves out, and an empty one changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind

ELM, ALDER = "elm.customer_of.birch", "alder.customer_of.birch"
DAYS = ("2018-12-31", "2019-01-01", "2020-01-01", "2022-12-31", "2023-01-01", "2024-01-01")
LATER = ("2025-01-01", "2025-03-09", "2025-03-10", "2030-01-01")


@pytest.fixture(scope="module", params=["mill", "scale-ai", "tutorial"])
def store(request: pytest.FixtureRequest, mill: SQLiteStore) -> Iterator[SQLiteStore]:
    if request.param == "mill":
        yield mill
        return
    opened = open_store(request.param)
    yield opened
    opened.close()


def ids_of(store: Store) -> list[str]:
    return [row.id for kind in Kind for row in store.records(kind)]


def relations_of(store: Store) -> list[str]:
    return [row.id for row in store.records(Kind.RELATIONSHIP)]


def left_out(store: SQLiteStore, lens: Lens) -> set[str]:
    """Say what may not be shown, asked of the tables and not of any query."""
    file = store._file  # pyright: ignore[reportPrivateUsage] - no query is to be trusted here
    rows = file.select("SELECT row, id, since FROM record")
    ids = {row: str(id_) for row, id_, _ in rows}
    depends = file.select("SELECT target, row FROM depends")
    fallen = {ids[row] for target, row in depends if ids[target] in lens.without}
    later = {str(id_) for _, id_, since in rows if lens.as_of and str(since) > lens.as_of}
    return fallen | later


def shown_of(  # noqa: C901 - a query each
    store: Store, record: str, lens: Lens
) -> Iterator[str | None]:
    """Yield every id that any query about a record answers with."""
    if (row := store.record(record, lens)) is not None:
        yield row.id
    if portrait := store.portrait(record, lens):
        yield portrait.record.id
        yield from (fact.claim for fact in portrait.facts)
    for line in (*store.claims(record, lens=lens), *store.why(record, lens)):
        yield from (line.claim, line.target)
    for edge in store.edges(record, lens=lens):
        yield from (edge.claim, edge.near, edge.far)
    yield from (each.id for each in store.figures(record, lens))
    for event in store.events(record, lens=lens):
        yield from (event.claim, event.anchor)
    for figure in store.figures(record, lens):
        yield from (figure.scope, figure.relative_to, figure.whole)
    yield from (quote.claim for quote in store.evidence(record, lens))
    if (one := store.figure(record, lens)) is not None:
        yield one.id
    for dispute in store.disputes(record, lens):
        yield from (dispute.own.record.id, dispute.other.record.id)
    if (derivation := store.derivation(record, lens)) is not None:
        yield from (each.id for each in derivation.inputs)
    if (text := store.source_text(record, lens)) is not None:
        yield from (claim for sentence in text.sentences for claim in sentence.claims)
    yield from (found.record for found in store.findings_of(record, lens))
    if (document := store.document(record, lens)) is not None:
        yield json.loads(document)["id"]


def shown(store: Store, lens: Lens) -> Iterator[str | None]:
    """Yield every id that any query answers with."""
    for kind in Kind:
        rows = store.records(kind, lens=lens)
        assert store.count(kind, lens=lens) == len(rows)
        yield from (row.id for row in rows)
        yield from (json.loads(each)["id"] for each in store.documents(kind, lens=lens))
    yield from (line.claim for line in store.story(lens=lens))
    yield from (event.claim for event in store.events(lens=lens))
    for edge in store.between(ids_of(store)[:12], lens):
        yield from (edge.claim, edge.near, edge.far)
    bearing = store.bearing(ids_of(store), frozenset({"spend", "revenue", "share"}), lens)
    yield from (figure.id for _, figure in bearing)
    yield from (found.record for found in store.findings(lens))
    for words in ("mill", "customer", "scale", "purchases", "2025"):
        yield from (hit.record.id for hit in store.search(words, lens=lens))
        yield from store.nearest(words, lens=lens)


@st.composite
def lenses(draw: st.DrawFn, relations: list[str]) -> Lens:
    day = draw(st.none() | st.sampled_from((*DAYS, *LATER)))
    return Lens(day, draw(st.frozensets(st.sampled_from(relations), max_size=4)))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_query_shows_what_is_left_out(store: SQLiteStore, data: st.DataObject) -> None:
    lens = data.draw(lenses(relations_of(store)))
    hidden = left_out(store, lens)
    records = data.draw(st.lists(st.sampled_from(ids_of(store)), min_size=10, max_size=30))
    found = {*shown(store, lens)} | {id_ for each in records for id_ in shown_of(store, each, lens)}
    assert not found & hidden
    assert set(ids_of(through(store, lens))) == set(ids_of(store)) - hidden


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_lens_without_effect_changes_nothing(store: SQLiteStore, data: st.DataObject) -> None:
    record = data.draw(st.sampled_from(ids_of(store)))
    plain, late = (
        (
            store.record(record, lens), store.portrait(record, lens), store.why(record, lens),
            store.claims(record, lens=lens), store.edges(record, lens=lens),
            store.degrees(record, lens), store.figures(record, lens), store.evidence(record, lens),
            store.disputes(record, lens), store.derivation(record, lens),
            store.source_text(record, lens), store.findings_of(record, lens),
            store.proofs(record, lens), json.loads(store.document(record, lens) or "null"),
            store.search(record.replace("-", " "), lens=lens), store.story(lens=lens),
        )
        for lens in (PLAIN_LENS, Lens(without=frozenset({"nothing-of-this-name"})))
    )  # fmt: skip
    assert plain == late
    assert through(store, PLAIN_LENS) is store


def test_after_the_last_day_all_is_as_it_is_now(store: SQLiteStore) -> None:
    lens = Lens("9999-12-31")
    for record in ids_of(store):
        now, then = store.portrait(record), store.portrait(record, lens)
        assert now is not None
        assert then is not None
        assert now.facts == then.facts
        assert store.lines(record).sections == store.lines(record, lens=lens).sections
        assert now.record.title == then.record.title
        lines = zip(store.claims(record), store.claims(record, lens=lens), strict=True)
        assert all(
            (one.label, one.amount, one.when, one.state, one.extra)
            == (other.label, other.amount, other.when, other.state, other.extra)
            for one, other in lines
        )
        assert store.evidence(record) == store.evidence(record, lens)
        now_told, then_told = store.document(record), store.document(record, lens)
        then = json.loads(then_told or "")
        assert "maybe" not in then.pop("marks")
        assert json.loads(now_told or "") == then


def test_steps_from_day_to_day(mill: SQLiteStore) -> None:
    days = mill.days()
    assert [day.day for day in days][:2] == ["2019-01-01", "2020-01-01"]
    assert mill.days_until("9999-12-31") == tuple(reversed(days))
    assert mill.days(days[1].day, limit=1) == (days[2],)
    assert mill.days_until(days[1].day, limit=1) == (days[1],)
    assert mill.days_until("2019-12-31", limit=1) == (days[0],)


def test_counts_of_days_are_what_changes_then(store: SQLiteStore) -> None:
    for lens in (PLAIN_LENS, Lens(without=frozenset(relations_of(store)[:2]))):
        for day in store.days(lens=lens):
            rows = store.changes(day.day, lens=lens)
            assert day.count == len(rows)
            assert all("moved" in row.flags for row in rows)
            kinds = [store.records(kind, lens=Lens(day.day, lens.without)) for kind in Kind]
            moved = {row.id for rows in kinds for row in rows if "moved" in row.flags}
            assert moved == {row.id for row in rows}


def test_a_status_is_found_as_it_was(mill: SQLiteStore) -> None:
    def found(words: str, day: str) -> set[str]:
        rows = mill.records(Kind.RELATIONSHIP, parse(words), lens=Lens(day))
        return {row.id for row in rows}

    assert found("status:former", "2022-06-01") == set()
    assert ELM in found("status:current", "2022-06-01")
    assert ELM in found("!is:former", "2022-06-01")
    assert found("is:former", "2023-06-01") == {ELM}
    assert found("is:moved", "2023-06-01") == {ELM}
    assert found("is:ending", "2025-03-09") == set()
    assert found("is:ending", "2025-03-10") == {ALDER}


def test_what_comes_later_is_told_nowhere(mill: SQLiteStore) -> None:
    lens = Lens("2024-06-01")
    assert "is looking for another mill" not in {q.exact for q in mill.evidence(ALDER, lens)}
    assert "is looking for another mill" in {q.exact for q in mill.evidence(ALDER)}
    document = json.loads(mill.document(ALDER, lens) or "")
    assert [each["status"] for each in document["history"]] == ["current"]
    assert not mill.search("looking for another mill", lens=lens)
    history = [row.label for row in mill.claims(ALDER, lens=lens) if row.section == "History"]
    assert history == ["current"]
    portrait = mill.portrait(ALDER, lens)
    assert portrait is not None
    assert {"status": "current"}.items() <= {f.label: f.value for f in portrait.facts}.items()
    birch = mill.record("birch", lens)
    assert birch is not None
    assert "50" not in birch.amount


def test_a_remark_goes_with_the_figure_that_it_tells(mill: SQLiteStore) -> None:
    def remark(lens: Lens) -> str:
        rows = mill.claims("birch", lens=lens)
        return next(row.extra for row in rows if row.claim == "alder-spend-2024")

    assert "of revenue" in remark(PLAIN_LENS)
    assert "of revenue" in remark(Lens("2024-06-01"))


def test_what_falls_is_what_rests_on_it(mill: SQLiteStore) -> None:
    fallen = {row.id for row in mill.fallen(Lens(without=frozenset({ALDER})))}
    assert {ALDER, "alder-spend-2024", "alder-share"} <= fallen
    assert mill.fallen(PLAIN_LENS) == ()
    first, *rest = mill.fallen(Lens(without=frozenset({ALDER})))
    assert mill.fallen(Lens(without=frozenset({ALDER})), after=first.id) == tuple(rest)
