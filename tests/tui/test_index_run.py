"""The app on an index of imported records: the same panes, from a name to the words of claims."""

from __future__ import annotations

from pathlib import Path

from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.opening import open_store
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared, start_at
from scale_explorer.tui.state import Pane

from .reader import Reader

WORDS = "Bolt buys from Acme"
ITEMS = (
    Item(Kind.COMPANY, "acme", {"name": "Acme"}),
    Item(Kind.COMPANY, "bolt", {"name": "Bolt"}),
    Item(Kind.SOURCE, "news", {"title": "The news"}),
    Item(
        Kind.RELATIONSHIP,
        "buys",
        {"type": "customer_of", "subject": "bolt", "object": "acme", "start": "2019"},
        ({"source": "news", "exact": WORDS},),
    ),
    Item(
        Kind.FIGURE,
        "sales",
        {"subject": "acme", "measure": "revenue", "value": "$3 million"},
        ({"source": "news", "exact": "three million"},),
    ),
)


async def test_panes_follow_in_an_index_as_in_any_set(tmp_path: Path) -> None:
    with IndexWriter(tmp_path / "i", "Some records") as writer:
        for item in ITEMS:
            writer.add(item)
        writer.finish(print)
    store = open_store(str(tmp_path / "i"))
    app = ExplorerApp(store, Prepared(Launch(), start_at(store, "acme")))
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot)
        await pilot.pause()
        assert reader.scene.row is not None
        assert reader.scene.row.label == "Bolt"
        assert WORDS in reader.shown(Pane.EVIDENCE)
        assert WORDS in reader.shown(Pane.SOURCE)
        await reader.press("down")
        assert "three million" in reader.shown(Pane.EVIDENCE)
        await reader.press("up", "enter")
        assert "Acme" in reader.shown(Pane.FOCUS)
        for view in ("x", "k", "m"):
            await reader.press("V", view)
            assert reader.scene.sheet.answer.drawing is not None
        await reader.press("1", "slash", *"acm")
        await reader.until(lambda: "▾ Companies               1" in reader.shown(Pane.BROWSE))
        assert "Bolt → Acme" in reader.shown(Pane.BROWSE), "found by what it joins"
