"""Pictures as SVG: well-formed for any text, everything in its place, lines that join."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scale_explorer.tui.pictures.svg import svg
from scale_explorer.tui.pictures.svg_shapes import CELL, LINE, shapes_of
from scale_explorer.tui.widgets.cells import visible
from scale_explorer.tui.widgets.lines import Span
from scale_explorer.tui.widgets.picture import Picture
from scale_explorer.tui.widgets.rows import Tone

SVG = "{http://www.w3.org/2000/svg}"
BOXES = [chr(code) for code in range(0x2500, 0x2580) if not 0x2571 <= code <= 0x2573]
BLOCKS = [chr(code) for code in range(0x2580, 0x2594)]
HEADS = list("►◄▲▼")


def document(*lines: str, title: str = "Title", tone: Tone = Tone.PLAIN) -> ET.Element:
    picture = Picture(tuple((Span(line, tone),) for line in lines))
    return ET.fromstring("\n".join(svg(picture, title)))  # noqa: S314 - what was just made


def written(root: ET.Element) -> list[tuple[str, float, float]]:
    """Return texts, with the column and the line at which each begins."""
    pieces = (("".join(each.itertext()), each.attrib) for each in root.iter(f"{SVG}text"))
    return [(text, float(at["x"]) / CELL - 1, float(at["y"]) // LINE) for text, at in pieces]


def test_it_is_written_like_this() -> None:
    spans = (Span("│ ", Tone.DIM), Span("Meta  49 %", Tone.STRONG), Span(" ├──►", Tone.DIM))
    body = "\n".join(svg(Picture((spans,)), 'A "b" & <c>')).split("</style>\n")[1]
    assert body == (
        '<rect class="page" width="100%" height="100%"/>\n'
        '<path class="line dim" d="M8.4 9m4.2 0v18"/>\n'
        '<text x="25.2" y="22.5" textLength="33.6" class="strong">Meta</text>\n'
        '<text x="75.6" y="22.5" textLength="33.6" class="strong">49 %</text>\n'
        '<path class="line dim" d="M117.6 9m4.2 9h4.2M117.6 9m4.2 0v18M126 18h16.8"/>\n'
        '<path class="filled dim" d="M142.8 9m0 5l8.4 4l-8.4 4z"/>\n'
        "</svg>"
    )


def test_it_names_itself_and_holds_nothing_that_runs_or_is_fetched() -> None:
    root = document("<script>alert(1)</script>", 'url(http://x) "onload="', title="<script>")
    assert (root.get("role"), root.get("aria-label")) == ("img", "<script>")
    assert {each.tag.removeprefix(SVG) for each in root.iter()} == {
        "svg", "title", "style", "rect", "text",
    }  # fmt: skip
    style = "".join(text for each in root.iter(f"{SVG}style") for text in each.itertext())
    assert "url" not in style
    assert "@import" not in style
    assert "prefers-color-scheme: dark" in style


def test_every_tone_has_its_class_in_both_schemes() -> None:
    style = next(document("x").iter(f"{SVG}style")).text or ""
    light, dark = style.split("@media")
    for tone in (Tone.DIM, Tone.ACCENT, Tone.GOOD, Tone.WARN, Tone.BAD):
        assert f".{tone} {{ color" in light
        assert f".{tone} {{ color" in dark
        assert next(document("x", tone=tone).iter(f"{SVG}text")).get("class") == tone


@given(lines=st.lists(st.text(max_size=30), max_size=4), title=st.text(max_size=20))
def test_any_text_is_well_formed_and_in_its_place(lines: list[str], title: str) -> None:
    told = written(document(*lines, title=title))
    for number, line in enumerate(lines):
        text = re.sub("[\ufffe\uffff]", "\ufffd", visible(line))
        wanted = "".join(" " if shapes_of(sign) else sign for sign in text)
        pieces = [(words, column) for words, column, row in told if row == number + 1]
        assert (
            "".join(words for words, _ in pieces).split()
            == "".join(re.findall(r"[^ ]+(?: [^ ]+)*", wanted)).split()
        )
        for words, column in pieces:
            assert any(
                abs(cell_len(text[: found.start()]) - column) < 0.01
                for found in re.finditer(re.escape(words), text)
            )


@pytest.mark.parametrize("sign", BOXES + BLOCKS + HEADS)
def test_lines_and_blocks_are_drawn(sign: str) -> None:
    shapes = shapes_of(sign)
    assert shapes, unicodedata.name(sign)
    assert not list(document(sign).iter(f"{SVG}text"))
    assert len(list(document(sign).iter(f"{SVG}path"))) >= 1


@pytest.mark.parametrize("sign", [sign for sign in BOXES if "ARC" not in unicodedata.name(sign)])
def test_lines_lead_to_the_sides_that_their_names_tell(sign: str) -> None:
    name = unicodedata.name(sign)
    told = {side for side in ("UP", "DOWN", "LEFT", "RIGHT") if side in name.split()}
    told |= {"UP", "DOWN"} if "VERTICAL" in name else set()
    told |= {"LEFT", "RIGHT"} if "HORIZONTAL" in name else set()
    assert {side for shape in shapes_of(sign) for side in _sides(shape.path)} == told
    assert any(shape.dashed for shape in shapes_of(sign)) == ("DASH" in name)
    assert any(shape.heavy for shape in shapes_of(sign)) == (
        "HEAVY" in name or ("DOUBLE" in name and "DASH" not in name)
    )


def _sides(path: str) -> set[str]:
    """Return the sides of the cell that a straight path touches."""
    found = re.fullmatch(r"m([\d.]+) ([\d.]+)([hv])([\d.]+)", path)
    assert found is not None
    x, y, length = float(found[1]), float(found[2]), float(found[4])
    if found[3] == "h":
        return {side for side, at in (("LEFT", x == 0), ("RIGHT", x + length == CELL)) if at}
    return {side for side, at in (("UP", y == 0), ("DOWN", y + length == LINE)) if at}


def test_what_goes_across_several_cells_is_one_line() -> None:
    (path,) = document("─────").iter(f"{SVG}path")
    assert path.get("d") == f"M{CELL:g} {LINE:g}h{5 * CELL:g}"


def test_shades_are_seen_through() -> None:
    assert [path.get("opacity") for path in document("░▒▓█").iter(f"{SVG}path")] == [
        "0.25", "0.5", "0.75", None,
    ]  # fmt: skip


@pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="librsvg is not installed")
def test_a_renderer_takes_it() -> None:
    lines = ("╭─ 汐凪 ─╮", "│ رياح │", "╰─▒█──┄►")
    text = "\n".join(svg(Picture(tuple((Span(line),) for line in lines)), "T"))
    made = subprocess.run(
        ["rsvg-convert", "--format", "png"], input=text.encode(), capture_output=True, check=True
    )
    assert made.stdout.startswith(b"\x89PNG")
    assert not made.stderr


@pytest.mark.parametrize("sign", list("█▒░"))
def test_bars_below_each_other_stand_apart(sign: str) -> None:
    paths = [each.get("d") or "" for each in document(sign, sign).iter(f"{SVG}path")]
    tops = [float(path.split("m0 ")[1].split("h")[0]) for path in paths]
    heights = [float(path.split("v")[1].split("h")[0]) for path in paths]
    assert all(
        top > 1 and top + height < LINE - 1 for top, height in zip(tops, heights, strict=True)
    )


@pytest.mark.parametrize(("bar", "beneath"), [("█░●░", 2), ("█░●", 2), ("██●", 1), ("●██", 1)])
def test_a_dot_on_a_bar_stands_on_the_bar(bar: str, beneath: int) -> None:
    root = document(bar)
    assert not list(root.iter(f"{SVG}text"))
    drawn = [each.get("d") or "" for each in root.iter(f"{SVG}path")]
    assert sum("a3.2" in path for path in drawn) == 1
    filled = {
        each.get("opacity") for each in root.iter(f"{SVG}path") if "h8.4" in (each.get("d") or "")
    }
    assert len(filled) == beneath
    pale = "".join(each.get("d") or "" for each in root.iter(f"{SVG}path") if each.get("opacity"))
    assert pale.count("M") == bar.count("░") + (beneath == 2)


def test_a_dot_among_words_is_written() -> None:
    assert written(document("● announced")) == [("● announced", 0, 1)]
