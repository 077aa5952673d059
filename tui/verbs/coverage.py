"""`check --coverage`: which sentences of each source no claim cites, told under the findings."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.checks.run import Report
from scale_explorer.data.finding import Finding
from scale_explorer.data.grounding.coverage import CitedSentence, Coverage

from .counting import counted
from .drawing.blocks import Block, Heading, Item, Paragraph


def blocks(report: Report) -> Iterator[Block]:
    """Yield each source's share, the sentences that nothing cites, and those set apart."""
    notes = report.notes
    yield Heading("Coverage", 2)
    for known in report.coverage.values():
        yield Item(_share(known))
        yield from (_uncited(note) for note in notes if note.record == known.source)
        yield from map(_set_apart, known.set_apart)
    yield from (Item(note.message) for note in notes if note.record is None)
    for source in report.uncounted:
        yield Paragraph(
            f"{source}: UNKNOWN. Neither its text nor a lock with its sentences is here: attach a"
            " copy, or write the lock where the text is."
        )


def objects(report: Report) -> Iterator[dict[str, object]]:
    """Yield each source's coverage as it stands in JSON; per cent are rounded down."""
    for known in report.coverage.values():
        yield {
            "source": known.source,
            "known_from": "text" if known.here else "lock",
            "asserting": known.asserting,
            "covered": known.covered,
            "percent": known.percent,
            "uncovered": [_object(each) for each in known.uncovered],
            "set_apart": [{**_object(each), "why": each.sentence.why} for each in known.set_apart],
        }
    for source in report.uncounted:
        yield {"source": source, "known_from": None}


def told_below(report: Report, least: int | None) -> str:
    """Say of which sources less than `least` per cent is covered, or nothing is known."""
    if least is None:
        return ""
    short = [each.source for each in report.coverage.values() if each.percent < least]
    named = ", ".join((*short, *report.uncounted))
    return f"Less than {least} % covered, or unknown: {named}." if named else ""


def _share(known: Coverage) -> str:
    parts = [f"{known.covered:,} of {counted(known.asserting, 'asserting sentence')} cited"]
    parts.append(f"{known.percent} %")
    if known.set_apart:
        parts.append(f"{len(known.set_apart):,} set apart")
    where = "in the text" if known.here else "by the lock"
    return f"{known.source}: {', '.join(parts)} ({where})."


def _uncited(note: Finding) -> Item:
    place = f"{note.place}: " if note.place else ""
    return Item(f"{place}{note.severity}[{note.code}]: {note.message}", depth=1)


def _set_apart(each: CitedSentence) -> Item:
    start, end = each.sentence.start, each.sentence.end
    return Item(f"set apart: ¶ {each.paragraph}, {start}–{end}: {each.sentence.why}", depth=1)


def _object(each: CitedSentence) -> dict[str, object]:
    return {
        "start": each.sentence.start,
        "end": each.sentence.end,
        "paragraph": each.paragraph,
    }
