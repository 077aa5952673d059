"""The rows of the compiled file that only several sets have: further ids, and matches."""

from __future__ import annotations

from collections.abc import Iterator

from .contents import Contents
from .tables import Cells


def handle_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every further id with the record that it may mean."""
    for handle, record in contents.joined.handles:
        yield handle, contents.numbers[record]


def match_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the matches, surest first."""
    for position, match in enumerate(contents.joined.matches):
        names, sets = (match.first_name, match.second_name), (match.first_set, match.second_set)
        yield (
            position, match.first, match.second, match.kind.value, *names, *sets,
            match.reason, int(match.apart),
        )  # fmt: skip
