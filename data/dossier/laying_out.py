"""From claims to a document: what is said of each, in which order, with its footnotes numbered.

Every text is cleaned here once more, whatever a store or a file of pins gave it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scale_explorer.models.text import clean

from .claim_text import ClaimText, Computed, Contradiction, Words
from .footnotes import Footnote, Footnotes, footnotes
from .parts import Document, Entry, Facts, Item, Note, Part, Quoted, Remark
from .verdicts import verdict_of

_UNTITLED = "Untitled"
_WEB = ("https://", "http://")


def laid_out(claims: Iterable[ClaimText], title: str = "", about: Iterable[str] = ()) -> Document:
    """Return the document of some claims; `about` says where they come from."""
    given = tuple(claims)
    notes = footnotes(given)
    entries = _Entries(notes)
    return Document(
        title=_line(title),
        about=(*map(_line, about), *_counts(given, notes)) if title else (),
        entries=tuple(map(entries.entry, given)),
        notes=tuple(map(_note, notes.notes)),
    )


def _line(text: str) -> str:
    return clean(text).strip()


def _counts(claims: tuple[ClaimText, ...], notes: Footnotes) -> Iterator[str]:
    """Say how much there is, and how much of it was not verified on this machine."""
    quotes = len(notes.notes)
    here = sum(note.verdict.here for note in notes.notes)
    verified = f", {_verified(here, quotes)}" if quotes else ""
    yield f"{_counted(len(claims), 'claim')}, {_counted(quotes, 'quote')}{verified}."


def _verified(here: int, quotes: int) -> str:
    if not here:
        return "none verified on this machine; each is marked"
    if here < quotes:
        return f"{here:,} verified on this machine; the others are marked"
    return "all verified on this machine"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


@dataclass(slots=True)
class _Entries:
    """Makes the entries in order, and counts how often each footnote was referred to."""

    notes: Footnotes
    _referred: Counter[int] = field(default_factory=Counter[int])

    def entry(self, claim: ClaimText) -> Entry:
        """Lay one claim out."""
        about = "" if claim.gone else " · ".join(filter(None, (claim.kind, claim.id)))
        return Entry(_heading(claim), _line(about), tuple(self._parts(claim)))

    def _parts(self, claim: ClaimText) -> Iterator[Part]:
        if claim.comment:
            yield Remark("Comment", _line(claim.comment))
        yield from _warnings(claim)
        if claim.facts:
            yield Facts(tuple((_line(label), _line(value)) for label, value in claim.facts))
        if claim.note:
            yield Remark("Note", _line(claim.note))
        yield from map(self._quoted, claim.words)
        if claim.computed is not None:
            yield from self._computed(claim.computed)
        for contradiction in claim.contradictions:
            yield from self._contradiction(contradiction)

    def _quoted(self, words: Words, depth: int = 0) -> Quoted:
        number = self.notes.number(words)
        self._referred[number] += 1
        return Quoted(
            _quote(words.exact), number, self._referred[number], tuple(_remarks(words)), depth
        )

    def _computed(self, computed: Computed) -> Iterator[Part]:
        result = computed.error or _amount(computed.amount, computed.range)
        yield Remark("Computed", _line(f"{computed.formula} = {result}"))
        for each in computed.inputs:
            formula = f" = {each.formula}" if each.formula else ""
            text = f"{each.label}{formula}: {_amount(each.amount, each.range)}"
            yield Item(_line(text), each.depth)
            yield from (self._quoted(words, each.depth + 1) for words in each.words)

    def _contradiction(self, against: Contradiction) -> Iterator[Part]:
        told = (f"{against.what}.", against.against and f"Against it stands: {against.against}.")
        text = " ".join(filter(None, (*told, against.verdict, against.note)))
        yield Remark("≠ Disputed", _line(text), weighty=True)
        yield from map(self._quoted, against.words)


def _heading(claim: ClaimText) -> str:
    """Say the claim, with its amount unless the sentence has it."""
    title, amount = _line(claim.title) or _UNTITLED, _line(claim.amount)
    if not amount or amount.replace("\u00a0", " ") in title.replace("\u00a0", " "):
        return title
    return f"{title}: {amount}"


def _warnings(claim: ClaimText) -> Iterator[Remark]:
    if claim.gone:
        text = f"the data set has no record {_line(claim.id)} any more, so nothing carries this."
        yield Remark("✕ Gone", text, weighty=True)
    elif all(words.refutes for words in claim.words) and claim.words:
        yield Remark("✕ Refuted", "its quotes speak against it, and none for it.", weighty=True)
    elif any(words.refutes for words in claim.words):
        yield Remark("≠ Contested", "some of its quotes speak against it.", weighty=True)
    elif not claim.gone and not claim.all_words:
        yield Remark("✕ Unsupported", "no quote carries it.", weighty=True)
    if claim.deprecated:
        yield Remark("✕ Deprecated", "the set’s author would rather not use it.", weighty=True)
    if claim.inferred:
        yield Remark("Inferred", "a reader concluded it; no source says it in these words.")


def _quote(exact: str) -> str:
    """Keep the words as they are, but for line ends, which no format would show alike."""
    return clean(exact, multiline=True).replace("\n", " ")


def _remarks(words: Words) -> Iterator[str]:
    """Say what the words do for the claim, and mark what was not verified on this machine."""
    verdict = verdict_of(words.verdict)
    if not verdict.here:
        yield verdict.mark
    if words.refutes:
        yield "against it"
    if words.inferred:
        yield "inferred from these words"
    if words.status:
        yield _line(words.status)
    yield from (f"“{_line(said)}” is {_line(meant)}" for said, meant in words.meant)


def _amount(amount: str, span: str) -> str:
    """Return an amount with the range that it stands for, where it does not show that itself."""
    return f"{amount} ({span})" if span and span != amount else amount


def _note(note: Footnote) -> Note:
    source = note.source
    url = _line(source.url)
    web = url.startswith(_WEB) and not set(url) & set(" <>\"'`")
    paragraph = f"¶\u00a0{note.paragraph}" if note.paragraph else ""
    about = (" and ".join(source.authors), source.publisher, source.when, paragraph)
    return Note(
        number=note.number,
        said=", ".join(map(_line, note.said)),
        title=_line(source.title) or _UNTITLED,
        detail=_line(", ".join(filter(None, (*about, "" if web else url)))),
        url=url if web else "",
        verdict=note.verdict.told,
        references=note.references,
    )


def from_set(title: str, set_id: str) -> str:
    """Say which data set a document is made from."""
    return f"From the data set “{title}” ({set_id})."
