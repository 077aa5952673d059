"""Draws the pictures in this folder from the running app, at the sizes that people use."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.opening import open_store
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared, start_at

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the size of the terminal, where to open, and what to press.

    A set that is `copied` may be written to.
    """

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    at: str | None = None
    theme: str = "dark"
    tour: bool = False
    data: str | None = None
    copied: bool = False


_SELECTED = ("4", "v", "l", "l")
_FORM = ("4", "v", "v", "a", "f", "ctrl+y", "tab", "tab")

SHOTS = (
    Shot("story", (120, 40)),
    Shot("exposure", (120, 40), at="scale-ai", keys=("V", "x", "right", "right", "down")),
    Shot("exposure-80x24", (80, 24), at="scale-ai", keys=("V", "x")),
    Shot("network", (120, 40), at="scale-ai", keys=("V", "k", "plus", "plus")),
    Shot("why-drawn", (120, 40), at="google-plans-exit", keys=("V", "w", "plus", "plus")),
    Shot("timeline", (120, 40), at="kelpwright", keys=("V", "m", "down"), data="tutorial"),
    Shot("chart", (120, 40), at="scale-ai", keys=("V", "h", "down")),
    Shot("path-80x24", (80, 24), at="google", keys=("p", "colon", *"meta", "enter", "p")),
    Shot("what-if", (120, 40), at="scale-ai", keys=("down", "percent_sign", "V", "x")),
    Shot("story-light", (120, 40), theme="light"),
    Shot("company", (120, 40), at="scale-ai", keys=("down", "down")),
    Shot("company-80x24", (80, 24), at="google"),
    Shot("source-80x24", (80, 24), at="google", keys=("s",)),
    Shot("why", (120, 40), at="google-plans-exit", keys=("1", "w")),
    Shot("derived", (120, 40), at="google-share-of-revenue-2024"),
    Shot("narrow-60x20", (60, 20)),
    Shot("keys", (120, 40), keys=("question_mark",)),
    Shot("goto", (120, 40), keys=("colon", *"why gogle")),
    Shot("goto-80x24", (80, 24), keys=("colon", *"wang")),
    Shot("tour-80x24", (80, 24), keys=("down", "down"), tour=True),
    Shot("labels", (120, 40), at="google", keys=("f",)),
    Shot("half-80x24", (80, 24), at="google", keys=("plus",)),
    Shot("contrast", (120, 40), at="google", theme="contrast"),
    Shot("ansi", (120, 40), at="google", theme="ansi"),
    Shot("disputed", (120, 40), at="yard-price", keys=("3", "plus", "end"), data="tutorial"),
    Shot("themes", (120, 40), at="google", keys=("t", "down")),
    Shot("selecting", (120, 40), at="yard-price", keys=_SELECTED, data="tutorial", copied=True),
    Shot(
        "writing", (120, 40), at="saltlark-revenue-2024", keys=_FORM, data="tutorial", copied=True
    ),
    Shot(
        "writing-60x20",
        (60, 20),
        at="saltlark-revenue-2024",
        keys=_FORM,
        data="tutorial",
        copied=True,
    ),
)


async def draw(shot: Shot) -> None:
    """Run the app, press the keys, and save what it shows as an SVG picture."""
    with TemporaryDirectory() as folder:
        name = "tutorial" if shot.tour else shot.data
        if shot.copied:
            name = str(copytree(resolve(name), Path(folder, "my-story")))
        await _drawn(shot, name)


async def _drawn(shot: Shot, name: str | None) -> None:
    store = open_store(name)
    data = (name,) if shot.copied and name else ()
    launch = Launch(at=shot.at, theme=shot.theme, tour=shot.tour, data=data)
    app = ExplorerApp(store, Prepared(launch, start_at(store, shot.at)))
    async with app.run_test(size=shot.size) as pilot:
        for key in shot.keys:
            await pilot.press(key)
            # The linked panes follow when the cursor rests; a form reads the set on a thread.
            await pilot.pause(2.0 if shot.copied else 0.3)
        picture = app.export_screenshot(title="scale-explorer")
    store.close()
    (HERE / f"{shot.name}.svg").write_text(picture, encoding="utf-8")


async def main() -> None:
    """Draw them all."""
    for shot in SHOTS:
        await draw(shot)


if __name__ == "__main__":
    asyncio.run(main())
