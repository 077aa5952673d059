"""How much of what a person reads is proposed, how much of what is proposed is right, and how fast.

    python -m benchmarks.suggesting [--text FILE] [--missed] [--hostile MEGABYTES]

The truth is the claims of the bundled sets, their amounts as labelled by hand, and invented
sentences: `practice`, on which rules were mended, and `held_out`, on which none was. `--text` is a
copy of the bundled story's source; without it only the tutorial set, which holds its texts, is
read. `--missed` lists what was missed and what was wrong, but for the held-out ones. `--hostile`
reads repetitive texts of half and all of so many megabytes, which takes minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.mutating.subject import Subject
from benchmarks.suggestions.bundled import Bundled, measured
from benchmarks.suggestions.score import Score
from benchmarks.suggestions.sentences import labelled
from benchmarks.suggestions.sentences import measured as measured_sentences
from scale_explorer.data.grounding.sentences import sentences
from scale_explorer.data.loading.paragraphs import Span
from scale_explorer.data.suggesting.known_names import Known, KnownNames
from scale_explorer.data.suggesting.passage import Setting
from scale_explorer.data.suggesting.suggest import proposals, suggest
from scale_explorer.models.kinds import Kind

SETS = Path(__file__).parent.parent / "data" / "sets"
HELD_OUT = "held_out"
"""The sentences whose misses are never listed, so that no rule is mended for one of them."""
MANY = 10_000
"""Invented names among which those of a set are looked for."""
HOSTILE = {
    "one word": "a",
    "a name": "Saltlark Ferries ",
    "amounts": "$1 million ",
    "open quotes": "“( ",
    "says": "it said, ",
    "capitals": "Alder Of ",
    "months": "in May 2 of ",
    "line ends": "a\n",
    "sentences": "Saltlark spent about €3 million in June. ",
}
"""What is repeated in hostile texts."""


def bundled_sets(text: Path | None) -> dict[str, Bundled]:
    """Return the sets that can be read here."""
    found = {"tutorial": Bundled(Subject.of(SETS / "tutorial", {}))}
    if text is not None:
        found["Scale AI"] = Bundled(Subject.of(SETS / "scale_ai", {"google-exit": text}))
    return found


def many_names() -> tuple[Known, ...]:
    """Return 10,000 invented companies, many of which begin alike."""
    heads = (
        "Saltmarsh",
        "Kelp",
        "Alder Point",
        "The Northern",
        "Grey",
        "New Birch",
        "Osier",
        "Scale",
    )
    tails = ("Ferries", "Boatworks", "Mills Inc.", "Capital", "Line", "Energy AG", "Group", "AI")
    return tuple(
        Known(
            f"c{number}",
            Kind.COMPANY,
            f"{heads[number % 8]} {tails[number // 8 % 8]} {number // 64}",
        )
        for number in range(MANY)
    )


def timed(bundled: Bundled, known: KnownNames) -> list[float]:
    """Return the milliseconds of the processor for each sentence of a set, the best of three."""
    return [
        min(_milliseconds(text, span, known, bundled.setting(source)) for _ in range(3))
        for source, text in bundled.texts.items()
        for span in sentences(text, bundled.setting(source).language)
    ]


def _milliseconds(text: str, span: Span, known: KnownNames, setting: Setting) -> float:
    start = process_time()
    proposals(text, span, known, setting)
    return 1_000 * (process_time() - start)


def print_scores(title: str, scores: Iterable[Score], *, missed: bool) -> None:
    """Print a table, and what was missed or wrong where that is asked for."""
    scores = tuple(scores)
    print(
        f"\n{title}\n\n| | proposed of those there are | right of those proposed |\n|---|---|---|"
    )
    print("\n".join(score.row() for score in scores))
    for score in scores if missed else ():
        for word, listed in (("missed", score.missed), ("wrong", score.wrong)):
            print("\n".join(f"  {score.name} {word}: {each}" for each in listed))


def print_times(bundled: dict[str, Bundled]) -> None:
    """Print how long a sentence takes, with the names of the set and with many more."""
    print("\n| | names | a sentence, median | slowest |\n|---|---|---|---|")
    for title, each in bundled.items():
        more = KnownNames.of((*each.known.entities.values(), *many_names()))
        for known in (each.known, more):
            spent = timed(each, known)
            took = f"{median(spent):.1f} ms | {max(spent):.1f} ms"
            print(f"| {title} | {len(known.entities)} | {took} |")


def print_hostile(megabytes: float, known: KnownNames) -> None:
    """Print how long repetitive texts take, and that twice the text takes twice the time."""
    print(f"\n| repeated | {megabytes / 2:g} MB | {megabytes:g} MB | times as long |")
    print("|---|---|---|---|")
    for title, piece in HOSTILE.items():
        took: list[float] = []
        for size in (megabytes / 2, megabytes):
            text = piece * int(size * 1_000_000 / len(piece))
            start = process_time()
            for _ in suggest(text, known):
                pass
            took.append(process_time() - start)
        print(
            f"| {title} | {took[0]:.1f} s | {took[1]:.1f} s | {took[1] / took[0]:.2f} |", flush=True
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--hostile", type=float, metavar="MEGABYTES")
    given = parser.parse_args()
    sets = bundled_sets(given.text)
    if given.hostile:
        print_hostile(given.hostile, sets["tutorial"].known)
        return
    for title, each in sets.items():
        print_scores(f"The set {title}", measured(each), missed=given.missed)
    for name in ("practice", HELD_OUT):
        listed = given.missed and name != HELD_OUT
        print_scores(f"Sentences: {name}", measured_sentences(labelled(name)), missed=listed)
    print_times(sets)


if __name__ == "__main__":
    main()
