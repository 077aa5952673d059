from __future__ import annotations

import pytest
from textual.app import App

from scale_explorer.tui.terminal.private import PRIVATE_NAMES


@pytest.mark.parametrize("name", PRIVATE_NAMES)
def test_textual_still_has_its_private_names(name: str) -> None:
    assert hasattr(App[None](), name)
