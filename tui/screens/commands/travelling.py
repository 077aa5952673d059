"""Commands that lead from one view to another."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from itertools import chain, starmap

from scale_explorer.data.query import Filter, Quality
from scale_explorer.data.store.rows.order import Order
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.data.store.rows.sets import SetRow
from scale_explorer.data.vocabulary import NEW, TRUST
from scale_explorer.models.kinds import ENTITY_KINDS, Kind, kind_from_plural

from ...headings import ORDER_WORDS
from ...keys import Needs
from ...scene import Scene
from ...state import (
    PICTURES,
    SET_WIDE,
    STORY,
    AskWhy,
    Back,
    Browse,
    FocusPane,
    Follow,
    Forward,
    GoToMark,
    Intent,
    LastView,
    Pane,
    Place,
    Redo,
    Reorder,
    SelectClaim,
    SelectQuote,
    SetFilter,
    SetMark,
    Undo,
    View,
    Visit,
)
from ...why_not import REASONS
from ...widgets.entry import Entry
from .commander import Commander

_LETTERS = {
    Kind.COMPANY: "c", Kind.PERSON: "p", Kind.PRODUCT: "o", Kind.ORGANIZATION: "n",
    Kind.PUBLIC_BODY: "b", Kind.GROUP: "u", Kind.RELATIONSHIP: "l", Kind.DEAL: "d",
    Kind.FIGURE: "f", Kind.STATEMENT: "t", Kind.REASON: "r", Kind.SOURCE: "e",
}  # fmt: skip
"""The letter of each kind's list among the views."""

_TRUST_LETTERS: dict[str, str] = dict(zip(TRUST, "DSUCPIM", strict=True))
"""The letter of each quality: computed stands for derived, maybe for possible."""

_NEW_LETTER = "N"

PICTURE_NAMES = {
    View.EXPOSURE: ("x", "Exposure"),
    View.NETWORK: ("k", "Network"),
    View.DRAWN: ("w", "Why, drawn"),
    View.TIMELINE: ("m", "Timeline"),
    View.CHART: ("h", "Chart"),
}
"""The letter and the name of each view of a record that is drawn."""


_OTHER_WHY = {View.WHY: View.DRAWN, View.DRAWN: View.WHY}
"""The views of reasons, each with the one that `w` makes of it."""


