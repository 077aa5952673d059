"""Whether every claim rests on words that are really in its source."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator

from scale_explorer.models.evidence import Quote, Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.frozen import replace

from ..finding import Finding, Nearest, Severity
from ..grounding.closest import closest
from ..grounding.edition import Edition, holds_positions, is_readers_own, named_edition
from ..grounding.ground import Verdict
from ..grounding.match import find
from ..grounding.quotes import Cited, quotes_of
from ..grounding.telling_apart import telling_apart
from ..grounding.words import has_words, words
from ..loading.copies import SourceCopy
from ..loading.limits import HINTS
from .context import At, Context
from .wording import shortened

_MORE_WORDS = "quote more words, or add the words before as prefix or after as suffix"
_WHICH = ("first", "second", "third")


def claim_without_evidence(context: Context) -> Iterator[Finding]:
    """Tell of claims that no quote carries; a figure computed from others needs none."""
    for claim in context.dataset.claims:
        computed = isinstance(claim, Figure) and claim.formula
        if not computed and not any(quotes_of(claim)):
            message = f"no quote carries this {claim.KIND.label.lower()}"
            hint, key = 'add evidence = ["the words of the source"]', ""
            if context.in_csv(claim.id):
                hint, key = "write the words of the source in the column quote", "quote"
            yield context.error("claim_without_evidence", message, At(claim.id, key), hint)


def quote_not_in_source(context: Context) -> Iterator[Finding]:
    """Tell of quotes whose words, with their prefix and suffix, are not in the source's text.

    In a reader's copy of another edition that is a warning, unless the authors' lock has the words:
    they had another text. A quote that is too short and an empty text are told by their own checks.
    """
    hints = 0
    for cited in context.quotes:
        if context.verdict(cited) is not Verdict.MISSING or _is_told_otherwise(context, cited):
            continue
        nearest, hint = _closest(context, cited) if hints < HINTS else (None, "")
        hints += 1
        where = _named(context, cited.quote.source)
        tell = context.error if where == cited.quote.source else context.warning
        message = f"“{shortened(cited.quote.exact)}” is not in {where}"
        found = tell("quote_not_in_source", message, _at(cited), hint)
        yield replace(found, nearest=nearest)


def quote_ambiguous(context: Context) -> Iterator[Finding]:
    """Warn of quotes that stand in several places of their source."""
    hints = 0
    for cited in context.quotes:
        if context.verdict(cited) is Verdict.AMBIGUOUS and not _is_told_otherwise(context, cited):
            where = _named(context, cited.quote.source)
            message = f"“{shortened(cited.quote.exact)}” is in {where} more than once"
            hint = _apart(context, cited) if hints < HINTS else _MORE_WORDS
            hints += 1
            yield context.warning("quote_ambiguous", message, _at(cited), hint)


def quote_misplaced(context: Context) -> Iterator[Finding]:
    """Warn of positions, start or end, that are not where the quote's words stand in the text."""
    # Quotes of one record that differ in their positions alone have one id, and one place.
    same = Counter(cited.id for cited in context.quotes)
    for cited in context.quotes:
        copy, found = context.loaded.copies.get(cited.quote.source), context.grounded.get(cited.id)
        if copy is None or found is None or found.verdict is not Verdict.HERE or same[cited.id] > 1:
            continue
        place = (found.start, found.end)
        counts = holds_positions(copy, context.editions[cited.quote.source])
        if counts and _says_otherwise(cited.quote, place):
            told = f"stands from {found.start} to {found.end}, not where it says"
            message = f"“{shortened(cited.quote.exact)}” {told}"
            hint = "`check --fix` corrects it"
            yield context.warning("quote_misplaced", message, _at(cited), hint)


def quote_too_short(context: Context) -> Iterator[Finding]:
    """Tell of quotes too short to carry anything: one word of one or two letters.

    Numbers with their sign, such as $5 or 49 %, are enough, as are two letters of a script that
    writes no spaces between words.
    """
    for cited in context.quotes:
        if _is_too_short(cited.quote.exact):
            message = f"“{shortened(cited.quote.exact)}” is too short to carry a claim"
            hint = "quote the words around it too"
            yield context.error("quote_too_short", message, _at(cited), hint)


def source_changed(context: Context) -> Iterator[Finding]:
    """Warn of texts and locks that are not of the edition that the set names by its hash."""
    for source in context.dataset.of(Source):
        what = _other_edition(context, source)
        if what:
            message = f"{what} of {source.id} is another edition than the set was checked against"
            if lacking := _lacking(context, source.id):
                message = f"{message}; {lacking} of its quotes are not in it"
            hint = "attach the edition that the set names, or check its quotes and lock it again"
            yield context.warning("source_changed", message, At(source.id, "sha256"), hint)


