"""States as they are after what a reader did."""

from __future__ import annotations

from scale_explorer.tui.state import (
    Arrange,
    Intent,
    Layout,
    Navigation,
    Place,
    View,
    ViewState,
    Width,
    Zoom,
    update,
)


def after(*intents: Intent, start: Navigation | None = None) -> Navigation:
    navigation = start or Navigation()
    for intent in intents:
        navigation = update(navigation, intent)
    return navigation


def zoom_to(zoom: Zoom) -> Arrange:
    return Arrange(Width.WIDE, Layout(zoom))


def state_after(*intents: Intent) -> ViewState:
    return after(*intents).now


META = Place(View.RECORD, "meta")
