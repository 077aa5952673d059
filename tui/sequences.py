"""Keys pressed one after the other, such as `g g`; Textual knows single keys only.

Of bindings that share a key the first one counts, so those of the pane stand before those of the
app (`Keymap.at`).
"""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass

from .key_names import LETTER
from .keys import KeyBinding


@dataclass(frozen=True, slots=True)
class Press:
    """What a key means after those that wait: a binding that it ends, or more keys to come.

    `letter` is the one that the user chose, where the binding takes one. Neither a binding nor a
    wait means that the key has nothing to do with a sequence.
    """

    ended: KeyBinding | None = None
    waiting: tuple[str, ...] = ()
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Continuation:
    """What may come after keys that wait: more keys, parted by spaces, and what they do."""

    keys: str
    binding: KeyBinding


def press(waiting: tuple[str, ...], key: str, bindings: tuple[KeyBinding, ...]) -> Press:
    """Say what `key` means after the keys in `waiting`, among the sequences of `bindings`."""
    pressed = (*waiting, key)
    for binding in bindings:
        for keys in binding.keys:
            sequence = tuple(keys.split(" "))
            if begins(sequence, pressed):
                return _found(binding, sequence, pressed)
    return Press()


def _found(binding: KeyBinding, sequence: tuple[str, ...], pressed: tuple[str, ...]) -> Press:
    if len(pressed) < len(sequence):
        return Press(waiting=pressed)
    if len(sequence) == 1:  # Textual's own bindings do what a single key means
        return Press()
    return Press(ended=binding, letter=pressed[-1] if sequence[-1] == LETTER else "")


def continuations(
    waiting: tuple[str, ...], bindings: tuple[KeyBinding, ...]
) -> tuple[Continuation, ...]:
    """Return what may still come after the keys in `waiting`, in the order of `bindings`."""
    sequences = ((tuple(keys.split(" ")), binding) for binding in bindings for keys in binding.keys)
    return tuple(
        Continuation(" ".join(sequence[len(waiting) :]), binding)
        for sequence, binding in sequences
        if len(sequence) > len(waiting) and begins(sequence, waiting)
    )


def begins(sequence: tuple[str, ...], pressed: tuple[str, ...]) -> bool:
    """Say whether the keys in `pressed` are the first ones of a sequence, or all of them."""
    return len(pressed) <= len(sequence) and all(map(_matches, sequence, pressed))


def _matches(wanted: str, key: str) -> bool:
    return wanted == key or (wanted == LETTER and len(key) == 1 and key.isalnum())
