"""What a check reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean


class Severity(StrEnum):
    """An error means that the data is wrong; a warning, that a reader should look.

    A note names work that is left to do and counts as neither (the levels of SARIF 2.1.0).
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the files: a path as the user gave it, and a line from 1, or None for the file.

    `column` and `end` count code points of the line from 1; `end` is the one after the last.
    `excerpt` is the line itself, safe to show; of a very long one it is a stretch, before which
    `skipped` code points are left out.
    """

    path: str
    line: int | None = None
    column: int | None = None
    end: int | None = None
    excerpt: str = ""
    skipped: int = 0

    @property
    def marked(self) -> tuple[int, int] | None:
        """The stretch of the excerpt that is meant, in code points from 0; None for all of it.

        It has at least one, which behind the excerpt's end is what should stand there.
        """
        if self.column is None:
            return None
        length = len(self.excerpt)
        start = min(max(self.column - 1 - self.skipped, 0), length)
        end = min((self.end or 0) - 1 - self.skipped, length)
        return start, max(end, start + 1)

    @property
    def position(self) -> str:
        """The place as editors read it: `path:line:column`."""
        return str(self) if self.column is None else f"{self}:{self.column}"

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of a source that a quote was probably meant to be.

    `wanted` are the quote's words and `found` those of the source, each on one line. The spans, in
    code points of either, hold the words that the other lacks. `difference` says in what alone the
    two differ, such as "in case", where it is one thing.
    """

    wanted: str
    found: str
    wanted_spans: tuple[tuple[int, int], ...]
    found_spans: tuple[tuple[int, int], ...]
    difference: str = ""

    def __str__(self) -> str:
        if self.difference:
            return f"it differs {self.difference} from “{self.found}”"
        return f"closest is “{self.found}”"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, with a stable snake_case `code`.

    `record` is the id concerned, `words` those of the source or quote that it is about; `hint` says
    what to do or what was nearest, and `nearest` shows that in full; `known` is the author's
    written reason for letting it stand, which takes it out of the counts. All of it is safe to
    show, also what no model took, such as the id of a broken record.
    """

    code: str
    severity: Severity
    message: str
    record: str | None = None
    place: Place | None = None
    hint: str = ""
    known: str = ""
    words: str = ""
    nearest: Nearest | None = None

    def __post_init__(self) -> None:
        for name in ("message", "hint", "known", "words"):
            object.__setattr__(self, name, clean(getattr(self, name), multiline=True))
        if self.record is not None:
            object.__setattr__(self, "record", clean(self.record))

    @property
    def weight(self) -> str:
        """The word for how much it counts: its severity, or that it is known."""
        return "known" if self.known else self.severity.value


def bounded(findings: Iterable[Finding], most: int) -> Iterator[Finding]:
    """Yield `most` findings; when there are more, a last one says so in their stead."""
    found = iter(findings)
    yield from islice(found, most)
    left_out = next(found, None)
    if left_out is not None:
        message = f"more than {most:,} findings {left_out.code}; the others are left out"
        yield Finding("more_findings", left_out.severity, message)
