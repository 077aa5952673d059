"""That a warm start of the app loads none of what only a cold one needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HEAVY = {"pydantic", "edtf", "babel", "tomlkit", "tomli"}
CODE = """
import asyncio, sys
from scale_explorer.data.opening import open_store
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared, start_at

async def main():
    store = open_store(None)
    app = ExplorerApp(store, Prepared(Launch(), start_at(store, "google")))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "w", "backspace", "slash", "m", "escape")
    store.close()

asyncio.run(main())
print(" ".join(sys.modules))
"""


def modules_after_a_walk(cache: Path) -> set[str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    command = [sys.executable, "-c", CODE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_warm_start_loads_no_pydantic_and_no_parser(tmp_path: Path) -> None:
    cold = modules_after_a_walk(tmp_path)
    assert "pydantic" in cold
    assert not HEAVY & modules_after_a_walk(tmp_path)
