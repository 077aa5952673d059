"""Claims of an index that are called by their ends: found by those, not looked for without end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store import places, roles
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind

TIES = 30
NAMES = {"hub": "Oak Mills", "rare": "Elm zq", **{f"n{n}": f"Yew {n:02}" for n in range(TIES)}}


VPS = ["v0", "v2"]


def items() -> Iterator[Item]:
    for key, name in NAMES.items():
        yield Item(Kind.COMPANY, key, {"name": name})
    yield Item(Kind.PERSON, "ann", {"name": "Ann"})
    yield Item(Kind.COMPANY, "ash", {"name": "Ash"})
    for number in range(TIES):
        ends = {"subject": f"n{number}", "object": "rare" if number == TIES - 1 else "hub"}
        yield Item(Kind.RELATIONSHIP, f"t{number}", {"type": "customer_of", **ends})
    for number, role in enumerate(("VP Sales", "Clerk", "VP Sales", "Chair")):
        ends = {"subject": "ann", "object": "ash", "role": role, "start": f"20{number + 10}"}
        yield Item(Kind.RELATIONSHIP, f"v{number}", {"type": "employed_by", **ends})


@pytest.fixture
def index(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SQLiteStore]:
    path = tmp_path_factory.mktemp("ends") / "some.index"
    with IndexWriter(path, "Ties") as writer:
        for item in items():
            writer.add(item)
        writer.finish(lambda refused: pytest.fail(str(refused)))
    monkeypatch.setattr(places, "PROBE", 5)  # as if there were very many
    with open_store(str(path)) as store:
        yield store


def untested(*_: object) -> object:
    pytest.fail("each was tested")


@pytest.mark.parametrize("text", ["zq", "zq elm", "lm"])
def test_letters_that_few_names_have_lead_to_their_claims(
    index: SQLiteStore, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_tested", untested)
    for kind, key in ((Kind.COMPANY, "rare"), (Kind.RELATIONSHIP, f"t{TIES - 1}")):
        found = index.listed(kind, parse(text))
        assert ([row.id for row in found.page(0, 9)], found.complete) == ([key], True)
    assert index.listed(Kind.RELATIONSHIP, parse("qq")).complete


def test_names_are_gone_through_once_and_anew_where_one_was_stopped(
    index: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    spelled = places.spelled

    def counted(*of: object) -> object:
        asked.append(str(of[1]))
        return spelled(*of)  # type: ignore[arg-type]

    monkeypatch.setattr(places, "spelled", counted)
    once = iter((False, *[True] * 99))  # one is stopped while one looks
    assert not index.listed(Kind.COMPANY, parse("zq"), stopped=once.__next__).complete
    assert asked == ["zq"]
    for kind in (Kind.COMPANY, Kind.RELATIONSHIP, Kind.COMPANY):
        assert index.listed(kind, parse("zq")).total == 1
    assert asked == ["zq", "zq"]


def test_a_role_leads_to_its_claims_whatever_its_length(
    index: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_tested", untested)
    for text in ("vp", "VP sales", "sales", "ash vp", "ales"):
        found = index.listed(Kind.RELATIONSHIP, parse(text))
        assert ([row.id for row in found.page(0, 9)], found.complete) == (VPS, True), text
        assert index.listed(Kind.COMPANY, parse(text)).total == 0
    for text in ("vpx", "qq", "vp chair"):
        found = index.listed(Kind.RELATIONSHIP, parse(text))
        assert (found.total, found.complete) == (0, True), text


def test_roles_that_all_differ_are_looked_through(
    index: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_tested", untested)
    monkeypatch.setattr(roles, "DIFFERENT", 0)
    for text in ("vp", "VP Sales"):
        found = index.listed(Kind.RELATIONSHIP, parse(text))
        assert ([row.id for row in found.page(0, 9)], found.complete) == (VPS, True), text


@pytest.mark.parametrize("text", ["vp", "vp sales", "sales"])
def test_claims_with_a_role_that_many_have_are_tested(
    index: SQLiteStore, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roles, "AT_ONCE", 1)
    for most in (9, None):
        found = index.listed(Kind.RELATIONSHIP, parse(text), most=most)
        assert [row.id for row in found.page(0, 9)] == VPS


def test_one_who_stops_is_not_told_that_nobody_has_a_role(index: SQLiteStore) -> None:
    for text in ("vp", "sales"):
        for looks in range(9):
            told = iter((*[False] * looks, *[True] * 999))
            found = index.listed(Kind.RELATIONSHIP, parse(text), stopped=told.__next__)
            assert found.total == len(VPS) or not found.complete
        assert index.listed(Kind.RELATIONSHIP, parse(text)).total == len(VPS)


def test_where_many_have_a_word_some_screens_are_enough(
    index: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "FEW", 0)  # as if that many had it
    index.close()
    for enough in (3, 9):
        monkeypatch.setattr(places, "ENOUGH", enough)
        found = index.listed(Kind.RELATIONSHIP, parse("yew"))
        assert (found.total, found.complete) == (max(enough, 5), False)
        assert [row.id for row in found.page(0, 2)] == ["t0", "t1"]
    assert index.listed(Kind.RELATIONSHIP, parse("yew"), most=None).total == TIES


def test_one_stops_in_time_with_what_was_found(
    index: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "FEW", 0)
    monkeypatch.setattr(places, "AT_MOST", -1)
    found = index.listed(Kind.RELATIONSHIP, parse("yew"))
    assert (found.total, found.complete) == (5, False)
    everything = index.listed(Kind.RELATIONSHIP, parse("yew"), most=None)
    assert (everything.total, everything.complete) == (TIES, True)
