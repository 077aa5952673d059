"""A dossier as Markdown: it reads well, and nothing in it becomes markup of its own."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from scale_explorer.data.dossier.laying_out import laid_out
from scale_explorer.data.dossier.parts import Document, Entry, Note, Quoted, Remark
from scale_explorer.data.formats.footnoted_markdown import escaped, line, written

from .dossiers import DOCUMENTS, NASTY, SMALL, TEXTS, small

SMALL_AS_MARKDOWN = """\
# Dossier: Mill

From the data set “Mill” (mill).
3 claims, 3 quotes, 1 verified on this machine; the others are marked.

## 1. Mill’s sales, 2024: ≈ $9 M

Figure · sales · sales

**Comment:** Ask him.

**≠ Contested:** some of its quotes speak against it.

- amount: ≈ $9 M
- range: $8.1–9.9 M

**Note:** The miller’s own number.

> “sold about $9 million of flour”[^1] (“it” is Mill)

> “never sold that much”[^2] (○ not checked; against it)

**≠ Disputed:** two amounts. Against it stands: Sales: $5 M. Neither leads: both are hearsay.

> “its 30 workers”[^3] (✓ locked; current)

## 2. Mill’s sales per worker: ≈ $300 K ƒ

Figure · sales · per-head

**Inferred:** a reader concluded it; no source says it in these words.

**Computed:** sales ÷ staff = ≈ $300 K ƒ ($270–330 K)

- sales: ≈ $9 M ($8.1–9.9 M)

  > “sold about $9 million of flour”[^1] (“it” is Mill)

  - staff: 30

    > “its 30 workers”[^3] (✓ locked; current)

## 3. Once it was here

**Comment:** Where is it?

**✕ Gone:** the data set has no record lost any more, so nothing carries this.

[^1]: the miller, *Mill to close*, Ann Oak and Bo Elm, The Gazette, 3 May 2025, ¶\u00a02, \
<https://gazette.example/mill>. ✓ here: found in the text on this machine.
[^2]: *A letter*. ○ not checked: the text is not here, and nobody has checked the words.
[^3]: *Mill to close*, Ann Oak and Bo Elm, The Gazette, 3 May 2025, ¶\u00a03, \
<https://gazette.example/mill>. ✓ locked: found by the set’s authors, not verified here.
"""


def tokens(text: str) -> list[Token]:
    """Read as the most eager programs do: raw HTML, bare links, tables and footnotes are on."""
    reader = MarkdownIt("gfm-like", {"html": True}).use(footnote_plugin)
    return reader.parse(text)


def inline(text: str) -> list[Token]:
    return list(chain.from_iterable(token.children or () for token in tokens(text)))


def shown(text: str) -> str:
    """Return what a reader sees, blanks as one."""
    pieces = (
        " " if each.type in {"softbreak", "hardbreak"} else each.content for each in inline(text)
    )
    return " ".join("".join(pieces).split())


def test_all_that_a_dossier_holds_is_told() -> None:
    assert written(small()) == SMALL_AS_MARKDOWN


def test_a_claim_alone_has_no_number_and_ends_with_its_footnotes() -> None:
    alone = written(laid_out(SMALL[:1]))
    assert alone.startswith("**Mill’s sales, 2024: ≈ $9 M**\n")
    assert alone.count("\n[^") == 3


BLOCKS = {
    "heading", "paragraph", "inline", "bullet_list", "list_item", "blockquote", "footnote",
    "footnote_block", "footnote_anchor",
}  # fmt: skip
INLINE = {"text", "softbreak", "em", "strong", "footnote_ref", "link", "text_special"}


@settings(deadline=None)  # a busy machine is no failure
@given(DOCUMENTS)
def test_nothing_becomes_markup_but_what_is_ours(document: Document) -> None:
    text = written(document)
    urls = {note.url for note in document.notes if note.url}
    assert {re.sub("_(open|close)$", "", token.type) for token in tokens(text)} <= BLOCKS
    found = inline(text)
    assert {re.sub("_(open|close)$", "", token.type) for token in found} <= INLINE
    links = [token for token in found if token.type == "link_open"]
    assert all(token.markup == "autolink" for token in links)
    assert len(links) == len([note for note in document.notes if note.url])
    assert len({str(token.attrs["href"]) for token in links}) <= len(urls)


@settings(deadline=None)  # a busy machine is no failure
@given(DOCUMENTS)
def test_every_quote_has_its_footnote(document: Document) -> None:
    quoted = [p for entry in document.entries for p in entry.parts if isinstance(p, Quoted)]
    references = [token for token in inline(written(document)) if token.type == "footnote_ref"]
    assert len(references) == len(quoted)
    assert [int(token.meta["label"]) for token in references] == [each.number for each in quoted]


@settings(deadline=None)
@given(TEXTS)
@example("1. item")
@example("1.5 million")
@example("- item")
@example("=")
@example("http://x.example/ and www.x.example")
@example("a\\")
def test_text_reads_as_it_was(text: str) -> None:
    note = Note(1, "said", "title", "detail", "", "✓ here.", 1)
    plain = " ".join(laid_out((), "t", (text,)).about[0].split())
    entry = Entry(plain, plain, (Remark("Comment", plain), Quoted(plain, 1, 1)))
    rendered = shown(written(Document("t", (), (entry,), (note,))))
    begin = f"t1. {plain}{plain}Comment: {plain}“{plain}”"
    assert rendered.replace(" ", "").startswith(begin.replace(" ", ""))


@pytest.mark.parametrize("text", NASTY)
def test_known_tricks_stay_text_wherever_they_stand(text: str) -> None:
    plain = " ".join(laid_out((), "t", (text,)).about[0].split())
    for written_text in (line(plain), f"- {line(plain)}: {escaped(plain)}", f"# {line(plain)}"):
        assert {token.type for token in inline(written_text)} <= {"text", "text_special"}
        kinds = {token.type for token in tokens(written_text)}
        assert not kinds & {"html_block", "fence", "code_block", "hr", "table_open"}


@given(st.floats(0, 10**6).map(str))
def test_amounts_stay_readable(number: str) -> None:
    assert escaped(f"${number} M") == f"${number} M"
