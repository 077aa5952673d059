"""What only lies behind other widgets: a ground, with a frame around it or without."""

from __future__ import annotations

from rich.style import Style
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Ground(Widget, inherit_css=False):
    """A widget that draws nothing itself: within its frame, all its lines are one and the same.

    Textual would draw each of them and cut each into what other widgets leave of it: three hundred
    lines for the four panes, a third of what the first picture takes.

    Like all that the first screen has it takes no rules of Textual's own, which are colours of
    scrollbars and links; reading them and giving them to each took a thirtieth of that time.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the frame, and one line within it as often as it is needed."""
        ends = {0, self.outer_size.height - 1}
        lines: list[Strip] = []
        inner: Strip | None = None
        for y in crop.line_range:
            if inner is None or y in ends:
                line = super().render_lines(Region(crop.x, y, crop.width, 1))[0]
                inner = inner if y in ends else line
                lines.append(line)
            else:
                lines.append(inner)
        return lines

    def render_line(self, y: int) -> Strip:
        """Draw a line within the frame; Textual would draw all that the widget has."""
        del y
        colour = self.background_colors[1].rich_color
        return Strip.blank(self.size.width, Style.from_color(bgcolor=colour))


class Row(Ground, Horizontal, inherit_bindings=False):
    """Widgets side by side."""


class Stack(Ground, Vertical, inherit_bindings=False):
    """Widgets one above the other."""
