"""Whose names go with the words of a filter: the best first, and who is near where nobody does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.opening import open_store
from scale_explorer.data.query import FilterError, parse
from scale_explorer.data.store import closest
from scale_explorer.data.store.closest import AT_ONCE, MOST
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.records import Called
from scale_explorer.models.kinds import Kind

NAMES = (
    (Kind.COMPANY, "Zeta Oak Mills"), (Kind.COMPANY, "Oak"), (Kind.COMPANY, "Oakley & Sons"),
    (Kind.COMPANY, "Broadoak Timber"), (Kind.COMPANY, "“Oak & Elm”"), (Kind.COMPANY, "Elm Works"),
    (Kind.PERSON, "Ada Oakes"), (Kind.PERSON, "Bea Holm"), (Kind.PRODUCT, "Oak Max"),
    (Kind.PRODUCT, "Yew Mini"), (Kind.DEAL, "Oak buys Elm Works"),
)  # fmt: skip
TIES = tuple(f"many-{number}" for number in range(MOST + 10))


def items() -> Iterator[Item]:
    for number, (kind, name) in enumerate(NAMES):
        field = {"title": name, "type": "investment"} if kind is Kind.DEAL else {"name": name}
        yield Item(kind, f"r{number}", field)
    for each in TIES:
        yield Item(Kind.COMPANY, each, {"name": f"Pine {each[5:].zfill(2)}", "country": "PL"})
    yield Item(Kind.COMPANY, "old-pine", {"name": "Old Pine"})
    yield Item(Kind.PRODUCT, "pine-pro", {"name": "Pine Pro"})
    yield Item(
        Kind.RELATIONSHIP, "tie", {"type": "customer_of", "subject": "r1", "object": "old-pine"}
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("named") / "some.index"
    with IndexWriter(path, "Names") as writer:
        for item in items():
            writer.add(item)
        writer.finish(lambda refused: pytest.fail(str(refused)))
    with open_store(str(path)) as store:
        yield store


def told(groups: tuple[Called, ...]) -> list[list[str]]:
    return [[row.title for row in group.first] for group in groups]


def test_the_very_name_comes_first_then_what_begins_so_then_words_that_do(index: Store) -> None:
    assert told(index.best(parse("oak"))) == [
        ["Oak", "“Oak & Elm”", "Oakley & Sons", "Zeta Oak Mills", "Broadoak Timber"],
        ["Oak Max"],
        ["Oak buys Elm Works"],
        ["Ada Oakes"],
    ]


def test_the_kind_of_the_best_comes_first(index: Store) -> None:
    assert [each.kind for each in index.best(parse("oak max"))] == [Kind.PRODUCT]
    assert told(index.best(parse("ada"))) == [["Ada Oakes"]]


def test_words_in_any_order_and_letters_in_a_row_are_names_too(index: Store) -> None:
    assert told(index.best(parse("mills oak"))) == [["Zeta Oak Mills"]]
    assert told(index.best(parse("roadoak tim"))) == [["Broadoak Timber"]]
    assert told(index.best(parse("oak im"))) == [], "here and there is no name"


def test_of_many_only_names_that_begin_so_stand_before_other_kinds(index: Store) -> None:
    assert len(TIES) > AT_ONCE
    companies, product = index.best(parse("pine"))
    assert [row.title for row in companies.first] == [f"Pine {each:02}" for each in range(MOST)]
    assert [row.title for row in product.first] == ["Pine Pro"]
    companies = next(one for one in index.best(parse("ine")) if one.kind is Kind.COMPANY)
    assert len(companies.first) == MOST, "where none begins so, those that have it stand first"


def test_those_that_only_have_the_word_stand_before_their_own_kind(
    index: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closest, "AT_ONCE", 3)
    (companies, *_) = index.best(parse("oak is:new")), index.best(parse("oak"))
    assert companies == ()
    found = {group.kind: group for group in through(index, Lens("2030-01-01")).best(parse("oak"))}
    assert [row.title for row in found[Kind.COMPANY].then] == ["Zeta Oak Mills", "Broadoak Timber"]
    assert found[Kind.PERSON].first == ()


def test_all_else_that_a_filter_asks_for_holds(index: Store) -> None:
    assert told(index.best(parse("oak kind:person"))) == [["Ada Oakes"]]
    assert told(index.best(parse("oak !elm !mills kind:company"))) == [
        ["Oak", "Oakley & Sons", "Broadoak Timber"]
    ]
    assert (
        index.best(parse("kind:person")) == index.best(parse("!oak")) == index.best(parse("")) == ()
    )


@pytest.mark.parametrize("slip", ["yew mnii", "eyw mini", "yw mini", "yew minix", "yee mini"])
def test_a_slip_finds_the_name_near_it(index: Store, slip: str) -> None:
    assert index.best(parse(slip)) == ()
    assert told(index.near(parse(slip))) == [["Yew Mini"]]


def test_near_names_have_all_else_that_is_asked_for(index: Store) -> None:
    assert told(index.near(parse("pnie 07 country:pl"))) == [["Pine 07"]]
    assert index.near(parse("pnie 07 country:fr")) == ()
    assert index.near(parse("yew mnii kind:person")) == ()
    assert index.near(parse("oak country:pl")) == (), "it is there as it is written"
    for none in ("", "zq", "kind:person", "!yew"):
        assert index.near(parse(none)) == ()


@given(st.text(alphabet='oakpine m&“”-0123:!<" ', max_size=12))
def test_who_is_called_so_matches(index: Store, text: str) -> None:
    try:
        wanted = parse(text, lenient=True)
    except FilterError:
        return
    found = {kind: {row.id for row in index.listed(kind, wanted).page(0, 99)} for kind in Kind}
    for group in index.best(wanted):
        rows = [row.id for row in (*group.first, *group.then)]
        assert len(set(rows)) == len(rows) > 0
        assert set(rows) <= found[group.kind]
        assert {row.kind for row in (*group.first, *group.then)} == {group.kind}


def test_a_compiled_set_answers_alike(mill: Store) -> None:
    rows = told(mill.best(parse("alder")))
    assert rows[0][0].casefold().startswith("alder")
    assert told(mill.best(parse("aldre"))) == []
    assert told(mill.near(parse("aldre")))[0][0] == rows[0][0]
    early = Lens("1990-01-01")
    assert mill.best(parse("news"), early) == through(mill, early).best(parse("news"))
