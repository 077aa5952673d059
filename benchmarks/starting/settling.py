"""How long after a key the last byte of the answer comes, with all linked panes following.

Each key comes after quiet, as a person's does who reads between two keys: then the panes follow at
once. Times are given in frames of a screen that shows 60 pictures a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from statistics import quantiles

from benchmarks.wire.peers import Peer
from benchmarks.wire.program import Program

from .ratio import Ratio, spread

FRAME = 1 / 60
MEDIAN_FRAMES = 1.5
LATE_FRAMES = 3.0
KEYS = ("down",) * 20 + ("up",) * 20
UNIT = " frames"


def settling(peer: Peer, size: tuple[int, int], environment: Mapping[str, str]) -> list[Ratio]:
    """Move the cursor in Browse and in the claims, each time after quiet."""
    frames: list[float] = []
    with Program(peer.command, size, environment) as program:
        program.first_shown(peer.shows)
        program.idle(3.0)  # what is begun after the first screen has begun by then
        for pane in ("1", "2"):
            program.press(pane)
            frames += [cost.seconds / FRAME for cost in map(program.press, KEYS) if cost.sent]
    late = quantiles(frames, n=20)[-1]
    what = "first key after quiet to a settled screen"
    return [
        spread(f"{what}, median", "a frame", frames, MEDIAN_FRAMES, UNIT),
        Ratio(f"{what}, 95th percentile", "a frame", late, late, late, len(frames),
              LATE_FRAMES, UNIT),
    ]  # fmt: skip
