"""Runs many command lines in one process, as each would run in its own: for the terminal to see.

`python many_verbs.py LINES STATUSES`: LINES is JSON, a list of lists of words; into STATUSES go the
exit statuses. Behind each line's output stands a marker.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from scale_explorer.tui.cli import main

MARK = "-- done --"


def run(lines: list[list[str]]) -> list[int]:
    """Return the exit status of each command line."""
    statuses: list[int] = []
    for words in lines:
        statuses.append(main(words))
        sys.stdout.flush()
        sys.stderr.write(f"\n{MARK}\n")
        sys.stderr.flush()
    return statuses


if __name__ == "__main__":
    given, out = map(Path, sys.argv[1:3])
    words = [
        [os.fsdecode(bytes.fromhex(word)) for word in line]
        for line in json.loads(given.read_text())
    ]
    out.write_text(json.dumps(run(words)))
