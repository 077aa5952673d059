"""One line that ought to be a JSON object, and what is wrong with it."""

from __future__ import annotations

from ..loading.complaint import Complaint
from ..loading.decode import lenient
from ..loading.read import megabytes
from ..loading.shapes import Table, as_table
from ..loading.strict_json import read_json
from .lines import LINE_BYTES

Fault = tuple[str, Complaint]
"""A code, and what is wrong."""


def line_fault(line: bytes) -> Fault | None:
    """Return why bytes are no line of text that may be read, if they are none."""
    if len(line) > LINE_BYTES:
        message = f"the line is longer than {megabytes(LINE_BYTES)}"
        return "line_too_long", Complaint("", message, "one record stands on a line")
    if b"\0" in line:
        message = f"byte {line.index(0) + 1} of the line is zero, which no text has"
        return "not_text", Complaint("", message)
    return None


def encoding_fault(line: bytes) -> Fault | None:
    """Return where a line is no UTF-8, if it is none."""
    try:
        line.decode()
    except UnicodeDecodeError as error:
        place = len(lenient(line[: error.start])) + 1
        hint = "convert the file: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
        message = f"byte {error.start + 1} of the line (column {place}) is not UTF-8"
        return "not_utf8", Complaint("", message, hint)
    return None


def json_object(line: bytes) -> Table | Complaint:
    """Return the object that a line holds, or what is wrong with it."""
    if fault := encoding_fault(line):
        return fault[1]
    try:
        value = read_json(line)
    except ValueError as error:
        return Complaint("", f"this is not JSON: {_told(error)}", _advice(line))
    table = as_table(value)
    if table is None:
        return Complaint("", "a line holds one object, {…}, and this is none", _advice(line))
    return table


def _told(error: ValueError) -> str:
    position = getattr(error, "pos", None)
    reason = getattr(error, "msg", None) or str(error)
    if position is None:
        return reason
    return f"{reason[0].lower()}{reason[1:]} (column {position + 1})"


def _advice(line: bytes) -> str:
    if line.lstrip().startswith(b"["):
        return "a list is put on lines by: jq -c '.[]' OLD > NEW"
    return ""
