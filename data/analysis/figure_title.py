"""What a figure is called: `Scale AI revenue, 2024`, `Google share of Scale AI revenue, 2024`."""

from __future__ import annotations

from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Around, Figure, Measure
from scale_explorer.models.relationship import Relationship

from .links import Links
from .names import name, sentence_case
from .wording import measured, period

_TOWARDS = {
    Measure.SPEND: "with",
    Measure.STAKE: "in",
    Measure.PRICE: "for",
    Measure.POSITION: "at",
}
_COMPARED = {
    Measure.MULTIPLE: "multiple of",
    Measure.GROWTH: "growth of",
    Measure.SHARE: "share of",
}


def figure_title(links: Links, figure: Figure) -> str:
    """Return whose figure it is, what it measures, of which part and when."""
    told = [figure_short(links, figure), _part(links, figure), _time(links, figure)]
    return ", ".join(each for each in told if each)


def figure_short(links: Links, figure: Figure) -> str:
    """Return whose figure it is and what it measures."""
    return sentence_case(_whose(links, figure, _what(links, figure)))


def of_whole(links: Links, figure: Figure) -> str:
    """Return what a share, growth or multiple is of, such as `of revenue`."""
    other = links.whole(figure)
    if other is None:
        return ""
    told = f"of {measured(other.measure)}"
    return f"{told} {period(other)}" if _is_timed_by(other, figure) else told


def _what(links: Links, figure: Figure) -> str:
    other = links.whole(figure)
    if other is None or figure.measure not in _COMPARED:
        return measured(figure.measure)
    told = f"{_COMPARED[figure.measure]} {measured(other.measure)}"
    return f"{told} {period(other)}" if _is_timed_by(other, figure) else told


def _is_timed_by(other: Figure, figure: Figure) -> bool:
    """Say whether a comparison is told apart by the other's time, as by `before the deal`."""
    return isinstance(other.period, Around) and not isinstance(figure.period, str)


def _time(links: Links, figure: Figure) -> str:
    other = links.whole(figure)
    if other is None or isinstance(figure.period, str):
        return period(figure)
    return "" if _is_timed_by(other, figure) else period(figure) or period(other)


def _whose(links: Links, figure: Figure, what: str) -> str:
    subject = links.dataset.by_id.get(figure.subject)
    if isinstance(subject, Relationship):
        towards = _TOWARDS.get(figure.measure, "with")
        return f"{name(links, subject.subject)} {what} {towards} {name(links, subject.object)}"
    if isinstance(subject, Deal):
        return f"{subject.title}: {what}"
    if _is_share_of_known(links, figure) and figure.scope:
        rest = what.removeprefix("share of ")
        return f"{name(links, figure.scope)} share of {name(links, figure.subject)} {rest}"
    return f"{name(links, figure.subject)} {what}"


def _part(links: Links, figure: Figure) -> str:
    """Return a position's wording, else the scope unless told already or a party to the deal."""
    if figure.measure is Measure.POSITION and figure.as_written:
        return f"“{figure.as_written}”"
    if not figure.scope or _is_share_of_known(links, figure):
        return ""
    subject = links.dataset.by_id.get(figure.subject)
    if isinstance(subject, Deal) and figure.scope in {party.entity for party in subject.parties}:
        return ""
    return name(links, figure.scope)


def _is_share_of_known(links: Links, figure: Figure) -> bool:
    return figure.measure is Measure.SHARE and links.whole(figure) is not None
