"""How long a program takes to its first live screen, and how many bytes it has sent at rest."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from benchmarks.wire.peers import Peer
from benchmarks.wire.program import Program

from .contenders import AGAIN, APP, EMPTY, FZF, VISIDATA
from .ratio import Ratio, in_rounds, ratio

SECONDS = "first screen"
BYTES = "bytes of a start"
BESIDE_EMPTY = 1.35
BESIDE_VISIDATA = 1.0
BYTES_BESIDE_EMPTY = 2.5


def first_screens(
    peers: Sequence[Peer],
    size: tuple[int, int],
    environment: Mapping[str, str],
    rounds: int,
    chance: random.Random,
) -> list[Ratio]:
    """Start all programs in rounds; one start each before that warms what is kept on disk."""
    by_name = {peer.name: peer for peer in peers}
    sent: dict[str, list[float]] = {name: [] for name in by_name}

    def started(name: str) -> float:
        peer = by_name[name]
        with Program(peer.command, size, environment) as program:
            first = program.first_shown(peer.shows)
        sent[name].append(first.sent)
        return first.seconds

    for peer in peers:
        with Program(peer.command, size, environment) as program:
            program.first_shown(peer.shows)
            program.leave()
    taken = in_rounds(list(by_name), started, rounds, chance)
    return [
        ratio(SECONDS, APP, EMPTY, taken, BESIDE_EMPTY),
        ratio(f"{SECONDS}, control", AGAIN, EMPTY, taken),
        *(ratio(SECONDS, APP, name, taken, most) for name, most in _others(taken)),
        ratio(BYTES, APP, EMPTY, sent, BYTES_BESIDE_EMPTY),
        *(ratio(BYTES, APP, name, sent) for name, _ in _others(sent)),
    ]


def _others(taken: Mapping[str, object]) -> list[tuple[str, float | None]]:
    """Return the programs of others that are installed, with the targets beside them."""
    targets = {VISIDATA: BESIDE_VISIDATA, FZF: None}
    return [(name, most) for name, most in targets.items() if name in taken]
