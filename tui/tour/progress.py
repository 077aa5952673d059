"""How far the reader has come in the tour."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass

from ..state import Navigation
from .step import Moment, Step
from .steps import STEPS


@dataclass(frozen=True, slots=True)
class TourState:
    """A step, by its place among `STEPS`, and where the reader was when it began."""

    step: int
    began: Navigation

    @property
    def current(self) -> Step | None:
        """The step to do; None when all are done."""
        return STEPS[self.step] if self.step < len(STEPS) else None


def begin(navigation: Navigation) -> TourState:
    """Return the tour at its first step."""
    return TourState(0, navigation)


def advance(tour: TourState, navigation: Navigation, ran: str | None = None) -> TourState:
    """Return the tour after something happened: at the next step if the one it was at is done.

    `ran` is the id of the binding that did it, if one did.
    """
    step = tour.current
    done = step is not None and step.done(Moment(tour.began, navigation, ran))
    return skip(tour, navigation) if done else tour


def skip(tour: TourState, navigation: Navigation) -> TourState:
    """Return the tour at its next step, whether this one is done or not."""
    return TourState(min(tour.step + 1, len(STEPS)), navigation)
