"""How many planted mistakes the checks catch, by kind, and how many false alarms they raise.

    python -m benchmarks.mutation [COUNT] [--seed N] [--text FILE] [--missed]

A clean set is changed in one place at a time; a change is caught when the checks tell something
that they did not tell of the clean set. `--text` is a copy of the bundled story's source; without
it only the tutorial set, which holds its texts, is changed. `--missed` lists what got away.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.mutating import claims, numbers, shape, words
from benchmarks.mutating.subject import Mutant, Subject

SETS = Path(__file__).parent.parent / "data" / "sets"
KINDS: tuple[Callable[[Subject, Random], Mutant | None], ...] = (
    numbers.digit, numbers.scale, numbers.unit, numbers.hedge, numbers.inconsistent,
    words.word, words.source, claims.moved, claims.reused, claims.party,
    shape.reference, shape.dates,
)  # fmt: skip
MOST_TRIES = 200
"""Attempts at one change: many do not apply, such as another scale word for “49%”."""


class Outcome(NamedTuple):
    """A change, and the codes of the checks that noticed it."""

    mutant: Mutant
    codes: frozenset[str]


def subjects(text: Path | None) -> dict[str, Subject]:
    """Return the sets that can be changed here."""
    found = {"tutorial": Subject.of(SETS / "tutorial", {})}
    if text is not None:
        found["scale-ai"] = Subject.of(SETS / "scale_ai", {"google-exit": text})
    return found


def outcomes(subject: Subject, count: int, seed: int) -> Iterator[Outcome]:
    """Yield `count` changes, kind by kind in turn, each tried on the checks."""
    random = Random(seed)
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        tries = (kind(subject, random) for _ in range(MOST_TRIES))
        mutant = next(filter(None, tries), None)
        if mutant is not None:
            yield Outcome(mutant, subject.catches(mutant))


def table(tried: list[Outcome]) -> Iterator[str]:
    """Yield a row a kind: caught, of how many, and the checks that caught it."""
    yield "| change | caught | of | | by |"
    yield "|---|---:|---:|---:|---|"
    for kind in dict.fromkeys(each.mutant.kind for each in tried):
        group = [each for each in tried if each.mutant.kind == kind]
        caught = [each for each in group if each.codes]
        codes = sorted({f"`{code}`" for each in caught for code in each.codes})
        share = f"{100 * len(caught) / len(group):.1f} %"
        yield f"| {kind} | {len(caught)} | {len(group)} | {share} | {', '.join(codes)} |"


def main() -> None:
    """Change the sets, and print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--missed", action="store_true")
    given = parser.parse_args()
    for name, subject in subjects(given.text).items():
        tried = list(outcomes(subject, given.count, given.seed))
        print(
            f"{name}: {len(tried)} changes, {len(subject.alarms)} false alarms on the clean set\n"
        )
        print("\n".join(table(tried)), "\n")
        if given.missed:
            print(
                "\n".join(
                    f"{each.mutant.kind}: {each.mutant.what}" for each in tried if not each.codes
                )
            )


if __name__ == "__main__":
    main()
