"""Keeps every test away from the settings and the memory of whoever runs it, and its name short."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

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


@pytest.fixture(scope="session", autouse=True)
def folders_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give settings and state folders of their own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name.lower())))
        yield
