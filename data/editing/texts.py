"""The lines of a record's table, as they stand in its file."""

from __future__ import annotations

from ..loading.decode import lenient
from .manuscript import Manuscript
from .room import extent
from .text_lines import TextLines
from .values import values
from .writing import written_section


def text_of(manuscript: Manuscript, record: str) -> str:
    """Return the lines of a record's table, or nothing where there is no such record."""
    entry = manuscript.by_id.get(record)
    if entry is None:
        return ""
    origin = entry.origin
    content = next(file.content for file in manuscript.files.data if file.name == origin.file)
    text = lenient(content)
    if origin.in_csv:
        return text.split("\n")[origin.index - 1].rstrip("\r")
    found = (values(text).entries or {})[origin.table].items or []
    value = found[origin.index]
    lines = TextLines(text)
    if value.is_section:
        return text[lines.start(value.start) : lines.end(extent(value))]
    return written_section(f"[[{origin.table}]]", entry.table)
