"""What CSV files name follows a renamed record; their rows are otherwise left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.analysis.references import references
from scale_explorer.data.editing.edits.adding import AddRecord
from scale_explorer.data.editing.edits.changing import ChangeRecord, DeleteRecord
from scale_explorer.data.editing.edits.merging import MergeRecords
from scale_explorer.data.editing.edits.renaming import RenameRecord
from scale_explorer.data.editing.past import Past
from scale_explorer.data.editing.saving import apply_again, carry_out, manuscript_at
from scale_explorer.data.loading.load import load
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

RELATIONSHIPS = (
    "subject,type,object,status,quote,mentions\r\n"
    'elm,customer_of,birch-mills,current,"Elm, a buyer, and the mill","the mill=birch-mills; '
    'birch-mills=birch-mills"\r\n'
    "alder,competes_with,elm,,,\r\n"
)
FIGURES = (
    "\ufeffid;subject;measure;value;quote;period\n"
    "elm-staff;elm;headcount;12 people;Elm has 12 people;\n"
    "elm-spend;elm.customer_of.birch-mills;spend;$5 million;;after sale\n"
)
ENTITIES = "id,name,type\nelm,Elm,company\n,No Id,company\n"


@pytest.fixture
def folder(mill: Path) -> Path:
    for name, text in (
        ("relationships", RELATIONSHIPS), ("figures", FIGURES), ("entities", ENTITIES),
    ):  # fmt: skip
        (mill / f"{name}.csv").write_bytes(text.encode())
    return mill


def text(folder: Path, name: str) -> str:
    return (folder / f"{name}.csv").read_bytes().decode()


def dangling(folder: Path) -> set[str]:
    dataset = load(manuscript_at(folder).files).dataset
    return {e.id for record in dataset.records for e in references(record)} - {*dataset.by_id}


def test_cells_follow_a_renamed_record_and_nothing_else_changes(folder: Path) -> None:
    carry_out(RenameRecord("birch-mills", "birch-paper"), manuscript_at(folder))
    assert text(folder, "relationships") == RELATIONSHIPS.replace(
        ",birch-mills,current", ",birch-paper,current"
    ).replace("=birch-mills", "=birch-paper")
    assert text(folder, "figures") == FIGURES.replace(
        "elm.customer_of.birch-mills", "elm.customer_of.birch-paper"
    )
    assert not dangling(folder)


def test_a_deal_in_a_period_follows(folder: Path) -> None:
    carry_out(RenameRecord("sale", "the-sale"), manuscript_at(folder))
    assert text(folder, "figures") == FIGURES.replace("after sale", "after the-sale")
    assert not dangling(folder)


def test_a_row_is_renamed_where_it_stands(folder: Path) -> None:
    before = {name: text(folder, name) for name in ("relationships", "figures", "entities")}
    made = carry_out(RenameRecord("elm", "elm-foods"), manuscript_at(folder))
    assert text(folder, "entities") == ENTITIES.replace("elm,Elm", "elm-foods,Elm")
    assert not dangling(folder)
    past = Past().with_step(made)
    apply_again(past.done[-1].reverse, folder)
    assert {name: text(folder, name) for name in before} == before


def test_two_entities_become_one_where_rows_name_one(folder: Path) -> None:
    carry_out(MergeRecords("birch", "birch-mills"), manuscript_at(folder))
    assert "birch-mills,current" not in text(folder, "relationships")
    assert not dangling(folder)


def test_rows_themselves_are_changed_in_a_spreadsheet(folder: Path) -> None:
    for edit in (
        ChangeRecord("elm", {"country": "US"}), DeleteRecord("elm-staff"),
        MergeRecords("elm", "alder"), RenameRecord("no-id", "with-id"),
    ):  # fmt: skip
        before = text(folder, "entities")
        with pytest.raises(DataError, match=r"\.csv"):
            carry_out(edit, manuscript_at(folder))
        assert text(folder, "entities") == before


def test_ids_of_rows_are_taken(folder: Path) -> None:
    with pytest.raises(DataError, match="elm is taken"):
        AddRecord(Kind.COMPANY, {"id": "elm", "name": "Elm"}).on(manuscript_at(folder))


def test_a_broken_csv_file_is_mended_first(folder: Path) -> None:
    (folder / "figures.csv").write_bytes(b"\xff\xff")
    with pytest.raises(DataError, match=r"figures\.csv.*Mend it"):
        manuscript_at(folder)
