"""What is switched off, what follows, and the scenarios that are kept, as lines of a pop-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.data.exploring.what_if import Switched, Touched, WhatIf
from scale_explorer.data.store.rows.records import RecordRow

from .memory.scenarios import Scenario, Scenarios
from .risk_words import revenue_words, spend_words
from .widgets.lines import Line, Span
from .widgets.rows import Tone

SWITCH, TOUCHED, KEPT = "switch:", "of:", "kept:"
"""What the keys of lines begin with; an id, or a name, follows."""

OFF, ON = "⊘", "●"
_BLANK = Line()


def what_if_lines(
    found: WhatIf, on: Iterable[RecordRow], kept: Scenarios, switch_key: str
) -> tuple[Line, ...]:
    """Return all lines; `on` are relationships that were switched on again meanwhile."""
    return (
        *_switched(found, tuple(on), switch_key), _BLANK, *_follows(found), *_kept(found, kept),
    )  # fmt: skip


def _switched(found: WhatIf, on: tuple[RecordRow, ...], switch_key: str) -> Iterator[Line]:
    count = len(found.switched)
    yield _heading(f"Switched off: {count:,}" if count else "Switched off")
    for one in found.switched:
        yield _line(f"{SWITCH}{one.record.id}", OFF, one.record.title, _falls(one))
    for row in on:
        yield _line(f"{SWITCH}{row.id}", ON, row.title, "on again")
    for missing in found.missing:
        yield _line(f"{SWITCH}{missing}", OFF, missing, "not in the data set as of then")
    if not (count or on or found.missing):
        yield Line((Span(f"Nothing: {switch_key} on a relationship switches it off.", Tone.DIM),))


def _falls(one: Switched) -> str:
    count = len(one.fallen)
    told = f"{count:,}{'+' if one.more else ''}"
    return f"{told} {'falls' if count == 1 else 'fall'} away with it" if count else ""


def _follows(found: WhatIf) -> Iterator[Line]:
    told = [(one, words) for one in found.touched if (words := tuple(_losses(one)))]
    if not told:
        return
    yield _heading("What follows")
    for one, words in told:
        yield Line((Span(one.record.title, Tone.STRONG),), key=f"{TOUCHED}{one.record.id}")
        yield from (
            Line((Span(f"{label} ", Tone.DIM), Span(said)), indent=2) for label, said in words
        )
    if found.untold:
        more = f"{found.untold:,} more have a relationship among these."
        yield Line((Span(more, Tone.DIM),))
    yield _BLANK


def _losses(one: Touched) -> Iterator[tuple[str, str]]:
    if revenue := revenue_words(one.risk):
        yield "revenue at risk:", revenue
    if spend := spend_words(one.risk):
        yield "spend that falls away:", spend


def _kept(found: WhatIf, kept: Scenarios) -> Iterator[Line]:
    yield _heading("Kept scenarios")
    for one in kept.all:
        now = one.without == found.lens.without and bool(one.without)
        yield _line(f"{KEPT}{one.name}", "◂" if now else " ", one.name, _size(one))
    if not kept.all:
        yield Line((Span("None yet: s keeps what is switched off under a name.", Tone.DIM),))


def _size(scenario: Scenario) -> str:
    count = len(scenario.without)
    return f"{count:,} relationship{'' if count == 1 else 's'}"


def _line(key: str, sign: str, told: str, more: str) -> Line:
    spans = (Span(told), Span(f"  {more}" if more else "", Tone.DIM))
    return Line(spans, key=key, gutter=f"{sign} ")


def _heading(text: str) -> Line:
    return Line((Span(text, Tone.HEADING),))
