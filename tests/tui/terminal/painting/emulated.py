"""An emulated terminal, and what one sees on it."""

from __future__ import annotations

import pyte


def terminal(width: int, height: int) -> tuple[pyte.Screen, pyte.Stream]:
    screen = pyte.Screen(width, height)
    screen.reset_mode(7, private=True)  # as the app has it: lines do not wrap
    return screen, pyte.Stream(screen)


def cells(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    return [
        [_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)
    ]


def _seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    """Return what one sees of a cell: of a blank one no colour of letters."""
    lines = cell.underscore, cell.strikethrough, cell.reverse
    if cell.data == " " and not any(lines):
        return " ", cell.bg
    return cell.data, cell.fg, cell.bg, cell.bold, cell.italics, *lines
