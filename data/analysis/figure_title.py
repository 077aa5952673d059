"""What a figure is called: `Scale AI’s revenue, 2024`, `Google’s planned spend with Scale AI`."""

from __future__ import annotations

from scale_explorer.models.deal import Deal, PartyRole
from scale_explorer.models.figure import Around, Figure, FigureStatus, Measure
from scale_explorer.models.relationship import Relationship

from .amounts import amount
from .links import Links
from .names import name, possessive, sentence_case, with_article
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
_OF_PART = {
    Measure.SHARE: " from",
    Measure.REVENUE: " from",
    Measure.PROFIT: " from",
    Measure.UNIT_PRICE: " for",
}
"""What stands before the part that a figure is about; other measures set it off by a comma."""
_EXPECTED = {FigureStatus.PLANNED: "planned", FigureStatus.ESTIMATED: "estimated"}


def figure_title(links: Links, figure: Figure) -> str:
    """Return whose figure it is, what it measures, of which part and when."""
    time = _time(links, figure)
    return f"{_partly(links, figure)}, {time}" if time else _partly(links, figure)


def figure_with_amount(links: Links, figure: Figure) -> str:
    """Return a title that tells the amount: `Scale AI’s valuation after the deal: $29 bn`."""
    told = figure_title(links, figure)
    if isinstance(figure.period, Around):
        told = " ".join(filter(None, (_partly(links, figure), _time(links, figure))))
    shown = amount(links, figure)
    return told if figure.measure is Measure.POSITION or not shown else f"{told}: {shown}"


def figure_name(links: Links, figure: Figure) -> str:
    """Return whose figure it is and what it measures."""
    return sentence_case(_whose(links, figure, _what(links, figure)))


def figure_short(links: Links, figure: Figure) -> str:
    """Return what tells a figure from its neighbours in a narrow column: `spend 2024, Google`."""
    other = links.whole(figure)
    compared = measured(other.measure) if other and figure.measure in _COMPARED else ""
    time = period(figure).removesuffix(" the deal")
    what = " ".join(filter(None, (compared, measured(figure.measure), time)))
    return f"{what}, {_owner(links, figure)}"


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
        expected = _EXPECTED.get(figure.status, "")
        return f"{expected} {measured(figure.measure)}".strip()
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
        towards = f"{_TOWARDS.get(figure.measure, 'with')} {with_article(links, subject.object)}"
        return f"{possessive(links, subject.subject)} {what} {towards}"
    if isinstance(subject, Deal):
        return f"{subject.title}: {what}"
    if _is_share_of_known(links, figure) and figure.scope:
        rest = what.removeprefix("share of ")
        whole = f"{possessive(links, figure.subject)} {rest}"
        return f"{possessive(links, figure.scope)} share of {whole}"
    return f"{possessive(links, figure.subject)} {what}"


def _partly(links: Links, figure: Figure) -> str:
    """Return a figure's name with a rank's wording, else its scope unless that is told already."""
    told = figure_name(links, figure)
    if figure.measure is Measure.POSITION and figure.as_written:
        return f"{told}: {figure.as_written}"
    if not figure.scope or _is_share_of_known(links, figure) or _is_party(links, figure):
        return told
    return f"{told}{_OF_PART.get(figure.measure, ',')} {name(links, figure.scope)}"


def _is_party(links: Links, figure: Figure) -> bool:
    """Say whether a figure of a deal is about one of its parties."""
    subject = links.dataset.by_id.get(figure.subject)
    return isinstance(subject, Deal) and figure.scope in {each.entity for each in subject.parties}


def _is_share_of_known(links: Links, figure: Figure) -> bool:
    return figure.measure is Measure.SHARE and links.whole(figure) is not None


def _owner(links: Links, figure: Figure) -> str:
    """Return the name of the part that a figure is about, else of its subject or what is bought."""
    subject = links.dataset.by_id.get(figure.subject)
    if isinstance(subject, Relationship):
        return name(links, subject.subject)
    if isinstance(subject, Deal):
        targets = [each.entity for each in subject.parties if each.role is PartyRole.TARGET]
        return name(links, targets[0] if targets else subject.id)
    return name(links, figure.scope or figure.subject)
