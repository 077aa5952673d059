"""Articles that are named on the command line: files, or `-` for standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from scale_explorer.data.articles.limits import ARTICLE_BYTES
from scale_explorer.data.articles.reading import article_from, read_article
from scale_explorer.data.editing.drafts import Given
from scale_explorer.data.loading.read import megabytes, shown
from scale_explorer.models.errors import DataError, UsageError

from ..exits import narrate

STDIN = "-"
_STDIN_NAME = "standard input"


def given_articles(files: Sequence[str]) -> tuple[Given, ...]:
    """Read the articles in the order in which they were given.

    Raises DataError for one that cannot be read, and UsageError when standard input is asked for
    twice.
    """
    if files.count(STDIN) > 1:
        raise UsageError("Standard input can be read once; give - once.")
    return tuple(map(_given, files))


def _given(file: str) -> Given:
    if file == STDIN:
        return Given(_STDIN_NAME, "", article_from(_standard_input(), _STDIN_NAME))
    path = Path(file)
    return Given(shown(path), path.stem, read_article(path))


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError("Standard input is closed; name a file.")
    if sys.stdin.isatty():
        narrate("Paste the article, then press ctrl+d on a line of its own.")
    content = sys.stdin.buffer.read(ARTICLE_BYTES + 1)
    if len(content) > ARTICLE_BYTES:
        raise DataError(f"standard input has more than {megabytes(ARTICLE_BYTES)}; split it.")
    return content
