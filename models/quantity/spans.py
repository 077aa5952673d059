"""Spans: two terms joined into a range or a change, sharing unit and scale.

"between $100 million and $150 million", "$100–150 million", "from 10 to 12 percent". A first number
without a scale word takes the second one's when it is below 1,000 and the result does not pass the
second ("$100-150 million"); "500 to 1 million" could mean two things and is refused. The ends count
as written: a border has no rounding of its own.
"""

from __future__ import annotations

from typing import Final

from ..frozen import dataclass
from .currency import SHARED_SIGNS
from .interval import Interval
from .measures import Measure
from .refusal import RefusedError
from .scales import Scale
from .terms import Term, term_at, valued
from .tokens import Tokens
from .unit import PLAIN, Unit
from .word_lists import word_set

_BETWEEN: Final = frozenset({"between", "zwischen", "entre", "tra", "tussen"})
_FROM: Final = frozenset({"from", "von", "de", "desde", "da"})
_AND: Final = frozenset({"and", "und", "et", "y", "e", "en", "&"})
_TO: Final = frozenset({"to", "bis", "à", "a", "hasta", "tot"})
_BARE_TO: Final = frozenset({"to", "bis"})
_DASHES: Final = frozenset({"-", "–"})
_CHANGES: Final = word_set(
    "rose rise rises rising fell fall falls falling grew grow grows growing increased increase "
    "increases increasing decreased decrease up down jumped jump climbed climb cut cuts raised "
    "raise raises raising went go dropped drop declined decline surged surge soared moved changed "
    "change "
    "doubled tripled slipped slid expanded shrank lowered lower lifted boosted boost stieg sank "
    "fiel passé"
)
_LOOK_BACK: Final = 4
_SCALED_BELOW: Final = 1000


@dataclass(frozen=True, slots=True)
class Span:
    """Two numbers of one unit, in the order of the text."""

    first: Interval
    second: Interval
    unit: Unit
    measured: bool
    opened: bool
    """Whether "between" or "from" announces the span."""
    is_change: bool
    middle: tuple[int, int]
    """The place after the first term and the place of the second."""
    start: int
    stop: int

    @property
    def interval(self) -> Interval:
        """The range from first to second; raises RefusedError when they are reversed."""
        if _ascend(self.first, self.second):
            return Interval(self.first.stated, self.second.stated)
        raise RefusedError("a range goes from the lesser number to the greater", self.stop)


def span_at(tokens: Tokens, place: int) -> Span | None:
    """Return the span at a place, or None; raises RefusedError for one that cannot be read."""
    opener = tokens[place].folded
    opened = opener in _BETWEEN or opener in _FROM
    first = term_at(tokens, place + opened)
    if first is None or first.or_more:
        return None
    joint = _past_joint(tokens, first.stop, opener)
    second = term_at(tokens, joint, money=first.before is not None) if joint else None
    if joint is None or second is None or second.or_more:
        return None
    return _joined(tokens, first, second, (place, joint), opened=opened)


def _past_joint(tokens: Tokens, place: int, opener: str) -> int | None:
    token, following = tokens[place], tokens[place + 1]
    if opener in _BETWEEN:
        return place + 1 if token.folded in _AND else None
    if token.folded in (_TO if opener in _FROM else _BARE_TO):
        return place + 1
    even = token.glued == following.glued
    return place + 1 if token.text in _DASHES and even and opener not in _FROM else None


def _joined(
    tokens: Tokens, first: Term, second: Term, places: tuple[int, int], *, opened: bool
) -> Span | None:
    measure = _shared(first, second, opened=opened)
    if measure is None and (first.measure or second.measure):
        return None
    if first.scale and not second.scale:
        return None
    style = first.style or second.style
    high = valued(second, second.scale, measure, style)
    low = valued(first, first.scale, measure, style)
    if second.scale and not first.scale:
        low = _scaled_alike(low, high, second.scale, second.stop)
    return Span(
        first=low,
        second=high,
        unit=measure.unit if measure else PLAIN,
        measured=bool(second.scale or (measure and not measure.counted)),
        opened=opened,
        is_change=_is_change(tokens, first, places, is_reversed=not _ascend(low, high)),
        middle=(first.stop, places[1]),
        start=places[0],
        stop=second.stop,
    )


def _shared(first: Term, second: Term, *, opened: bool) -> Measure | None:
    """Return the unit that both terms have or can take from each other."""
    one, other = first.measure, second.measure
    if one and other:
        decided = other.unit.currency in SHARED_SIGNS.get(one.sign, ())
        return other if decided or one.unit == other.unit else None
    if one:
        return None if first.after else one
    return other if second.after or opened else None


def _ascend(first: Interval, second: Interval) -> bool:
    """Tell whether two numbers as written go up."""
    written = first.stated, second.stated
    return written[0] is not None and written[1] is not None and written[0] < written[1]


def _scaled_alike(low: Interval, high: Interval, scale: Scale, stop: int) -> Interval:
    """Give a first number without a scale the second one's, where that is what was meant."""
    scaled = low * scale.factor
    if low.stated is None or low.stated >= _SCALED_BELOW:
        return low
    if _ascend(scaled, high):
        return scaled
    raise RefusedError("the first number may or may not share the scale word; repeat it", stop)


def _is_change(tokens: Tokens, first: Term, places: tuple[int, int], *, is_reversed: bool) -> bool:
    """Tell "rose from 10 to 12 percent" and "rose $2 million to $5 million" from ranges."""
    start, joint = places
    if tokens[joint - 1].folded not in _TO:
        return False
    announced = tokens[start].folded in _FROM
    verbs = (tokens[n].folded in _CHANGES for n in range(start - _LOOK_BACK, start))
    return (announced and is_reversed) or ((announced or bool(first.measure)) and any(verbs))
