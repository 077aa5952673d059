"""The command that writes the view one looks at to a file."""

from __future__ import annotations

from collections.abc import Callable

from scale_explorer.models.kinds import Kind

from ...state import PICTURES, Pane, Place, View
from ...widgets.entry import Entry
from .commander import Commander

_FORMATS = {
    "csv": ("csv", "CSV"), "json": ("json", "JSON"), "markdown": ("md", "Markdown"),
    "svg": ("svg", "SVG"), "mermaid": ("mmd", "Mermaid"), "dot": ("dot", "DOT"),
}  # fmt: skip
_NOTHING: frozenset[str] = frozenset()
_LACKING = {View.CHART: frozenset({"mermaid", "dot"}), View.TIMELINE: frozenset({"dot"})}
"""What a picture cannot be had as: a chart is no graph, and Mermaid knows no ranges."""
_OF_PICTURES = frozenset({"svg", "mermaid", "dot"})
"""By their names: the ending of the file, and what people call them."""

_LETTERS = {
    "csv": "c", "json": "j", "markdown": "m", "svg": "s", "mermaid": "d", "dot": "g",
}  # fmt: skip

_HINTS = {
    "csv": "a table, safe to open in a spreadsheet",
    "json": "whole records, for programs",
    "markdown": "as it reads here",
    "svg": "the picture, for a page",
    "mermaid": "the diagram, for Markdown that draws it",
    "dot": "the graph, for Graphviz",
}


class Exporting(Commander):
    """Asks for a format and a file; what is written is the view, narrowed by its filter."""

    view_as: Callable[[Place, str, str], bytes]
    """Returns a view with a filter in a format; whoever makes the screen sets it."""

    def action_export(self) -> None:
        """Offer the formats."""
        self.ran("app.export")
        place, words = self.view.place, self.view.of(Pane.FOCUS).filter
        left_out = _LACKING.get(place.view, _NOTHING) if place.view in PICTURES else _OF_PICTURES
        entries = tuple(
            Entry(form, _LETTERS[form], name, _HINTS[form])
            for form, (_, name) in _FORMATS.items()
            if form not in left_out
        )

        def chosen(form: str | None) -> None:
            if form is not None:
                self._ask_for_file(place, words, form)

        title = self.settled().sheet.answer.title
        self.offer(f"Export “{title}”{' as filtered' if words else ''} as", entries, chosen)

    def _ask_for_file(self, place: Place, words: str, form: str) -> None:
        # Loaded here because a start writes no file.
        from scale_explorer.data.formats.saving import free_name  # noqa: PLC0415

        from ..file_name import FileNameScreen  # noqa: PLC0415

        ending, name = _FORMATS[form]
        proposed = free_name(self.store.summary().id, *_parts(place), ending=ending)
        box = FileNameScreen(
            f"Export as {name}", proposed, lambda: self.view_as(place, words, form)
        )
        self.pop_up(box, lambda path: self.say(f"Wrote {path}") if path else None)


def _parts(place: Place) -> tuple[str, ...]:
    """Name a place in the name of a file."""
    match place.view:
        case View.STORY:
            return ("story",)
        case View.LIST:
            return (Kind(place.of).plural,)
        case View.RECORD:
            return (place.of,)
        case _:
            return (place.view.value, *place.records)
