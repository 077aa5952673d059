"""Whether claims say all that the sources say: every asserting sentence should be cited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from scale_explorer.models.evidence import SetApart, Source

from ..finding import Finding, Place, Severity
from ..grounding.closest import closest
from ..grounding.coverage import CitedSentence, Coverage
from ..grounding.match import Found, find
from ..loading.copies import SourceCopy
from ..loading.read import shown
from .context import At, Context

_SHOWN = 60  # characters of a sentence that a message repeats


def set_apart_not_found(context: Context) -> Iterator[Finding]:
    """Warn of words in `asserts_nothing` that are not in just one place of the source's text."""
    for source in context.dataset.of(Source):
        if source.id not in context.loaded.copies:
            continue
        for selector in source.asserts_nothing:
            verdict = find(context.haystacks[source.id], selector).verdict
            if verdict is not Found.UNIQUE:
                yield _not_found(context, source, selector, verdict)


def sentence_without_claim(context: Context) -> Iterator[Finding]:
    """Note asserting sentences that no claim cites; `--coverage` lists them."""
    for source, known in context.coverage.items():
        copy = context.loaded.copies.get(source)
        yield from _in_text(known, copy) if copy else _in_lock(context, known)


def _not_found(context: Context, source: Source, selector: SetApart, verdict: Found) -> Finding:
    places = "more than once" if verdict is Found.AMBIGUOUS else "nowhere"
    message = f"“{_first_words(selector.exact)}”, which asserts nothing, is {places} in {source.id}"
    at = At(source.id, "asserts_nothing", selector.exact)
    hint = _hint(context, source.id, selector, verdict)
    return context.warning("set_apart_not_found", message, at, hint)


def _hint(context: Context, source: str, selector: SetApart, verdict: Found) -> str:
    haystack = context.haystacks[source]
    if verdict is Found.AMBIGUOUS:
        return "add the words before as prefix or after as suffix"
    if find(haystack, selector.model_copy(update={"prefix": "", "suffix": ""})).span:
        return "the words are there, but not between this prefix and suffix"
    found = closest(context.loaded.copies[source].text, haystack, selector.exact)
    return str(found) if found else "no passage is like it"


def _in_text(known: Coverage, copy: SourceCopy) -> Iterator[Finding]:
    """Point at the sentences themselves, in the file of the text."""
    breaks = [place for place, character in enumerate(copy.text) if character == "\n"]
    for each in known.uncovered:
        words = _first_words(copy.text[each.sentence.start : each.sentence.end])
        place = Place(shown(copy.path), _line(breaks, each.sentence.start))
        message = f"no claim cites “{words}” (¶ {each.paragraph})"
        yield _note(known.source, message, place, words)


def _in_lock(context: Context, known: Coverage) -> Iterator[Finding]:
    """Say where the sentences would stand: their words are not here."""
    place = context.loaded.places.of(known.source)
    for each in known.uncovered:
        yield _note(known.source, f"no claim cites the sentence at {_span(each)}", place)


def _note(source: str, message: str, place: Place | None, words: str = "") -> Finding:
    return Finding("sentence_without_claim", Severity.NOTE, message, source, place, words=words)


def _span(each: CitedSentence) -> str:
    return f"¶ {each.paragraph}, {each.sentence.start}–{each.sentence.end}"


def _line(breaks: Sequence[int], place: int) -> int:
    return bisect_right(breaks, place) + 1


def _first_words(words: str) -> str:
    """Return the beginning of some words, on one line and cut between two of them."""
    line = " ".join(words[: 4 * _SHOWN].split())
    if len(line) <= _SHOWN:
        return line
    start = line[:_SHOWN]
    return f"{start.rpartition(' ')[0] or start}…"
