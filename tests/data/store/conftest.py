"""Stores that several tests ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore


@pytest.fixture(scope="session")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    """The set of the tour, compiled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("tutorial")))
        store = open_store("tutorial")
    yield store
    store.close()
