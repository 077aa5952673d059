"""What the checks found is listed, narrowed by typing, and leads to records and to lines."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from scale_explorer.data.finding import Finding, Nearest, Severity
from scale_explorer.data.finding import Place as FilePlace
from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.finding_lines import details, rows
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared, start_at
from scale_explorer.tui.screens.findings import FindingsScreen
from scale_explorer.tui.state import Pane, Place, View
from scale_explorer.tui.widgets.row_list import RowList
from tests.terminal import Terminal

from .conftest import Reading
from .reader import Reader

SET = """\
[dataset]
id = "faulty"
title = "A faulty set"

[[source]]
id = "news"
title = "News"
text = "news.txt"

[[company]]
id = "acme"
name = "Acme"

[[figure]]
id = "revenue"
subject = "acme"
measure = "revenue"
value = "$5 billion"
evidence = ["Acme earned $5 million"]

[[figure]]
id = "staff"
subject = "acme"
measure = "headcount"
value = "40 people"
evidence = ["It has 40 people"]
"""
TEXT = "Acme earned $5 million. It has 40 people.\n"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    folder = tmp_path / "faulty"
    folder.mkdir()
    (folder / "set.toml").write_text(SET)
    (folder / "news.txt").write_text(TEXT)
    return folder


@pytest.fixture
def store(faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SQLiteStore]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with closing(open_store(str(faulty))) as opened:
        yield opened


Faulty = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def _broken(faulty: Path) -> None:
    """Add a record that cannot be read."""
    odd = '[[company]]\nid = "odd"\nname = "Odd"\ncolour = 1\n'
    (faulty / "set.toml").write_text(f"{SET}\n{odd}")


@pytest.fixture
def reading_faulty(store: SQLiteStore) -> Faulty:
    @asynccontextmanager
    async def opened(size: tuple[int, int] = (120, 40)) -> AsyncGenerator[Reader]:
        app = ExplorerApp(store, Prepared(Launch(), start_at(store, None)))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Reader(app, pilot)

    return opened


def _listed(reader: Reader) -> list[str]:
    screen = reader.app.screen
    assert isinstance(screen, FindingsScreen)
    return [row.cells[-1].text for row in screen.query_one(RowList).rows if row.key is not None]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_errors_stand_before_warnings_with_their_place(
    reading_faulty: Faulty, size: tuple[int, int]
) -> None:
    async with reading_faulty(size) as reader:
        await reader.press("exclamation_mark")
        first, second = _listed(reader)
        assert first == "no quote carries $5 billion; “$5 million” differs in scale"
        assert second == "no quote names its subject, Acme"
        if size[1] > 12:  # on a very low screen the message has all the room
            assert "set.toml:18" in reader.text.replace("\n", "").replace("│", "").replace(" ", "")


async def test_typing_narrows_and_enter_goes_to_the_record(reading_faulty: Faulty) -> None:
    async with reading_faulty() as reader:
        await reader.press("exclamation_mark", *"warning")
        assert _listed(reader) == ["no quote names its subject, Acme"]
        await reader.press("enter")
        assert reader.now.now.place == Place(View.RECORD, "staff")


async def test_the_cursor_begins_at_what_concerns_the_record_in_sight(
    reading_faulty: Faulty,
) -> None:
    async with reading_faulty() as reader:
        await reader.press("colon", *"staff", "enter", "exclamation_mark")
        await reader.press("enter")
        assert reader.now.now.place == Place(View.RECORD, "staff")


async def test_words_that_no_finding_has_are_told(reading_faulty: Faulty) -> None:
    async with reading_faulty() as reader:
        await reader.press("exclamation_mark", *"zzz")
        assert "No finding has these words." in reader.text
        await reader.press("enter", "escape")
        assert reader.app.screen is reader.screen


@pytest.mark.usefixtures("_broken")
async def test_a_record_that_could_not_be_read_has_no_page_to_go_to(
    reading_faulty: Faulty,
) -> None:
    async with reading_faulty() as reader:
        before = reader.now
        await reader.press("exclamation_mark", *"colour", "enter")
        assert "odd could not be read, so it has no page" in reader.text
        assert reader.now == before


async def test_rows_tell_by_a_sign_what_is_wrong_with_them(reading_faulty: Faulty) -> None:
    async with reading_faulty() as reader:
        await reader.press("colon", *"acme", "enter")
        lines = reader.shown(Pane.FOCUS).split("\n")
        assert next(line for line in lines if "evenue" in line).endswith("✕ “ 1")
        assert next(line for line in lines if "eadcount" in line).endswith("! “ 1")


@pytest.mark.parametrize(
    ("quality", "kept"), [("wrong", {"revenue"}), ("flagged", {"revenue", "staff"})]
)
def test_what_is_wrong_can_be_asked_for(store: SQLiteStore, quality: str, kept: set[str]) -> None:
    assert {row.id for row in store.records(Kind.FIGURE, parse(f"is:{quality}"))} == kept


async def test_evidence_tells_what_is_wrong_with_the_claim(reading_faulty: Faulty) -> None:
    async with reading_faulty() as reader:
        await reader.press("colon", *"revenue", "enter")
        shown = reader.shown(Pane.EVIDENCE).replace("\u00a0", " ")
        assert "✓ words  ✕ $5 bn  ✓ Acme" in shown
        assert "differs in" in shown


async def test_evidence_tells_that_all_is_well(reading: Reading) -> None:
    async with reading("google-spend-2024") as reader:
        shown = reader.shown(Pane.EVIDENCE).replace("\u00a0", " ")
        assert "✓ words  ✓ ≈ $150 M" in shown


def _edited_by(script: str, faulty: Path, environment: Mapping[str, str]) -> Mapping[str, str]:
    editor = faulty.parent / "editor"
    editor.write_text(f"#!{sys.executable}\nimport sys\n{script}")
    editor.chmod(0o755)
    return {**environment, "EDITOR": str(editor), "VISUAL": ""}


@contextmanager
def _edited(faulty: Path, environment: Mapping[str, str]) -> Generator[Terminal]:
    """Have the app open its editor at the error, and leave the app in the end."""
    command = [sys.executable, "-m", "scale_explorer", "--data", str(faulty)]
    with Terminal(command, size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("1 error", "! lists what")
        terminal.press("!")
        terminal.wait_for("differs in scale", "edit its line")
        terminal.press("\x05")
        yield terminal
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_the_line_is_edited_and_the_set_checked_anew(
    faulty: Path, environment: Mapping[str, str]
) -> None:
    script = """
