"""How much is read at most: everything from outside is bounded here, in one table."""

from __future__ import annotations

from typing import Final

from scale_explorer.models import lengths

FILE_BYTES: Final = 8 * 1024 * 1024
"""Bytes of one data file, source text or lock."""

TOTAL_BYTES: Final = 32 * 1024 * 1024
"""Bytes of all files of a set together."""

TEXT_CHARACTERS: Final = TOTAL_BYTES
"""Code points of the texts of a set's sources together, each as often as a source names it."""

FILES: Final = 200
"""Data files in a set, TOML and CSV; source texts are counted apart, to the same number."""

ATTACHMENTS: Final = 10_000
"""Attached copies that are looked at."""

COLUMNS: Final = 1_000
"""Columns of a CSV file."""

ROW_CHARACTERS: Final = 50_000
"""Code points of a row of a CSV file that goes over several lines."""

RECORDS: Final = 100_000
"""Records in a set."""

KNOWN: Final = 10_000
"""Tables `[[known]]` in a set."""

DEPTH: Final = 32
"""Lists and tables inside one another."""

KEY_PARTS: Final = 8
"""Parts of a dotted key: nothing in a set stands deeper than four."""

TABLES: Final = 200_000
"""Headers in one file: `[table]` and `[[table]]`."""

VALUES: Final = 100_000
"""Values in one record, with all that stands in its lists and tables."""

ID_CHARACTERS: Final = lengths.ID
LINE_CHARACTERS: Final = lengths.LINE
PROSE_CHARACTERS: Final = lengths.PROSE
QUOTE_CHARACTERS: Final = lengths.WORDS
"""Code points of an id, of a name or other line, of a text, and of a quote. What is longer is told
and left out with its record, never cut; `models/lengths.py` has the few that are shorter."""

DIGITS: Final = 40
"""Digits of a number, and how far its decimal point may stand from them."""

SENTENCES: Final = 200_000
"""Sentences of a source that are told apart; what follows them counts as one."""

COMPLAINTS: Final = 20
"""Findings about one record that cannot be read."""

FINDINGS: Final = 1_000
"""Findings of one check, and of reading; a last one tells that there are more."""

HINTS: Final = 50
"""Findings of one check that come with a costly hint; the rest go without."""

SETS: Final = 20
"""Sets that open as one."""

BYTES_TOGETHER: Final = 64 * 1024 * 1024
"""Bytes of all files of such sets together."""

RECORDS_TOGETHER: Final = 200_000
"""Records of such sets together."""
