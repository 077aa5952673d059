"""The head of a picture that leaves this program: what it shows, and how one looked."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from scale_explorer.data.store.rows.records import Fact

from ..scene import Sheet
from ..widgets.cells import visible
from ..widgets.lines import Span
from ..widgets.picture import Picture
from ..widgets.rows import Tone
from ..widgets.wrap import wrap

_LEAST = 60
"""Cells that a head takes beside a picture that is narrower."""


def with_head(picture: Picture, sheet: Sheet, title: str, looked: str) -> Picture:
    """Return a picture below its title, how much there is in it, its facts, and `looked`.

    They are wrapped to the width of the picture, so that nothing of them is cut.
    """
    width = max(_LEAST, *map(_width, picture.lines)) if picture.lines else _LEAST
    passages = _passages(sheet, title, looked)
    head = tuple(row for passage in passages for row in wrap(passage, width))
    return Picture((*head, (), *(picture.lines or ((Span(sheet.empty),),))))


def _passages(sheet: Sheet, title: str, looked: str) -> Iterator[tuple[Span, ...]]:
    yield (Span(title, Tone.STRONG),)
    if sheet.subtitle:
        yield (Span(sheet.subtitle, Tone.DIM),)
    yield from map(_fact, sheet.facts)
    if looked:
        yield (Span(f"Seen {looked}", Tone.DIM),)


def _fact(fact: Fact) -> tuple[Span, ...]:
    return Span(f"{fact.label}: ", Tone.DIM), Span(fact.value)


def _width(line: tuple[Span, ...]) -> int:
    return sum(cell_len(visible(span.text)) for span in line)
