"""The invented sentences with their labels, and how the proposals do on them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.suggestions.score import Score
from scale_explorer.data.suggesting.known_names import KnownNames
from scale_explorer.data.suggesting.passage import Setting
from scale_explorer.data.suggesting.proposal import Proposals
from scale_explorer.data.suggesting.suggest import proposals

FOLDER = Path(__file__).parent
PUBLISHED = "2025-06-18"
_LANGUAGES = {"german": "de", "french": "fr", "spanish": "es"}
_ARTICLES = ("the ", "a ", "an ", "The ", "A ", "An ")


@dataclass(frozen=True)
class Labelled:
    """A sentence and what a person reads in it: words, and what they say."""

    style: str
    text: str
    amounts: dict[str, str] = field(default_factory=dict[str, str])
    periods: dict[str, str] = field(default_factory=dict[str, str])
    names: dict[str, str] = field(default_factory=dict[str, str])
    said: list[str] = field(default_factory=list[str])

    def read(self) -> Proposals:
        """Return what the rules propose for the whole sentence; nobody is known to them."""
        setting = Setting(PUBLISHED, _LANGUAGES.get(self.style, "en"))
        return proposals(self.text, (0, len(self.text)), KnownNames.of(()), setting)


def labelled(name: str) -> Iterator[Labelled]:
    """Yield the sentences of a file in this folder."""
    table = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    for each in table["sentence"]:
        yield Labelled(**each)


def measured(sentences: Iterator[Labelled]) -> tuple[Score, ...]:
    """Return the scores of every family on some sentences."""
    amounts, measures = Score("amounts"), Score("amounts with their measure")
    periods, names = Score("dates and periods"), Score("new names")
    kinds, said = Score("new names with their kind"), Score("attributions")
    for each in sentences:
        found = each.read()
        told = [(amount.words, amount.measure) for amount in found.amounts]
        amounts.compare(each.amounts, (words for words, _ in told), each.text)
        measures.compare(each.amounts.items(), told, each.text)
        dates = ((_bare(one.words), one.edtf) for one in found.periods)
        periods.compare(((_bare(a), b) for a, b in each.periods.items()), dates, each.text)
        named = [(_bare(one.words), one.kind or "") for one in found.new_names]
        names.compare(map(_bare, each.names), (words for words, _ in named), each.text)
        sure = {(_bare(a), b) for a, b in each.names.items() if b}
        kinds.compare(sure, ((a, str(b)) for a, b in named if b), each.text)
        said.compare(
            map(_bare, each.said), (_bare(one.words) for one in found.attributions), each.text
        )
    return amounts, measures, periods, names, kinds, said


def _bare(words: str) -> str:
    """Leave out an article in front: with or without it, the words say the same."""
    return next((words.removeprefix(one) for one in _ARTICLES if words.startswith(one)), words)
