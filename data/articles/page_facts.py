"""What a page tells of its article: title, publisher, authors, date, address and language.

By the Open Graph protocol, schema.org in JSON-LD, and the elements and names that HTML has for it;
what was written for other machines counts before what stands in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .elements import attribute
from .linked_data import LinkedData, linked_data

_DAY = re.compile(r"\s*(\d{4}(?:-\d{2}){0,2})(?![\d-])")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)\s*")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dcterms.created", "dc.date.issued", "parsely-pub-date", "sailthru.date", "pubdate",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_PARTINGS = (" | ", " - ", " – ", " — ", " · ", " :: ")
"""What pages put between the title of an article and their own name."""


def page_facts(page: LexborHTMLParser, article: LexborNode | None) -> dict[str, Any]:
    """Return what a page tells, as it tells it: each may be empty, and is not to be trusted."""
    named = _named(page)
    linked = linked_data(each.text() for each in page.css('script[type*="ld+json"]'))
    publisher = _first(named, "og:site_name") or linked.publisher
    return {
        "title": _title(page, named, linked, publisher),
        "publisher": publisher,
        "authors": list(_authors(named, linked)),
        "published": _published(article, named, linked),
        "url": _address(page, named, linked),
        "language": _language(page),
    }


def _named(page: LexborHTMLParser) -> Mapping[str, list[str]]:
    """Return what the page's `meta` elements say, by name."""
    found: dict[str, list[str]] = {}
    for each in page.css("meta[content]"):
        told = each.attributes
        name = told.get("property") or told.get("name") or told.get("itemprop") or ""
        found.setdefault(name.strip().lower(), []).append((told.get("content") or "").strip())
    return found


def _first(named: Mapping[str, list[str]], *names: str) -> str:
    return next((said for name in names for said in named.get(name, ()) if said), "")


def _title(
    page: LexborHTMLParser, named: Mapping[str, list[str]], linked: LinkedData, publisher: str
) -> str:
    headings = (text for each in page.css("h1") if (text := _text(each)))
    told = _first(named, "og:title", "twitter:title") or linked.title or next(headings, "")
    return without_publisher(told or _text(page.css_first("title")), publisher)


def without_publisher(title: str, publisher: str) -> str:
    """Return a title without the name of the page that stands behind it."""
    for parting in _PARTINGS:
        before, found, after = title.rpartition(parting)
        if found and before and publisher and after.strip().lower() == publisher.lower():
            return before
    return title


def _authors(named: Mapping[str, list[str]], linked: LinkedData) -> Iterator[str]:
    said = [each for name in _AUTHORS for each in named.get(name, ())]
    yield from linked.authors or (each for each in said if not _ADDRESS.match(each))


def _published(
    article: LexborNode | None, named: Mapping[str, list[str]], linked: LinkedData
) -> str:
    times: Iterable[LexborNode] = article.css("time[datetime]") if article is not None else ()
    told = (
        _first(named, *_DATES),
        linked.published,
        *(attribute(each, "datetime") for each in times),
    )
    found = (match[1] for each in told if (match := _DAY.match(each)))
    return next(found, "")


def _address(page: LexborHTMLParser, named: Mapping[str, list[str]], linked: LinkedData) -> str:
    links = (attribute(each, "href").strip() for each in page.css('link[rel~="canonical" i]'))
    told = (*links, _first(named, "og:url"), linked.url)
    return next((each for each in told if _ADDRESS.match(each)), "")


def _language(page: LexborHTMLParser) -> str:
    html = page.css_first("html")
    found = _LANGUAGE.fullmatch(attribute(html, "lang")) if html is not None else None
    return found[1].lower() + found[2].replace("_", "-") if found else ""


def _text(node: LexborNode | None) -> str:
    return "" if node is None else " ".join(node.text().split())
