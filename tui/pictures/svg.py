"""A picture of text as SVG, for a page or a report: words in a monospaced font, lines drawn.

It holds no script, link or outside font, and follows the colours of the reader's system.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.cells import cell_len

from ..widgets.cells import visible
from ..widgets.lines import Span
from ..widgets.picture import Picture
from ..widgets.rows import Tone
from .svg_shapes import ACROSS, CELL, LINE, Shape, shapes_at

_BASE = 13.5
"""Where letters stand in the height of a line."""
_STYLE = """\
  svg { color: #1f2328; }
  text { font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
         fill: currentColor; }
  .page { fill: #ffffff; } .filled { fill: currentColor; }
  .line { fill: none; stroke: currentColor; } .heavy { stroke-width: 2.5; }
  .dashed { stroke-dasharray: 3; }
  .strong, .heading { font-weight: bold; } .quote { font-style: italic; }
  .dim { color: #656d76; } .accent { color: #0550ae; } .good { color: #1a7f37; }
  .warn { color: #9a6700; } .bad { color: #cf222e; }
  @media (prefers-color-scheme: dark) {
    svg { color: #e6edf3; } .page { fill: #0d1117; } .dim { color: #8b949e; }
    .accent { color: #79c0ff; } .good { color: #3fb950; } .warn { color: #d29922; }
    .bad { color: #ff7b72; }
  }"""
_NOT_XML = re.compile("[\ufffe\uffff]")
"""What `visible` lets through and XML 1.0 does not."""
_WORDS = re.compile(r"[^ ]+(?: [^ ]+)*")
"""What stands together: renderers make one blank of several."""


def svg(picture: Picture, title: str) -> Iterator[str]:
    """Yield the lines of an SVG document (https://www.w3.org/TR/SVG11/)."""
    cells = max((_width(line) for line in picture.lines), default=0)
    width, height = (cells + 2) * CELL, (len(picture.lines) + 1) * LINE
    name = _shown(title)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        f' role="img" aria-label="{html.escape(name)}">'
    )
    yield f"<title>{html.escape(name)}</title>"
    yield f"<style>\n{_STYLE}\n</style>"
    yield '<rect class="page" width="100%" height="100%"/>'
    for number, line in enumerate(picture.lines):
        yield from _line(line, (number + 0.5) * LINE)
    yield "</svg>"


def _shown(text: str) -> str:
    return _NOT_XML.sub("\ufffd", visible(text))


def _width(line: tuple[Span, ...]) -> int:
    return sum(cell_len(visible(span.text)) for span in line)


def _line(line: tuple[Span, ...], top: float) -> Iterator[str]:
    """Yield each piece at its own place, so that no font can push the next one aside."""
    cell = 1
    for span in line:
        text = _shown(span.text)
        tone = "" if span.tone is Tone.PLAIN else f" {span.tone}"
        shapes = [shapes_at(text, place) for place in range(len(text))]
        for is_drawn, places in groupby(range(len(text)), key=lambda place: bool(shapes[place])):
            start, *rest = places
            end = start + len(rest) + 1
            if is_drawn:
                yield from _drawn(shapes[start:end], cell * CELL, top, tone)
            else:
                yield from _written(text[start:end], cell, top + _BASE, tone)
            cell += cell_len(text[start:end])


def _written(text: str, cell: int, y: float, tone: str) -> Iterator[str]:
    kind = f' class="{tone.strip()}"' if tone else ""
    for words in _WORDS.finditer(text):
        x = (cell + cell_len(text[: words.start()])) * CELL
        length = cell_len(words[0]) * CELL
        place = f'x="{x:g}" y="{y:g}" textLength="{length:g}"'
        yield f"<text {place}{kind}>{html.escape(words[0])}</text>"


def _drawn(signs: Iterable[tuple[Shape, ...]], x: float, y: float, tone: str) -> Iterator[str]:
    """Yield a path for each way of drawing among some signs side by side."""
    paths: dict[tuple[bool, bool, bool, float], str] = {}
    for shapes, run in groupby(signs):
        count = len(list(run))
        for shape in shapes:
            way = shape.filled, shape.dashed, shape.heavy, shape.shade
            paths[way] = paths.get(way, "") + _path(shape, x, y, count)
        x += count * CELL
    for (filled, dashed, heavy, shade), path in paths.items():
        kind = ("filled" if filled else "line") + " dashed" * dashed + " heavy" * heavy + tone
        opacity = f' opacity="{shade:g}"' if shade < 1 else ""
        yield f'<path class="{kind}" d="{path}"{opacity}/>'


def _path(shape: Shape, x: float, y: float, count: int) -> str:
    """Return what is drawn in some cells side by side; what goes across them is one line."""
    if shape.path == ACROSS:
        return f"M{x:g} {y + LINE / 2:g}h{count * CELL:g}"
    return "".join(f"M{x + each * CELL:g} {y:g}{shape.path}" for each in range(count))