from pathlib import Path
path = Path(sys.argv[-1])
path.write_text(path.read_text().replace("$5 billion", "$5 million"))
"""
    with _edited(faulty, _edited_by(script, faulty, environment)) as terminal:
        terminal.wait_for("read anew", "A faulty set")
        terminal.wait_until_gone("1 error")


def test_an_editor_that_changes_nothing_comes_back_to_where_one_was(
    faulty: Path, environment: Mapping[str, str]
) -> None:
    with _edited(faulty, _edited_by("", faulty, environment)) as terminal:
        terminal.wait_for("Nothing was changed.")


def test_an_edit_that_breaks_the_file_leaves_the_app_as_it_was(
    faulty: Path, environment: Mapping[str, str]
) -> None:
    script = """
from pathlib import Path
path = Path(sys.argv[-1])
path.write_text(path.read_text() + "[[company\\n")
"""
    with _edited(faulty, _edited_by(script, faulty, environment)) as terminal:
        terminal.wait_for("set.toml:27", "Shown is the last good state", "1 error")


@pytest.fixture
def bulky(faulty: Path) -> Path:
    """The faulty set, its figures in a CSV file."""
    records = (faulty / "set.toml").read_text().partition("[[figure]]")[0]
    (faulty / "set.toml").write_text(records)
    (faulty / "figures.csv").write_text(
        "id,subject,measure,value,quote\n"
        "revenue,acme,revenue,$5 billion,Acme earned $5 million\n"
        "staff,acme,headcount,40 people,It has 40 people\n"
    )
    return faulty


def test_a_finding_in_a_csv_file_opens_that_file(
    bulky: Path, environment: Mapping[str, str]
) -> None:
    script = """
from pathlib import Path
path = Path(sys.argv[-1])
assert path.name == "figures.csv"
path.write_text(path.read_text().replace("$5 billion", "$5 million"))
"""
    with _edited(bulky, _edited_by(script, bulky, environment)) as terminal:
        terminal.wait_for("read anew", "A faulty set")
        terminal.wait_until_gone("1 error")


def test_an_edit_that_breaks_a_csv_file_leaves_the_app_as_it_was(
    bulky: Path, environment: Mapping[str, str]
) -> None:
    script = """
from pathlib import Path
path = Path(sys.argv[-1])
path.write_text(path.read_text().replace("measure", "mesure"))
"""
    with _edited(bulky, _edited_by(script, bulky, environment)) as terminal:
        terminal.wait_for("figures.csv:1:1: the heading lacks", "last good state", "1 error")
        path = bulky / "figures.csv"
        path.write_text(path.read_text().replace("mesure", "measure"))
        terminal.wait_until_gone("last good state")
        assert "figures.csv" not in terminal.text


def test_without_an_editor_it_is_said_what_to_do(
    faulty: Path, environment: Mapping[str, str]
) -> None:
    bare = {key: value for key, value in environment.items() if key not in {"EDITOR", "VISUAL"}}
    with _edited(faulty, bare) as terminal:
        terminal.wait_for("EDITOR names no editor")


def _finding(severity: str = "error", known: str = "", place: FilePlace | None = None) -> Finding:
    return Finding("a_code", Severity(severity), "it is wrong", "x", place, known=known)


def test_what_its_author_explained_stands_last_with_the_reason() -> None:
    findings = (_finding(known="it may stand"), _finding("warning"), _finding())
    listed = rows(tuple(enumerate(findings)))
    headings = [row.cells[0].text for row in listed if row.kind == "heading"]
    assert headings == ["Errors  1", "Warnings  1", "Known  1"]
    assert [row.key for row in listed if row.key] == ["2", "1", "0"]
    told = "".join(span.text for line in details(findings[0], 80) for span in line.spans)
    assert "known: it may stand" in told


def test_the_place_in_the_line_is_marked() -> None:
    place = FilePlace("a.toml", 3, 9, 21, 'value = "$5 billion"')
    told = [
        "".join(span.text for span in line.spans) for line in details(_finding(place=place), 60)
    ]
    assert told[-2:] == ['3 | value = "$5 billion"', "  |         ^^^^^^^^^^^^"]


def test_the_nearest_passage_is_shown_with_what_differs_marked() -> None:
    near = Nearest("buys 49 %", "buys 94 %", ((5, 7),), ((5, 7),))
    lines = details(replace(_finding(), nearest=near), 60)
    marked = [span for line in lines for span in line.spans if span.highlights]
    assert [span.text[5:7] for span in marked] == ["49", "94"]
