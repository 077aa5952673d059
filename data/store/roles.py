"""Whose role has some letters, in an index: few roles differ, however many claims there are."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import cast

from .connections import Connections

DIFFERENT = 10_000
"""Roles that are kept at hand; where there are more, those of all claims are looked through."""
AT_ONCE = 1_500
"""Claims with some role that are tested one by one, more than a first look wants.

What more have is found soon by testing one claim after the other.
"""


class Roles:
    """The roles of an index, read once; which claims have one is looked up."""

    def __init__(self, file: Connections) -> None:
        self._file = file
        self._different: Sequence[tuple[str, str]] | None = None

    def having(self, stopped: Callable[[], bool], word: str) -> tuple[Sequence[int], bool]:
        """Return the first claims whose role holds a folded word, and whether these are all."""
        different = self._read(stopped)
        if stopped():
            return (), False
        if len(different) > DIFFERENT:
            return self._numbers("instr(lower(role), :asked) > 0", word, stopped)
        asked = [role for role, folded in different if word in folded]
        if not asked:
            return (), True
        among = "role IN (SELECT value FROM json_each(:asked))"
        return self._numbers(among, json.dumps(asked), stopped)

    def _numbers(
        self, test: str, asked: str, stopped: Callable[[], bool]
    ) -> tuple[Sequence[int], bool]:
        sql = f"SELECT row FROM item WHERE role IS NOT NULL AND {test} LIMIT :limit"  # noqa: S608
        values = {"asked": asked, "limit": AT_ONCE + 1}
        found = self._file.numbers(sql, values, stopped)
        return found[:AT_ONCE], len(found) <= AT_ONCE and not stopped()

    def _read(self, stopped: Callable[[], bool]) -> Sequence[tuple[str, str]]:
        """Return each role and its folded form, as the texts of claims have it."""
        if self._different is None:
            sql = "SELECT min(row) FROM item WHERE role IS NOT NULL GROUP BY role LIMIT :limit"
            rows = self._file.numbers(sql, {"limit": DIFFERENT + 1}, stopped)
            if stopped():
                return ()
            sql = """SELECT role, lower(role) FROM item
                     WHERE row IN (SELECT value FROM json_each(:rows))"""
            found = self._file.select(sql, {"rows": json.dumps(list(rows))})
            self._different = cast("list[tuple[str, str]]", found)
        return self._different
