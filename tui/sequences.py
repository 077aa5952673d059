"""Keys pressed one after the other, such as `g g`; Textual knows single keys only."""

from __future__ import annotations

from dataclasses import dataclass

from .keys import KeyBinding


@dataclass(frozen=True, slots=True)
class Press:
    """What a key means after those that wait: a binding that it ends, or more keys to come.

    Neither means that the key has nothing to do with a sequence.
    """

    ended: KeyBinding | None = None
    waiting: tuple[str, ...] = ()


def press(waiting: tuple[str, ...], key: str, bindings: tuple[KeyBinding, ...]) -> Press:
    """Say what `key` means after the keys in `waiting`, among the sequences of `bindings`."""
    pressed = (*waiting, key)
    for binding in bindings:
        for keys in binding.keys:
            sequence = tuple(keys.split(" "))
            if len(sequence) == 1 or sequence[: len(pressed)] != pressed:
                continue
            return Press(ended=binding) if sequence == pressed else Press(waiting=pressed)
    return Press()


def continuations(
    waiting: tuple[str, ...], bindings: tuple[KeyBinding, ...]
) -> tuple[KeyBinding, ...]:
    """Return the bindings that may still come after the keys in `waiting`."""
    found = (
        binding
        for binding in bindings
        for keys in binding.keys
        if " " in keys and tuple(keys.split(" "))[: len(waiting)] == waiting
    )
    return tuple(dict.fromkeys(found))
