"""Lines of a document around a place in it."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class TextLines:
    """A document of which places, in code points, are asked for their line."""

    text: str

    def start(self, place: int) -> int:
        """Return where the line of a place begins."""
        return self.text.rfind("\n", 0, place) + 1

    def end(self, place: int) -> int:
        """Return where the line of a place ends, before its line break."""
        found = self.text.find("\n", place)
        end = len(self.text) if found < 0 else found
        return end - (self.text[max(place, end - 1) : end] == "\r")

    def next(self, place: int) -> int:
        """Return where the line behind that of a place begins, or the end."""
        found = self.text.find("\n", place)
        return len(self.text) if found < 0 else found + 1

    def column(self, place: int) -> int:
        """Return how many code points stand before a place in its line."""
        return place - self.start(place)

    def width(self, place: int) -> int:
        """Return how long the line of a place is."""
        return self.end(place) - self.start(place)

    def indent(self, place: int) -> str:
        """Return the blanks with which the line of a place begins."""
        line = self.text[self.start(place) : self.end(place)]
        return line[: len(line) - len(line.lstrip(" \t"))]

    def same(self, one: int, other: int) -> bool:
        """Say whether two places are in one line."""
        return self.start(one) == self.start(other)

    def line(self, start: int) -> str:
        """Return the line that begins at a place, without blanks at its ends."""
        return self.text[start : self.end(start)].strip()
