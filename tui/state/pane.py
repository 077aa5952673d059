"""The four linked panes, and where one is in each."""

from __future__ import annotations

from enum import StrEnum

from scale_explorer.data.store.rows.order import Order
from scale_explorer.models.frozen import dataclass


class Pane(StrEnum):
    """The four linked panes, in reading order: thing, claim, words, text."""

    BROWSE = "browse"
    FOCUS = "focus"
    EVIDENCE = "evidence"
    SOURCE = "source"


PANES = tuple(Pane)


@dataclass(frozen=True, slots=True)
class PaneView:
    """Where one is in a pane.

    `cursor` is the key of the row under it (None is the first row). Of what a filter leaves the
    `whole` is looked for, or else as much as is soon found. `unfolded` are the keys of the groups
    that are open in a picture. `order` is that of the claims on a record's page.
    """

    cursor: str | None = None
    filter: str = ""
    whole: bool = False
    unfolded: frozenset[str] = frozenset()
    order: Order = Order.NAME


AT_FIRST = PaneView()