class Travelling(Commander):
    """Back and forward, why, marks, views, and the undoing of view changes."""

    def action_back(self) -> None:
        """Return to where one came from, cursor and filter included."""
        self._travel(Back(), "past")

    def action_forward(self) -> None:
        """Undo going back."""
        self._travel(Forward(), "future")

    def action_last(self) -> None:
        """Swap with the view before."""
        self._travel(LastView(), "before")

    def _travel(self, intent: Intent, needs: Needs) -> None:
        """Go to another view, and say what of how one looks goes with it."""
        before = self.view.lens
        self.try_to(intent, needs)
        self.tell_lens_since(before)

    def undo_view(self) -> None:
        """Take the last change of the view back."""
        self.try_to(Undo(), "undo")

    def redo_view(self) -> None:
        """Change the view again as before undoing."""
        self.try_to(Redo(), "redo")

    def action_why(self) -> None:
        """Show the reasons of what is chosen; on a reason, those of its other end.

        Where they are shown already, draw them, or list them again.
        """
        scene = self.settled()
        if self.view.place.view in _OTHER_WHY:
            self._show_why_otherwise(scene)
            return
        claim = scene.words.answer.claim
        is_reason = claim is not None and claim.kind is Kind.REASON
        record = scene.row.target if scene.row and is_reason else self.chosen(scene)
        if record is not None:
            self.navigate(AskWhy(record))
        else:
            self.say(REASONS["record"])

    def _show_why_otherwise(self, scene: Scene) -> None:
        """Draw the reasons that are listed, or the other way, with the same of them chosen."""
        place, matching = self.view.place, self.view.focus.filter
        self.navigate(Visit(Place(_OTHER_WHY[place.view], place.of)))
        if matching:
            self.navigate(SetFilter(Pane.FOCUS, matching))
        claim = scene.row.claim if scene.row else None
        rows = self.settled().sheet.answer.rows
        same = (row.key for row in rows if row.claim == claim)
        to_it = (row.key for row in rows if row.target == claim)
        if claim is not None and (key := next(chain(same, to_it), None)) is not None:
            self.navigate(SelectClaim(key))

    def action_open_claim(self) -> None:
        """Open the chosen claim as a record of its own."""
        row = self.settled().row
        if row is not None and row.claim is not None:
            self.navigate(Follow(row.claim))
        else:
            self.say(REASONS["claim"])

    def action_reorder(self) -> None:
        """Put the claims of a page into the next order: newest, oldest or largest first."""
        if self.view.place.view is not View.RECORD:
            self.say(REASONS["page"])
            return
        orders = tuple(Order)
        order = orders[(orders.index(self.view.focus.order) + 1) % len(orders)]
        self.navigate(Reorder(order))
        self.say(f"{ORDER_WORDS[order].capitalize()}.")

    def action_turn(self, delta: int) -> None:
        """Turn to the next quote of the claim."""
        scene = self.settled()
        quotes = scene.words.answer.quotes
        if scene.quote is None or len(quotes) < 2:
            self.say(REASONS["quotes"])
        else:
            # From the other side of a dispute one turns to the first or the last.
            here = quotes.index(scene.quote) if scene.quote in quotes else min(-delta, 0)
            self.navigate(SelectQuote(quotes[(here + delta) % len(quotes)].id))

    # Marks.

    def action_set_mark(self, letter: str) -> None:
        """Keep the view under a letter."""
        self.navigate(SetMark(letter))
        key = self.keys_shown("app.go-to-mark").replace("<letter>", letter)
        self.say(f"Marked as {letter}; {key} comes back here.")

    def action_go_to_mark(self, letter: str) -> None:
        """Go to the view that is kept under a letter."""
        if self.history.marked(letter) is None:
            set_ones = " ".join(letter for letter, _ in self.history.marks)
            how = f"{self.keys_shown('app.set-mark')} sets one"
            known = f"there are {set_ones}" if set_ones else how
            self.say(f"No view is marked {letter}; {known}.")
        else:
            before = self.view.lens
            self.navigate(GoToMark(letter))
            self.tell_lens_since(before)

    # Views.

    @abstractmethod
    def action_path(self) -> None:
        """Mark a record as one end of a path, or show the paths to it from the other."""

    def action_go(self, name: str) -> None:
        """Go to the story, or to the list of a kind."""
        self.navigate(Visit(_place_named(name)))

    def filter_browse(self, text: str) -> None:
        """Keep in Browse what matches, and go to the first record of it."""
        self.navigate(SetFilter(Pane.BROWSE, text))
        self.navigate(FocusPane(Pane.BROWSE))
        first = self.settled().browse.answer.cursor
        if first is not None:
            self.navigate(Browse(first))

    def action_views(self) -> None:
        """Offer ways to see a record, the story, every kind, and how far to trust the set."""
        summary = self.store.summary()
        record = self._viewed
        story = Entry("story", "s", "Story", f"{summary.lead:,} lines" if summary.lead else "")
        lists = (
            Entry(kind.plural, _LETTERS[kind], kind.heading, f"{count:,}")
            for kind, count in summary.counts
        )

        trust = (_entry_of(quality, count) for quality, count in summary.qualities)

        def visit(name: str | None) -> None:
            if name in {NEW, *_TRUST_LETTERS}:
                self.filter_browse(f"is:{name}")
            elif name == View.PATH:
                self.action_path()
            elif name in PICTURES:
                of = self._seen_as(View(name), record)
                self.navigate(Visit(Place(View(name), of.id if of else "")))
            elif name is not None:
                self.action_go(name)

        ways = ((view, self._seen_as(view, record)) for view in PICTURE_NAMES)
        entries = (
            *starmap(_way_to_see, ways),
            _path_from(record, self.history.end),
            story,
            *self._what_is_new(summary),
            *lists,
            *trust,
        )
        self.offer("Go to a view", entries, visit)

    def _seen_as(self, view: View, record: RecordRow | None) -> RecordRow | None:
        """Return what a view is of: on the story those of the whole set are of that."""
        return None if view in SET_WIDE and self.view.place == STORY else record

    @property
    def _viewed(self) -> RecordRow | None:
        """The record of the page one looks at, else the one that is chosen on it."""
        scene = self.settled()
        shown = self.view.place.record or self.chosen(scene)
        return self.store.record(shown) if shown else None

    def _what_is_new(self, summary: SetRow) -> Iterator[Entry]:
        """Offer what is new since the last visit, if anything is."""
        is_new = Filter((Quality(NEW),))
        count = sum(self.store.count(kind, is_new) for kind, _ in summary.counts)
        if count:
            records = f"{count:,} record{'' if count == 1 else 's'}"
            yield Entry(NEW, _NEW_LETTER, "New since your last visit", records)


def _way_to_see(view: View, record: RecordRow | None) -> Entry:
    """Offer a view that is drawn, of a record or, where it can be, of the whole set."""
    letter, name = PICTURE_NAMES[view]
    if record is None:
        missing = "" if view in SET_WIDE else "no record"
        return Entry(view.value, letter, name, "" if missing else "the whole set", missing)
    missing = (
        "of companies only" if view is View.EXPOSURE and record.kind not in ENTITY_KINDS else ""
    )
    return Entry(view.value, letter, name, "" if missing else record.short, missing)


def _path_from(record: RecordRow | None, marked: str | None) -> Entry:
    """Offer the paths between two records, of which the first is marked."""
    how = "to the marked one" if marked else "mark one end, then the other"
    fits = record is not None
    return Entry(View.PATH.value, "j", "Path", how if fits else "", "" if fits else "no record")


def _entry_of(quality: str, count: int) -> Entry:
    """Offer the claims that have a quality; where none has, that is worth knowing too."""
    claims = f"{count:,} claim{'' if count == 1 else 's'}"
    why_not = "" if count else "no claims"
    return Entry(quality, _TRUST_LETTERS[quality], quality.capitalize(), claims, why_not)


def _place_named(name: str) -> Place:
    kind = kind_from_plural(name)
    return Place(View.LIST, kind.value) if kind else STORY
