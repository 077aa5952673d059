"""`diff [A [B]]`: what changed between two versions of a data set, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scale_explorer.data.comparing.change import Change, Comparison, What
from scale_explorer.data.comparing.compare import compare
from scale_explorer.data.comparing.version import version_of
from scale_explorer.data.loading.revision import HEAD
from scale_explorer.data.loading.sets import DEFAULT_SET
from scale_explorer.data.loading.versions import VersionName, version_named
from scale_explorer.models.errors import UnknownNameError, UsageError
from scale_explorer.models.frozen import asdict, dataclass, replace

from ..exits import FINE, FOUND
from .answer import Answer
from .drawing.blocks import Block, Cell, Column, Heading, Item, Sheet
from .json_text import json_text
from .progress import progress

_COLUMNS = tuple(
    map(Column, ("change", "kind", "id", "was", "title", "field", "words", "before", "after"))
)
_HEADINGS = {
    What.SET: "The set",
    What.ADDED: "Added",
    What.REMOVED: "Removed",
    What.RENAMED: "Renamed",
    What.CHANGED: "Changed",
}


@dataclass(frozen=True, slots=True)
class Differences(Answer):
    """All that differs between two versions, and how they were named."""

    before: str
    after: str
    found: Comparison

    def blocks(self) -> Iterator[Block]:
        """Yield a list a sort of change."""
        for what, heading in _HEADINGS.items():
            changes = self.found.of(what)
            if changes:
                count = "" if what is What.SET else f" ({len(changes):,})"
                yield Heading(f"{heading}{count}", 2)
            for change in changes:
                yield from _items(change)

    def sheet(self) -> Sheet:
        """Return a row a detail; a change without any has one row."""
        return Sheet(_COLUMNS, tuple(row for each in self.found.changes for row in _rows(each)))

    def items(self) -> Iterator[str]:
        """Yield the changes."""
        return (json_text(_object(change)) for change in self.found.changes)

    def status(self) -> int:
        """Return whether anything differs."""
        return FOUND if self.found.changes else FINE

    def narration(self) -> str:
        """Say what was compared, and how much differs."""
        counts = {what: len(self.found.of(what)) for what in _HEADINGS if what is not What.SET}
        told = [f"{count:,} {what}" for what, count in counts.items() if count]
        told += ["the set itself changed"] if self.found.of(What.SET) else []
        return f"{self.before} → {self.after}: {', '.join(told) or 'nothing changed'}"


def run(names: Sequence[str], before: str | None, after: str | None) -> Differences:
    """Compare two versions; without the later the set as it is, without both with its last commit.

    Raises UsageError also for a set that is not there, as a status of 1 would mean a difference.
    """
    older, newer = _versions(names, before, after)
    try:
        with progress() as watch:
            # The later first: where there is no such set, it has no last commit either.
            now, then = (each.gather() for each in (newer, older))
            found = compare(version_of(then, watch), version_of(now, watch))
    except UnknownNameError as error:
        raise UsageError(str(error)) from error
    return Differences(older.shown, newer.shown, found)


def _versions(
    names: Sequence[str], before: str | None, after: str | None
) -> tuple[VersionName, VersionName]:
    usual = names[0] if names else DEFAULT_SET
    named = [version_named(text, usual) for text in (before, after) if text is not None]
    if len(names) > 1 and not (named and all(each.data_set != usual for each in named)):
        raise UsageError(f"diff takes one data set, and not {len(names)}; name it with --data.")
    first = named[0] if named else VersionName(usual)
    if len(named) > 1:
        return first, named[1]
    if first.revision is not None:
        return first, replace(first, revision=None)
    return replace(first, revision=HEAD), first


def _items(change: Change) -> Iterator[Item]:
    """Tell a change with its details beneath; one that has a single detail in one line."""
    is_short = len(change.details) == 1 and change.what in {What.CHANGED, What.RENAMED}
    yield Item(f"{change.words if is_short else change.title} · {change.id}")
    if not is_short:
        yield from (Item(detail.words, 1) for detail in change.details)


def _rows(change: Change) -> Iterator[tuple[Cell, ...]]:
    head = (change.what.value, change.kind, change.id, change.was, change.title)
    for each in change.details:
        yield (*head, each.field, each.words, each.before, each.after)
    if not change.details:
        yield (*head, "", "", "", "")


def _object(change: Change) -> dict[str, object]:
    """Return the object that `docs/cli.md` tells of."""
    return {
        "change": change.what,
        "kind": change.kind,
        "id": change.id,
        "was": change.was or None,
        "title": change.title,
        "words": change.words,
        "details": [asdict(detail) for detail in change.details],
    }
