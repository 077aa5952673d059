"""Stores of the sets that come with the program, for pictures of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.protocol import Store

SETS = ("scale-ai", "tutorial")


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Store]]:
    """Return both bundled sets by name."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CACHE", "DATA", "STATE", "CONFIG"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name.lower())))
        first, second = (open_store((name,)) for name in SETS)
    with closing(first), closing(second):
        yield dict(zip(SETS, (first, second), strict=True))
