"""A warm start shows and compares amounts without the machinery of a cold read."""

from __future__ import annotations

import subprocess
import sys

import pytest

PACKAGE = "scale_explorer.models.quantity"


@pytest.mark.parametrize("module", ["display", "evaluation", "interval", "reading"])
def test_no_amount_needs_pydantic_or_babel(module: str) -> None:
    code = f"import sys, {PACKAGE}.{module}; print({{'pydantic', 'babel'}} & set(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"
