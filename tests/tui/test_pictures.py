"""Pictures of the main screens at the three widths; `pytest --snapshot-update` takes new ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Opener

SIZES = {"wide": (120, 40), "medium": (80, 24), "narrow": (60, 20)}
SCREENS: dict[str, tuple[str | None, list[str]]] = {
    "story": (None, []),
    "company": ("google", []),
    "derived": ("google-share-of-revenue-2024", ["3"]),
    "why": ("google-plans-exit", ["1", "w"]),
    "source": ("meta-stake", ["4"]),
    "keys": (None, ["question_mark"]),
    "filter": ("scale-ai", ["slash", "i", "s", ":", "p", "l", "a", "n", "n", "e", "d"]),
}
Compare = Callable[..., bool]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(screen: str, size: str, open_app: Opener, snap_compare: Compare) -> None:
    at, keys = SCREENS[screen]
    settled = [*keys, "wait:700"]
    assert snap_compare(open_app(at), press=settled, terminal_size=SIZES[size])


def test_light(open_app: Opener, snap_compare: Compare) -> None:
    assert snap_compare(open_app(theme="light"), press=["wait:700"], terminal_size=(120, 40))


def test_without_utf8(open_app: Opener, snap_compare: Compare) -> None:
    app = open_app("google", ascii_only=True)
    assert snap_compare(app, press=["wait:700"], terminal_size=(80, 24))
