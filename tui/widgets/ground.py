"""What only lies behind other widgets, with a frame or without, and what is nothing but lines."""

from __future__ import annotations

from rich.style import Style
from textual.color import Color
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

_AROUND_OR_OVER = (
    "padding", *(f"{what}_{side}" for what in ("border", "outline")
                 for side in ("top", "right", "bottom", "left")),
    "opacity", "text_opacity", "tint", "hatch",
)  # fmt: skip
"""Rules of styles by which there is more to a widget than its lines."""


def is_bare(widget: Widget) -> bool:
    """Say whether a widget is nothing but its lines."""
    return not widget.styles.has_any_rules(*_AROUND_OR_OVER)


def finished(widget: Widget, lines: list[Strip], crop: Region, ground: Color) -> list[Strip]:
    """Return lines of a bare widget on its ground as they go out: filtered, cut to a region."""
    if filters := widget.get_line_filters():
        for line_filter in filters:
            lines = [line.apply_filter(line_filter, ground) for line in lines]
    start, end = crop.column_span
    whole = (start, end) == (0, widget.size.width)
    return lines if whole else [line.crop(start, end) for line in lines]


class Ground(Widget, inherit_css=False):
    """A widget that draws nothing itself: within its frame, all its lines are one and the same.

    Textual would draw each of them and cut each into what other widgets leave of it: three hundred
    lines for the four panes, a third of what the first picture takes.

    Like all that the first screen has it takes no rules of Textual's own, which are colours of
    scrollbars and links; reading them and giving them to each took a thirtieth of that time.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the frame, and one line within it as often as it is needed."""
        first, last = crop.y, crop.bottom - 1
        if is_bare(self):
            line, ground = self.render_line(first), self.background_colors[1]
            return finished(self, [line], crop, ground) * crop.height
        top = first == 0
        bottom = last == self.outer_size.height - 1 and last > 0
        inner = last - first + 1 - top - bottom
        lines = self._drawn(crop, first, first + (top and inner > 0))
        lines += lines[-1:] * (inner - 1)
        return [*lines, *self._drawn(crop, last, last)] if bottom and last > first else lines

    def _drawn(self, crop: Region, first: int, last: int) -> list[Strip]:
        return super().render_lines(Region(crop.x, first, crop.width, last - first + 1))

    def render_line(self, y: int) -> Strip:
        """Draw a line within the frame; Textual would draw all that the widget has."""
        del y
        colour = self.background_colors[1].rich_color
        return Strip.blank(self.size.width, Style.from_color(bgcolor=colour))


class Row(Ground, Horizontal, inherit_bindings=False):
    """Widgets side by side."""


class Stack(Ground, Vertical, inherit_bindings=False):
    """Widgets one above the other."""
