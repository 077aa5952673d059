"""Words in a line of their own, without the rules for scrollbars and links that Textual has."""

from __future__ import annotations

from textual.widgets import Static


class Words(Static, inherit_css=False):
    """Shows what it is given; how high it is, is for a stylesheet to say."""
