"""A story that somebody begins to write: an article, two companies and a deal."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from scale_explorer.tui.writing.desk import Desk
from scale_explorer.tui.writing.words import Words

ARTICLE = (
    "Alder Paper to buy Birch Mills\n\n"
    "Alder Paper said on Tuesday that it had agreed to buy Birch Mills, a maker of cardboard, "
    "for about $150 million. The sale is expected to close by March 2026.\n\n"
    "Birch Mills had revenue of $87 million in 2024, according to people familiar with the "
    "matter. It employs 412 people. Birch Mills is a supplier of Fjord Foods, which spent "
    "about $20 million on boxes.\n\n"
    "“We are reviewing our suppliers,” a spokesperson for Fjord Foods said. "
    "It employs 412 people.\n"
)
STORY = dedent(
    """\
    # A story about mills.
    [dataset]
    id = "mills"
    title = "Alder buys Birch"
    lead = []

    [[source]]
    id = "mill"
    title = "Alder Paper to buy Birch Mills"
    published = "2025-11-04"
    text = "mill.txt"

    [[company]]
    id = "birch-mills"
    name = "Birch Mills"

    [[company]]
    id = "alder-paper"
    name = "Alder Paper"

    [[deal]]
    id = "sale"
    type = "acquisition"
    title = "Alder Paper buys Birch Mills"
    parties = [
        { entity = "alder-paper", role = "buyer" },
        { entity = "birch-mills", role = "target" },
    ]
    history = [{ status = "announced" }]
    evidence = ["Alder Paper said on Tuesday that it had agreed to buy Birch Mills"]
    """
)


@pytest.fixture
def mills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "story.toml").write_text(STORY)
    (folder / "mill.txt").write_text(ARTICLE)
    return folder


@pytest.fixture
def desk(mills: Path) -> Desk:
    return Desk.at(mills)


def words(exact: str) -> Words:
    """Select words where they first stand in the article."""
    start = ARTICLE.index(exact)
    return Words("mill", exact, start, start + len(exact))
