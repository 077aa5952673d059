"""What may follow the keys that wait."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from ..keys import KeyBinding, shown
from ..sequences import continuations
from ..state import ViewState

_GAP = "   "

Marks = tuple[tuple[str, ViewState], ...]


def what_may_follow(
    waiting: tuple[str, ...], bindings: tuple[KeyBinding, ...], marks: Marks, width: int
) -> str:
    """Tell which keys may follow those that wait, in lines; for a mark, which ones there are."""
    following = continuations(waiting, bindings)
    told = [f"{shown(one.keys)} {one.binding.hint or one.binding.description}" for one in following]
    if any(one.binding.takes_letter for one in following):
        told += [f"{letter} {view.place.of or view.place.view.value}" for letter, view in marks]
    return "\n".join(_in_lines((f"{shown(' '.join(waiting))} …", *told), width))


def _in_lines(parts: tuple[str, ...], width: int) -> Iterator[str]:
    """Set parts side by side; one that does not fit begins the next line."""
    line = ""
    for part in parts:
        if line and cell_len(line + _GAP + part) > width:
            yield line
            line = part
        else:
            line = line + _GAP + part if line else part
    yield line
