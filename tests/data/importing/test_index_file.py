"""An index says of a record what a checked set says of it, and is whole or not there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from scale_explorer.data.finding import Finding
from scale_explorer.data.importing import index_file
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.schema import schema
from scale_explorer.data.importing.sink import Item, Refusal, Refused, Written
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load
from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.loading.writable import why_not_writable
from scale_explorer.data.opening import open_store, seek
from scale_explorer.data.query import parse
from scale_explorer.data.store import connections, places
from scale_explorer.data.store.index_format import FORMAT, KEY
from scale_explorer.data.store.name_order import BEGUN
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.order import Order
from scale_explorer.data.store.seal import sampled
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.data.watch import Phase
from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.kinds import Kind
from scale_explorer.models.record import Record
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import Relationship

ACME = Item(Kind.COMPANY, "acme", {"name": "Acmé Šip", "aliases": ["Widgets"], "country": "PL"})
BOLT = Item(Kind.COMPANY, "bolt", {"name": "Bolt"})
ANNA = Item(Kind.PERSON, "anna", {"name": "Anna"})
BUYS = Item(
    Kind.RELATIONSHIP,
    "buys",
    {"type": "customer_of", "subject": "bolt", "object": "acme", "start": "2019-03",
     "history": [{"status": "ending"}], "role": "bolts"},
    ({"source": "news", "exact": "Bolt buys from Acme"},),
)  # fmt: skip
WORKS = Item(
    Kind.RELATIONSHIP, "works", {"type": "employed_by", "subject": "anna", "object": "acme"}
)
SALES = Item(
    Kind.FIGURE,
    "sales",
    {"subject": "acme", "measure": "revenue", "value": "about €30 million", "period": "2024"},
)
NEWS = Item(Kind.SOURCE, "news", {"title": "News", "publisher": "Daily", "published": "2020"})
ALL = (BUYS, ACME, SALES, BOLT, NEWS, ANNA, WORKS)
"""In no order: ends come behind what joins them."""


def write(path: Path, *items: Item) -> tuple[Written, list[Refused]]:
    refused: list[Refused] = []
    with IndexWriter(path, "Some records") as writer:
        for item in items:
            writer.add(item)
        return writer.finish(refused.append), refused


@pytest.fixture
def index(tmp_path: Path) -> SQLiteStore:
    path = tmp_path / "some.index"
    write(path, *ALL)
    return open_store(str(path))


def item_of(record: Record) -> Item:
    fields = record.model_dump(mode="json", exclude_defaults=True)
    del fields["id"]
    return Item(record.KIND, record.id, fields, tuple(fields.pop("evidence", ())))


TOLD_ALIKE = {
    Kind.COMPANY: ("title", "short", "when", "state", "quotes"),
    Kind.PERSON: ("title", "short", "detail", "quotes"),
    Kind.PUBLIC_BODY: ("title", "detail", "quotes"),
    Kind.RELATIONSHIP: ("title", "short", "detail", "when", "state"),
    Kind.DEAL: ("title", "short", "state"),
    Kind.FIGURE: ("detail", "when", "state", "quotes"),
    Kind.STATEMENT: ("title", "short", "when", "state", "quotes"),
    Kind.REASON: ("short", "detail", "state", "quotes"),
    Kind.SOURCE: ("title", "short", "detail", "when"),
}


def is_worded_simply(record: Record, kinds: dict[str, Kind]) -> bool:
    """Say whether an index words a record more simply: what several do, or a role alone tells."""
    if not isinstance(record, Relationship):
        return record.KIND not in TOLD_ALIKE
    several = kinds[record.subject] in {Kind.GROUP, Kind.PRODUCT}
    return several or record.type is RelationType.RELATED_TO


def _plain(told: str) -> str:
    """Names stand in an index as they were given: without an article, small ones first, too."""
    return told.casefold().replace("the ", "")


@pytest.mark.parametrize("name", ["scale-ai", "tutorial"])
def test_records_read_as_in_a_checked_set(tmp_path: Path, name: str) -> None:
    records = load(gather(resolve(name))).dataset.records
    kinds = {record.id: record.KIND for record in records}
    write(tmp_path / "all.index", *map(item_of, records))
    with open_store(name) as checked, open_store(str(tmp_path / "all.index")) as imported:
        for record in records:
            if is_worded_simply(record, kinds):
                continue
            then, now = checked.record(record.id), imported.record(record.id)
            assert then is not None
            assert now is not None
            for what in TOLD_ALIKE[record.KIND]:
                if (what, record.KIND) == ("short", Kind.REASON) and record.id not in SIMPLE:
                    continue
                told, said = (_plain(str(getattr(row, what))) for row in (now, then))
                assert told == said, (record.id, what)


SIMPLE = {"yard-too-small.reason_for.shionagi-buys-yard"}


def headings(index: SQLiteStore, record: str) -> list[tuple[str, int]]:
    return [(section.title, section.first) for section in index.lines(record).sections]


def test_a_relationship_stands_on_the_pages_of_both_ends(index: SQLiteStore) -> None:
    (bought,) = (row for row in index.claims("acme") if row.section == "Customers")
    assert (bought.label, bought.role, bought.when) == ("Bolt", "bolts", "since Mar 2019")
    (sold,) = index.claims("bolt")
    assert (sold.section, sold.label, sold.target) == ("Suppliers", "Acmé Šip", "acme")
    assert headings(index, "acme") == [("Customers", 0), ("People", 1), ("Figures", 2)]
    assert headings(index, "buys") == [("Between", 0)]
    assert headings(index, "sales") == [("About", 0)]
    assert [row.role for row in index.claims("buys")] == ["is a customer of", "has as customer"]


def test_what_an_entity_is_and_comes_to(index: SQLiteStore) -> None:
    acme = index.portrait("acme")
    assert acme is not None
    assert acme.subtitle == "Company · PL"
    assert [(fact.label, fact.value) for fact in acme.facts] == [("also", "Widgets")]
    assert [(part.title, part.first) for part in index.lines("acme").sections] == [
        ("Customers", 0), ("People", 1), ("Figures", 2)
    ]  # fmt: skip
    assert all(
        index.lines(owner).page(part.first, part.first + 1)[0].section == part.title
        for owner in ("acme", "bolt", "buys")
        for part in index.lines(owner).sections
    )
    (sales,) = index.figures("acme")
    assert sales.value is not None
    assert (str(sales.value.low), str(sales.value.high), sales.unit) == (
        "27000000",
        "33000000",
        "EUR",
    )


def test_everything_else_that_is_asked(index: SQLiteStore) -> None:
    assert [hit.record.id for hit in index.search("sip")] == ["acme"]
    assert [hit.record.id for hit in index.search("wigdets")] == ["acme"]
    assert [(tie.far, tie.type) for tie in index.edges("acme")] == [
        ("bolt", "customer_of"), ("anna", "employed_by")
    ]  # fmt: skip
    assert [(one.type, one.count) for one in index.degrees("acme")] == [
        ("customer_of", 1), ("employed_by", 1)
    ]  # fmt: skip
    (path,) = index.paths("anna", "bolt").found
    assert path.records == ("anna", "acme", "bolt")
    assert [event.claim for event in index.events()] == ["buys", "news", "sales"]
    assert [event.claim for event in index.events("bolt")] == ["buys"]
    (quote,) = index.evidence("buys")
    assert (quote.exact, quote.source) == ("Bolt buys from Acme", "news")
    text = index.source_text("news")
    assert text is not None
    (stretch,) = text.stretches
    assert (stretch.text, stretch.evidence) == ("Bolt buys from Acme", (quote.id,))
    assert stretch.end - stretch.start == len("Bolt buys from Acme")
    assert index.document("buys") is not None


@pytest.mark.parametrize(
    ("kind", "words", "found"),
    [
        (Kind.COMPANY, "sip", ["acme"]),
        (Kind.COMPANY, "country:pl", ["acme"]),
        (Kind.RELATIONSHIP, "sip", ["buys", "works"]),
        (Kind.RELATIONSHIP, "bolt sip", ["buys"]),
        (Kind.RELATIONSHIP, "type:customer", ["buys"]),
        (Kind.RELATIONSHIP, "is:ending", ["buys"]),
        (Kind.RELATIONSHIP, "!is:ending", ["works"]),
        (Kind.RELATIONSHIP, "subject:anna", ["works"]),
        (Kind.FIGURE, "measure:revenue", ["sales"]),
        (Kind.FIGURE, "sip", ["sales"]),
        (Kind.FIGURE, ">€29m", ["sales"]),
        (Kind.FIGURE, "year:2023", []),
    ],
)
def test_filters_find_claims_by_what_they_are_about(
    index: SQLiteStore, kind: Kind, words: str, found: list[str]
) -> None:
    assert [row.id for row in index.records(kind, parse(words))] == found
    assert index.count(kind, parse(words)) == len(found)


def test_as_of_a_day_and_without_a_relationship(index: SQLiteStore) -> None:
    before = Lens(as_of="2018-01-01")
    assert index.record("buys", before) is None
    assert [row.claim for row in index.claims("acme", lens=before)] == ["works"]
    off = Lens(without=frozenset({"works"}))
    assert [tie.far for tie in index.edges("acme", lens=off)] == ["bolt"]


def test_an_event_may_be_open_at_one_end(tmp_path: Path) -> None:
    fields = {**WORKS.fields, "start": "2019-05", "end": "2024/.."}
    write(tmp_path / "i", ACME, ANNA, Item(Kind.RELATIONSHIP, "works", fields))
    with open_store(str(tmp_path / "i")) as store:
        start, end = store.events()
    assert (start.what, start.first, start.last) == ("start", "2019-05-01", "2019-05-31")
    assert (end.what, end.edtf, end.first, end.last) == ("end", "2024/..", "2024-01-01", "")


def test_names_stand_in_order_whatever_is_before_them(tmp_path: Path) -> None:
    names = {"b": "„Beta“", "a": "Älpha", "c": "(주) Gamma"}
    write(
        tmp_path / "i",
        *(Item(Kind.COMPANY, key, {"name": name}) for key, name in names.items()),
    )
    with open_store(str(tmp_path / "i")) as store:
        assert [row.id for row in store.records(Kind.COMPANY)] == ["a", "b", "c"]


def test_what_comes_twice_is_kept_once_and_what_clashes_is_told(tmp_path: Path) -> None:
    again = Item(Kind.COMPANY, "bolt", {"name": "Bolt"}, line=8)
    other = Item(Kind.COMPANY, "bolt", {"name": "Bolt & Co"}, line=9)
    claim = Item(Kind.RELATIONSHIP, "acme", WORKS.fields, line=10)
    written, refused = write(tmp_path / "i", *ALL, again, other, claim, BUYS)
    assert written.merged == 2
    assert [(one.why, one.id, one.line) for one in refused] == [
        (Refusal.CLASH, "bolt", 9), (Refusal.CLASH, "acme", 10)
    ]  # fmt: skip
    assert written.counts[Kind.COMPANY] == 2
    assert written.refused == 2


def test_the_same_claim_with_other_words_has_the_quotes_of_both(tmp_path: Path) -> None:
    again = Item(BUYS.kind, BUYS.id, BUYS.fields, ({"source": "news", "exact": "Acme sells"},))
    bare = Item(BUYS.kind, BUYS.id, BUYS.fields)
    written, refused = write(tmp_path / "i", *ALL, again, BUYS, bare)
    assert (written.merged, refused) == (3, [])
    with open_store(str(tmp_path / "i")) as store:
        quotes = [quote.exact for quote in store.evidence("buys")]
        record = store.record("buys")
    assert sorted(quotes) == ["Acme sells", "Bolt buys from Acme"]
    assert record is not None
    assert record.quotes == 2


def test_a_claim_with_the_words_of_two_sources_is_not_single_source(tmp_path: Path) -> None:
    def told(*items: Item) -> frozenset[str]:
        write(tmp_path / "i", *ALL, *items)
        with open_store(str(tmp_path / "i")) as store:
            record = store.record("buys")
            assert record is not None
            shown = store.records(Kind.RELATIONSHIP, parse("is:single-source"))
            assert ("buys" in {row.id for row in shown}) is ("single-source" in record.flags)
        return record.flags

    post, mail = (Item(Kind.SOURCE, key, {"title": key.title()}) for key in ("post", "mail"))
    again = Item(BUYS.kind, BUYS.id, BUYS.fields, ({"source": "post", "exact": "Acme sells"},))
    third = Item(BUYS.kind, BUYS.id, BUYS.fields, (
        {"source": "mail", "exact": "It buys", "directness": "inferred"},
    ))  # fmt: skip
    against = Item(BUYS.kind, BUYS.id, BUYS.fields, (
        {"source": "post", "exact": "It never bought", "direction": "refutes"},
    ))  # fmt: skip
    assert "single-source" in told()
    assert "single-source" not in told(post, again)
    assert "inferred" not in told(post, again)
    assert "inferred" in told(post, mail, again, third), "three records, two of them later"
    assert "single-source" in told(post, against)


def test_fragments_add_to_each_other(tmp_path: Path) -> None:
    more = Item(Kind.COMPANY, "bolt", {"name": "Bolt", "aliases": ["Screws"]}, adds=True)
    written, refused = write(tmp_path / "i", BOLT, more)
    assert (written.merged, refused) == (1, [])
    with open_store(str(tmp_path / "i")) as store:
        assert [hit.record.id for hit in store.search("screws")] == ["bolt"]


def test_a_claim_about_nobody_is_refused(tmp_path: Path) -> None:
    lost = Item(
        Kind.RELATIONSHIP, "lost", {"type": "owns", "subject": "acme", "object": "gone"}, line=3
    )
    about = Item(
        Kind.FIGURE, "about", {"subject": "lost", "measure": "stake", "value": "3 %"}, line=4
    )
    written, refused = write(tmp_path / "i", ACME, lost, about)
    assert [(one.why, one.id, one.about, one.line) for one in refused] == [
        (Refusal.NO_END, "lost", "gone", 3), (Refusal.NO_END, "about", "lost", 4)
    ]  # fmt: skip
    assert written.counts == {Kind.COMPANY: 1}


def test_an_index_of_nothing(tmp_path: Path) -> None:
    write(tmp_path / "i")
    with open_store(str(tmp_path / "i")) as store:
        assert store.summary().counts == ()
        assert store.search("a") == ()
        assert store.events() == ()


def test_what_is_not_finished_leaves_nothing_but_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "i"
    write(path, ACME)
    before = path.read_bytes()

    class Stop(Exception):  # noqa: N818 - nothing went wrong
        pass

    def half() -> None:
        with IndexWriter(path, "Other") as writer:
            writer.add(BOLT)
            raise Stop

    with pytest.raises(Stop):
        half()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_stops_it_within_a_statement_is_raised_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_file, "_INSTRUCTIONS", 10)

    class Stop(Exception):  # noqa: N818 - nothing went wrong
        pass

    class Stopping:
        """Stops when it has heard more steps than are told between statements."""

        heard = 0

        def step(self, phase: Phase, done: int, total: int) -> None:
            del phase, done, total
            self.heard += 1
            if self.heard > 100:
                raise Stop

        def found(self, finding: Finding) -> None:
            del finding

    def all_of_it() -> None:
        with IndexWriter(tmp_path / "i", "I", Stopping()) as writer:
            for item in ALL:
                writer.add(item)
            writer.finish(print)

    with pytest.raises(Stop):
        all_of_it()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_import_left_goes_with_the_next(tmp_path: Path) -> None:
    left, other = tmp_path / ".importing-i-a1b2c3d4", tmp_path / ".importing-i-2-a1b2c3d4"
    for folder in (left, other):
        folder.mkdir()
        (folder / "staging").write_bytes(b"half")
    write(tmp_path / "i", ACME)
    assert not left.exists()
    assert other.exists()


def test_the_same_records_make_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write(path, *ALL)
    first = path.read_bytes()
    write(path, *ALL)
    assert path.read_bytes() == first


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()


def newer(path: Path) -> None:
    write(path, ACME)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = ?", (KEY,))
    connection.close()


def cut(path: Path) -> None:
    write(path, *ALL)
    path.write_bytes(path.read_bytes()[:-4096])


def changed(path: Path) -> None:
    write(path, *ALL)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (foreign, "is a database, but no index of ours"),
        (newer, "was made by a newer version"),
        (cut, "damaged"),
        (changed, "damaged"),
    ],
)
def test_what_is_no_sound_index_is_told_and_left_alone(
    tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    path = tmp_path / "i"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(DataError, match=told):
        open_store(str(path))
    assert path.read_bytes() == before


def test_an_index_opens_by_itself(tmp_path: Path) -> None:
    write(tmp_path / "i", ACME)
    with pytest.raises(UsageError, match="open it by itself"):
        seek([str(tmp_path / "i"), "tutorial"])


@pytest.mark.parametrize("text", ["", "bolt", "a", "is:ending", "status:current", "acme 2019"])
@pytest.mark.parametrize("probe", [1, 100])
def test_lists_that_are_read_from_any_place_are_those_of_the_pages(
    index: SQLiteStore, text: str, probe: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "PROBE", probe)
    wanted = parse(text)
    for kind in Kind:
        rows = index.records(kind, wanted)
        assert index.listed(kind, wanted).page(0, 99) == rows
        for row in rows:
            lines = index.lines(row.id, wanted)
            assert lines.page(0, 99) == index.claims(row.id, wanted)
            begun = [lines.page(part.first, part.first + 1)[0] for part in lines.sections]
            assert [line.section for line in begun] == [part.title for part in lines.sections]


def test_an_index_is_no_set_to_read_or_write(tmp_path: Path) -> None:
    path = tmp_path / "i"
    write(path, ACME)
    with pytest.raises(DataError, match="an index of imported records, which is only looked at"):
        gather(path)
    assert "only looked at" in why_not_writable(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("former", ["r1"]),
        ("under review", ["r2"]),
        ("!former", ["r2", "r3"]),
        ("mill former", ["r1"]),
    ],
)
def test_on_a_page_the_status_that_a_row_shows_is_found_by_its_words(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    items = [Item(Kind.COMPANY, "acme", {"name": "Acme"})]
    for number, status in enumerate(("former", "under_review", "current"), 1):
        items.append(Item(Kind.COMPANY, f"c{number}", {"name": f"Mill {number}"}))
        ends = {"type": "customer_of", "subject": f"c{number}", "object": "acme"}
        fields = {**ends, "history": [{"status": status}]}
        items.append(Item(Kind.RELATIONSHIP, f"r{number}", fields))
    write(tmp_path / "i", *items)
    with open_store(str(tmp_path / "i")) as store:
        assert [row.claim for row in store.claims("acme", parse(text))] == found


def test_deals_stand_in_the_order_of_their_prices(tmp_path: Path) -> None:
    items = [Item(Kind.COMPANY, "acme", {"name": "Acme"})]
    for id_, price in (("small", "$2 million"), ("none", ""), ("large", "over $3 billion")):
        deal = {
            "title": id_,
            "type": "acquisition",
            "parties": [{"entity": "acme", "role": "buyer"}],
        }
        items.append(Item(Kind.DEAL, id_, deal))
        if price:
            figure = {"subject": id_, "measure": "price", "value": price}
            items.append(Item(Kind.FIGURE, f"{id_}-price", figure))
    write(tmp_path / "i", *items)
    with open_store(str(tmp_path / "i")) as store:
        for lens in (PLAIN_LENS, Lens(without=frozenset({"acme"}))):
            found = store.lines_in_order("acme", Order.LARGEST, lens=lens)
            assert [row.claim for row in found.page(0, 9)] == ["large", "small", "none"]


FORMATS = {1: "28e64d08365d2779", 2: "84ce75788741050d"}
"""The digest of the tables and views of each format.

