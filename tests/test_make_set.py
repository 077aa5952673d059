"""Sets for measuring: the same seed, the same bytes; sound records; the shape of a register."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.make_set import main
from benchmarks.making import as_csv, as_ftm, as_jsonl, devices, fetching, gleif, indices, synthetic
from benchmarks.making.fetching import FetchError
from benchmarks.making.plan import Plan
from benchmarks.making.quoting import INVENTED, Texts
from benchmarks.making.relating import Relationships
from benchmarks.making.running_text import amount, people, things
from scale_explorer.data.checks.run import Report, check
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.loading.entries import HEADER
from scale_explorer.data.loading.expand import expand
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.records import read_model
from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.dataset import RECORD_CLASSES, Header
from scale_explorer.models.kinds import CLAIM_KINDS, Kind
from scale_explorer.models.record import Record
from scale_explorer.models.relation_type import MEANINGS, RelationType

SMALL = Plan(500, 1_500, 500, deals=50, quotes=0.5)
LARGE = Plan(2_000, 12_000, 1_000, hub=1_000)
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "CJK", "KATAKANA", "HANGUL", "ARABIC", "HEBREW")


def _lines(plan: Plan) -> list[str]:
    return list(map(as_jsonl.line, synthetic.records(plan)))


def _tables(plan: Plan) -> list[Table]:
    return [json.loads(line) for line in _lines(plan)]


def _read(table: Table) -> Record:
    """Return the record of a line as a TOML file's table would be read."""
    kind = Kind(table.pop("kind"))
    record = read_model(expand(kind, table, None), RECORD_CLASSES[kind])
    assert isinstance(record, Record), (table, list(record))
    return record


def _csv(plan: Plan, folder: Path) -> Loaded:
    with Texts(folder, INVENTED) as texts:
        as_csv.write(texts.copied(synthetic.records(plan)), folder)
    return load(gather(folder))


def _check(loaded: Loaded) -> Report:
    return check(loaded, ground(loaded.dataset, loaded.copies, loaded.lock))


def test_a_seed_makes_one_set() -> None:
    assert _lines(SMALL) == _lines(SMALL)
    assert _lines(SMALL) != _lines(Plan(500, 1_500, 500, deals=50, quotes=0.5, seed=2))


@pytest.mark.parametrize("plan", [SMALL, LARGE, Plan(10, 0, 3), Plan(10, 5, 5, quotes=1)])
def test_there_are_as_many_as_were_asked_for(plan: Plan) -> None:
    kinds = Counter(table["kind"] for table in synthetic.records(plan))
    assert sum(kinds[kind] for kind in plan.counts) == plan.entities
    assert all(kinds[kind] == count for kind, count in plan.counts.items())
    assert kinds[Kind.RELATIONSHIP] == plan.relationships
    assert kinds[Kind.FIGURE] == plan.figures
    assert kinds[Kind.DEAL] == plan.deals
    assert kinds[Kind.SOURCE] == plan.sources


def test_every_line_is_a_record() -> None:
    header, *tables = _tables(SMALL)
    assert header.pop("kind") == HEADER
    assert isinstance(read_model(header, Header), Header)
    ids = {_read(table).id for table in tables}
    assert len(ids) == len(tables)


def test_it_says_that_it_is_invented() -> None:
    header, source, *_ = _tables(SMALL)
    assert "Synthetic" in header["title"]
    assert "nothing in it is true" in source["title"]
    assert INVENTED in header["summary"]


def test_ends_are_there_and_may_be_joined() -> None:
    tables = _tables(SMALL)
    kinds = {table["id"]: Kind(table["kind"]) for table in tables[1:]}
    ties = [table for table in tables if table["kind"] == Kind.RELATIONSHIP]
    for tie in ties:
        meaning = MEANINGS[RelationType(tie["type"])]
        assert kinds[tie["subject"]] in meaning.subjects
        assert kinds[tie["object"]] in meaning.objects
        assert tie["subject"] != tie["object"]
    assert {tie["type"] for tie in ties} == set(RelationType)


