"""Figures as lines: under a relationship, in an entity's list, and by measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.models.figure import Figure, FigureStatus, Measure
from scale_explorer.models.frozen import replace

from .amounts import amount, remark
from .figure_title import figure_name, figure_title, of_whole
from .lines import Line
from .links import Links
from .names import name
from .newness import newness
from .wording import measured, period

_MEASURES = tuple(Measure)


def beneath(links: Links, section: str, subject: str) -> Iterator[Line]:
    """Yield the figures of a relationship, indented under its own line."""
    for figure in _by_measure(links.figures.get(subject, ()), newest_first=False):
        yield replace(_own_line(links, section, figure), depth=1)


def listed(links: Links, section: str, figures: Iterable[Figure]) -> Iterator[Line]:
    """Yield figures of the page's own subject, by measure and newest first."""
    for figure in _by_measure(figures):
        yield _own_line(links, section, figure)


def elsewhere(links: Links, section: str, figures: Iterable[Figure]) -> Iterator[Line]:
    """Yield figures of other subjects than the page's, each named in full."""
    for figure in _by_measure(figures):
        line = _line(links, section, figure, figure_name(links, figure))
        yield replace(line, extra=remark(links, figure))


def titled(links: Links, section: str, ids: Iterable[str]) -> Iterator[Line]:
    """Yield figures in the order given, each with its whole title and no more than its amount."""
    for record in (links.dataset.by_id.get(each) for each in ids):
        if isinstance(record, Figure):
            yield _line(links, section, record, figure_title(links, record))


def _by_measure(figures: Iterable[Figure], *, newest_first: bool = True) -> list[Figure]:
    """Sort figures by measure, and each measure by period."""
    in_time = sorted(figures, key=newness, reverse=newest_first)
    return sorted(in_time, key=lambda figure: _MEASURES.index(figure.measure))


def _own_line(links: Links, section: str, figure: Figure) -> Line:
    """Return a figure's line on its subject's own page."""
    line = _line(links, section, figure, _told(links, figure))
    return replace(line, role=_role(links, figure), extra=remark(links, figure))


def _line(links: Links, section: str, figure: Figure, label: str) -> Line:
    told = amount(links, figure)
    return Line(section, figure.id, label=label, amount=told, period=period(figure))


_SPENDING = {
    FigureStatus.REPORTED: "spent",
    FigureStatus.PLANNED: "plans to spend",
    FigureStatus.ESTIMATED: "spent",
    FigureStatus.DERIVED: "spent",
}


def _told(links: Links, figure: Figure) -> str:
    """Return a figure's label on its subject's own page, such as `spent` or `share of revenue`."""
    if figure.measure is Measure.SPEND:
        return _SPENDING[figure.status]
    compared = figure.measure in {Measure.SHARE, Measure.GROWTH, Measure.MULTIPLE}
    against = of_whole(links, figure) if compared else ""
    return f"{measured(figure.measure)} {against}".strip()


def _role(links: Links, figure: Figure) -> str:
    if figure.measure is Measure.POSITION and figure.as_written:
        return figure.as_written
    return name(links, figure.scope) if figure.scope else ""
