"""Claims with their verbatim words and numbered sources, as an answer: a dossier in any format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from scale_explorer.data.dossier.claim_text import ClaimText, Words
from scale_explorer.data.dossier.dossier import Dossier
from scale_explorer.data.dossier.gathering import claim_texts
from scale_explorer.data.dossier.laying_out import from_set, laid_out
from scale_explorer.data.dossier.parts import Document
from scale_explorer.data.formats import footnoted_html, footnoted_markdown, footnoted_text
from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import dataclass

from ..exits import FINE, FOUND
from .answer import Answer
from .drawing.blocks import Block, Cell, Column, Paragraph, Sheet
from .json_text import json_text

_COLUMNS = tuple(map(Column, (
    "number", "claim", "id", "kind", "amount", "range", "period", "status", "comment", "remark",
    "quote", "does", "attribution", "source", "source id", "authors", "publisher", "published",
    "url", "paragraph", "verdict",
)))  # fmt: skip


@dataclass(frozen=True)
class Footnoted(Answer):
    """The claims of a dossier; `title` is that of the page, `missing` says why there are none."""

    store: Store
    dossier: Dossier
    title: str
    missing: str

    @cached_property
    def claims(self) -> tuple[ClaimText, ...]:
        """What the claims come to."""
        return claim_texts(self.store, self.dossier.pins)

    def blocks(self) -> Iterator[Block]:
        """Yield the plain text."""
        yield Paragraph("\n".join(self.as_text()))

    def as_markdown(self) -> Iterator[str]:
        """Yield the lines of Markdown with footnotes."""
        return self._written(footnoted_markdown.written)

    def as_html(self) -> Iterator[str]:
        """Yield the lines of a page."""
        return self._written(footnoted_html.written)

    def as_text(self) -> Iterator[str]:
        """Yield the lines of a text of 80 columns."""
        return self._written(footnoted_text.written)

    def sheet(self) -> Sheet:
        """Return a row a quote; a claim without quotes has a row too."""
        numbered = enumerate(self.claims, 1)
        rows = (row for number, claim in numbered for row in _rows(number, claim))
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield each claim with its comment and its record."""
        for claim in self.claims:
            document = "null" if claim.gone else self.store.document(claim.id) or "null"
            fields = {"id": claim.id, "title": claim.title, "comment": claim.comment}
            told = json_text({**fields, "gone": claim.gone})
            disputed = json_text([each.against for each in claim.contradictions])
            yield f'{told[:-1]}, "disputed_by": {disputed}, "record": {document}}}'

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self.dossier.pins else FOUND

    def narration(self) -> str:
        """Say that there are none."""
        return "" if self.dossier.pins else self.missing

    def _written(self, write: Callable[[Document], str]) -> Iterator[str]:
        if not self.dossier.pins:
            return iter(())
        summary = self.store.summary()
        document = laid_out(self.claims, self.title, (from_set(summary.title, summary.id),))
        return iter(write(document).splitlines())


def _rows(number: int, claim: ClaimText) -> Iterator[tuple[Cell, ...]]:
    facts = dict(claim.facts)
    told = (facts.get("range"), facts.get("period"), facts.get("status"))
    own = (number, claim.title, claim.id, claim.kind, claim.amount, *told, claim.comment)
    remark = "; ".join(_remarks(claim))
    for words in claim.words or (None,):
        yield (*own, remark, *(_quoted(words) if words else ("",) * 11))


def _remarks(claim: ClaimText) -> Iterator[str]:
    """Say what a reader must not overlook."""
    if claim.gone:
        yield "gone from the data set"
    if claim.inferred:
        yield "inferred"
    if claim.deprecated:
        yield "deprecated"
    if claim.computed:
        yield f"computed: {claim.computed.formula}"
    yield from (
        f"disputed: {' '.join(filter(None, (each.against, each.verdict)))}"
        for each in claim.contradictions
    )


def _quoted(words: Words) -> tuple[Cell, ...]:
    does = "refutes" if words.refutes else "supports"
    source = words.source
    return (
        words.exact, does, words.attribution, source.title, source.id, ", ".join(source.authors),
        source.publisher, source.when, source.url, words.paragraph, words.verdict,
    )  # fmt: skip
