"""Every export of the hostile set, read again by a reader of its format."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from scale_explorer.tui.arguments.formats import COMMON, DRAWINGS, EXPORTS, FINDINGS, Format
from scale_explorer.tui.cli import main

from .payloads import PAYLOADS, unsafe_in

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
PICTURES = [form for form in DRAWINGS if form not in COMMON]
PARTS = {"svg", "title", "style", "rect", "text", "path"}
"""What a picture is made of: nothing that runs, and nothing that is fetched."""
BEGINNINGS = ["list companies", "list figures", "show p1", "quotes p1-tie"]


@pytest.fixture
def folders(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


class Tags(HTMLParser):
    """Notes tags, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name == "src"]
        self.links |= {value or "" for name, value in attrs if name == "href"}

    def handle_data(self, data: str) -> None:
        self.text += data


def read_csv(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(FORMULAS) or NUMBER.fullmatch(cell)


def read_svg(text: str) -> None:
    parts = list(ET.fromstring(text).iter())  # noqa: S314 - made by the program itself
    assert {part.tag.rpartition("}")[2] for part in parts} <= PARTS
    assert not [name for part in parts for name in part.attrib if name.startswith(("on", "href"))]


def read_html(text: str) -> None:
    page = Tags(text)
    assert not page.tags & {"script", "img", "b", "iframe", "object"}
    assert all(link.startswith(("#", "https://")) for link in page.links)
    assert "</script><script>alert(1)</script>" in page.text


def read_markdown(text: str) -> None:
    """Read it with all that is on in GitHub, and find no link but the addresses of sources."""
    kinds = {
        part.type
        for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
        for part in (token, *(token.children or ()))
    }
    assert not kinds & {"html_block", "html_inline", "image", "code_inline", "s_open"}


def read(form: Format, text: str) -> None:
    assert not unsafe_in(text, "\r\n" if form is Format.CSV else "\n")
    match form:
        case Format.JSON | Format.SARIF:
            assert json.loads(text)
        case Format.JSONL:
            assert all(map(json.loads, text.splitlines()))
        case Format.CSV:
            read_csv(text)
        case Format.HTML:
            read_html(text)
        case Format.MARKDOWN:
            read_markdown(text)
        case Format.SVG:
            read_svg(text)
        case _:
            assert text


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("form", COMMON)
def test_an_answer_is_read_again(
    form: Format, hostile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in BEGINNINGS:
        assert main([*line.split(), "--data", str(hostile), "--format", form.value]) == 0
        read(form, capsys.readouterr().out)


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("form", FINDINGS)
def test_findings_are_read_again(
    form: Format, hostile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(hostile), "--format", form.value]) == 1
    read(form, capsys.readouterr().out)


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("form", [form for form in EXPORTS if form not in PICTURES])
def test_an_export_is_read_again(form: Format, hostile: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    words = ["export", "companies", "--footnoted", "--data", str(hostile), "-o", str(file)]
    assert main([*words, "--format", form.value]) == 0
    read(form, file.read_bytes().decode())


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("form", PICTURES)
def test_a_picture_is_read_again(
    form: Format, hostile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", "network:p1", "--data", str(hostile), "--format", form.value]
    assert main(words) == 0
    read(form, capsys.readouterr().out)


@pytest.mark.usefixtures("folders")
def test_what_is_meant_stays_as_it_is(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "companies", "--data", str(hostile), "--format", "json"]) == 0
    names = {item["name"] for item in json.loads(capsys.readouterr().out)}
    assert {PAYLOADS[name] for name in ("flag", "Persian", "Burmese", "wide", "emoji")} <= names
