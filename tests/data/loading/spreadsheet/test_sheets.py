"""CSV files beside the TOML: rows become the records that TOML tables would, or are told of."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scale_explorer.data.finding import Finding, Severity
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.spreadsheet.columns import LAYOUTS, QUOTE
from scale_explorer.data.slug import whole_slug
from scale_explorer.models.figure import Figure

from ..pieces import HEAD, SOURCE, Load, Write

TWO = SOURCE + '[[source]]\nid = "post"\ntitle = "Post"\n'
FIGURES = "subject,measure,value,period,quote\n"


def shown(finding: Finding) -> str:
    """Draw a finding on one line: where, what is marked, and the message."""
    place = finding.place
    assert place is not None
    marked = place.excerpt[slice(*place.marked)] if place.marked else "-"
    where = place.position.rpartition("/")[2]
    return f"{where} [{marked}] {finding.message}"


def every(found: Loaded) -> list[str]:
    return [shown(finding) for finding in found.findings]


ENTITIES = """\
type,id,name,aliases,country,summary,tags,lei,ticker,cik,wikidata,unnamed,members,part_of,extent,\
source,quote,source_2,quote_2
company,a,A,"A Inc.; A Ltd",US,Ours,x;y,L,NYSE:A,1,Q1,,,,,news,one,post,two
group,g,G,,,,,,,,,TRUE,a; b,a,some,,,,
"""
ENTITY_TABLES = """\
[[company]]
id = "a"
name = "A"
aliases = ["A Inc.", "A Ltd"]
country = "US"
summary = "Ours"
tags = ["x", "y"]
identifiers = { lei = "L", ticker = "NYSE:A", cik = "1", wikidata = "Q1" }
evidence = [{ source = "news", exact = "one" }, { source = "post", exact = "two" }]
[[group]]
id = "g"
name = "G"
unnamed = true
members = ["a", "b"]
part_of = "a"
extent = "some"
"""
RELATIONSHIPS = """\
type,subject,object,role,start,end,status,status_date,deal,modality,condition,prefer,note,source,\
quote,prefix,suffix,attribution,mentions,direction,directness,quote_3
owns,a,b,half,2019,2020,former,2021,d,likely,if,preferred,Ours,news,\
he,p,s,sources,the firm = a; it=b,refutes,inferred,she
owns,b,a,,,,,,,,,,,,,,,,,,,
"""
RELATIONSHIP_TABLES = """\
[[relationship]]
type = "owns"
subject = "a"
object = "b"
role = "half"
start = "2019"
end = "2020"
history = [{ status = "former", date = "2021" }]
deal = "d"
modality = "likely"
condition = "if"
prefer = "preferred"
note = "Ours"
[[relationship.evidence]]
source = "news"
exact = "he"
prefix = "p"
suffix = "s"
attribution = "sources"
mentions = { "the firm" = "a", it = "b" }
direction = "refutes"
directness = "inferred"
[[relationship.evidence]]
source = "news"
exact = "she"
[[relationship]]
type = "owns"
subject = "b"
object = "a"
"""
FIGURE_ROWS = """\
id,subject,measure,value,unit,scope,relative_to,period,period_as_written,status,hedge,as_written,\
formula,note
f,a,revenue,about $150 million,,s,r,2024,last year,planned,,,,"two
lines"
g,a,headcount,40,people,,,before d,,,nearly,forty,,
h,a,share,,%,,,,,,,,{f} / {g},
""".replace("\n", "\r\n")
FIGURE_TABLES = """\
[[figure]]
id = "f"
subject = "a"
measure = "revenue"
value = "about $150 million"
scope = "s"
relative_to = "r"
period = "2024"
period_as_written = "last year"
status = "planned"
note = "two\\nlines"
[[figure]]
id = "g"
subject = "a"
measure = "headcount"
value = "40"
unit = "people"
period = { before = "d" }
hedge = "nearly"
as_written = "forty"
[[figure]]
id = "h"
subject = "a"
measure = "share"
unit = "%"
formula = "{f} / {g}"
"""


@pytest.mark.parametrize(
    ("name", "rows", "tables"),
    [
        ("entities.csv", ENTITIES, ENTITY_TABLES),
        ("relationships.csv", RELATIONSHIPS, RELATIONSHIP_TABLES),
        ("figures.csv", FIGURE_ROWS, FIGURE_TABLES),
        ("sub/2025-figures.csv", FIGURE_ROWS, FIGURE_TABLES),
    ],
)
def test_rows_are_the_records_that_tables_are(
    name: str, rows: str, tables: str, write: Write
) -> None:
    found = load(gather(write({"a.toml": HEAD + TWO, name: rows})))
    (write({}) / name).unlink()
    written = load(gather(write({"a.toml": HEAD + TWO + tables})))
    assert found.findings == written.findings == ()
    assert found.dataset == written.dataset
    assert {origin.file for origin in found.places.origins.values()} == {"a.toml", name}


def test_these_rows_fill_every_column() -> None:
    rows = ENTITIES + RELATIONSHIPS + FIGURE_ROWS
    tried = {name for line in rows.splitlines()[::3] for name in line.split(",")}
    columns = {each.name for layout in LAYOUTS for each in layout.columns}
    assert columns | {each.name for each in QUOTE} <= {
        *tried,
        *RELATIONSHIPS.split("\n", maxsplit=1)[0].split(","),
    }


FIELDS = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=12).map(str.strip)
NAMES = st.lists(FIELDS.filter(lambda text: bool(text) and text[0] not in "'#E"), max_size=5)


@dataclass(frozen=True)
class Dialect:
    """How a table is written; `before` stands above it."""

    delimiter: str
    ends: str
    before: str
    quoted: bool

    def written(self, order: Sequence[str], records: Sequence[Mapping[str, str]]) -> str:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(
            out, order, delimiter=self.delimiter, lineterminator=self.ends,
            quoting=csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL,
        )  # fmt: skip
        writer.writeheader()
        writer.writerows(records)
        told = f"sep={self.delimiter}{self.ends}" if self.before == "sep" else self.before
        return told + out.getvalue()


DIALECTS = st.builds(
    Dialect, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff", "sep", "\n;;\n"]), st.booleans(),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(names=NAMES, order=st.permutations(["type", "Name", "ID", "Country"]), dialect=DIALECTS)
def test_any_dialect_and_order_of_columns_gives_the_same_records(
    names: list[str], order: Sequence[str], dialect: Dialect, loaded: Load
) -> None:
    people = [
        {"type": "person", "Name": name, "ID": f"p{number}", "Country": ""}
        for number, name in enumerate(names)
    ]
    tables = (f"[[person]]\nid = '{each['ID']}'\nname = {_toml(each['Name'])}\n" for each in people)
    found = loaded({"a.toml": HEAD, "entities.csv": dialect.written(order, people)})
    expected = loaded({"a.toml": HEAD + "".join(tables), "entities.csv": "type,name\n"})
    assert found.findings == expected.findings == ()
    assert found.dataset == expected.dataset


def _toml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(head=st.sampled_from([b"", b"type,name\n"]), content=st.binary(max_size=80))
def test_whatever_the_bytes_are_the_set_is_read(head: bytes, content: bytes, loaded: Load) -> None:
    found = loaded({"a.toml": HEAD, "entities.csv": head + content})
    assert found.readable
    for finding in found.findings:
        assert finding.place is not None


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Scale AI", "scale-ai"),
        ("Société Générale S.A.", "societe-generale-sa"),
        ("Ørsted & Łódź", "orsted-and-lodz"),
        ("Straße", "strasse"),
        ("日本", ""),
        ("Яндекс Inc", ""),
        ("…", ""),
    ],
)
def test_an_id_is_made_of_a_name(name: str, made: str) -> None:
    assert whole_slug(name) == made


def test_ids_are_made_where_they_are_left_out(loaded: Load) -> None:
    found = loaded({
        "a.toml": HEAD + SOURCE,
        "entities.csv": "type,name\ncompany,Birch & Sons\nperson,Ян\n",
        "relationships.csv": "type,subject,object,quote\nowns,a,b,x\n",
        "figures.csv": "subject,measure,scope,period,value\n"
        "a,revenue,,2024~,$5\na.owns.b,share,c,2024/2025,5 %\na,price,,after d,$5\n",
    })  # fmt: skip
    assert [record.id for record in found.dataset.records[1:]] == [
        "birch-and-sons", "a.revenue.2024", "a.owns.b.share.c.2024-2025", "a.price.after-d",
        "a.owns.b",
    ]  # fmt: skip
    assert every(found) == ["entities.csv:3:1 [person,Ян] person: id is missing"]
    assert found.findings[0].hint == "none can be made of the name: give one"


def test_of_two_rows_with_one_id_the_second_is_told(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD, "entities.csv": "type,name\ncompany,A\ncompany,a\n"})
    assert [record.id for record in found.dataset.records] == ["a"]
    assert [finding.code for finding in found.findings] == ["duplicate_id"]
    assert every(found)[0].startswith("entities.csv:3:1 [company,a] the id a is taken")
    assert found.findings[0].hint.endswith(
        "entities.csv:2; give each an id of its own in the column id"
    )


HEADINGS = [
    ("", "1:1 [] it holds no row; the first row must name columns, such as type,name"),
    ("a,b\n", "1:1 [a,b] the first row must name columns, such as type,name"),
    ("company,A\n", "1:1 [company,A] the first row must name columns, such as type,name"),
    ("\n\nname,id\n", "3:1 [name,id] the heading lacks the column type, so that no row can"),
    ("naem,type\n", "1:1 [naem,type] the heading lacks the column name (naem is none), so that"),
    ("type,name\rcompany,A\r", ("1:1 [type,name company,A] its lines end as on old Macs; save it as"
                               " “CSV UTF-8”")),
    ("t\0y\0p\0e\0,\0", ("1:1 [t␀y␀p␀e␀,␀] this is not UTF-8: it has zero bytes; save it as"
                        " “CSV UTF-8”")),
    ("name,type" + ",x" * 999, "1:1 [name,type,x,"),
    (b"type,name\ncompany,\xe4\n", "2:9 [�] byte 19 is not UTF-8;"),
    ("type,name".encode("utf-16"), "entities.csv [-] this is UTF-16, not UTF-8; "),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), HEADINGS)
def test_a_file_without_a_heading_is_told(content: str | bytes, message: str, loaded: Load) -> None:
    found = loaded({"a.toml": HEAD + SOURCE, "entities.csv": content})
    assert [finding.code for finding in found.findings] == ["syntax_error"]
    assert every(found)[0].removeprefix("entities.csv:").startswith(message)
    assert [record.id for record in found.dataset.records] == ["news"]


COLUMNS = [
    ("type,name,qoute\ncompany,A,x\n", "unknown_column",
     "1:11 [qoute] entities.csv has no column qoute; it is not read", "did you mean quote?"),
    ("type,name,blurb\ncompany,A,x\n", "unknown_column",
     "1:11 [blurb] entities.csv has no column blurb; it is not read", ""),
    ('"type";"name";"Bl""urb"\ncompany;A;x\n', "unknown_column",
     '1:16 [Bl""urb] entities.csv has no column Bl"urb; it is not read', ""),
    ("type,name,\x1b[2J\ncompany,A,x\n", "unknown_column",
     "1:11 [␛[2J] entities.csv has no column ␛[2J; it is not read", ""),
    ("type,name, Name\ncompany,A,x\n", "duplicate_column",
     "1:12 [Name] the column Name is there twice; this one is not read", ""),
]  # fmt: skip


@pytest.mark.parametrize(("content", "code", "message", "hint"), COLUMNS)
def test_a_column_that_is_not_read_is_told_once_and_the_rows_are_read(
    content: str, code: str, message: str, hint: str, loaded: Load
) -> None:
    found = loaded({"a.toml": HEAD, "entities.csv": content})
    (finding,) = found.findings
    assert (finding.code, shown(finding), finding.hint) == (code, f"entities.csv:{message}", hint)
    assert [getattr(record, "name", "") for record in found.dataset.records] == ["A"]


ROWS = [
    ("company\n", "2:8 [] row: it has 1 cell where the heading has 3",
     "write a comma for each empty cell too"),
    ("company,A,US,x\n", "2:14 [x] row: it has 4 cells where the heading has 3",
     "put a cell with a comma between quote marks"),
    ('company,"A "B" C",US\n', "2:13 [B] row: the cell goes on behind the quote mark",
     'write a quote mark inside a cell twice (""), and one at either end of the cell'),
    ('company,"A,US\n', '2:9 ["] row: the quote mark that opens here is not closed',
     'write a quote mark inside a cell twice (""), and one at either end of the cell'),
    ("company,A\rB,US\n", ("2:1 [company,A B,US] row: a carriage return stands in it outside quote"
     " marks"), "take it away"),
    (f"company,{'a' * 140_000},US\n", "2:1 [company,", "split the cell"),
    ("company,A\0,US\n", "2:9 [A␀] row: a byte of it is zero, which no text has", "take it out"),
    ("firm,A,US\n", ('2:1 [firm] row: type cannot be "firm"; it is one of company, person, product,'
     " organization, public_body, group"), ""),
    ("Company,A,US\n", '2:1 [Company] row: type cannot be "Company"; it is one of', ("did you mean"
     " company?")),
    (",A,US\n", "2:1 [,] row: type is missing; it is one of", ""),
    ("company,,US\n", "2:9 [,] company: name is missing", ""),
    ("company,A,usa\n", '2:11 [usa] company: country: "usa" is not two capital letters', ""),
    ("company,#N/A,US\n", ('2:9 [#N/A] company: name: "#N/A" is what a spreadsheet shows for a'
     " formula that failed"), "write the value"),
    ("company,'=A,US\n", ("2:9 ['=A] company: name: \"'=A\" begins with the apostrophe that keeps a"
     " spreadsheet from running it"), "take the apostrophe away"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "message", "hint"), ROWS)
def test_a_row_that_cannot_be_read_is_told_and_the_others_are_read(
    row: str, message: str, hint: str, loaded: Load
) -> None:
    rows = f"type,name,country\n{row}person,P,FR\n\n , ,\nperson,Q,,,\n"
    found = loaded({"a.toml": HEAD, "entities.csv": rows})
    (finding,) = found.findings
    assert shown(finding).startswith(f"entities.csv:{message}")
    assert (finding.code, finding.hint) == ("invalid_record", hint)
    assert [record.id for record in found.dataset.records] == ["p", "q"]


def test_a_cell_under_no_name_is_told(loaded: Load) -> None:
    rows = "type,name,,\ncompany,A,,\ncompany,B,,x\n"
    found = loaded({"a.toml": HEAD, "entities.csv": rows})
    assert every(found) == ["entities.csv:3:12 [x] row: cell 4 stands in a column without name"]
    assert [record.id for record in found.dataset.records] == ["a"]


HABITS = [
    ("revenue,1.5E+08,2024", "1.5E+08", "a spreadsheet rewrote the number: write it again"),
    ("revenue,=A1*2,2024", "=A1*2", "this is a formula of a spreadsheet: write the value"),
    ("revenue,TRUE,2024", "TRUE", "a spreadsheet may have rewritten it: write the word again"),
    ("revenue,01/05/2025,2024", "01/05/2025", "a spreadsheet may have taken it for a day"),
    ("revenue,#REF!,2024", "#REF!", "write the value"),
    ("revenue,$5,14/06/2025", "14/06/2025", "write 2025-06-14, and format the column as"),
    ("revenue,$5,06/05/2025", "06/05/2025", "write 2025-05-06 or 2025-06-05, and format"),
    ("revenue,$5,6.5.25", "6.5.25", "write 2025-05-06 or 2025-06-05, and format"),
    ("revenue,$5,2025/6/1", "2025/6/1", "write 2025-06-01, and format"),
    ("revenue,$5,2025-06-01 00:00:00", "2025-06-01 00:00:00", "write 2025-06-01, and"),
    ("revenue,$5,Jun-25", "Jun-25", "a spreadsheet may have rewritten it: write 2025-06"),
    ("revenue,$5,2025.0", "2025.0", "write 2025, and format the column as text"),
    ("revenue,$5,45822", "45822", "a spreadsheet counts days so: write a date such as"),
    ("TRUE,$5,2024", "TRUE", "a spreadsheet may have rewritten it: write the word again"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "marked", "hint"), HABITS)
def test_what_a_spreadsheet_rewrote_is_told_as_that(
    cells: str, marked: str, hint: str, loaded: Load
) -> None:
    rows = f"{FIGURES}a,{cells},x\n"
    found = loaded({"a.toml": HEAD + SOURCE, "figures.csv": rows})
    (finding,) = found.findings
    assert f"[{marked}] figure: " in shown(finding)
    assert finding.hint.startswith(hint)


def test_names_where_ids_belong_are_told_with_the_id(loaded: Load) -> None:
    rows = "type,subject,object,quote\nowns,Scale AI,b,x\n"
    found = loaded({"a.toml": HEAD + SOURCE, "relationships.csv": rows})
    assert '[Scale AI] relationship: subject: "Scale AI" is not' in every(found)[0]
    assert found.findings[0].hint == "names are told by their ids: is it scale-ai?"


MENTIONS = [
    ("the firm: a", '"the firm: a" does not say which words mean which record', "the firm: a"),
    ("it = a; he", '"he" does not say which words mean which record', "he"),
    ("= a", '"= a" does not say which words mean which record', "= a"),
    ("it = a; it = b", '"it" cannot mean two records', "it = b"),
    ("it = Ab", '"Ab" is not lower case letters, digits and hyphens, such as scale-ai', "Ab"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "message", "marked"), MENTIONS)
def test_mentions_that_cannot_be_read_are_told(
    cell: str, message: str, marked: str, loaded: Load
) -> None:
    rows = f"type,subject,object,quote,mentions\nowns,a,b,x,{cell}\n"
    found = loaded({"a.toml": HEAD + SOURCE, "relationships.csv": rows})
    (finding,) = found.findings
    assert f"[{marked}] relationship: mentions: {message}" in shown(finding)


def test_all_that_is_wrong_with_a_row_is_told_at_once(loaded: Load) -> None:
    rows = "type,subject,object,status,quote,mentions\nown,a,B c,formerly,x,it\n"
    found = loaded({"a.toml": HEAD + SOURCE, "relationships.csv": rows})
    marked = [shown(each).split("[")[1].split("]")[0] for each in found.findings]
    assert sorted(marked) == ["B c", "formerly", "it", "own"]


def test_a_quote_is_called_by_its_column(loaded: Load) -> None:
    rows = "type,subject,object,quote,quote_3,source_3\nowns,a,b,,x,The News\n"
    found = loaded({"a.toml": HEAD + SOURCE, "relationships.csv": rows})
    assert every(found)[0].startswith("relationships.csv:2:13 [The News] relationship: source_3: ")


def test_cells_of_a_quote_without_words_are_told_and_the_row_is_kept(loaded: Load) -> None:
    rows = "type,subject,object,source,quote,prefix_2,quote_3\n"
    rows += "owns,a,b,news,,,\nowns,a,c,news,,at,x\n"
    found = loaded({"a.toml": HEAD + SOURCE, "relationships.csv": rows})
    told = "is filled in for a quote without words, so nothing is kept of it"
    assert every(found) == [
        f"relationships.csv:2:10 [news] source {told}",
        f"relationships.csv:3:16 [at] prefix_2 {told}",
    ]
    assert {finding.severity for finding in found.findings} == {Severity.WARNING}
    assert [finding.hint[-8:] for finding in found.findings] == ["mn quote", " quote_2"]
    assert [record.id for record in found.dataset.records[1:]] == ["a.owns.b", "a.owns.c"]


def test_a_broken_row_is_no_dangling_reference(loaded: Load) -> None:
    rows = "type,name,country\ncompany,Birch,usa\n"
    assert loaded({"a.toml": HEAD, "entities.csv": rows}).broken == {"birch"}


def test_values_are_read_as_those_of_tables_are(loaded: Load) -> None:
    rows = f"{FIGURES}a,revenue,about $150 million,2024,x\n"
    found = loaded({"a.toml": HEAD + SOURCE, "figures.csv": rows})
    (figure,) = found.dataset.of(Figure)
    assert (str(figure.hedge), figure.unit, figure.as_written) == (
        "about", "USD", "about $150 million",
    )  # fmt: skip


def test_the_example_of_the_docs_is_sound(loaded: Load) -> None:
    (docs,) = (each / "docs" for each in Path(__file__).parents if (each / "docs").is_dir())
    page = (docs / "data-format.md").read_text(encoding="utf-8")
    rows = page.partition("```csv\n")[2].partition("```")[0]
    daily = SOURCE.replace('"news"', '"daily"')
    found = loaded({"a.toml": HEAD + daily, "figures.csv": rows})
    assert found.findings == ()
    assert [record.id for record in found.dataset.records[1:]] == [
        "b.revenue.2024", "b.headcount.2025",
    ]  # fmt: skip


@pytest.mark.parametrize("column", ["quote", "quote_2", "mentions", "status", "role"])
def test_a_spoilt_cell_is_told_in_every_column(column: str, loaded: Load) -> None:
    rows = f"type,subject,object,{column}\nowns,a,b,#REF!\n"
    found = loaded({"a.toml": HEAD + SOURCE, "relationships.csv": rows})
    assert f'[#REF!] relationship: {column}: "#REF!" is what a spreadsheet' in every(found)[0]


def test_nothing_said_of_a_cell_or_file_can_reach_the_terminal(loaded: Load) -> None:
    rows = "type,name\n\x1b[2Jfirm,A\n"
    found = loaded({"a.toml": HEAD, "entities.csv": rows, "\x1b figures.CSV": ""})
    assert [finding.code for finding in found.findings] == ["file_not_read", "invalid_record"]
    assert all("␛" in finding.message for finding in found.findings)
    assert not any("\x1b" in f"{each.message}{each.place}" for each in found.findings)
