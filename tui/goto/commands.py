"""What keys do, found by name, by description or by the key itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..keys import SCOPES, KeyBinding, shown
from .matching import Grade, Wanted, best_grade
from .offer import Offer, Surroundings
from .ranking import COMMAND, ranked
from .targets import Run

_OTHER_NAMES = {
    "app.help": ("help", "keys"),
    "app.quit": ("quit", "exit", "close"),
    "app.theme": ("colors",),
}
"""What people call a command that neither its id nor its description says."""


def commands(meant: Wanted, around: Surroundings) -> Iterator[Offer]:
    """Yield the commands that were meant."""
    for binding in around.bindings:
        names = _names(binding)
        best = Grade.KEY if _is_key(meant.raw, binding) else best_grade(meant, names)
        if best is not None:
            offer = _offer(binding, around)
            yield ranked(offer, meant, best, 0 if offer.why_not else COMMAND, names)


def every_command(around: Surroundings) -> Iterator[Offer]:
    """Yield all commands, those that can be done now first."""
    possible = sorted(around.bindings, key=lambda binding: binding.id in around.why_not)
    return (_offer(binding, around) for binding in possible)


def _offer(binding: KeyBinding, around: Surroundings) -> Offer:
    why_not = around.why_not.get(binding.id, "")
    return Offer(
        Run(binding),
        binding.description,
        "command",
        why_not or SCOPES[binding.scope],
        "  ".join(map(around.shown, binding.keys)),
        completion=binding.name,
        why_not=why_not,
    )


def _is_key(typed: str, binding: KeyBinding) -> bool:
    """Say whether a key was typed; of single letters the capital is another key."""
    keys = _keys(binding)
    return typed in keys or (len(typed) > 1 and typed.lower() in map(str.lower, keys))


@lru_cache(maxsize=512)
def _keys(binding: KeyBinding) -> frozenset[str]:
    """Return the keys of a command as they are named in a keymap, and as they are shown."""
    return frozenset((*binding.keys, *map(shown, binding.keys)))


@lru_cache(maxsize=512)
def _names(binding: KeyBinding) -> tuple[str, ...]:
    others = _OTHER_NAMES.get(binding.id, ())
    return (binding.name, binding.hint, *others, binding.description)
