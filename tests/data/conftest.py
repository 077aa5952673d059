"""A small invented story, as the files that a person would write, and the store it compiles to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore

NEWS = """\
Cedar Foods buys into Birch Mills

Cedar Foods said on Monday that it would buy 40% of Birch Mills, a flour mill in Norport. The deal \
values the mill at $50 million, up from $30 million.

Alder Bakery, the mill’s biggest customer, is looking for another mill. Alder spent about $3 million \
on flour in 2024, out of the mill’s revenue of $20 million in 2024. It had planned to spend $4 million \
in 2025.

“We will not share recipes with a rival,” said Dana Fox, who runs Alder Bakery. Elm Cakes stopped \
buying from the mill in 2023. Some bakers may follow.
"""

MILL = """\
[dataset]
id = "mill-story"
title = "Cedar buys into Birch"
lead = ["cedar-buys-stake", "alder-fears-for-recipes", "alder.customer_of.birch", "alder-spend-2024"]

[[source]]
id = "news"
title = "Cedar Foods buys into Birch Mills"
publisher = "Norport News"
published = "2025-03-10"
text = "news.txt"

[[company]]
id = "birch"
name = "Birch Mills"
country = "NO"
tags = ["flour"]
summary = "A mill in Norport."
evidence = ["Birch Mills, a flour mill"]

[[company]]
id = "cedar"
name = "Cedar Foods"
aliases = ["Cedár"]
evidence = ["Cedar Foods said on Monday"]

[[company]]
id = "alder"
name = "Alder Bakery"
evidence = ["Alder Bakery, the mill’s biggest customer"]

[[company]]
id = "elm"
name = "Elm Cakes"
evidence = ["Elm Cakes stopped"]

[[person]]
id = "dana-fox"
name = "Dana Fox"
evidence = ["Dana Fox"]

[[group]]
id = "bakers"
name = "some bakers"
members = ["alder"]
unnamed = true
evidence = ["Some bakers may follow"]

[[relationship]]
type = "customer_of"
subject = "elm"
object = "birch"
evidence = ["Elm Cakes stopped buying from the mill"]
history = [
    { status = "current", date = "2020" },
    { status = "former", date = "2023", evidence = ["buying from the mill in 2023"] },
]

[[relationship]]
type = "customer_of"
subject = "alder"
object = "birch"
role = "the biggest customer"
start = "2019"
history = [
    { status = "current", date = "2024" },
    { status = "ending", date = "2025-03-10", evidence = ["is looking for another mill"] },
]
evidence = ["the mill’s biggest customer"]

[[relationship]]
type = "invested_in"
subject = "cedar"
object = "birch"
deal = "cedar-buys-stake"
modality = "likely"
history = [{ status = "planned", date = "2025-03-10" }]
evidence = ["it would buy 40% of Birch Mills"]

[[relationship]]
type = "leads"
subject = "dana-fox"
object = "alder"
role = "head"
history = [{ status = "current" }]
evidence = ["Dana Fox, who runs Alder Bakery"]

[[relationship]]
type = "customer_of"
subject = "bakers"
object = "birch"
modality = "possible"
history = [{ status = "current" }]

[[deal]]
id = "cedar-buys-stake"
type = "investment"
title = "Cedar Foods buys 40% of Birch Mills"
parties = [{ entity = "cedar", role = "investor" }, { entity = "birch", role = "target" }]
announced = "2025-03-10"
history = [
    { status = "rumored", date = "2025-01" },
    { status = "announced", date = "2025-03-10", evidence = ["said on Monday that it would buy 40%"] },
]
evidence = ["it would buy 40% of Birch Mills"]

[[figure]]
id = "cedar-stake"
subject = "cedar-buys-stake"
measure = "stake"
value = "40%"
evidence = ["buy 40% of Birch Mills"]

[[figure]]
id = "birch-valuation"
subject = "birch"
measure = "valuation"
value = "$50 million"
period = { after = "cedar-buys-stake" }
evidence = ["values the mill at $50 million"]

[[figure]]
id = "birch-valuation-before"
subject = "birch"
measure = "valuation"
value = "$30 million"
period = { before = "cedar-buys-stake" }
evidence = ["up from $30 million"]

[[figure]]
id = "birch-revenue-2024"
subject = "birch"
measure = "revenue"
value = "$20 million"
period = "2024"
evidence = ["the mill’s revenue of $20 million in 2024"]

[[figure]]
id = "alder-spend-2024"
subject = "alder.customer_of.birch"
measure = "spend"
value = "about $3 million"
period = "2024"
evidence = ["Alder spent about $3 million"]

[[figure]]
id = "alder-spend-2025"
subject = "alder.customer_of.birch"
measure = "spend"
value = "$4 million"
period = "2025"
status = "planned"
evidence = ["planned to spend $4 million"]

[[figure]]
id = "alder-share"
subject = "birch"
measure = "share"
scope = "alder"
unit = "%"
period = "2024"
formula = "{alder-spend-2024} / {birch-revenue-2024}"

[[statement]]
id = "alder-fears-for-recipes"
stance = "fears"
speaker = "dana-fox"
holder = "alder"
text = "Alder fears for its recipes"
about = [{ id = "cedar", role = "rival" }]
date = "2025-03-10"
evidence = ["We will not share recipes with a rival"]

[[reason]]
type = "led_to"
cause = "cedar-buys-stake"
effect = "alder-fears-for-recipes"
evidence = [{ exact = "share recipes with a rival", directness = "inferred" }]

[[reason]]
type = "reason_for"
cause = "alder-fears-for-recipes"
effect = "alder.customer_of.birch"
evidence = ["is looking for another mill"]
"""


def write_story(folder: Path) -> Path:
    """Write the story into a folder of its own, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mill.toml").write_text(MILL, encoding="utf-8")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    """The story, compiled."""
    folder = tmp_path_factory.mktemp("mill")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        store = open_store(str(write_story(folder / "set")))
    yield store
    store.close()
