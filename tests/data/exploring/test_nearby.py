"""Records that may be meant by a name that none has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scale_explorer.data.exploring.known import known_record
from scale_explorer.data.exploring.nearby import nearby
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.opening import open_store
from scale_explorer.data.store.protocol import Store
from scale_explorer.models.errors import UnknownNameError
from scale_explorer.models.kinds import Kind

NAMES = {
    "c1": "Textiles Saint-Aigny et Fils",
    "c2": "Riverá Keramik S.A.",
    "c3": "Uriveria Keramik S.A. and Sons",
    "c4": "Old Mill",
    "acme": "Acme Bolts",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("near") / "a.index"
    with IndexWriter(path, "A") as writer:
        for id_, name in NAMES.items():
            writer.add(Item(Kind.COMPANY, id_, {"name": name}))
        writer.finish(lambda _: None)
    with open_store(str(path)) as store:
        yield store


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("TextilesSaint-Aigny et Fils", "c1"),
        ("Textiles Saint Aigny & Filles", "c1"),
        ("Riveri Keramik S.A.", "c2"),
        ("Old  Mil", "c4"),
        ("acne-bolts", "acme"),
    ],
)
def test_a_name_with_slips_has_the_record_with_its_name_first(
    index: Store, asked: str, meant: str
) -> None:
    first, *_ = nearby(index, asked)
    assert first.id == meant
    with pytest.raises(UnknownNameError) as told:
        known_record(index, asked)
    assert told.value.nearest[0] == meant


@pytest.mark.parametrize("asked", ["", "-", "zzz", "no such thing"])
def test_what_is_like_nothing_has_none(index: Store, asked: str) -> None:
    assert not nearby(index, asked)


def test_an_id_that_does_not_say_who_it_is_is_told_with_the_name(index: Store) -> None:
    with pytest.raises(UnknownNameError, match=r"Did you mean c4 \(Old Mill\)\?$"):
        known_record(index, "Old Mil")
    with pytest.raises(UnknownNameError, match=r"Did you mean acme\?$"):
        known_record(index, "Acme Bolds")


def test_in_a_set_what_is_called_so_comes_before_what_holds_it() -> None:
    meant = {"scale-ia": "scale-ai", "Mata": "meta", "Facebok": "facebook"}
    with open_store(None) as store:
        assert {asked: nearby(store, asked)[0].id for asked in meant} == meant
