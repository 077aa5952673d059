"""Pages of sets in which everything hangs on one record stay short."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from scale_explorer.data.analysis.claim_pages import SIBLINGS
from scale_explorer.data.analysis.entity_page import MOST_REASONS, MOST_SHARED
from scale_explorer.data.opening import open_store

HEAD = """
[dataset]
id = "hub"
title = "Hub"

[[source]]
id = "s"
title = "S"

[[company]]
id = "hub"
name = "Hub"

[[group]]
id = "all"
name = "all of them"
members = ["hub"]

[[deal]]
id = "deal"
type = "merger"
title = "A deal"
parties = [{ entity = "hub", role = "buyer" }]
evidence = ["x"]
"""
REASON = """
[[reason]]
id = "reason-{0}"
type = "led_to"
cause = "all"
effect = "deal"
evidence = ["x"]
"""
SAID = """
[[statement]]
id = "said-{0}"
stance = "asserts"
text = "Said {0}"
speaker = "all"
evidence = ["x"]
"""
FIGURE = """
[[figure]]
id = "figure-{0}"
subject = "hub"
measure = "revenue"
value = "$1 million"
period = "2024"
evidence = ["x"]
"""
MANY = 60


@pytest.mark.parametrize(
    ("pattern", "page", "section", "count"),
    [
        (REASON, "hub", "Why", MOST_REASONS + 1),
        (REASON, "deal", "Why", MANY),
        (SAID, "hub", "Says", MOST_SHARED),
        (SAID, "all", "Says", MANY),
        (FIGURE, "hub", "Figures", MANY),
        (FIGURE, "figure-1", "Same measure", SIBLINGS),
    ],
)
def test_the_rest_stands_on_pages_of_their_own(
    story: Path, pattern: str, page: str, section: str, count: int
) -> None:
    file = story.with_name("hub.toml")
    file.write_text(HEAD + "".join(map(pattern.format, range(MANY))))
    store = open_store(str(file))
    lines = Counter(row.section for row in store.claims(page))
    assert lines[section] == count
    store.close()
