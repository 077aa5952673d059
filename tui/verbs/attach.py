"""`attach SOURCE FILE`: the reader's own copy of a source, kept so that quotes stand in context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from scale_explorer.data.finding import Nearest
from scale_explorer.data.grounding.closest import closest
from scale_explorer.data.grounding.edition import edition
from scale_explorer.data.grounding.ground import Grounded, Verdict, ground
from scale_explorer.data.grounding.quotes import Cited, quotes
from scale_explorer.data.grounding.words import Haystack
from scale_explorer.data.loading.attached import attach, attached, detach
from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.limits import HINTS
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.read import shown
from scale_explorer.data.loading.sets import resolve
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass, replace

from ..exits import FINE, FOUND
from .answer import Answer
from .drawing.blocks import Block, Column, Facts, Heading, Item, Paragraph, Sheet
from .given_text import given_text, known_source
from .json_text import json_text
from .nearest import nearest_lines, nearest_object

_COLUMNS = (Column("source"), Column("found", right=True), Column("quotes", right=True),
            Column("edition"), Column("kept in"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lacking:
    """Words that a copy lacks, the claims that quote them, and the passage most like them.

    `locked` says that the set's authors found them in their text.
    """

    exact: str
    claims: tuple[str, ...]
    locked: bool
    nearest: Nearest | None


@dataclass(frozen=True, slots=True)
class Attached(Answer):
    """What was attached: `edition` is `same`, `different` or, when no hash is known, `unknown`.

    `ambiguous` counts those of the quotes `found` that stand in several places.
    """

    source: str
    edition: str
    kept_in: str
    quotes: int
    found: int
    ambiguous: int
    missing: tuple[Lacking, ...]

    def blocks(self) -> Iterator[Block]:
        """Yield what was found in the copy, and what was not."""
        several = f", {self.ambiguous:,} in more than one place" if self.ambiguous else ""
        other = ", a different edition" if self.edition == "different" else ""
        yield Facts(
            (
                ("source", self.source),
                ("quotes", f"{self.found:,} of {self.quotes:,} found{several}{other}"),
                ("edition", _EDITIONS[self.edition]),
                ("kept in", self.kept_in),
            ),
        )
        if self.missing:
            yield Heading("Not found in this copy", 2)
        for each in self.missing:
            near = nearest_lines(each.nearest) if each.nearest else ()
            yield Item(f"“{each.exact}”", under=(*near, f"for {', '.join(each.claims)}"))
        if any(each.locked for each in self.missing):
            yield Paragraph(_STILL_LOCKED)

    def sheet(self) -> Sheet:
        """Return one row."""
        row = (self.source, self.found, self.quotes, self.edition, self.kept_in)
        return Sheet(_COLUMNS, (row,))

    def items(self) -> Iterator[str]:
        """Yield one object."""
        missing = [
            {
                "exact": each.exact,
                "claims": each.claims,
                "locked": each.locked,
                "nearest": nearest_object(each.nearest),
            }
            for each in self.missing
        ]
        yield json_text(
            {
                "source": self.source,
                "edition": self.edition,
                "kept_in": self.kept_in,
                "quotes": self.quotes,
                "found": self.found,
                "ambiguous": self.ambiguous,
                "missing": missing,
            }
        )

    def json(self) -> Iterator[str]:
        """Yield the object alone."""
        yield from self.items()

    def status(self) -> int:
        """Return whether every quote was found."""
        return FOUND if self.missing else FINE


@dataclass(frozen=True, slots=True)
class Removed(Answer):
    """A copy that was taken away, and where it lay; nowhere when there was none."""

    source: str
    removed: str

    def blocks(self) -> Iterator[Block]:
        """Yield what was removed."""
        if self.removed:
            yield Facts((("source", self.source), ("removed", self.removed)))

    def sheet(self) -> Sheet:
        """Return one row, or none."""
        rows = ((self.source, self.removed),) if self.removed else ()
        return Sheet((Column("source"), Column("removed")), rows)

    def items(self) -> Iterator[str]:
        """Yield one object, or none."""
        if self.removed:
            yield json_text({"source": self.source, "removed": self.removed})

    def json(self) -> Iterator[str]:
        """Yield the object alone; nothing is null."""
        yield from self.items() if self.removed else ("null",)

    def status(self) -> int:
        """Return whether there was a copy."""
        return FINE if self.removed else FOUND

    def narration(self) -> str:
        """Say that there was none."""
        return "" if self.removed else f"No copy of {self.source} is attached."


_EDITIONS = {
    "same": "the one that the data set was checked against",
    "different": "another one than the data set was checked against",
    "unknown": "the data set does not say which it was checked against",
}
_STILL_LOCKED = "What the authors found in their text stays ✓ locked, marked as not in your copy."


def run(data: str | None, source: str, file: str | None, *, remove: bool) -> Answer:
    """Attach a file as the text of a source, or take the copy that is attached away."""
    if remove == (file is not None):
        raise UsageError("attach takes a FILE to keep, or --remove to take your copy away.")
    loaded = load(gather(resolve(data)))
    return _removed(loaded, source) if file is None else _attached(loaded, source, file)


def _removed(loaded: Loaded, source: str) -> Removed:
    """Take a copy away, be it of a source that the set has no more."""
    dataset_id = loaded.dataset.header.id
    if not attached(dataset_id, source):
        source = known_source(loaded.dataset, source).id
    path = detach(dataset_id, source)
    return Removed(source, shown(path) if path else "")


def _attached(loaded: Loaded, source: str, file: str) -> Attached:
    """Keep a file as a copy, unless none of the source's quotes is in it."""
    known = known_source(loaded.dataset, source)
    if known.text is not None:
        raise UsageError(f"The data set holds the text of {source} itself: {known.text}.")
    copy = replace(given_text(file), origin="attached")
    grounded = ground(loaded.dataset, {known.id: copy}, loaded.lock)
    wanted = [cited for cited in quotes(loaded.dataset) if cited.quote.source == known.id]
    missing = [cited for cited in wanted if grounded[cited.id].verdict in _LACKING]
    if missing and len(missing) == len(wanted):
        raise UsageError(
            f"None of the {len(missing)} quotes from {source} is in {shown(file)};"
            " attach the text that they are from.",
        )
    return Attached(
        source=known.id,
        edition=edition(known, loaded.lock, copy),
        kept_in=shown(attach(loaded.dataset.header.id, known.id, Path(file))),
        quotes=len(wanted),
        found=len(wanted) - len(missing),
        ambiguous=sum(grounded[cited.id].verdict is Verdict.AMBIGUOUS for cited in wanted),
        missing=tuple(_lacking(missing, copy, grounded)),
    )


_LACKING = {Verdict.MISSING, Verdict.LOCKED_ELSEWHERE}


def _lacking(
    missing: list[Cited], copy: SourceCopy, grounded: Mapping[str, Grounded]
) -> Iterator[Lacking]:
    """Yield each wording once; the first come with the passage that is most like them."""
    haystack = Haystack.of(copy.text)
    by_words: dict[str, list[Cited]] = {}
    for cited in missing:
        by_words.setdefault(cited.quote.exact, []).append(cited)
    for count, (words, same) in enumerate(by_words.items()):
        yield Lacking(
            words,
            tuple(dict.fromkeys(cited.record.id for cited in same)),
            all(grounded[cited.id].verdict is Verdict.LOCKED_ELSEWHERE for cited in same),
            closest(copy.text, haystack, words) if count < HINTS else None,
        )
