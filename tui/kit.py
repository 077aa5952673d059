"""What a reader brings along: keys of their own, and what the program remembers of them."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass

from .keymap import DEFAULT, Keymap


@dataclass(frozen=True, slots=True)
class Kit:
    """The keymap, records looked at lately and lines of the go-to box (both newest first).

    `words` are to be told at the start, such as that a file of settings could not be read.
    """

    keymap: Keymap = DEFAULT
    recent: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
