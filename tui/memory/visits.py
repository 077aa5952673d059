"""What was seen at the last visit to a data set, and what is new since then.

A visit counts when it ends: who loses the machine finds the same marks again. The file holds what
`Store.visit` returns, and its time is that of the visit.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from scale_explorer.data.loading.read import read_regular, shown
from scale_explorer.data.loading.set_aside import set_aside
from scale_explorer.data.loading.write import replace_file
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.sets import News
from scale_explorer.models.dates import readable
from scale_explorer.models.errors import DataError, ScaleExplorerError

from .documents import make_private
from .files import tidy, visit_path

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read: enough for two million records."""

_HIDING = frozenset({"syntax_error", "unreadable_file", "unreadable_set"})
"""Findings that tell of more than one record that is not there."""

KEPT = 50
"""Visits kept; the oldest beyond them are removed."""


def mark_new(names: tuple[str, ...], store: Store) -> str:
    """Mark in the store what is new since the last visit to these sets; say how much that is.

    It may be called anew for every store that takes the place of an earlier one. At a first visit
    nothing is new, and nothing is said, nor of a set that is not whole; it never fails.
    """
    try:
        path = visit_path(names)
        if not (os.path.lexists(path) and _is_whole(store)):
            return ""
        day = datetime.fromtimestamp(path.lstat().st_mtime, UTC).astimezone().date()
        news = store.mark_new(read_regular(path, LARGEST))
    except (ScaleExplorerError, OSError, OverflowError) as error:
        return f"What is new since the last visit cannot be told: {error}"
    if news is None:
        return f"What is new since the last visit is not known. {set_aside(path)}"
    return words_for(news, day, datetime.now().astimezone().date())


def keep_visit(names: tuple[str, ...], store: Store) -> str:
    """Keep what the set looks like now; return why not, if that failed.

    Of a set that is not whole the visit before stays: what it lacks would seem to be new later.
    """
    try:
        if not _is_whole(store):
            return ""
        path, seen = visit_path(names), store.visit()
        if _known(path) == seen:
            os.utime(path)
            return ""
        make_private(path.parent)
        replace_file(path, seen, 0o600)
    except ScaleExplorerError as error:
        return str(error)
    except OSError as error:
        return f"{shown(str(error.filename or 'The visit'))} cannot be kept: {error.strerror}."
    tidy(path, "*", KEPT)
    return ""


def _is_whole(store: Store) -> bool:
    """Say whether all files of the set could be read: a slip in one hides all records in it."""
    return not any(finding.code in _HIDING for finding in store.findings())


def _known(path: Path) -> bytes | None:
    with suppress(DataError):
        return read_regular(path, LARGEST)
    return None


def words_for(news: News, day: date, today: date) -> str:
    """Return the line for the start: `3 new and 2 changed since your last visit on 24 Nov …`."""
    if not news.is_any:
        return ""
    counts = ((news.added, "new"), (news.changed, "changed"), (news.removed, "removed"))
    told = [f"{count:,} {what}" for count, what in counts if count]
    listed = " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))
    line = f"{listed} since your last visit {_on(day, today)}"
    return f"{line}; is:new lists them." if news.added or news.changed else f"{line}."


def _on(day: date, today: date) -> str:
    if day == today:
        return "earlier today"
    said = readable(day.isoformat())
    return f"on {said.removesuffix(f' {day.year}') if day.year == today.year else said}"
