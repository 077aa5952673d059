"""The line of a record is found in the files as they are, whether or not they can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.whereabouts import header_whereabouts, whereabouts, written_id
from scale_explorer.models.kinds import Kind

SET = """\
# id = "elm"
[dataset]
id = 'mill'
title = "id = 'x'"

[[company]]
name = '''
[[company]]
id = "oak"
'''
id = "elm"

[[company]] # the second
id = "oak"

[[relationship]]
type = "customer_of"
subject = "elm"
object = "oak"
evidence = [
    "Elm buys",
    { exact = "from Oak and \\"others\\"" },
]

[[relationship]]
id = "elm-again"
type = "customer_of"
subject = "elm"
object = "oak"

[[figure]]
subject = "elm"
id = "elm-spend"
"""


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "mill.toml").write_text(SET)
    (folder / "a.toml").write_text('product = [\n  { id = "saw", name = "Saw" },\n]\n')
    return folder


CASES = [
    (Kind.COMPANY, "elm", "", 6),
    (Kind.COMPANY, "oak", "", 13),
    (Kind.RELATIONSHIP, "elm.customer_of.oak", "", 16),
    (Kind.RELATIONSHIP, "elm.customer_of.oak", "Elm buys", 21),
    (Kind.RELATIONSHIP, "elm.customer_of.oak", 'from Oak and "others"', 22),
    (Kind.RELATIONSHIP, "elm.customer_of.oak", "words of no quote", 16),
    (Kind.RELATIONSHIP, "elm-again", "", 25),
    (Kind.FIGURE, "elm-spend", "", 31),
]


@pytest.mark.parametrize("broken", ["", "\n[[company\nid = 'x\n"])
@pytest.mark.parametrize("case", CASES)
def test_a_record_stands_where_its_table_begins(
    mill: Path, case: tuple[Kind, str, str, int], broken: str
) -> None:
    kind, record, words, line = case
    (mill / "mill.toml").write_text(SET + broken)
    found = whereabouts(gather(mill), kind, record, words)
    assert found == (mill / "mill.toml", line)


def test_one_without_a_table_of_its_own_stands_where_its_id_does(mill: Path) -> None:
    assert whereabouts(gather(mill), Kind.PRODUCT, "saw") == (mill / "a.toml", 2)


def test_what_is_not_there_stands_nowhere(mill: Path) -> None:
    assert whereabouts(gather(mill), Kind.PERSON, "nobody") is None


def test_the_header_tells_the_set(mill: Path) -> None:
    assert header_whereabouts(gather(mill)) == (mill / "mill.toml", 2)
    assert written_id(gather(mill)) == "mill"


def test_a_set_without_a_header_is_opened_at_its_top(mill: Path) -> None:
    (mill / "mill.toml").unlink()
    assert header_whereabouts(gather(mill)) == (mill / "a.toml", 1)
    assert written_id(gather(mill)) is None


def test_a_row_of_a_csv_file_is_found_by_its_id(mill: Path) -> None:
    (mill / "entities.csv").write_text("type,id,name\ncompany,fir,Fir\ncompany,,Ash Wood\n")
    (mill / "relationships.csv").write_text("subject,type,object\nfir,owns,oak\n")
    files = gather(mill)
    for kind, record, name, line in (
        (Kind.COMPANY, "fir", "entities.csv", 2),
        (Kind.COMPANY, "ash-wood", "entities.csv", 3),
        (Kind.RELATIONSHIP, "fir.owns.oak", "relationships.csv", 2),
    ):
        found = whereabouts(files, kind, record)
        assert found is not None
        assert (found.path.name, found.line) == (name, line)
