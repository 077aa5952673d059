"""How a form's words, verdict and offers read on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.finding import Finding
from scale_explorer.data.watch import Progress
from scale_explorer.models.kinds import CLAIM_KINDS

from ..finding_lines import nearest_lines, sign_of
from ..progress_words import how_far
from ..widgets.lines import Line, Span
from ..widgets.rows import Cell, Column, Row, Tone
from ..writing.completing import Offer
from ..writing.draft import Draft, NewEntity
from ..writing.outcome import Verdict

_MARKS = frozenset('“”„«»"')
_MISSING = " is missing"
_HINTS = {
    "party_not_in_quote": "select words that name it, or say in mentions who is meant: it = ID",
    "quote_without_party": "select words that name it, or say in mentions who is meant: it = ID",
}
"""What to do in a form, where the hint of a check tells how it is written in a file."""

OFFER_COLUMNS = (Column(min=12, priority=9), Column(min=8, flex=1, priority=5))


def title(draft: Draft) -> str:
    """Say what the form is for."""
    return f"New {draft.kind.label.lower()}" if draft.record is None else f"Change {draft.record}"


def words_lines(draft: Draft) -> tuple[Line, ...]:
    """Show the words that a claim rests on."""
    if draft.words is not None:
        source = Span(f"  {draft.words.source}", Tone.DIM)
        return (Line((Span(_quoted(draft.words.exact), Tone.QUOTE), source)),)
    numbered = len(draft.quotes) > 1
    return tuple(
        Line((Span(_quoted(each), Tone.QUOTE),), gutter=f"{place} " if numbered else "")
        for place, each in enumerate(draft.quotes, start=1)
    )


def _quoted(words: str) -> str:
    """Put words in quote marks, unless they begin or end with some."""
    return words if words[:1] in _MARKS or words[-1:] in _MARKS else f"“{words}”"


def offer_rows(offers: tuple[Offer, ...]) -> tuple[Row, ...]:
    """List what a field may mean."""
    return tuple(
        Row(
            str(place),
            (
                Cell(each.label, Tone.ACCENT if each.new else Tone.PLAIN),
                Cell(each.detail, Tone.DIM),
            ),
        )
        for place, each in enumerate(offers)
    )


def verdict_lines(
    draft: Draft, verdict: Verdict | None, progress: Progress | None = None
) -> tuple[Line, ...]:
    """Say what the checks would find, the gravest first; above it how far the next verdict is."""
    if progress is not None:
        before = () if verdict is None else verdict_lines(draft, verdict)
        return (Line((Span(f"… {how_far(progress)}", Tone.DIM),)), *before)
    if verdict is None:
        return (Line((Span("…", Tone.DIM),)),)
    new = tuple(map(_new_line, draft.taken))
    if verdict.problem:
        return (Line((Span("✕ ", Tone.BAD), Span(verdict.problem))), *new)
    if not verdict.found:
        return (Line((Span("✓ ", Tone.GOOD), Span(_all_well(draft), Tone.DIM))), *new)
    lines: list[Line] = list(new)
    missing = [each.message for each in verdict.found if each.message.endswith(_MISSING)]
    if missing:
        told = f"still to be filled in: {', '.join(map(_field, missing))}"
        lines.append(Line((Span("· ", Tone.DIM), Span(told, Tone.DIM))))
    for finding in verdict.found:
        if finding.message not in missing:
            lines += _finding_lines(finding)
    return tuple(lines)


def _field(message: str) -> str:
    return message.removesuffix(_MISSING).partition(": ")[2]


def _finding_lines(finding: Finding) -> Iterator[Line]:
    sign, tone = sign_of(finding)
    told = _HINTS.get(finding.code, finding.hint)
    hint = (Span(f"  {told}", Tone.DIM),) if told else ()
    yield Line((Span(f"{sign} ", tone), Span(finding.message), *hint))
    yield from nearest_lines(finding.nearest, indent=2)


def _new_line(entity: NewEntity) -> Line:
    told = f"{entity.kind.label.lower()} {entity.id}, “{entity.name}”, is new and written too"
    return Line((Span("+ ", Tone.ACCENT), Span(told, Tone.DIM)))


def _all_well(draft: Draft) -> str:
    if draft.kind in CLAIM_KINDS and draft.words is not None:
        return (
            "the words are in the source, number and names in the words; "
            "whether they mean it, you judge"
        )
    return "the checks find nothing new"


def shared(room: int, words: int, fields: int) -> tuple[int, int, int, int]:
    """Share rows out to the words, the fields, what is offered and the verdict, in this order.

    The verdict has its rule in its first row. Where there is little room all get less, the words
    first, and fields scroll.
    """
    offered, verdict = (6, 6) if room >= 30 else (4, 4) if room >= 20 else (3, 3)
    quoted = words if room >= 24 else min(words, 2 if room >= 16 else 1)
    form = max(2, min(fields, room - quoted - offered - verdict))
    return quoted, form, offered, verdict
