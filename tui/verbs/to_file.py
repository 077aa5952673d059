"""An answer as a file: in the format that the ending of its name says, and never over another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scale_explorer.data.formats.saving import is_taken, place_of, save
from scale_explorer.data.loading.read import shown
from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.text import clean

from ..arguments.formats import ENDINGS, EXPORTS, KNOWN_ENDINGS, Format, ending_of
from ..exits import FINE, narrate
from .answer import Answer
from .output import lines_of, safe


def target_of(output: str | None) -> Path | None:
    """Return the place of the file that was asked for, None where that is standard output."""
    return None if output is None or output == "-" else place_of(output)


def form_for(target: Path | None, chosen: Format | None) -> Format:
    """Return the format that was chosen, in words or by the ending of the file.

    Raises UsageError for an ending that says nothing; a name without one is Markdown.
    """
    ending = ending_of(target) if target else ""
    found = chosen or (ENDINGS.get(ending) if ending else EXPORTS[0])
    if found is None:
        raise UsageError(
            f"No format has the ending {clean(ending)}: use {KNOWN_ENDINGS}, or say --format."
        )
    return found


def refuse_taken(path: Path) -> None:
    """Raise DataError where a file would be lost."""
    if is_taken(path):
        raise DataError(f"{shown(path)} exists already; --force replaces it.")


def write_to(path: Path, answer: Answer, form: Format, *, force: bool) -> int:
    """Save an answer as a file; one that holds nothing makes none. Return the exit status."""
    if said := answer.narration():
        narrate(said)
    if (status := answer.status()) == FINE:
        save(path, content(answer, form), replace=force)
        narrate(f"Wrote {shown(path)}")
    return status


def content(answer: Answer, form: Format) -> bytes:
    """Return an answer as the bytes of a file."""
    lines = _for_people(answer) if form is Format.TABLE else lines_of(answer, form)
    return "".join(f"{safe(line)}\n" for line in lines).encode()


def _for_people(answer: Answer) -> Iterator[str]:
    # Loaded here because each run needs one format at most.
    from .drawing import plain  # noqa: PLC0415

    return (line.text for line in plain.draw(answer.blocks(), None))
