"""How much memory programs hold at rest, their own process and their children told apart.

A set that may be written to has a child once the first screen is there: the process that reads it
anew when it changes. The bundled set, which may not, has none.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.wire.peers import Peer
from benchmarks.wire.program import Program
from scale_explorer.data.loading.sets import resolve

from .contenders import AGAIN, APP, EMPTY
from .ratio import Ratio, in_rounds, ratio

SECONDS = 5.0
"""Seconds after the first screen, when what is begun later has long begun."""
BESIDE_EMPTY = 1.25
OWN_SET = f"{APP}, on a set of one's own"


def memory(
    peers: Sequence[Peer],
    size: tuple[int, int],
    environment: Mapping[str, str],
    rounds: int,
    chance: random.Random,
) -> list[Ratio]:
    """Open the app and the empty ones in rounds, and look at what each holds when it is at rest."""
    by_name = {peer.name: peer for peer in peers if peer.name in {APP, EMPTY, AGAIN}}
    by_name[OWN_SET] = _on_own_set(by_name[APP], Path(environment["HOME"]))
    with_children: dict[str, list[float]] = {name: [] for name in by_name}

    def resident(name: str) -> float:
        with Program(by_name[name].command, size, environment) as program:
            program.first_shown(by_name[name].shows)
            program.idle(SECONDS)
            own, children = program.memory
        with_children[name].append(own + children)
        return own

    resident(OWN_SET)  # which compiles it
    with_children[OWN_SET].clear()
    taken = in_rounds(list(by_name), resident, rounds, chance)
    return [
        ratio("memory at rest, own process", APP, EMPTY, taken, BESIDE_EMPTY),
        ratio("memory at rest, with children", APP, EMPTY, with_children),
        ratio("memory at rest, control", AGAIN, EMPTY, taken),
        ratio("memory at rest, a set of one's own", OWN_SET, EMPTY, taken),
        ratio("the same, with children", OWN_SET, EMPTY, with_children),
    ]


def _on_own_set(app: Peer, folder: Path) -> Peer:
    """Return the app on a copy of the tutorial, which may be written to."""
    copy = folder / "own-set"
    shutil.copytree(resolve("tutorial"), copy, dirs_exist_ok=True)
    return Peer(OWN_SET, [*app.command, "--data", str(copy)], app.shows)
