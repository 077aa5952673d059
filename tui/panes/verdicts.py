"""What the checks say of a claim, as lines: words, number and parties, and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scale_explorer.data.finding import Finding
from scale_explorer.data.store.rows.quotes import EvidenceRow, ProofRow

from ..finding_lines import nearest_lines, sign_of
from ..scene import Words
from ..widgets.lines import Line, Span
from ..widgets.rows import Tone

_FOUND = frozenset({"here", "locked", "locked_elsewhere"})
_SIGNS = {
    "named": ("✓", Tone.GOOD),
    "mentioned": ("~", Tone.GOOD),
    "quoted": ("~", Tone.GOOD),
}
_GRAVITY = {"error": 0, "warning": 1, "note": 2, "known": 3}
_MISSING = {"number": ("✕", Tone.BAD), "party": ("?", Tone.WARN)}


def verdicts(words: Words) -> tuple[Line, ...]:
    """Return a line of verdicts on all that a claim needs, and then what was found wrong."""
    proved = tuple(_proved(words))
    told = [_joined(proved)] if proved else []
    graver_first = sorted(words.findings, key=lambda finding: _GRAVITY[finding.weight])
    return (*told, *(line for finding in graver_first for line in _finding(finding)))


def _proved(words: Words) -> Iterator[tuple[Span, ...]]:
    if words.quotes:
        yield _words(words.quotes)
    yield from map(_proof, words.proofs)


def _words(quotes: tuple[EvidenceRow, ...]) -> tuple[Span, ...]:
    """Say how many of the quotes stand in their source, where that is not all."""
    verdicts = Counter(quote.verdict in _FOUND for quote in quotes)
    if not verdicts[False]:
        return Span("✓", Tone.GOOD), Span("\u00a0words", Tone.DIM)
    count = f"\u00a0{verdicts[True]}\u00a0of\u00a0{len(quotes)}\u00a0quotes"
    lost = any(quote.verdict == "missing" for quote in quotes)
    sign = Span("✕", Tone.BAD) if lost else Span("?", Tone.WARN)
    return sign, Span(count, Tone.DIM)


def _proof(proof: ProofRow) -> tuple[Span, ...]:
    sign, tone = _SIGNS.get(proof.carried) or _MISSING[proof.what]
    label = proof.label.replace(" ", "\u00a0")
    return Span(sign, tone), Span(f"\u00a0{label}", Tone.DIM)


def _joined(parts: tuple[tuple[Span, ...], ...]) -> Line:
    spans: list[Span] = []
    for part in parts:
        spans += [Span("  "), *part] if spans else part
    return Line(tuple(spans), indent=1)


def _finding(finding: Finding) -> Iterator[Line]:
    """Yield what a check found, with what is nearest or what to do, or why it may stand."""
    sign, tone = sign_of(finding)
    yield Line((Span(f"{sign} {finding.message}", tone),), indent=1)
    if finding.known:
        yield Line((Span(f"known: {' '.join(finding.known.split())}", Tone.DIM),), indent=3)
    elif finding.nearest:
        yield from nearest_lines(finding.nearest, indent=3)
    elif finding.hint:
        yield Line((Span(finding.hint, Tone.DIM),), indent=3)
