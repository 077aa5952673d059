"""How long the texts of a record may be, in code points; `data/loading/limits.py` has them too."""

from __future__ import annotations

from typing import Final

ID: Final = 240
LINE: Final = 300
"""A name, a title, a role: what stands on one line."""
PROSE: Final = 4_000
"""A summary, a note, a statement."""
WORDS: Final = 2_000
"""The verbatim words of a quote."""
DATE: Final = 64
LANGUAGE: Final = 35
"""As many as RFC 5646 (4.4.1) would have anybody expect."""
UNIT: Final = 40
FORMULA: Final = 500
