"""Keeps every test away from the settings and the memory of whoever runs it, and its name short."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from scale_explorer.data.opening import open_store

# A busy machine is no failure: several tests run at once, and what measures is marked `alone`.
settings.register_profile(
    "shared cores", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared cores")

_LONGEST_ID = 40
"""Characters of a parameter that a test is named after."""


def pytest_make_parametrize_id(config: pytest.Config, val: object) -> str | None:
    """Cut a long text; pytest numbers those that then are alike, and names all else as it does."""
    del config
    if not isinstance(val, str | bytes) or len(val) <= _LONGEST_ID:
        return None
    start = val[:_LONGEST_ID]
    return start if isinstance(start, str) else start.decode("latin-1")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let the garbage collector leave what stays to the end: it took a third of all work.

    Thousands of tests that were collected are looked through with every full collection, and small
    collections come often while apps are built and thrown away.
    """
    del session
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def folders_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give settings and state folders of their own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache folder with the sets that come with the program, compiled.

    Processes that run tests side by side share it. Nobody may damage it.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "compiled"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv("XDG_DATA_HOME", str(base / "no-texts"))
        for name in (None, "tutorial"):
            open_store(name).close()
    return folder
