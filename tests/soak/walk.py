"""A walk at random through keys and screens; the same seed always goes the same way."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scale_explorer.tui.key_names import LETTER, SIGNS
from scale_explorer.tui.keys import BINDINGS

SENT = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f", "space": " ",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "delete": "\x1b[3~", "shift+tab": "\x1b[Z", "f1": "\x1bOP", **SIGNS,
}  # fmt: skip
"""What a terminal sends for a key."""
SIZES = ((120, 40), (120, 40), (80, 24), (60, 20), (40, 12), (200, 60), (30, 9), (97, 31))
WORDS = (
    "meta", "scale", "google", "19%", "why ", "stake", "is:disputed", "type:figure", "zz", "é",
    "2025", "[/]", "spent about $150 million", "会社", "the startup",
)  # fmt: skip
PASTES = (
    "Meta", "one\ntwo\r\nthree", "\x1b[31m\x07\u202ered", "x" * 3_000, "👩\u200d🔬\ufe0f", "",
    "\x1b[2J\x1b]0;title\x07",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """What one does: bytes to type, or a size that the terminal takes."""

    typed: str = ""
    size: tuple[int, int] | None = None


def sent(key: str) -> str:
    """Return what a terminal sends for a key by its name."""
    if key.startswith("ctrl+"):
        return chr(ord(key.removeprefix("ctrl+")) & 31)
    return SENT.get(key, key)


def table() -> tuple[str, ...]:
    """Return all keys and sequences of the app, each once."""
    return tuple(dict.fromkeys(keys for binding in BINDINGS for keys in binding.keys))


def walk(seed: int) -> Iterator[Step]:
    """Walk on for ever."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret with it
    keys = table()
    ways: dict[Callable[[], Iterator[Step]], int] = {
        lambda: _key(chance, keys): 60,
        lambda: _moves(chance): 12,
        lambda: _letters(chance.choice(WORDS)): 6,
        lambda: iter([Step("\r")]): 5,
        lambda: _letters(f"\x1b[200~{chance.choice(PASTES)}\x1b[201~", at_once=True): 4,
        lambda: iter([Step(size=chance.choice(SIZES))]): 4,
        lambda: iter([Step("\x1b[O"), Step("\x1b[I")]): 3,
        lambda: _mouse(chance): 6,
    }
    while True:
        (way,) = chance.choices(list(ways), list(ways.values()))
        yield from way()


def _key(chance: random.Random, keys: tuple[str, ...]) -> Iterator[Step]:
    for key in chance.choice(keys).split(" "):
        yield Step(chance.choice("abcxyz1") if key == LETTER else sent(key))


def _moves(chance: random.Random) -> Iterator[Step]:
    """Hold a key down."""
    key = sent(chance.choice(("down", "up", "j", "k", "right", "left", "tab", "pagedown")))
    yield Step(key * chance.randint(2, 12))


def _letters(text: str, *, at_once: bool = False) -> Iterator[Step]:
    yield from [Step(text)] if at_once else map(Step, text)


def _mouse(chance: random.Random) -> Iterator[Step]:
    """Click, turn the wheel, or drag."""
    column, row = chance.randint(1, 120), chance.randint(1, 40)
    button = chance.choice((0, 0, 64, 65))
    yield Step(f"\x1b[<{button};{column};{row}M")
    if button == 0:
        if chance.random() < 0.3:
            column, row = chance.randint(1, 120), chance.randint(1, 40)
            yield Step(f"\x1b[<32;{column};{row}M")
        yield Step(f"\x1b[<0;{column};{row}m")
