"""A clean little set, and what the checks say when something is added to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.checks.catalog import CHECKS, code_of
from scale_explorer.data.checks.context import Context
from scale_explorer.data.checks.run import Report, check
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load

TEXT = """Alder Bakery buys flour from Birch Mills. Alder spent $3 million in 2024, of the mill’s
revenue of $20 million. Cedar pays $20 million for 40% of the mill, which is worth $50 million.

The mill said in 2025 that Alder may leave. The mill grinds, and it sent $1 to
Alder; it sent about $1 to Alder, it sent $9 to Alder, it sent $1 million to Alder, it sent $5
million to Alder, it sent 9 people to Alder, it sent 2 × to Alder.
"""

CLEAN = """
[dataset]
id = "mill"
title = "The mill"
lead = ["alder.customer_of.birch", "stake-deal"]

[[source]]
id = "news"
title = "News"
published = "2025-03"
text = "news.txt"

[[company]]
id = "alder"
name = "Alder Bakery"
country = "NO"
identifiers = { lei = "5493001KJTIIGC8Y1R12", cik = "0000320193", wikidata = "Q380" }

[[company]]
id = "birch"
name = "Birch Mills Inc."

[[group]]
id = "mills"
name = "mills"
members = ["birch"]

[[relationship]]
type = "customer_of"
subject = "alder"
object = "birch"
start = "2020"
end = "2020-06"
history = [{ status = "current", evidence = ["Alder Bakery buys flour from Birch Mills"] }]

[[deal]]
id = "stake-deal"
type = "investment"
title = "Cedar buys a stake"
parties = [{ entity = "birch", role = "target" }]
announced = "2025-01"
completed = "2025"
evidence = [
    { exact = "Cedar pays $20 million for 40% of the mill", mentions = { "the mill" = "birch" } },
]

[[figure]]
id = "price"
subject = "stake-deal"
measure = "price"
value = "$20 million"
evidence = ["Cedar pays $20 million"]

[[figure]]
id = "stake"
subject = "stake-deal"
measure = "stake"
value = "40%"
evidence = ["40% of the mill"]

[[figure]]
id = "worth"
subject = "birch"
measure = "valuation"
value = "$50 million"
period = "2025"
evidence = [{ exact = "the mill, which is worth $50 million", mentions = { "the mill" = "birch" } }]

[[figure]]
id = "spend"
subject = "alder.customer_of.birch"
measure = "spend"
value = "$3 million"
period = "2024"
[[figure.evidence]]
exact = "Alder spent $3 million in 2024, of the mill’s"
mentions = { "Alder" = "alder", "the mill" = "birch" }

[[figure]]
id = "revenue"
subject = "birch"
measure = "revenue"
value = "$20 million"
period = "2024"
evidence = [{ exact = "the mill’s revenue of $20 million", mentions = { "the mill" = "birch" } }]

[[figure]]
id = "share"
subject = "birch"
measure = "share"
unit = "%"
scope = "alder"
formula = "{spend} / {revenue}"

[[reason]]
type = "led_to"
cause = "stake-deal"
effect = "alder.customer_of.birch"
[[reason.evidence]]
exact = "The mill said in 2025 that Alder may leave"
mentions = { "The mill" = "birch", "Alder" = "alder" }

[[expect]]
that = "{stake} * {worth} ~ {price}"
"""

Reported = Callable[..., Report]


def assert_each_has_its_code(context: Context) -> None:
    """Hold that a check is called as all that it finds."""
    for each in CHECKS:
        assert {found.code for found in each(context)} <= {code_of(each)}


@pytest.fixture
def text() -> str:
    """The text that the clean set quotes."""
    return TEXT


@pytest.fixture
def reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reported:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))

    def report(
        added: str = "", change: tuple[str, str] = ("", ""), text: str | None = TEXT
    ) -> Report:
        folder = tmp_path / "mill"
        folder.mkdir(exist_ok=True)
        (folder / "a.toml").write_text(CLEAN.replace(*change))
        (folder / "b.toml").write_text(added)
        if text is not None:
            (folder / "news.txt").write_text(text)
        loaded = load(gather(folder))
        grounded = ground(loaded.dataset, loaded.copies, loaded.lock)
        assert_each_has_its_code(Context(loaded, grounded))
        return check(loaded, grounded)

    return report
