"""Whether every claim rests on words that are really in its source."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.evidence import Source
from scale_explorer.models.figure import Figure

from ..finding import Finding, Severity
from ..grounding.closest import closest
from ..grounding.ground import Verdict
from ..grounding.match import find
from ..grounding.quotes import Cited, quotes_of
from ..loading.limits import HINTS
from .context import At, Context
from .wording import shortened


def claim_without_evidence(context: Context) -> Iterator[Finding]:
    """Tell of claims that no quote carries; a figure computed from others needs none."""
    for claim in context.dataset.claims:
        computed = isinstance(claim, Figure) and claim.formula
        if not computed and not any(quotes_of(claim)):
            message = f"no quote carries this {claim.KIND.label.lower()}"
            hint = 'add evidence = ["the words of the source"]'
            yield context.error("claim_without_evidence", message, At(claim.id), hint)


def quote_not_in_source(context: Context) -> Iterator[Finding]:
    """Tell of quotes whose words, with their prefix and suffix, are not in the source's text.

    In a reader's copy of another edition that is a warning: the authors may have had another text.
    """
    hints = 0
    for cited in context.quotes:
        if context.verdict(cited) is not Verdict.MISSING:
            continue
        hint = _closest(context, cited) if hints < HINTS else ""
        hints += 1
        elsewhere = _other_edition(context, cited.quote.source) == "your copy"
        tell = context.warning if elsewhere else context.error
        where = "your copy of " if elsewhere else ""
        message = f"“{shortened(cited.quote.exact)}” is not in {where}{cited.quote.source}"
        yield tell("quote_not_in_source", message, _at(cited), hint)


def quote_ambiguous(context: Context) -> Iterator[Finding]:
    """Warn of quotes that stand in several places of their source."""
    for cited in context.quotes:
        if context.verdict(cited) is Verdict.AMBIGUOUS:
            message = f"“{shortened(cited.quote.exact)}” is in {cited.quote.source} more than once"
            hint = "quote more words, or add the words before as prefix or after as suffix"
            yield context.warning("quote_ambiguous", message, _at(cited), hint)


def source_changed(context: Context) -> Iterator[Finding]:
    """Warn of texts and locks that are not of the edition that the set names by its hash."""
    for source in context.dataset.of(Source):
        what = _other_edition(context, source.id)
        if what:
            message = f"{what} of {source.id} is another edition than the set was checked against"
            hint = "attach the edition that the set names, or check its quotes and lock it again"
            yield context.warning("source_changed", message, At(source.id, "sha256"), hint)


def empty_source_text(context: Context) -> Iterator[Finding]:
    """Tell of source texts without a word: nothing can be found in them."""
    for source, copy in context.loaded.copies.items():
        if not copy.text.strip():
            message = f"the text of {source} is empty"
            yield context.error("empty_source_text", message, At(source, "text"))


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


def _other_edition(context: Context, source_id: str) -> str:
    """Say what is of another edition: the text, the reader's copy or the lock; else nothing.

    The set names an edition by the source's `sha256`, or else by its lock.
    """
    source = context.dataset.by_id.get(source_id)
    locked = context.loaded.lock.sources.get(source_id) if context.loaded.lock else None
    copy = context.loaded.copies.get(source_id)
    given = source.sha256 if isinstance(source, Source) else None
    named = given or (locked.sha256 if locked else None)
    if copy and named not in {None, copy.sha256}:
        return "your copy" if copy.origin == "attached" else "the text"
    return "the lock" if locked and not copy and named != locked.sha256 else ""


def _closest(context: Context, cited: Cited) -> str:
    """Offer the passage that the quote is most like, or say what is in the way of its words."""
    haystack = context.haystacks[cited.quote.source]
    alone = cited.quote.model_copy(update={"prefix": "", "suffix": ""})
    if find(haystack, alone).span:
        return "the words are there, but not between this prefix and suffix"
    found = closest(haystack, cited.quote.exact)
    return f"closest is “{found}”" if found else "no passage is like it"


def _at(cited: Cited) -> At:
    return At(cited.record.id, cited.field, cited.quote.exact)
