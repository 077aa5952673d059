"""The tour: a line above the hints says what to try, and goes on when it was done."""

from __future__ import annotations

import textwrap
from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from ...why_not import REASONS
from .commander import Commander

if TYPE_CHECKING:
    from ...tour import TourState


class TourBar(Static):
    """Says what to try, in as many lines as that takes at the width there is."""

    DEFAULT_CSS = "TourBar { display: none; width: 1fr; padding: 0 1; background: $panel; }"
    lines = 0

    def tell(self, heading: Content, text: str, width: int) -> None:
        """Show a heading and a text; the bar is as high as they need."""
        lines = textwrap.wrap(text, max(20, width - 2))
        self.lines = self.styles.height = 1 + len(lines)
        self.update(Content("\n").join([heading, *map(Content, lines)]))


class Touring(Commander):
    """Begins, advances and ends the tour."""

    tour: TourState | None = None

    @abstractmethod
    def fit(self) -> None:
        """Lay the screen out anew, as the bar has come, gone or grown."""

    @property
    def is_touring(self) -> bool:
        """Whether a tour is under way."""
        return self.tour is not None

    def action_tour(self) -> None:
        """Begin the tour, or leave it."""
        # Loaded here, as all of the tour, because most starts take none.
        from ...tour import TUTORIAL, begin  # noqa: PLC0415

        if self.tour is not None:
            self._tour_at(None)
            self.say(f"The tour is over; {self.keys_shown('app.tour')} begins it again.")
        elif self.store.summary().id == TUTORIAL:
            self._tour_at(begin(self.history))
        else:
            self.say(REASONS["tutorial"])

    def action_tour_next(self) -> None:
        """Go to the next step, done or not."""
        from ...tour import skip  # noqa: PLC0415

        if self.tour is None:
            self.say(REASONS["tour"])
        elif self.tour.current is None:
            self._tour_at(None)
        else:
            self._tour_at(skip(self.tour, self.history))

    def ran(self, binding_id: str) -> None:
        """Let the tour know of a command that may change nothing else."""
        self.advance_tour(binding_id)

    def advance_tour(self, binding_id: str | None = None) -> None:
        """Go on when the step was done."""
        if self.tour is not None and self.tour.current is not None:
            from ...tour import advance  # noqa: PLC0415

            after = advance(self.tour, self.history, binding_id)
            if after is not self.tour:
                self._tour_at(after)

    def _tour_at(self, tour: TourState | None) -> None:
        self.tour = tour
        self.show_tour()
        self.fit()

    def show_tour(self) -> None:
        """Show the step, at the width the screen has now."""
        if self.tour is None:
            for unused in self.query(TourBar):
                unused.display = False
            return
        bar = self.bar(TourBar, before="#hints")
        bar.display = True
        from ...tour import AFTERWARDS, told  # noqa: PLC0415

        step = self.tour.current
        text = told(step.text if step else AFTERWARDS, self.keys_shown)
        bar.tell(self._heading(self.tour), text, self.size.width)

    def _heading(self, tour: TourState) -> Content:
        from ...tour import STEPS  # noqa: PLC0415

        step, leave = tour.current, self.keys_shown("app.tour")
        if step is None:
            return Content.assemble(("The tour is done", "bold $primary"), f"  {leave} closes this")
        next_ = self.keys_shown("app.tour-next")
        keys = f"  {next_} next step  {leave} leave"
        name = f"Tour {tour.step + 1} of {len(STEPS)}: {step.title}"
        return Content.assemble((name, "bold $primary"), (keys, "$dim"))
