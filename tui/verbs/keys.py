"""`keys`: the keys of the app as they are in force, with the user's settings applied."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.frozen import dataclass

from ..keymap import Keymap
from ..keys import KeyBinding, shown
from ..settings.reading import Complaint, read_settings, settings_file
from .answer import Answer
from .drawing.blocks import Block, Column, Sheet
from .json_text import json_text

_COLUMNS = (Column("keys"), Column("where"), Column("does", least=20),
            Column("id", spare=True))  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeyMap(Answer):
    """Every binding, in the order in which help lists them, and what the settings file got wrong.

    An action that was disabled is there without keys.
    """

    keymap: Keymap
    complaints: tuple[Complaint, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """Yield the table."""
        yield self.sheet()

    def sheet(self) -> Sheet:
        """Return a row a binding."""
        return Sheet(_COLUMNS, tuple(map(_cells, self.keymap.bindings)))

    def items(self) -> Iterator[str]:
        """Yield the bindings with Textual’s names of the keys."""
        return (json_text(_item(binding)) for binding in self.keymap.bindings)

    def narration(self) -> str:
        """Tell what is wrong with the settings, with file and line."""
        return "\n".join(map(str, self.complaints))


def run() -> KeyMap:
    """List the keys."""
    settings, complaints = read_settings(settings_file())
    return KeyMap(settings.keymap, complaints)


def _cells(binding: KeyBinding) -> tuple[str, ...]:
    keys = " or ".join(map(shown, binding.keys)) or "none"
    return keys, binding.scope, binding.description, binding.id


def _item(binding: KeyBinding) -> dict[str, object]:
    return {
        "id": binding.id,
        "keys": binding.keys,
        "scope": binding.scope,
        "description": binding.description,
    }