Who changes them so that a program before could not read them gives the format a new number.
"""


def test_a_change_of_the_tables_is_thought_of() -> None:
    assert sha256(schema().encode()).hexdigest()[:16] == FORMATS[FORMAT]


def test_who_stops_looking_has_the_names_that_begin_so(tmp_path: Path) -> None:
    many = [Item(Kind.COMPANY, f"mill-{n:03}", {"name": f"Old mill {n:03}"}) for n in range(400)]
    write(tmp_path / "many.index", *many, Item(Kind.COMPANY, "yew", {"name": "Yew mill"}))
    with open_store(str(tmp_path / "many.index")) as store:

        def named(text: str) -> list[str]:
            found = store.listed(Kind.COMPANY, parse(text), stopped=lambda: True)
            return [row.title for row in found.page(0, 500)]

        assert named("ye") == ["Yew mill"]
        assert len(named("old mi")) == BEGUN
        for none in ("mi", "mill", "!ye", "ye is:inferred", ">1"):
            assert named(none) == []


def test_damage_that_a_sample_does_not_show_is_told_when_it_is_met(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "CHECKED_BYTES", 0)
    path = tmp_path / "i"
    write(path, *(Item(Kind.COMPANY, f"c{each}", {"name": f"Co {each}"}) for each in range(8_000)))
    content = bytearray(path.read_bytes())
    seen = {start // 4096 for start, _ in sampled(len(content))}
    for page in range(len(content) // 4096):
        here = slice(page * 4096, page * 4096 + 4096)
        if page not in seen and content[here].count(b"Co 5") > 20:
            content[here] = bytes([0xB6]) * 4096
    path.write_bytes(content)

    def everything() -> None:
        with open_store(str(path)) as store:
            found = store.listed(Kind.COMPANY)
            for first in range(0, found.total, 100):
                found.page(first, first + 100)

    with pytest.raises(DataError, match="is damaged: it is not as it was made"):
        everything()
    assert path.read_bytes() == content


def test_text_that_cannot_be_decoded_is_damage_too(tmp_path: Path) -> None:
    path = tmp_path / "i"
    write(path, *ALL)
    spoilt = path.read_bytes()
    changes = ((b"viewdocument", b"viewdocu\xb6ent"), (b"CREATE VIEW doc", b"CREATE VIEX doc"))
    for old, new in changes:
        assert old in spoilt
        spoilt = spoilt.replace(old, new)
    path.write_bytes(spoilt)
    with pytest.raises(DataError, match="damaged"):
        open_store(str(path))
