"""`keys`: the keys of the app, from the same table that the app binds."""

from __future__ import annotations

from collections.abc import Iterator

from ..keys import BINDINGS, shown
from .answer import Answer
from .drawing.blocks import Block, Column, Sheet
from .json_text import json_text

_COLUMNS = (Column("keys"), Column("where"), Column("does", least=20),
            Column("id", spare=True))  # fmt: skip


class KeyMap(Answer):
    """Every binding, in the order in which help lists them."""

    def blocks(self) -> Iterator[Block]:
        """Yield the table."""
        yield self.sheet()

    def sheet(self) -> Sheet:
        """Return a row a binding."""
        rows = (
            (" or ".join(map(shown, key.keys)), key.scope, key.description, key.id)
            for key in BINDINGS
        )
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield the bindings with Textual’s names of the keys."""
        return (
            json_text(
                {
                    "id": key.id,
                    "keys": key.keys,
                    "scope": key.scope,
                    "description": key.description,
                },
            )
            for key in BINDINGS
        )


def run() -> KeyMap:
    """List the keys."""
    return KeyMap()
