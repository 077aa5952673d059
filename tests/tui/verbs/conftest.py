"""A small invented data set on disk, and folders of its own for cache and copies."""

from __future__ import annotations

from pathlib import Path

import pytest

TEXT = """\
Hill Bakery bought 30% of Old Mill for about $3 million in May.

Old Mill earned $6 million in 2023, says Ada Miller, who leads it. Other bakers fear for
their flour, because Hill Bakery now sits at the table. Some are leaving already.
"""
DATASET = """\
[dataset]
id = "mill"
title = "The mill"
lead = ["hill-buys-mill", "bakers-fear"]

[[source]]
id = "gazette"
title = "Bakery buys into mill"
published = "2024-05"
text = "gazette.txt"
"""
RECORDS = """\
[[company]]
id = "old-mill"
name = "Old Mill"
summary = "Grinds flour."
evidence = ["Old Mill earned"]

[[company]]
id = "hill-bakery"
name = "Hill Bakery"
tags = ["bakery", "=risky"]

[[person]]
id = "ada-miller"
name = "Ada Miller"

[[group]]
id = "other-bakers"
name = "Other bakers"

[[relationship]]
type = "leads"
subject = "ada-miller"
object = "old-mill"
evidence = [{ exact = "Ada Miller, who leads it", mentions = { it = "old-mill" } }]

[[deal]]
id = "hill-buys-mill"
type = "investment"
title = "Hill Bakery buys 30 % of Old Mill"
parties = [{ entity = "hill-bakery", role = "buyer" }, { entity = "old-mill", role = "target" }]

[[deal.history]]
status = "completed"
date = "2024-05"
evidence = ["Hill Bakery bought 30% of Old Mill"]

[[figure]]
id = "mill-price"
subject = "hill-buys-mill"
measure = "price"
value = "about $3 million"
evidence = ["for about $3 million"]

[[figure]]
id = "mill-revenue"
subject = "old-mill"
measure = "revenue"
value = "$6 million"
period = "2023"
evidence = ["earned $6 million in 2023"]

[[figure]]
id = "price-to-revenue"
subject = "old-mill"
measure = "multiple"
unit = "×"
formula = "{mill-price} / {mill-revenue}"

[[statement]]
id = "bakers-fear"
stance = "fears"
text = "Other bakers fear for their flour"
holder = "other-bakers"
about = [{ id = "old-mill" }]
evidence = [{ exact = "Other bakers fear for\\ntheir flour", attribution = "the Gazette" }]

[[statement]]
id = "bakers-leave"
stance = "asserts"
text = "Some bakers leave"
holder = "other-bakers"
evidence = ["Some are leaving already"]

[[reason]]
type = "led_to"
cause = "hill-buys-mill"
effect = "bakers-fear"
evidence = ["because Hill Bakery now sits at the table"]

[[reason]]
type = "led_to"
cause = "bakers-fear"
effect = "bakers-leave"
evidence = [{ exact = "Some are leaving already", directness = "inferred" }]
"""


def write_set(folder: Path, *, text: str | None = TEXT, records: str = RECORDS) -> Path:
    """Write a data set into a folder; without a text its sources have none."""
    folder.mkdir()
    named = DATASET if text is not None else DATASET.replace('text = "gazette.txt"\n', "")
    (folder / "dataset.toml").write_text(named)
    (folder / "records.toml").write_text(records)
    if text is not None:
        (folder / "gazette.txt").write_text(text)
    return folder


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that all tests share, so that a set is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def folders(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the user's own folders and settings."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg-data"))
    monkeypatch.delenv("SCALE_EXPLORER_DATA", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(scope="session")
def mill(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a sound data set with its source's text."""
    return str(write_set(tmp_path_factory.mktemp("sets") / "mill"))
