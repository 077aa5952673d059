"""`check --lock`: the lock that is written, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from scale_explorer.data.checks.run import Report
from scale_explorer.data.grounding.locking import make_lock
from scale_explorer.data.grounding.quotes import quotes
from scale_explorer.data.loading.load import Loaded
from scale_explorer.data.loading.lock import Lock, write_lock
from scale_explorer.data.loading.read import shown
from scale_explorer.data.watch import SILENT, Watch
from scale_explorer.models.errors import UsageError
from scale_explorer.models.evidence import Source

from .counting import counted


def lock_of(loaded: Loaded, watch: Watch = SILENT) -> Lock:
    """Make the lock; what was locked of sources whose text is not here is kept."""
    if not loaded.copies:
        raise UsageError(
            "There is no source text to lock against: attach one, or give it with"
            " --text SOURCE=FILE.",
        )
    today = datetime.now(UTC).date().isoformat()
    before = loaded.lock or Lock({})
    fresh = make_lock(loaded.dataset, loaded.copies, today, before, watch)
    kept = {key: known for key, known in before.sources.items() if key in loaded.dataset.by_id}
    return Lock({**kept, **fresh.sources})


def keep(lock: Lock, path: Path, loaded: Loaded, report: Report) -> str:
    """Write the lock unless quotes are wrong, and return what to tell of it.

    Where the text is not, nobody could see that a lock without those quotes lacks them. Nor is one
    written of a text that is not the one whose `sha256` the set gives: it would prove nothing.
    """
    if other := _other_than_named(loaded):
        name = shown(path)
        return f"{name} was not written: the text of {other} is not the one its sha256 names."
    wrong = sum(
        finding.code == "quote_not_in_source" and not finding.known for finding in report.findings
    )
    if wrong:
        are = "is" if wrong == 1 else "are"
        return f"{shown(path)} was not written: {counted(wrong, 'quote')} {are} not in the text."
    write_lock(lock, path)
    return "\n".join(_told(lock, path, loaded))


def _other_than_named(loaded: Loaded) -> str:
    """Return the first source whose text is another than the set names by its hash, or nothing."""
    copies = loaded.copies
    others = (
        source.id
        for source in loaded.dataset.of(Source)
        if source.sha256 and source.id in copies and copies[source.id].sha256 != source.sha256
    )
    return next(others, "")


def _told(lock: Lock, path: Path, loaded: Loaded) -> Iterator[str]:
    """Yield what the lock holds, and what it cannot prove."""
    held = {quote for source in lock.sources.values() for quote in source.quotes}
    sources = counted(len(lock.sources), "source")
    yield f"{shown(path)} holds {counted(len(held), 'quote')} of {sources}."
    left_out = [cited.quote.source for cited in quotes(loaded.dataset) if cited.id not in held]
    looked_for = sum(source in loaded.copies for source in left_out)
    if looked_for:
        yield f"Not in it: {counted(looked_for, 'quote')} not found in just one place of the text."
    if without_text := len(left_out) - looked_for:
        yield f"Not in it: {counted(without_text, 'quote')} whose text is not here."
