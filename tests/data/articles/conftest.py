"""Articles in every shape that people have them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from scale_explorer.data.articles.article import Article
from scale_explorer.data.articles.reading import article_from

Read: TypeAlias = Callable[..., Article]


@pytest.fixture
def read() -> Read:
    """Read an article from its bytes or its text."""

    def reading(content: bytes | str, suffix: str = ".txt") -> Article:
        raw = content.encode() if isinstance(content, str) else content
        return article_from(raw, f"article{suffix}", suffix)

    return reading