def empty_source_text(context: Context) -> Iterator[Finding]:
    """Tell of source texts without a word: nothing can be found in them."""
    for source, copy in context.loaded.copies.items():
        if not has_words(copy.text):
            message = f"the text of {source} is empty: it has no word"
            hint = "put the words of the source into it, and check again"
            yield context.error("empty_source_text", message, At(source, "text"), hint)


def nothing_checked(context: Context) -> Iterator[Finding]:
    """Tell of a set whose quotes could none of them be checked."""
    if not context.quotes or any(
        context.verdict(cited) is not Verdict.UNCHECKED for cited in context.quotes
    ):
        return
    yield Finding(
        "nothing_checked",
        Severity.ERROR,
        f"none of the {len(context.quotes)} quotes could be checked: no source text is here",
        place=context.top,
        hint="attach a copy of a source, or name a file beside the data as its text",
    )


def _is_told_otherwise(context: Context, cited: Cited) -> bool:
    """Say whether a check of its own tells what is wrong: nothing can be looked for, or in."""
    text = context.loaded.copies[cited.quote.source].text
    return _is_too_short(cited.quote.exact) or not has_words(text)


def _other_edition(context: Context, source: Source) -> str:
    """Say what is of another edition: the text, the reader's copy or the lock; else nothing.

    The set names an edition by the source's `sha256`, or else by its lock.
    """
    lock, copy = context.loaded.lock, context.loaded.copies.get(source.id)
    if copy:
        other = context.editions[source.id] is Edition.DIFFERENT
        return _text(copy) if other else ""
    locked = lock.sources.get(source.id) if lock else None
    return "the lock" if locked and named_edition(source, lock) != locked.sha256 else ""


def _lacking(context: Context, source: str) -> str:
    """Count the quotes that only the authors' text has, or say nothing."""
    verdicts = [context.verdict(each) for each in context.quotes if each.quote.source == source]
    lacking = verdicts.count(Verdict.LOCKED_ELSEWHERE)
    return f"{lacking:,} of {len(verdicts):,}" if lacking else ""


def _text(copy: SourceCopy) -> str:
    return "your copy" if copy.origin == "attached" else "the text"


def _named(context: Context, source_id: str) -> str:
    """Name a text as the reader knows it: by its source, or as a copy that only the reader has."""
    copy = context.loaded.copies[source_id]
    mine = is_readers_own(copy, context.editions[source_id])
    return f"your copy of {source_id}" if mine else source_id


def _says_otherwise(quote: Quote, place: tuple[int | None, int | None]) -> bool:
    given = zip((quote.start, quote.end), place, strict=True)
    return any(said is not None and said != found for said, found in given)


def _apart(context: Context, cited: Cited) -> str:
    """Offer for the first places of a quote the prefix or suffix that only that place has."""
    ways = telling_apart(context.haystacks[cited.quote.source], cited.quote)
    told = [
        f"{way.key} = {json.dumps(way.words, ensure_ascii=False)} for the {which}"
        for way, which in zip(ways, _WHICH, strict=False)
        if way
    ]
    return f"add {', '.join(told)}" if told else _MORE_WORDS


def _closest(context: Context, cited: Cited) -> tuple[Nearest | None, str]:
    """Offer the passage that the quote is most like, or say what is in the way of its words."""
    source = cited.quote.source
    haystack = context.haystacks[source]
    alone = cited.quote.model_copy(update={"prefix": "", "suffix": ""})
    if find(haystack, alone).span:
        return None, "the words are there, but not between this prefix and suffix"
    found = closest(context.loaded.copies[source].text, haystack, cited.quote.exact)
    return found, str(found) if found else "no passage is like it"


def _at(cited: Cited) -> At:
    return At(cited.record.id, cited.field, cited.quote.exact)


def _is_too_short(exact: str) -> bool:
    """Say whether words are fewer than two, with fewer than three letters and no number to read.

    Letters are counted as they are composed: a syllable of Hangul has two or three.
    """
    if len(words(exact)) > 1:
        return False
    signs = [each for each in unicodedata.normalize("NFD", exact) if not each.isspace()]
    letters = sum(each.isalnum() for each in signs)
    return letters < 3 and not (len(signs) > 1 and any(each.isdigit() for each in signs))
