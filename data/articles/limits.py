"""How much of an article is read at most; its text must fit into a source text."""

from __future__ import annotations

from typing import Final

ARTICLE_BYTES: Final = 32 * 1024 * 1024
"""Bytes of an article's file: a page may carry its pictures within."""

SECONDS: Final = 10
"""Seconds that a page may take; an ordinary one takes a few hundredths of one."""

MEMORY_BYTES: Final = 2 * 1024 * 1024 * 1024
"""Address space that reading a page may take up."""

AUTHORS: Final = 20
"""Authors of one article."""

LINKED_DATA_CHARACTERS: Final = 256 * 1024
"""Characters of one script of linked data (JSON-LD) that are looked into."""
