"""A picture of text as SVG: the same cells, in a monospaced font, for a page or a report.

It holds no script, link or outside font, and follows the colours of the reader's system.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from rich.cells import cell_len

from ..widgets.lines import Span
from ..widgets.picture import Picture
from ..widgets.rows import Tone

CELL = 8.4
"""Width of a cell in units of the picture, at which a font of 14 stands."""
LINE = 16
"""Height of a line; box-drawing characters join up at this."""
_STYLE = """\
  text { font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
         white-space: pre; fill: #1f2328; }
  rect { fill: #ffffff; }
  .strong, .heading { font-weight: bold; }
  .dim { fill: #656d76; } .accent { fill: #0550ae; } .good { fill: #1a7f37; }
  .warn { fill: #9a6700; } .bad { fill: #cf222e; } .quote { font-style: italic; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } rect { fill: #0d1117; } .dim { fill: #8b949e; }
    .accent { fill: #79c0ff; } .good { fill: #3fb950; } .warn { fill: #d29922; }
    .bad { fill: #ff7b72; }
  }"""


def svg(picture: Picture, title: str) -> Iterator[str]:
    """Yield the lines of an SVG document (https://www.w3.org/TR/SVG11/)."""
    cells = max((_width(line) for line in picture.lines), default=0)
    width, height = (cells + 2) * CELL, (len(picture.lines) + 1) * LINE
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        f' role="img" aria-label={quoteattr(title)} xml:space="preserve">'
    )
    yield f"<title>{escape(title)}</title>"
    yield f"<style>\n{_STYLE}\n</style>"
    yield '<rect width="100%" height="100%"/>'
    for number, line in enumerate(picture.lines):
        yield from _line(line, (number + 1) * LINE)
    yield "</svg>"


def _width(line: tuple[Span, ...]) -> int:
    return sum(cell_len(span.text) for span in line)


def _line(line: tuple[Span, ...], y: int) -> Iterator[str]:
    """Yield each span at its own place, so that no font can push the next one aside."""
    cell = 1
    for span in line:
        # Blanks at the ends are left out, as not every program heeds that they are to be kept.
        text = span.text.strip(" ")
        start = cell + len(span.text) - len(span.text.lstrip(" "))
        if text:
            place = f'x="{start * CELL:g}" y="{y}" textLength="{cell_len(text) * CELL:g}"'
            tone = "" if span.tone is Tone.PLAIN else f' class="{span.tone}"'
            yield f"<text {place}{tone}>{escape(text)}</text>"
        cell += cell_len(span.text)
