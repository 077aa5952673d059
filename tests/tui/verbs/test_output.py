from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from scale_explorer.models.errors import DataError
from scale_explorer.tui.arguments.formats import Format
from scale_explorer.tui.verbs import output
from scale_explorer.tui.verbs.answer import Answer
from scale_explorer.tui.verbs.drawing.blocks import Block, Column, Heading, Sheet
from scale_explorer.tui.verbs.output import Output, standard_output, write

HOSTILE = "a\x1b]52;c;eA==\x07\u202eb"


class Sample(Answer):
    def blocks(self) -> Iterator[Block]:
        yield Heading(HOSTILE)

    def sheet(self) -> Sheet:
        return Sheet((Column("x"),), ((HOSTILE,),))

    def items(self) -> Iterator[str]:
        yield '{"a": 1}'
        yield '{"a": 2}'

    def status(self) -> int:
        return 1

    def narration(self) -> str:
        return "told"


def written(form: Format, *, width: int | None = None, colour: bool = False) -> str:
    stream = io.StringIO()
    assert write(Sample(), form, Output(stream, width, colour)) == 1
    return stream.getvalue()


@pytest.mark.parametrize("form", [Format.TABLE, Format.CSV, Format.MARKDOWN])
def test_a_terminal_gets_nothing_that_it_would_obey(form: Format) -> None:
    shown = written(form, width=80)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "a␛" in shown


def test_headings_are_bold_only_in_colour() -> None:
    assert written(Format.TABLE, width=80, colour=True).startswith("\x1b[1ma␛")
    assert written(Format.TABLE, width=80, colour=True).endswith("\x1b[0m\n")


def test_json_is_an_array_and_jsonl_a_line_each() -> None:
    assert written(Format.JSON) == '[\n  {"a": 1},\n  {"a": 2}\n]\n'
    assert written(Format.JSONL) == '{"a": 1}\n{"a": 2}\n'


def test_narration_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert "told" not in written(Format.JSON)
    assert capsys.readouterr().err == "told\n"


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def terminal() -> Terminal:
    return Terminal(io.BytesIO(), encoding="utf-8")


@pytest.mark.parametrize(("columns", "width"), [("80", 80), ("3", 20), ("65535", 500)])
def test_a_terminal_has_a_sane_width(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setattr("sys.stdout", terminal())
    monkeypatch.setenv("COLUMNS", columns)
    assert standard_output({}).width == width


def test_no_color_means_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", terminal())
    named = {"TERM": "xterm"}
    assert standard_output(named).colour
    assert standard_output({**named, "NO_COLOR": ""}).colour
    assert not standard_output({**named, "NO_COLOR": "1"}).colour


@pytest.mark.parametrize("name", [None, "", "dumb", "unknown", "vt100", "vt220"])
def test_a_terminal_without_colours_gets_none(
    monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    monkeypatch.setattr("sys.stdout", terminal())
    assert not standard_output({} if name is None else {"TERM": name}).colour


def test_a_pipe_gets_utf8_uncut_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    out = standard_output({})
    out.emit("“x”")
    assert out.width is None
    assert not out.colour
    assert raw.getvalue() == "“x”\n".encode()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_without_utf8_gets_what_is_like_it(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", Terminal(raw, encoding=encoding, write_through=True))
    standard_output({"LC_ALL": "C"}).emit("“Société Łódź” ≥ 東京")
    assert raw.getvalue() == b'"Societe Lodz" > ????\n'


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        (Format.JSON, b"\\u201cx\\u201d \\ud83d\\ude80"),
        (Format.HTML, b"&#8220;x&#8221; &#128640;"),
        (Format.CSV, b"?x? ?"),
    ],
)
def test_what_machines_read_stays_what_it_is(
    monkeypatch: pytest.MonkeyPatch, form: Format, plain: bytes
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", Terminal(raw, encoding="utf-8", write_through=True))

    def lines(answer: Answer, form: Format) -> list[str]:
        del answer, form
        return ["“x” 🚀"]

    monkeypatch.setattr(output, "lines_of", lines)
    write(Sample(), form, standard_output({"LC_ALL": "C"}))
    assert raw.getvalue() == plain + b"\n"


def test_closed_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(DataError, match="closed"):
        standard_output({})
