"""A dossier as a page: whole, linked both ways, and nothing in it can act."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from scale_explorer.data.dossier.parts import Document, Facts, Item, Quoted, Remark
from scale_explorer.data.formats.footnoted_html import written

from .dossiers import DOCUMENTS, small

TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "section", "dl", "dt", "dd",
    "blockquote", "sup", "a", "span", "strong", "ol", "li", "cite",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "rel", "aria-label"
}  # fmt: skip
ALONE = {"meta"}


class Page(HTMLParser):
    """Reads a page, and insists that every tag is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.comments: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += attrs
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


@settings(deadline=None)  # a busy machine is no failure
@given(DOCUMENTS)
def test_only_our_tags_and_attributes_are_there(document: Document) -> None:
    page = Page(written(document))
    assert page.open == []
    assert page.comments == []
    assert set(page.tags) <= TAGS
    assert {name for name, _ in page.attributes} <= ATTRIBUTES


@settings(deadline=None)  # a busy machine is no failure
@given(DOCUMENTS)
def test_links_lead_to_footnotes_back_and_to_the_web_only(document: Document) -> None:
    page = Page(written(document))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    web = sorted(note.url for note in document.notes if note.url)
    assert sorted(h for h in page.values("href") if not h.startswith("#")) == web
    inner = [href[1:] for href in page.values("href") if href.startswith("#")]
    assert set(inner) <= set(ids)
    notes = [each for each in ids if each.startswith("note-")]
    references = [each for each in ids if each.startswith("ref-")]
    assert set(inner) == {*notes, *references}
    assert Counter(inner).total() == 2 * len(references)


@settings(deadline=None)  # a busy machine is no failure
@given(DOCUMENTS)
def test_every_word_is_shown_as_it_is(document: Document) -> None:
    text = Page(written(document)).text
    for entry in document.entries:
        assert entry.heading in text
        for part in entry.parts:
            match part:
                case Remark(label, told):
                    assert f"{label}: {told}" in text
                case Facts(pairs):
                    assert all(value in text for _, value in pairs)
                case Item(told):
                    assert told in text
                case Quoted(exact):
                    assert f"“{exact}”" in text


@pytest.mark.parametrize(
    "piece",
    [
        '<h2 id="claim-1">1. Mill’s sales, 2024: ≈ $9 M</h2>',
        '“never sold that much”<sup><a id="ref-2-1" href="#note-2">2</a></sup>',
        '<span class="remarks">(○ not checked; against it)</span>',
        '<a href="https://gazette.example/mill" rel="noopener noreferrer">',
        '<a href="#ref-1-1" aria-label="back">↩</a> <a href="#ref-1-2" aria-label="back">↩</a>',
        "<strong>✕ Gone:</strong>",
        "default-src 'none'",
        "prefers-color-scheme: dark",
        "@media print",
    ],
)
def test_what_a_page_has(piece: str) -> None:
    assert piece in written(small())


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = written(small())
    assert not [each for each in ("src=", "@import", "url(", "<link", "<script") if each in page]
