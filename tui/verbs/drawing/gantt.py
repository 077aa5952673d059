"""A timeline as a Mermaid Gantt diagram (https://mermaid.js.org/syntax/gantt.html).

Such a diagram knows days only: of what is open the end that is known is a milestone, and the words
of the date stand in its label.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scale_explorer.data.exploring.timeline import Moment, Timeline, Track
from scale_explorer.data.formats.mermaid import front_matter, quoted


def gantt(title: str, told: Timeline) -> Iterator[str]:
    """Yield the lines of a diagram with a section a kind and a bar an event."""
    yield from front_matter(title)
    yield "gantt"
    yield "    dateFormat YYYY-MM-DD"
    yield "    axisFormat %Y-%m-%d"
    for kind, tracks in groupby(told.tracks, key=lambda track: track.kind):
        yield f"    section {quoted(kind.heading)}"
        for track in tracks:
            dated = (one for one in track.moments if one.first or one.last)
            yield from (f"    {_bar(track, one)}" for one in dated)


def _bar(track: Track, moment: Moment) -> str:
    title = " · ".join(filter(None, (track.title, track.role)))
    told = quoted(", ".join(filter(None, (title, track.amount, moment.told, _when(moment)))))
    if moment.first and moment.last:
        return f"{told} : {moment.first}, {moment.last}"
    return f"{told} : milestone, {moment.first or moment.last}, 0d"


def _when(moment: Moment) -> str:
    """Return when something was, with the end that is open."""
    if moment.event.side or (moment.first and moment.last):
        return moment.when
    return f"{moment.when}, no {'end' if moment.first else 'beginning'} known"
