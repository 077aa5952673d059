"""Small invented markets: a hub with as many counterparties as a test asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore

HEAD = '[dataset]\nid = "market"\ntitle = "A market"\n\n[[company]]\nid = "hub"\nname = "Hub"\n'

Market = Callable[[str], SQLiteStore]


@pytest.fixture
def market(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Market]:
    """Return what opens a market from TOML; the company `hub` is in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    stores: list[SQLiteStore] = []

    def opened(toml: str) -> SQLiteStore:
        path = tmp_path / f"market-{len(stores)}.toml"
        path.write_text(HEAD + toml, encoding="utf-8")
        stores.append(open_store(str(path)))
        return stores[-1]

    yield opened
    for store in stores:
        store.close()
