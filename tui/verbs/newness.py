"""What verbs know of the app's last visit, where a filter asks for it."""

from __future__ import annotations

import os
from collections.abc import Iterable

from scale_explorer.data.store.protocol import Store
from scale_explorer.data.vocabulary import NEW

from ..exits import narrate

_ASKING = f"is:{NEW}"


def asks_for_new(words: Iterable[str]) -> bool:
    """Say whether a filter may ask for what is new; only then it is looked for."""
    return any(_ASKING in word.casefold() for word in words)


def mark(names: tuple[str, ...], store: Store) -> None:
    """Mark what is new since the last visit with the app, and say when there was none."""
    # Loaded here because hardly any filter asks for it.
    from ..memory.files import visit_path  # noqa: PLC0415
    from ..memory.visits import mark_new  # noqa: PLC0415

    there_was_one = os.path.lexists(visit_path(names))
    said = mark_new(names, store) if there_was_one else "There was no visit with the app yet."
    if said:
        narrate(said.replace(f"; {_ASKING} lists them", ""))
