"""All that can be read in some words of a source, and in a whole text, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.frozen import replace

from ..grounding.sentences import sentences
from ..loading.paragraphs import Span
from .amounts import amounts_in
from .attributions import attributions_in
from .claims import deals_in, reasons_in, stances_in
from .kinds import likely_kinds
from .known_names import KnownNames
from .mentions import mentions_in
from .new_names import new_names_in
from .passage import BEFORE, LONGEST, PLAIN_SETTING, Passage, Setting
from .periods import periods_in
from .proposal import NameProposal, Proposals
from .ties import ties_in


def proposals(
    text: str, selected: Span, known: KnownNames, setting: Setting = PLAIN_SETTING
) -> Proposals:
    """Read some words of a source's text, with the sentences they touch and what stands before.

    The work is bounded by the sentence and not by the text, and the answer depends on nothing else.
    """
    return _read(Passage.around(text, selected, known, setting), near=True)


def suggest(text: str, known: KnownNames, setting: Setting = PLAIN_SETTING) -> Iterator[Proposals]:
    """Yield what can be read in each sentence of a text, one at a time.

    What a form alone needs is left out: known names that look like a new one. Linear in the text.
    """
    for span in _pieces(text, setting.language):
        yield _read(_piece(text, span, known, setting), near=False)


def _pieces(text: str, language: str) -> Iterator[Span]:
    """Yield the sentences of a text, those too long to be one cut at a blank."""
    for first, end in sentences(text, language):
        start = first
        while end - start > LONGEST:
            blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = blank if blank > 0 else start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def _piece(text: str, span: Span, known: KnownNames, setting: Setting) -> Passage:
    """Return a sentence as a passage, without looking for its bounds again."""
    start, end = span
    before = text[max(0, start - BEFORE) : start]
    return Passage(text[start:end], start, before, span, known, setting)


def _read(passage: Passage, *, near: bool) -> Proposals:
    amounts = amounts_in(passage)
    mentions = mentions_in(passage)
    found = Proposals(
        selected=passage.selected,
        context=(passage.start, passage.start + len(passage.text)),
        amounts=amounts,
        periods=periods_in(passage, amounts),
        names=_names(passage),
        new_names=new_names_in(passage, near=near),
        attributions=attributions_in(passage),
        ties=ties_in(passage, mentions),
        deals=deals_in(passage),
        stances=stances_in(passage),
        reasons=reasons_in(passage),
        mentions=mentions,
    )
    return replace(found, kinds=likely_kinds(found))


def _names(passage: Passage) -> tuple[NameProposal, ...]:
    outer = set(passage.outer)
    return tuple(
        NameProposal(
            start=passage.start + each.start,
            end=passage.start + each.end,
            words=passage.text[each.start : each.end],
            rule="name:known",
            ids=each.ids,
            kind=passage.known.entities[each.ids[0]].kind,
            inner=each not in outer,
        )
        for each in passage.standing
    )
