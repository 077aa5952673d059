"""What may follow the keys that wait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from ..keymap import Keymap
from ..sequences import continuations
from ..state import ViewState

_GAP = "   "

Marks = tuple[tuple[str, ViewState], ...]


def what_may_follow(
    waiting: tuple[str, ...], keymap: Keymap, pane: str, marks: Marks
) -> Iterator[str]:
    """Tell which keys may follow those that wait in a pane; for a mark, which ones there are."""
    yield f"After {keymap.shown(' '.join(waiting))}:"
    following = continuations(waiting, keymap.at(pane))
    for one in following:
        yield f"{keymap.shown(one.keys)} {one.binding.hint or one.binding.description}"
    if any(one.binding.takes_letter for one in following):
        for letter, view in marks:
            yield f"{letter} {view.place.of or view.place.view.value}"


def in_lines(parts: Iterable[str], width: int) -> Iterator[str]:
    """Set parts side by side; one that does not fit begins the next line."""
    line = ""
    for part in parts:
        if line and cell_len(line + _GAP + part) > width:
            yield line
            line = part
        else:
            line = line + _GAP + part if line else part
    yield line
