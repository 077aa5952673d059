"""What the checks say of a claim, as lines: words, number and parties, and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scale_explorer.data.store.rows import EvidenceRow, FindingRow, ProofRow

from ..scene import Words
from ..widgets.lines import Line, Span
from ..widgets.rows import Tone

_FOUND = frozenset({"here", "locked"})
_SIGNS = {
    "named": ("✓", Tone.GOOD),
    "mentioned": ("~", Tone.GOOD),
    "quoted": ("~", Tone.GOOD),
}
_MISSING = {"number": ("✕", Tone.BAD), "party": ("?", Tone.WARN)}
_SEVERITIES = {"error": ("✕", Tone.BAD), "warning": ("!", Tone.WARN), "note": ("·", Tone.DIM)}
_KNOWN = ("·", Tone.DIM)


def verdicts(words: Words) -> tuple[Line, ...]:
    """Return a line of verdicts on all that a claim needs, and then what was found wrong."""
    proved = tuple(_proved(words))
    told = [_joined(proved)] if proved else []
    return (*told, *(line for finding in words.findings for line in _finding(finding)))


def _proved(words: Words) -> Iterator[tuple[Span, ...]]:
    if words.quotes:
        yield _words(words.quotes)
    yield from map(_proof, words.proofs)


def _words(quotes: tuple[EvidenceRow, ...]) -> tuple[Span, ...]:
    """Say how many of the quotes stand in their source, where that is not all."""
    verdicts = Counter(quote.verdict in _FOUND for quote in quotes)
    if not verdicts[False]:
        return Span("✓", Tone.GOOD), Span("\u00a0words", Tone.DIM)
    count = f"\u00a0words of {verdicts[True]}\u00a0in\u00a0{len(quotes)}"
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


def _finding(finding: FindingRow) -> Iterator[Line]:
    """Yield what a check found, with what is nearest or what to do, or why it may stand."""
    sign, tone = _KNOWN if finding.known else _SEVERITIES[finding.severity]
    yield Line((Span(f"{sign} ", tone), Span(finding.message, tone)), indent=1)
    if finding.known:
        yield Line((Span(f"known: {' '.join(finding.known.split())}", Tone.DIM),), indent=3)
    elif finding.hint:
        yield Line((Span(finding.hint, Tone.DIM),), indent=3)
