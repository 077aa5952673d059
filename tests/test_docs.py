"""That what the docs say is what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.models.quantity.display import show_range
from scale_explorer.models.quantity.reading import read

ROOT = Path(__file__).parent.parent
DOCS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]


@pytest.mark.parametrize(
    "page", ["docs/keys.md", "docs/checks.md", "docs/data-format.md", "README.md"]
)
def test_generated_pages_are_what_the_code_says(page: str) -> None:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    written = (ROOT / page).read_text(encoding="utf-8")
    assert written == getattr(generate, f"{Path(page).stem.lower().replace('-', '_')}_page")()


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_link_inside_the_repository_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_ids_in_the_readme_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    store = open_store(None)
    readme = DOCS[0].read_text(encoding="utf-8")
    named = re.findall(r"scale-explorer (?:--at|show|why|quotes) ([a-z0-9.-]+)", readme)
    assert len(named) >= 4
    unknown = [record for record in named if store.record(record) is None]
    store.close()
    assert unknown == []


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("$29 billion", "28.5", "29.5"),
        ("$14.8 billion", "14.75", "14.85"),
        ("about $150 million", "135", "165"),
        ("between $100 million and $150 million", "100", "150"),
    ],
)
def test_the_table_of_amounts_is_true(written: str, low: str, high: str) -> None:
    page = (ROOT / "docs" / "data-format.md").read_text(encoding="utf-8")
    assert f"| `{written}` | {low} to {high}" in page
    reading = read(written)
    assert f"{low}–{high}" in show_range(reading.interval, reading.unit)
