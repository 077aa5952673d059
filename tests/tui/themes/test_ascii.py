"""That nothing but ASCII is drawn where nothing else may be, whatever is on the screen."""

from __future__ import annotations

from ..conftest import Opener
from .walk import walk


async def test_ascii_is_all_that_is_drawn(open_app: Opener) -> None:
    app = open_app("google", ascii_only=True)
    async with app.run_test(size=(80, 24)) as pilot:
        async for name, pieces in walk(pilot):
            assert [piece for piece, _ in pieces if not piece.isascii()] == [], name
