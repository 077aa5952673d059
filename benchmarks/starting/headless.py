"""How long headless verbs take, beside a Python that does nothing."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from .ratio import Ratio, in_rounds, ratio

BARE = "python -c pass"
_AGAIN = f"{BARE}, again"
VERBS = {"--version": 2.0, "show scale-ai": 4.0}
"""What is asked, and how many times the bare Python it may take."""


def headless(environment: Mapping[str, str], rounds: int, chance: random.Random) -> list[Ratio]:
    """Run the command as it was installed, in rounds with the bare Python, and that once more."""
    program = str(Path(sys.executable).with_name("scale-explorer"))
    commands = {
        BARE: [sys.executable, "-c", "pass"],
        _AGAIN: [sys.executable, "-c", "pass"],
        **{verb: [program, *verb.split()] for verb in VERBS},
    }

    def seconds(name: str) -> float:
        begun = perf_counter()
        subprocess.run(commands[name], env=environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
        return perf_counter() - begun

    for name in commands:
        seconds(name)
    taken = in_rounds(list(commands), seconds, rounds, chance)
    return [
        *(ratio(verb, verb, BARE, taken, most) for verb, most in VERBS.items()),
        ratio(f"{BARE}, control", _AGAIN, BARE, taken),
    ]
