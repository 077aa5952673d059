"""A small set of two files, to be edited."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.saving import manuscript_at

STORY = dedent(
    """\
    # The story of a mill.
    [dataset]
    id = "mill-story"
    title = "Alder buys Birch"
    lead = ["alder.owns.birch-mills", "sale"]

    [[source]]
    id = "daily"
    title = "Alder buys Birch"
    text = "daily.txt"

    [[company]]
    id = "alder"
    name = "Alder"

    # The mill.
    [[company]]
    id = "birch-mills"
    name = "Birch Mills"
    aliases = ["Birch"]
    country = "DE"

    [[company]]
    id = "birch"
    name = "Birch Mills Ltd"
    tags = ["paper"]

    [[group]]
    id = "mills"
    name = "mills"
    members = ["birch-mills", "alder"]

    [[expect]]
    that = "{price} < {revenue}"

    [[known]]
    code = "figures_conflict"
    record = "price"
    reason = "a trial"
    """
)
CLAIMS = dedent(
    """\
    [[relationship]]
    type = "owns"
    subject = "alder"
    object = "birch-mills"
    evidence = [
        { exact = "it owns the mill", mentions = { "it" = "alder", "the mill" = "birch-mills" } },
    ]

    [[relationship]]
    type = "owns"
    subject = "alder"
    object = "birch"

    [[deal]]
    id = "sale"
    type = "acquisition"
    title = "Alder buys Birch Mills"
    parties = [{ entity = "alder", role = "buyer" }, { entity = "birch-mills", role = "target" }]

    [[figure]]
    id = "price"
    subject = "sale"
    measure = "price"
    value = "about $150 million"  # as written
    period = { after = "sale" }
    evidence = ["Alder paid about $150 million for Birch Mills"]

    [[figure]]
    id = "revenue"
    subject = "birch-mills"
    measure = "revenue"
    value = "$300 million"
    evidence = ["Birch Mills has revenue of $300 million"]

    [[figure]]
    id = "share"
    subject = "birch-mills"
    measure = "share"
    unit = "%"
    formula = "{price} / {revenue}"

    [[reason]]
    type = "led_to"
    cause = "sale"
    effect = "alder.owns.birch-mills"
    evidence = ["after Alder paid"]
    """
)
TEXT = (
    "Alder paid about $150 million for Birch Mills. So it owns the mill, after Alder paid.\n\n"
    "Birch Mills has revenue of $300 million. Some workers fear for their jobs.\n"
)


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "story.toml").write_text(STORY)
    (folder / "claims.toml").write_text(CLAIMS)
    (folder / "daily.txt").write_text(TEXT)
    return folder


@pytest.fixture
def manuscript(mill: Path) -> Manuscript:
    return manuscript_at(mill)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
