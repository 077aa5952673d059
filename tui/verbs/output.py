"""The one way out: every answer is written here, in the format asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TextIO

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean

from ..arguments.formats import Format
from ..exits import narrate
from ..terminal.environment import look
from ..terminal.streams import JSON, LIKE, Spelling, spell, suit
from .answer import Answer

_NARROWEST, _WIDEST = 20, 500
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Output:
    """Where text goes: a terminal `width` cells wide, or a file or pipe (None)."""

    stream: TextIO
    width: int | None = None
    colour: bool = False

    def emit(self, text: str, *, bold: bool = False) -> None:
        """Write a line without anything that a terminal would obey, wherever it goes.

        Somebody looks at what went through a pipe or into a file, too.
        """
        shown = safe(text, tabs=self.width is None)
        self.stream.write(f"{_BOLD}{shown}{_PLAIN}\n" if bold and self.colour else f"{shown}\n")

    def paint(self, pieces: Iterable[tuple[str, str]]) -> None:
        """Write a line of texts, each with its SGR code or none, to a terminal with colours."""
        shown = ((clean(text), code) for text, code in pieces)
        painted = (f"\x1b[{code}m{text}{_PLAIN}" if code else text for text, code in shown)
        self.stream.write(f"{''.join(painted)}\n")


def safe(text: str, *, tabs: bool = False) -> str:
    """Return a line of output as it may go anywhere, with `tabs` also those that part columns."""
    if tabs and "\t" in text:
        return "\t".join(clean(part, multiline=True) for part in text.split("\t"))
    return clean(text, multiline=True)


_SPELLINGS: Mapping[Format, Spelling] = {
    Format.JSON: JSON,
    Format.JSONL: JSON,
    Format.SARIF: JSON,
    Format.HTML: "xmlcharrefreplace",
    Format.CSV: "replace",
}
"""How formats that are not text for people write what a terminal lacks, and stay what they are."""


def standard_output(environment: Mapping[str, str] = os.environ) -> Output:
    """Look at standard output; what is no terminal gets UTF-8 whatever the locale."""
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise DataError("Standard output is closed, so there is nowhere to write the answer.")
    suit(stream, environment)
    if not stream.isatty():
        return Output(stream)
    # Loaded here because what goes through a pipe has no width, and it brings all of archives.
    import shutil  # noqa: PLC0415

    terminal = look(environment)
    width = max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))
    return Output(stream, width, colour=terminal.drawable and not terminal.colourless)


def write(answer: Answer, form: Format, out: Output) -> int:
    """Write an answer and its narration; return the exit status it means."""
    spell(out.stream, _SPELLINGS.get(form, LIKE))
    if form is Format.TABLE:
        _write_for_people(answer, out)
    else:
        for line in lines_of(answer, form):
            out.emit(line)
            if answer.arrives:
                out.stream.flush()
    if said := answer.narration():
        out.stream.flush()
        narrate(said)
    return answer.status()


def _write_for_people(answer: Answer, out: Output) -> None:
    # Loaded here because measuring cells takes longer to load than JSON takes to write.
    from .drawing import plain  # noqa: PLC0415

    for line in plain.draw(answer.blocks(), out.width):
        if line.pieces and out.colour:
            from .drawing import colours  # noqa: PLC0415

            out.paint(colours.coded(line.pieces))
        else:
            out.emit(line.text, bold=line.bold)


def lines_of(answer: Answer, form: Format) -> Iterator[str]:
    """Return the lines of an answer in a format, but for the table, which needs a width."""
    drawn: Mapping[Format, Callable[[], Iterable[str]]] = {
        Format.JSON: answer.json,
        Format.JSONL: answer.items,
        Format.SARIF: answer.sarif,
        Format.HTML: answer.as_html,
        Format.TEXT: answer.as_text,
        Format.SVG: answer.as_svg,
        Format.MERMAID: answer.as_mermaid,
        Format.DOT: answer.as_dot,
        Format.CSV: answer.as_csv,
    }
    return iter(drawn.get(form, answer.as_markdown)())
