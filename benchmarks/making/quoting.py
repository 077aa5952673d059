"""Quotes, the sources that they stand in, and the texts of those."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from scale_explorer.data.loading.shapes import Table

from .dating import PUBLISHED
from .plan import QUOTES_A_SOURCE, Plan

INVENTED = "Invented by a program for tests. No name, number or event in it is true."
FOLDER = "texts"


def evidence(quote: int, words: str, mentions: dict[str, str] | None = None) -> list[Table]:
    """Return the evidence of a claim that rests on one quote."""
    cited = {"source": f"s{quote // QUOTES_A_SOURCE}", "exact": words}
    return [{**cited, "mentions": mentions} if mentions else cited]


def sources(plan: Plan) -> Iterator[Table]:
    """Yield the sources of a synthetic set, each saying that it is none."""
    for number in range(plan.sources):
        text = {"text": f"{FOLDER}/s{number}.txt"} if plan.has_texts else {}
        yield {
            "kind": "source",
            "id": f"s{number}",
            "title": f"Synthetic register, page {number + 1} (invented, nothing in it is true)",
            "publisher": "scale-explorer benchmarks",
            "published": PUBLISHED,
            **text,
        }


class Texts:
    """Writes the words of quotes into the texts of their sources, one file open at a time.

    Quotes are to come source by source. `folder` is where the set lies.
    """

    def __init__(self, folder: Path, notice: str) -> None:
        self._folder = folder / FOLDER
        self._notice = notice
        self._source = ""
        self._file: IO[str] | None = None
        self._there: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, source: str, words: str) -> None:
        """Write a sentence, unless the source has it: a quote is to stand in one place."""
        if source != self._source:
            self._open(source)
        if self._file is not None and words not in self._there:
            self._there.add(words)
            # After "Ltd." a sentence has no point of its own; two would be no end of a word.
            self._file.write(f"{words}\n\n" if words.endswith(".") else f"{words}.\n\n")

    def _open(self, source: str) -> None:
        if self._file is not None:
            self._file.close()
        self._source = source
        self._there.clear()
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{source}.txt"
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._file.write(f"{self._notice}\n\n")

    def copied(self, records: Iterator[Table]) -> Iterator[Table]:
        """Yield records as they come, and write the words that they rest on."""
        for record in records:
            for quote in record.get("evidence", ()):
                self.add(quote["source"], quote["exact"])
            yield record
