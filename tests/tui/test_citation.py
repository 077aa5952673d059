from __future__ import annotations

import json

from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.citation import Copy, copies, link
from scale_explorer.tui.look import look
from scale_explorer.tui.state import Follow, Navigation, SelectClaim, update


def offered(store: SQLiteStore, *records: str, data: tuple[str, ...] = ()) -> dict[str, Copy]:
    navigation = Navigation()
    for record in records:
        navigation = update(navigation, Follow(record))
    scene = look(store, navigation)
    row = next((row for row in scene.sheet.answer.rows if row.amount), None)
    if row is not None:
        scene = look(store, update(navigation, SelectClaim(row.key)))
    document = store.document(scene.row.claim) if scene.row and scene.row.claim else None
    return {one.label.split(":")[0].split(",")[0]: one for one in copies(scene, document, data)}


def test_what_is_chosen_is_offered_in_every_form(story: SQLiteStore) -> None:
    copied = offered(story, "google")
    assert copied["value"].text.replace("\u00a0", " ") == "≈ $150 M"
    assert copied["quote"].text == "Google spent about $150 million"
    cited = copied["quote with citation"].text
    assert cited.startswith("> “Google spent about $150 million”")
    assert "¶ 6" in cited
    assert "locked" in cited
    assert json.loads(copied["record as JSON"].text)["id"] == "google-spend-2024"
    assert copied["link"].text == "scale-explorer --at google-spend-2024"


def test_what_there_is_not_says_why(story: SQLiteStore) -> None:
    copied = offered(story, "facebook")
    assert (copied["value"].text, copied["value"].missing) == ("", "this row has no amount")


def test_a_link_opens_the_same_data_whatever_its_path() -> None:
    assert link("a", ("my set/x.toml",)) == "scale-explorer --data 'my set/x.toml' --at a"
    assert link(None, ()) == ""
