"""How a form's words, verdict and offers read on the screen."""

from __future__ import annotations

from scale_explorer.models.kinds import CLAIM_KINDS

from ..finding_lines import nearest_lines, sign_of
from ..widgets.lines import Line, Span
from ..widgets.rows import Cell, Column, Row, Tone
from ..writing.completing import Offer
from ..writing.desk import Verdict
from ..writing.draft import Draft, NewEntity

OFFER_COLUMNS = (Column(min=12, priority=9), Column(min=8, flex=1, priority=5))


def title(draft: Draft) -> str:
    """Say what the form is for."""
    return f"New {draft.kind.label.lower()}" if draft.record is None else f"Change {draft.record}"


def words_lines(draft: Draft) -> tuple[Line, ...]:
    """Show the words that a new claim rests on."""
    if draft.words is None:
        return ()
    quote = f"“{draft.words.exact}”"
    return (Line((Span(quote, Tone.QUOTE), Span(f"  {draft.words.source}", Tone.DIM))),)


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


def verdict_lines(draft: Draft, verdict: Verdict | None) -> tuple[Line, ...]:
    """Say what the checks would find, the gravest first."""
    if verdict is None:
        return (Line((Span("…", Tone.DIM),)),)
    new = tuple(map(_new_line, draft.taken))
    if verdict.problem:
        return (Line((Span("✕ ", Tone.BAD), Span(verdict.problem))), *new)
    if not verdict.found:
        return (Line((Span("✓ ", Tone.GOOD), Span(_all_well(draft), Tone.DIM))), *new)
    lines: list[Line] = list(new)
    for finding in verdict.found:
        sign, tone = sign_of(finding)
        hint = (Span(f"  {finding.hint}", Tone.DIM),) if finding.hint else ()
        lines.append(Line((Span(f"{sign} ", tone), Span(finding.message), *hint)))
        lines += nearest_lines(finding.nearest, indent=2)
    return tuple(lines)


def _new_line(entity: NewEntity) -> Line:
    told = f"{entity.kind.label.lower()} {entity.id}, “{entity.name}”, is new and written too"
    return Line((Span("+ ", Tone.ACCENT), Span(told, Tone.DIM)))


def _all_well(draft: Draft) -> str:
    if draft.kind in CLAIM_KINDS and draft.words is not None:
        return "the checks find nothing: the words are in the source and carry the claim"
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
