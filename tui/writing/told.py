"""What is told of a field under the form: how its text is read, or else how it is written."""

from __future__ import annotations

from scale_explorer.models.quantity.display import show, show_range
from scale_explorer.models.quantity.reading import read

from .fields import Field


def told(field: Field, text: str) -> str:
    """Return how the text of a field is read, where that is not plain, or else how it is written.

    Of an amount the range is told that it stands for, in its unit.
    """
    words = text.strip()
    if field.key != "value" or not words:
        return field.hint
    try:
        reading = read(words)
    except ValueError as error:
        return f"not read as an amount: {error}"
    shown = show(reading.interval, reading.unit, reading.hedge)
    ends = show_range(reading.interval, reading.unit)
    return f"read as {shown}" if ends == shown else f"read as {shown}: {ends}"
