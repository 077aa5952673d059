"""Records from files: what is sound is there, what is not is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scale_explorer.data.loading.files import File, SetFiles
from scale_explorer.data.loading.load import load
from scale_explorer.models.errors import DataError
from scale_explorer.models.relationship import Relationship

from .pieces import BIRCH, HEAD, SOURCE, Load, only, told


def test_a_sound_set_has_no_findings(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD + SOURCE, "b.toml": BIRCH})
    assert found.findings == ()
    assert [record.id for record in found.dataset.records] == ["news", "birch"]
    assert found.dataset.header.title == "The mill"


def test_one_bad_record_does_not_hide_the_others(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD + BIRCH + '[[company]]\nid = "x"\n' + SOURCE})
    assert [record.id for record in found.dataset.records] == ["birch", "news"]
    assert told(found) == [("invalid_record", "a.toml:7")]
    assert only(found).startswith("company: name is missing")
    assert found.broken == {"x"}


def test_an_empty_record_is_told(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD + BIRCH + "[[company]]\n"})
    assert told(found) == [("invalid_record", "a.toml:7"), ("invalid_record", "a.toml:7")]


def test_one_good_file_of_four_is_enough(loaded: Load) -> None:
    found = loaded({"a.toml": "[", "b.toml": b"\xff", "c.toml": "x", "d.toml": HEAD + BIRCH})
    assert [record.id for record in found.dataset.records] == ["birch"]
    assert told(found) == [
        ("syntax_error", "a.toml:1"), ("syntax_error", "b.toml:1"), ("syntax_error", "c.toml:1"),
    ]  # fmt: skip


def test_nothing_readable_is_an_error(loaded: Load) -> None:
    with pytest.raises(DataError, match=r"(?s)a\.toml:1:2: .*b\.toml:1:1: byte 1"):
        loaded({"a.toml": "[", "b.toml": b"\xff"})


COMPANY = '[[company]]\nid = "x"\n'
NAMED = f'{COMPANY}name = "X"\n'
DEAL = '[[deal]]\nid = "x"\ntitle = "X"\n'
HIRE = f'{DEAL}type = "hire"\n'
FIGURE = '[[figure]]\nid = "x"\nsubject = "a"\nmeasure = "revenue"\n'
AMOUNT = f'{FIGURE}value = "$1 million"\n'


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (NAMED + 'countri = "US"', "unknown field countri | did you mean country?"),
        (COMPANY + "name = 3", "name: expected text, found the number 3"),
        (COMPANY + "name = 07:32:00", "name: expected text, found the time 07:32:00"),
        ('[[company]]\nid = "X Y"\nname = "X"', 'id: "X Y" is not lower case letters, digits and'),
        (COMPANY + 'name = ""', "name: is empty"),
        (COMPANY + f'name = "{"x" * 301}"', "name: is longer than 300"),
        (NAMED + 'aliases = "Y"', 'aliases: expected a list, found "Y"'),
        (NAMED + 'unnamed = "perhaps"', 'unnamed: expected true or false, found "perhaps"'),
        (NAMED + 'country = "usa"', 'country: "usa" is not two capital letters'),
        (SOURCE + 'url = "www"', 'url: "www" is no web address'),
        (SOURCE + 'published = "June"', "published: 'June' is no EDTF date"),
        (HIRE + "parties = []", "parties: is empty"),
        (DEAL + 'type = "higher"', 'type cannot be "higher"; it is one of investment,'),
        (DEAL + 'type = "acquisitoin"', "did you mean acquisition?"),
        (
            HIRE + 'parties = [{ entity = "a", rol = "buyer" }]',
            "parties 1, rol | did you mean role?",
        ),
        (AMOUNT + "period = 2024", "period: expected text, found the number 2024"),
        (AMOUNT + 'period = { before = "a", after = "b" }', "period: write either before or after"),
        (FIGURE + 'value = "lots"', "figure: "),
        (FIGURE + "value = 1e999", "a number must be finite"),
        ("[[expect]]\nthat = 3", "expect: that: expected text, found the number 3"),
        ('[[companie]]\nid = "x"', "unknown table [companie] | did you mean company?"),
        ('[company]\nid = "x"', "write each company in two brackets: [[company]]"),
        ('company = ["x"]', "each company must be a table"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(loaded: Load, table: str, said: str) -> None:
    found = loaded({"a.toml": HEAD, "b.toml": table + "\n"})
    assert any(said in f"{finding.message} | {finding.hint}" for finding in found.findings)


def test_a_control_character_in_a_key_is_not_repeated(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD + '["\\u001b]52"]\nx = 1\n[[company]]\n"\\u001b[2J" = 1\n'})
    assert len(found.findings) == 4
    assert not any("\x1b" in finding.message + finding.hint for finding in found.findings)


def test_a_field_has_a_line_of_its_own(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD + '[[company]]\nid = "x"\n\nname = 3\n'})
    assert told(found) == [("invalid_record", "a.toml:7")]


def test_a_relationship_and_a_reason_name_themselves(loaded: Load) -> None:
    tie = '[[relationship]]\ntype = "owns"\nsubject = "a"\nobject = "b"\n'
    why = '[[reason]]\ntype = "led_to"\ncause = "a"\neffect = "a.owns.b"\n'
    found = loaded({"a.toml": HEAD + tie + why})
    assert [record.id for record in found.dataset.records] == ["a.owns.b", "a.led_to.a.owns.b"]


def test_a_missing_part_of_an_id_is_told_once(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD + '[[relationship]]\ntype = "owns"\nsubject = "a"\n'})
    assert only(found) == "relationship: object is missing | "


def test_a_second_relationship_of_one_shape_needs_an_id(loaded: Load) -> None:
    tie = '[[relationship]]\ntype = "owns"\nsubject = "a"\nobject = "b"\n'
    found = loaded({"a.toml": HEAD + tie + tie})
    assert told(found) == [("duplicate_id", "a.toml:8")]
    assert "a.toml:4" in only(found)
    assert 'give this one an id: id = "…"' in only(found)


def test_of_two_records_with_one_id_the_first_stays(loaded: Load) -> None:
    second = '[[company]]\nid = "birch"\nname = "Second"\n'
    found = loaded({"a.toml": HEAD + BIRCH, "b.toml": second})
    assert [record.id for record in found.dataset.records] == ["birch"]
    assert found.dataset.records[0].model_dump()["name"] == "Birch"
    assert told(found) == [("duplicate_id", "b.toml:2")]


def relationship(evidence: str) -> str:
    change = '{ status = "current", evidence = ["then"] }'
    ends = 'type = "owns"\nsubject = "a"\nobject = "b"\n'
    return f"[[relationship]]\n{ends}evidence = [{evidence}]\nhistory = [{change}]\n"


def test_a_quote_may_be_its_bare_words_from_the_only_source(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD + SOURCE + relationship('"now", { exact = "also" }')})
    (tie,) = found.dataset.of(Relationship)
    quotes = (*tie.evidence, *tie.history[0].evidence)
    assert [quote.exact for quote in quotes] == ["now", "also", "then"]
    assert {quote.source for quote in quotes} == {"news"}


def test_of_two_sources_a_quote_must_name_one(loaded: Load) -> None:
    other = SOURCE.replace("news", "other")
    found = loaded(
        {"a.toml": HEAD + SOURCE + other + relationship('{ exact = "x", source = "other" }')}
    )
    assert only(found) == "relationship: history 1, evidence 1, source is missing | "


def test_toml_dates_are_dates(loaded: Load) -> None:
    found = loaded({"a.toml": HEAD + SOURCE + "published = 2025-06-13\n"})
    assert found.dataset.records[0].model_dump()["published"] == "2025-06-13"


@pytest.mark.parametrize(
    ("many", "told_at_most"),
    [
        ("[[company]]\n" + "".join(f"k{n} = 1\n" for n in range(100_000)), 20),
        ("".join(f"[k{n}]\n" for n in range(100_000)), 1_001),
        ("[[company]]\n" * 50_000, 1_001),
    ],
    ids=["fields", "tables", "records"],
)
def test_what_is_wrong_is_told_in_bounds(loaded: Load, many: str, told_at_most: int) -> None:
    assert len(loaded({"a.toml": HEAD + many}).findings) == told_at_most


def a_set(content: bytes) -> SetFiles:
    document = File(Path("a.toml"), "a.toml", content)
    return SetFiles(Path(), "a.toml", (document,), (), None, Path("lock.json"), (), (), ())


VALUES = ['"a"', "1", "1.5", "true", "2024-01-01", '"$5 million"', '"{a} / 0"', "nan", "0xfffff"]
KINDS = ["company", "relationship", "figure", "deal", "statement", "reason", "source"]
KEYS = [
    "id",
    "type",
    "evidence",
    "history",
    "period",
    "value",
    "parties",
    "about",
    "unit",
    "formula",
]


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tables = inner.map(lambda value: f"{{ exact = {value}, status = {value}, id = {value} }}")
    return tables | st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")


@given(
    st.recursive(st.sampled_from(VALUES), nested, max_leaves=6),
    st.sampled_from(KINDS),
    st.sampled_from(KEYS),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_content_makes_loading_fail(value: str, kind: str, key: str) -> None:
    found = load(a_set(f'{HEAD}[[{kind}]]\n{key} = {value}\nname = "x"\n{SOURCE}'.encode()))
    assert any(record.id == "news" for record in found.dataset.records)
