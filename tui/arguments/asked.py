"""What several verbs take: a record, a filter, and a file for the answer."""

from __future__ import annotations

from scale_explorer.models.text import clean

from .argument import Argument, Value

FILTER = Argument(
    ("words",), "FILTER", 'all must hold: words, status:ending, is:inferred, ">10m", !former',
    Value.FILTER, {"nargs": "*", "type": clean, "default": ()}, shown="[FILTER…]",
)  # fmt: skip
RECORD = Argument(
    ("record",), "ID", "a record's id as `list` shows it, or its exact name",
    Value.RECORD, {"type": clean},
)  # fmt: skip
KEEP = Argument(
    ("--filter",), "FILTER", "keep what matches; the same as FILTER by its place", Value.FILTER,
    {"type": clean, "default": ""},
)  # fmt: skip
OUTPUT = Argument(
    ("-o", "--output"), "FILE", "write a new file, and not to standard output (-)", Value.FILE,
)  # fmt: skip
FORCE = Argument(
    ("--force",), "", "replace the file if there is one", settings={"action": "store_true"}
)  # fmt: skip
