"""What a page tells of its article, and what is not believed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scale_explorer.data.articles.article import sound
from scale_explorer.data.articles.page import read_page
from scale_explorer.data.articles.page_facts import without_publisher


def told(head: str, body: str = "<p>x") -> dict[str, Any]:
    facts = read_page(f"<html lang=en-GB><head>{head}</head><body>{body}</body></html>")
    return {"title": facts["title"], **sound(facts)}


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (meta("og:title", "Sold"), "<h1>No</h1>", "Sold"),
        (linked(**{"@type": "NewsArticle", "headline": "Sold"}), "<h1>No</h1>", "Sold"),
        ("<title>No</title>", "<h1> Sold\n <b>off</b></h1>", "Sold off"),
        ("<title>Sold</title>", "<h1> </h1><svg><title>No</title></svg>", "Sold"),
        (f"{meta('og:site_name', 'Gazette')}<title>Sold | Gazette</title>", "", "Sold"),
        ("", "", ""),
    ],
)
def test_the_title_is_what_the_page_calls_its_article(head: str, body: str, title: str) -> None:
    assert told(head, body)["title"] == title


@pytest.mark.parametrize(
    ("title", "publisher", "wanted"),
    [
        ("Sold – The Gazette", "the gazette", "Sold"),
        ("A - B - Gazette", "Gazette", "A - B"),
        ("Sold | Markets", "Gazette", "Sold | Markets"),
        ("Sold | ", "", "Sold | "),
    ],
)
def test_a_publisher_behind_a_title_goes(title: str, publisher: str, wanted: str) -> None:
    assert without_publisher(title, publisher) == wanted


def test_meta_elements_are_read() -> None:
    facts = told(
        meta("og:site_name", "The Gazette")
        + meta("author", "Ada Quill")
        + meta("author", "Bo Lens")
        + meta("author", "Ada Quill")
        + '<meta property="article:published_time" content="2025-03-04T08:00:00Z">'
        + '<link rel="alternate Canonical" href="https://gazette.example/a?b=1">'
    )
    assert facts == {
        "title": "",
        "publisher": "The Gazette",
        "authors": ["Ada Quill", "Bo Lens"],
        "published": "2025-03-04",
        "url": "https://gazette.example/a?b=1",
        "language": "en-GB",
    }


def test_linked_data_is_read() -> None:
    article = {
        "@type": ["ReportageNewsArticle"], "author": [{"name": "Ada"}, "Bo"], "url": "https://a.b/c",
        "publisher": {"name": "Gazette"}, "datePublished": "2025-03",
    }  # fmt: skip
    facts = told(f"{linked(x=1)}<script type='application/ld+json'>{{</script>"
                 + linked(**{"@graph": [{"@type": "WebSite", "name": "No"}, article]}))  # fmt: skip
    assert facts["authors"] == ["Ada", "Bo"]
    assert facts["publisher"] == "Gazette"
    assert facts["published"] == "2025-03"
    assert facts["url"] == "https://a.b/c"


def test_a_time_in_the_article_is_its_date_when_nothing_else_is() -> None:
    body = "<p>by A <time>yesterday</time> <time datetime='2025-03-04 08:00'>today</time>"
    assert told("", body)["published"] == "2025-03-04"
    assert told(meta("date", "2024-01-02"), body)["published"] == "2024-01-02"


@pytest.mark.parametrize(
    ("head", "field"),
    [
        (meta("date", "2025-13-40"), "published"),
        (meta("date", "last week"), "published"),
        (meta("author", "https://social.example/ada"), "authors"),
        ('<link rel=canonical href="javascript:alert(1)">', "url"),
        ('<link rel=canonical href="/relative">', "url"),
        ('<link rel=canonical href="https://">', "url"),
        (linked(**{"@type": "Article", "author": {"name": 5}, "publisher": None}), "authors"),
        (f"<script type=application/ld+json>{'[' * 100_000}</script>", "authors"),
        (f"<script type=application/ld+json>{'[' * 300_000}</script>", "authors"),
    ],
)
def test_what_a_source_cannot_take_is_left_out(head: str, field: str) -> None:
    assert field not in told(head)


def test_a_language_that_is_none_is_left_out() -> None:
    page = read_page("<html lang='english, mostly'><p>x")
    assert "language" not in sound(page)
    assert sound(read_page("<html lang='PT_br'><p>x"))["language"] == "pt-br"


def test_what_is_told_is_safe_and_bounded() -> None:
    facts = told(meta("og:site_name", "A\x1b[31m&#x202e;B" + "x" * 500) + meta("author", "A") * 99)
    assert facts["publisher"].startswith("A␛[31m�B")
    assert len(facts["publisher"]) == 300
    many = "".join(meta("author", f"A{number}") for number in range(99))
    assert len(told(many)["authors"]) == 20
