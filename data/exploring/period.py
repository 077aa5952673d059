"""Times that figures are of, as far as they can be told apart and put in order."""

from __future__ import annotations

from dataclasses import field

from scale_explorer.models.frozen import dataclass

from ..store.rows.figures import FigureRow


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a figure spans (ISO 8601), or else the words for its time; or neither.

    Two are the same when their days are, whatever words they are told in. What is told by words
    alone, such as `before the deal`, is the same when the words are.
    """

    first: str = ""
    last: str = ""
    words: str = ""
    label: str = field(default="", compare=False)
    """How it is shown; nothing where no time is known."""

    @property
    def is_known(self) -> bool:
        """Whether anything is known of the time; two unknown ones may be any two times."""
        return bool(self.label)

    @property
    def age(self) -> tuple[str, str]:
        """What sorts by time, the undated first."""
        return self.last or self.first, self.first


UNKNOWN = Period()


def period_of(figure: FigureRow) -> Period:
    """Return the time that a figure is of."""
    dated = bool(figure.first or figure.last)
    words = "" if dated else figure.period
    return Period(figure.first, figure.last, words, figure.period or figure.first[:4])
