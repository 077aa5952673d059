"""How much memory programs hold at rest, their own process and their children told apart."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from benchmarks.wire.peers import Peer
from benchmarks.wire.program import Program

from .contenders import AGAIN, APP, EMPTY
from .ratio import Ratio, in_rounds, ratio

SECONDS = 4.0
"""Seconds after the first screen, when what is begun later has long begun."""
BESIDE_EMPTY = 1.25


def memory(
    peers: Sequence[Peer],
    size: tuple[int, int],
    environment: Mapping[str, str],
    rounds: int,
    chance: random.Random,
) -> list[Ratio]:
    """Open the app and the empty ones in rounds, and look at what each holds when it is at rest."""
    all_of_it: dict[str, list[float]] = {}

    by_name = {peer.name: peer for peer in peers if peer.name in {APP, EMPTY, AGAIN}}

    def resident(name: str) -> float:
        peer = by_name[name]
        with Program(peer.command, size, environment) as program:
            program.first_shown(peer.shows)
            program.idle(SECONDS)
            own, children = program.memory
        all_of_it.setdefault(name, []).append(own + children)
        return own

    taken = in_rounds(list(by_name), resident, rounds, chance)
    return [
        ratio("memory at rest, own process", APP, EMPTY, taken, BESIDE_EMPTY),
        ratio("memory at rest, with children", APP, EMPTY, all_of_it),
        ratio("memory at rest, control", AGAIN, EMPTY, taken),
    ]
