"""Commands that lead from one view to another."""

from __future__ import annotations

from scale_explorer.models.kinds import Kind, kind_from_plural

from ...state import (
    STORY,
    AskWhy,
    Back,
    Follow,
    Forward,
    GoToMark,
    LastView,
    Place,
    Redo,
    SelectQuote,
    SetMark,
    Undo,
    View,
    Visit,
)
from ...why_not import REASONS
from ...widgets.menu import Entry, Menu
from .commander import Commander

_LETTERS = {
    Kind.COMPANY: "c", Kind.PERSON: "p", Kind.PRODUCT: "o", Kind.ORGANIZATION: "n",
    Kind.PUBLIC_BODY: "b", Kind.GROUP: "u", Kind.RELATIONSHIP: "l", Kind.DEAL: "d",
    Kind.FIGURE: "f", Kind.STATEMENT: "t", Kind.REASON: "r", Kind.SOURCE: "e",
}  # fmt: skip
"""The letter of each kind's list among the views."""


class Travelling(Commander):
    """Back and forward, why, marks, views, and the undoing of view changes."""

    def action_back(self) -> None:
        """Return to where one came from, cursor and filter included."""
        self.try_to(Back(), "past")

    def action_forward(self) -> None:
        """Undo going back."""
        self.try_to(Forward(), "future")

    def action_last(self) -> None:
        """Swap with the view before."""
        self.try_to(LastView(), "before")

    def action_undo(self) -> None:
        """Take the last change of the view back."""
        self.try_to(Undo(), "undo")

    def action_redo(self) -> None:
        """Change the view again as before undoing."""
        self.try_to(Redo(), "redo")

    def action_why(self) -> None:
        """Show the reasons of what is chosen; on a reason, those of its other end."""
        scene = self.settled()
        claim = scene.words.answer.claim
        is_reason = claim is not None and claim.kind is Kind.REASON
        record = scene.row.target if scene.row and is_reason else self.chosen(scene)
        if record is not None:
            self.navigate(AskWhy(record))
        else:
            self.say(REASONS["record"])

    def action_open_claim(self) -> None:
        """Open the chosen claim as a record of its own."""
        row = self.settled().row
        if row is not None and row.claim is not None:
            self.navigate(Follow(row.claim))
        else:
            self.say(REASONS["claim"])

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
            self.navigate(GoToMark(letter))

    # Views.

    def action_go(self, name: str) -> None:
        """Go to the story, or to the list of a kind."""
        self.navigate(Visit(_place_named(name)))

    def action_views(self) -> None:
        """Offer the story and the list of every kind."""
        summary = self.store.summary()
        story = Entry("story", "s", "Story", f"{summary.lead:,} lines" if summary.lead else "")
        lists = (
            Entry(kind.plural, _LETTERS[kind], kind.heading, f"{count:,}")
            for kind, count in summary.counts
        )

        def visit(name: str | None) -> None:
            if name is not None:
                self.action_go(name)

        self.pop_up(Menu("Go to a view", (story, *lists)), visit)


def _place_named(name: str) -> Place:
    kind = kind_from_plural(name)
    return Place(View.LIST, kind.value) if kind else STORY