def test_degrees_have_a_heavy_tail_and_a_hub() -> None:
    ties = [table for table in synthetic.records(LARGE) if table["kind"] == Kind.RELATIONSHIP]
    degrees = Counter(tie[end] for tie in ties for end in ("subject", "object"))
    (name, hub), *others = degrees.most_common()
    assert hub >= LARGE.hub == LARGE.hub_edges
    # Chance alone ties it less: so many are its ties on purpose.
    without = synthetic.records(replace(LARGE, hub=0))
    by_chance = sum(name in {table.get("subject"), table.get("object")} for table in without)
    assert hub > by_chance + LARGE.hub // 2
    median = sorted(degrees.values())[len(degrees) // 2]
    assert others[0][1] > 20 * median
    top = sum(count for _, count in others[: len(others) // 100])
    assert top > 0.1 * sum(count for _, count in others)


def test_a_small_set_is_not_all_hub() -> None:
    assert Plan(100, 400, 0, hub=100_000).hub_edges == 100


def test_names_stand_in_many_scripts() -> None:
    entities = [table for table in synthetic.records(SMALL) if "name" in table]
    letters = {letter for table in entities for letter in table["name"] if letter.isalpha()}
    seen = {unicodedata.name(letter).split()[0] for letter in letters}
    assert seen.issuperset(SCRIPTS)
    assert {"é", "ö", "ñ", "å", "ł"} <= letters


def test_some_names_are_nearly_alike(tmp_path: Path) -> None:
    loaded = _csv(Plan(4_000, 0, 0), tmp_path)
    codes = Counter(finding.code for finding in _check(loaded).findings)
    assert codes["near_duplicate_name"] > 10
    names = [entity.name for entity in loaded.dataset.entities]
    assert any(name.isascii() and name.isupper() for name in names)


def test_csv_files_hold_the_same_records(tmp_path: Path) -> None:
    plan = Plan(500, 1_500, 500, quotes=0.5)
    loaded = _csv(plan, tmp_path)
    assert not loaded.findings
    assert loaded.dataset.by_id == {each.id: each for each in map(_read, _tables(plan)[1:])}


def test_every_quote_is_found_and_carries_its_claim(tmp_path: Path) -> None:
    plan = Plan(800, 2_000, 800, quotes=1)
    report = _check(_csv(plan, tmp_path))
    codes = Counter(finding.code for finding in report.findings)
    assert not {code for code in codes if "_in_quote" in code or "_in_source" in code}
    assert not codes["invalid_record"] + codes["dangling_reference"] + codes["wrong_end_type"]


def test_the_share_of_quotes_is_kept() -> None:
    claims = [table for table in synthetic.records(SMALL) if table["kind"] in set(CLAIM_KINDS)]
    quoted = [claim for claim in claims if "evidence" in claim]
    assert len(quoted) == SMALL.quoted == len(claims) // 2


def test_deals_and_their_prices_stand_in_the_texts(tmp_path: Path) -> None:
    with Texts(tmp_path, INVENTED) as texts:
        for table in texts.copied(synthetic.records(Plan(50, 10, 200, deals=50, quotes=1))):
            for quote in table.get("evidence", ()):
                assert all(phrase in quote["exact"] for phrase in quote.get("mentions", {}))
    text = (tmp_path / "texts" / "s0.txt").read_text(encoding="utf-8")
    assert text.startswith(INVENTED)
    assert " takes a stake in " in text


def test_nothing_is_made_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_early(_ties: Relationships, _number: int) -> Table:
        raise AssertionError

    monkeypatch.setattr(Relationships, "record", too_early)
    assert len(list(islice(synthetic.records(SMALL), 100))) == 100


def test_ftm_lines_have_an_id_a_schema_and_lists_of_texts() -> None:
    plan = Plan(300, 900, 300, deals=30, quotes=0.5)
    entities = [each for record in synthetic.records(plan) for each in as_ftm.entities(record)]
    ids = [entity["id"] for entity in entities]
    assert len(ids) == len(set(ids)) == plan.entities + plan.claims + plan.quoted + plan.sources
    for entity in entities:
        assert list(entity) == ["id", "schema", "properties"]
        for values in entity["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)
    schemata = {entity["schema"] for entity in entities}
    assert {"Company", "Person", "Asset", "Ownership", "UnknownLink", "Note", "Event"} <= schemata


def test_a_quote_in_ftm_leads_to_its_claim_and_source() -> None:
    tie: Table = {
        "kind": "relationship", "id": "r1", "type": "subsidiary_of", "subject": "a", "object": "b",
        "start": "2019-05~", "history": [{"status": "former"}],
        "evidence": [{"source": "s", "exact": "words"}],
    }  # fmt: skip
    edge, note = as_ftm.entities(tie)
    assert edge["schema"] == "Ownership"
    assert edge["properties"] == {
        "asset": ["a"], "owner": ["b"], "role": ["parent"], "startDate": ["2019-05"],
        "status": ["former"], "proof": ["s"],
    }  # fmt: skip
    assert note["id"] == "r1-quote"
    assert note["properties"] == {
        "entity": ["a", "b"], "name": ["quote"], "description": ["words"], "proof": ["s"],
    }  # fmt: skip


@pytest.mark.parametrize("form", ["jsonl", "csv", "ftm"])
def test_the_command_writes_every_format(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sizes = ["--entities", "50", "--relationships", "100", "--figures", "20", "--format", form]
    assert main([*sizes, "-o", str(tmp_path)]) == 0
    assert "100 relationship" in capsys.readouterr().out
    assert not list(tmp_path.glob("*.part"))


def test_a_file_may_be_named(tmp_path: Path) -> None:
    out = tmp_path / "own.jsonl"
    assert main(["--entities", "10", "--relationships", "0", "--figures", "0", "-o", str(out)]) == 0
    assert out.is_file()


def test_a_set_that_cannot_be_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--entities", "3", "-o", str(tmp_path)]) == 2
    assert main(["--quotes", "1.5", "-o", str(tmp_path)]) == 2
    assert "from 0 to 1" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_failed_run_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / as_jsonl.NAME
    path.write_text("old", encoding="utf-8")
    with pytest.raises(TypeError):
        as_jsonl.write(iter([{"kind": "company"}, {"kind": object()}]), tmp_path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_data_that_cannot_be_fetched_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no \x1b network')"]

    def fail(requirement: str, cache: Path) -> Path:
        return fetching.fetched(cache / requirement, lambda _: command)

    monkeypatch.setattr(indices, "python_package", fail)
    out, cache = tmp_path / "out", tmp_path / "cache"
    assert main(["--real", "indices", "--cache", str(cache), "-o", str(out)]) == 1
    told = capsys.readouterr().err
    assert "network" in told
    assert "\x1b" not in told
    assert not out.exists()
    # Half of a package is not taken for it by the next run.
    assert not list(cache.glob("pytickersymbols*[0-9]"))


def test_a_missing_list_of_devices_names_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FetchError, match=r"install the package no\.ids"):
        fetching.debian_file("no.ids", "usr/share/misc/no.ids", tmp_path)


DEVICES = """\
# A list
0014  Kestrel Semiconductor
\t7a00  Bridge
\t\t0014 0001  Part of a board
\t7a00  The same number again
\t\x1b[31m  no entry
1af4  Red\x1b[0m Maker
\t1000  Network card
C 00  Class
\t00  no device
"""


def test_devices_are_read() -> None:
    tables = list(devices.of_list("pci", iter(DEVICES.splitlines())))
    names = {each["id"]: each["name"] for each in tables if "name" in each}
    assert list(names) == ["pci-0014", "pci-0014-7a00", "pci-1af4", "pci-1af4-1000"]
    assert "\x1b" not in names["pci-1af4"]
    ties = [each["id"] for each in tables if each["kind"] == "relationship"]
    assert ties == ["pci-0014.makes.pci-0014-7a00", "pci-1af4.makes.pci-1af4-1000"]
    for table in tables:
        _read(table)


def test_rows_of_the_register_are_read() -> None:
    row: list[str | None] = ["0" * 18 + "98", "Kestrel  Foods", "GB", "GENERAL"]
    record = gleif.of_row(row, "food")
    assert record is not None
    assert record["country"] == "GB"
    assert record["name"] == "Kestrel Foods"
    _read(record)
    assert gleif.of_row([None, "Kestrel", "GB", None], "food") is None
    assert gleif.of_row(["0" * 20, " ", None, None], "food") is None


def test_index_companies_are_read(tmp_path: Path) -> None:
    company = {
        "name": "Kestrel Foods", "country": "Netherlands", "industries": ["Food"],
        "symbols": [{"yahoo": "KF"}, {"google": "AMS:KF"}],
        "metadata": {
            "revenue": "€ 1.5 billion (2024)", "employees": "4,345 (2024)", "net_income": "lots",
            "key_people": "Ann Example (CEO) Bo Sample ( treasurer )", "founder": "Cy Instance",
            "products": "Frozen peas Canned corn",
        },
    }  # fmt: skip
    bare = {"name": "Bare", "metadata": {"revenue": 12, "key_people": None}}
    tables = list(indices.of_indices({"TEST": {"companies": [company, bare, company]}}))
    with Texts(tmp_path, "Entries") as texts:
        as_csv.write(texts.copied(iter(tables)), tmp_path)
    loaded = load(gather(tmp_path))
    assert not loaded.findings
    codes = {finding.code for finding in _check(loaded).findings}
    assert codes <= {"claim_without_evidence", "sentence_without_claim"}
    ids = loaded.dataset.by_id
    assert {"co-kestrel-foods-revenue", "co-kestrel-foods-headcount"} <= ids.keys()
    assert {"pe-ann-example.leads.co-kestrel-foods", "pr-canned-corn"} <= ids.keys()
    assert {"pe-cy-instance.founded.co-kestrel-foods", "co-bare.member_of.ix-test"} <= ids.keys()
    assert "pe-bo-sample.employed_by.co-kestrel-foods" in ids
    assert "co-kestrel-foods-profit" not in ids


def test_running_text_is_parted_where_it_is_sure() -> None:
    assert list(people("Ann Example ( CEO ) and (x) Cher (CFO)")) == [("Ann Example", "CEO")]
    assert list(things("Asset management Private banking, Loans [1]")) == [
        "Asset management", "Private banking", "Loans",
    ]  # fmt: skip
    assert amount("US$ 201 billion [2] (2025)") == ("US$ 201 billion", "2025")
    assert amount("23") == ("23", "")
