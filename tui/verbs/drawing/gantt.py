"""A timeline as a Mermaid Gantt diagram (https://mermaid.js.org/syntax/gantt.html).

Such a diagram knows days only: what is open is drawn to the end of all that is dated, and the words
of the date stand in its label.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scale_explorer.data.exploring.timeline import Moment, Timeline, Track
from scale_explorer.data.formats.mermaid import front_matter, quoted


def gantt(title: str, told: Timeline) -> Iterator[str]:
    """Yield the lines of a diagram with a section a kind and a bar an event."""
    days = sorted(day for one in told.moments for day in (one.first, one.last) if day)
    yield from front_matter(title)
    yield "gantt"
    yield "    dateFormat YYYY-MM-DD"
    yield "    axisFormat %Y-%m-%d"
    for kind, tracks in groupby(told.tracks, key=lambda track: track.kind):
        yield f"    section {quoted(kind.heading)}"
        for track in tracks:
            dated = (one for one in track.moments if one.first or one.last)
            yield from (f"    {_bar(track, one, days[0], days[-1])}" for one in dated)


def _bar(track: Track, moment: Moment, first: str, last: str) -> str:
    told = ", ".join(filter(None, (track.title, track.amount, moment.told, moment.when)))
    return f"{quoted(told)} : {moment.first or first}, {moment.last or last}"
