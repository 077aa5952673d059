"""Why a key does nothing now: one sentence for each thing that a binding may need.

No Textual: help, the go-to box, the footer and the commands themselves all say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from scale_explorer.data.store.rows.lens import PLAIN_LENS
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import CLAIM_KINDS

from .keys import KeyBinding, Needs
from .scene import Scene
from .state import Layout, Navigation, Pane, View, Width, Zoom

REASONS: Mapping[Needs, str] = MappingProxyType({
    "record": "Choose a record or a claim first.",
    "claim": "This row is no claim.",
    "quotes": "There is no other quote to turn to.",
    "links": "Nothing on the screen leads on.",
    "filter": "This pane has no filter.",
    "marks": "No view is marked yet.",
    "past": "There is nothing to go back to yet.",
    "future": "There is nothing to go forward to.",
    "before": "There is no view before this one yet.",
    "undo": "No filter or layout was changed that could be undone.",
    "redo": "Nothing was undone that could be done again.",
    "zoom": "No pane is zoomed.",
    "edges": "Panes stand side by side only unzoomed, from 80 columns and 20 rows on.",
    "changed": "The layout is the usual one.",
    "matches": "No record stands in two of the open data sets.",
    "tutorial": "The tour is told on another data set: scale-explorer --tour opens it.",
    "tour": "No tour is under way.",
    "findings": "The checks found nothing to tell.",
    "cited": "No claim cites this.",
    "pinnable": "What is chosen is no claim; the rows of its page are.",
    "writable": "This data is not written to: it comes with the program, or is open read only.",
    "selecting": "Select words of the source first.",
    "page": "Only a record's page has another order.",
    "lens": "There is no date, and nothing is switched off.",
    "uncited": "No sentence of this source is known to lack a claim.",
})  # fmt: skip
"""What to say where that is missing which a binding needs."""


USUAL = Layout()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Where the keyboard is, and what there is of the things that bindings may need.

    `leads_on` says that the chosen row has another end to follow it to, or that the words are those
    of a dispute's other side; `hiding` that a pane is hidden, `typing` that a filter is typed,
    `selecting` that words are selected. `view` is what Focus shows; `end` names the record that is
    marked as an end of a path.
    """

    pane: Pane
    there: frozenset[Needs] = frozenset()
    leads_on: bool = False
    hiding: bool = False
    typing: bool = False
    selecting: bool = False
    view: View = View.STORY
    end: str = ""


def circumstances(
    navigation: Navigation,
    scene: Scene | None,
    width: Width,
    *,
    typing: bool = False,
    selecting: bool = False,
) -> Circumstances:
    """Read the circumstances from the state and from what it shows on a screen of this width.

    What only the screen knows to be there, such as links in sight, is for it to add.
    """
    now = navigation.now
    return Circumstances(
        now.pane,
        frozenset(_there(navigation, scene, width, selecting=selecting)),
        leads_on=scene is not None and _leads_on(now.pane, scene),
        hiding=bool(now.layouts.at(width).hidden),
        typing=typing,
        selecting=selecting,
        view=now.place.view,
    )


def why_not(binding: KeyBinding, around: Circumstances) -> str:
    """Return why a binding does nothing now, or nothing where it does something."""
    met = not binding.needs or binding.needs in around.there
    return "" if met else REASONS[binding.needs]


def _there(
    navigation: Navigation, scene: Scene | None, width: Width, *, selecting: bool
) -> Iterator[Needs]:
    yield from _of_the_way(navigation, width)
    yield from _of_the_scene(navigation.now.pane, scene)
    if selecting:
        yield "selecting"


def _of_the_way(navigation: Navigation, width: Width) -> Iterator[Needs]:
    now, changes = navigation.now, navigation.changes
    there: dict[Needs, object] = {
        "filter": now.of(now.pane).filter,
        "marks": navigation.marks,
        "past": navigation.past,
        "before": navigation.past,
        "future": navigation.future,
        "undo": changes.past,
        "redo": changes.future,
        "lens": now.lens != PLAIN_LENS,
        "page": now.place.view is View.RECORD,
        "zoom": now.layouts.at(width).zoom is not Zoom.NORMAL,
        "changed": now.layouts.at(width) != USUAL,
    }
    return (needs for needs, found in there.items() if found)


def _leads_on(pane: Pane, scene: Scene) -> bool:
    if pane is Pane.EVIDENCE:
        return scene.quote in scene.words.answer.others
    return bool(scene.row and scene.row.target)


def _of_the_scene(pane: Pane, scene: Scene | None) -> Iterator[Needs]:
    if scene is None:
        return iter(())
    row, sheet, text = scene.row, scene.sheet.answer, scene.text.answer
    shown = scene.words.answer.claim
    claim = row.claim if row else None
    there: dict[Needs, object] = {
        "claim": claim,
        "record": sheet.record or (pane is not Pane.BROWSE and claim),
        "quotes": len(scene.words.answer.quotes) > 1,
        "cited": scene.citing.answer,
        "pinnable": shown is not None and shown.kind in CLAIM_KINDS,
        "uncited": text is not None and text.cited < text.asserting,
    }
    return (needs for needs, found in there.items() if found)
