"""A web page to the text of its article and what it tells of it; run apart, see `apart.py`.

    python -m scale_explorer.data.articles.page <PAGE >ANSWER

The page comes as UTF-8, the answer is one JSON object. Only `apart.py` calls this: it sets limits,
since no parser of HTML takes hostile pages in reasonable time.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from .limits import MEMORY_BYTES, SECONDS
from .page_facts import page_facts
from .paragraphs import paragraphs_of
from .region import region


def read_page(html: str) -> dict[str, Any]:
    """Return a page's `text` and what it tells: see `page_facts`."""
    page = LexborHTMLParser(html)
    if page.body is None:
        return {"text": "", **page_facts(page, None)}
    found = region(page.body)
    paragraphs = list(paragraphs_of(found.root, found.skips))
    facts = page_facts(page, found.root)
    return {"text": "\n\n".join(_headed(page, paragraphs)), **facts}


def _headed(page: LexborHTMLParser, paragraphs: list[str]) -> list[str]:
    """Put the heading of the page before its paragraphs, where it stands above the article."""
    heading = page.css_first("h1")
    words = "" if heading is None else " ".join(heading.text().split())
    known = {" ".join(each.split()) for each in paragraphs}
    return [words, *paragraphs] if words and words not in known else paragraphs


def main() -> None:
    """Read a page from standard input, and write what it is to standard output."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    html = sys.stdin.buffer.read().decode(errors="replace")
    sys.stdout.write(json.dumps(read_page(html)))


if __name__ == "__main__":
    main()
