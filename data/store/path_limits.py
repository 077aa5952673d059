"""How far a search for paths goes; nothing else is loaded, as the command line tells these."""

from __future__ import annotations

STEPS = 6
"""Steps that a path may have, unless asked otherwise."""
MOST_STEPS = 12
"""Steps that a path may have at most: what is further apart has little to do with each other."""
PATHS = 5
"""Paths that are returned, unless asked otherwise."""
MOST_PATHS = 100
REACH = 50_000
"""Records that one search looks at, at most."""
TIES = 6
"""Ties that are returned of two records that follow each other; of further ones, their number."""
