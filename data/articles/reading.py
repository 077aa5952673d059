"""An article from a file, whatever the bytes are: its text, and what the file tells of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from scale_explorer.models.errors import DataError

from ..loading.limits import FILE_BYTES
from ..loading.read import megabytes, read_regular, shown
from .article import Article, line_of, sound
from .decoding import text_of_page, text_of_plain
from .limits import ARTICLE_BYTES
from .tidying import tidy

_PAGES = (".html", ".htm", ".xhtml")
_PAGE_START = re.compile(rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head)\b",
                         re.IGNORECASE | re.DOTALL)  # fmt: skip
_START = 2_048  # bytes that tell what a file is
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OTHERS = {
    b"%PDF-": "a PDF; convert it: pdftotext {name} article.txt, and read over what came out",
    b"PK\x03\x04": "no text but a document or an archive; save it as a text file",
    b"\xd0\xcf\x11\xe0": "no text but a document; save it as a text file",
    b"{\\rtf": "a document in RTF; save it as a text file",
    b"From: <Saved by": "a page with its pictures in one file (MHTML); save it as HTML only",
}
"""How files begin that are no text, and what to do with them."""
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_TITLE = 160  # characters that a first line has at most that is a title
_SHORTENED = 80


def read_article(path: Path) -> Article:
    """Read an article from a regular file; raises DataError whose message is for people."""
    return article_from(read_regular(path, ARTICLE_BYTES), shown(path), path.suffix)


def article_from(content: bytes, name: str, suffix: str = "") -> Article:
    """Read an article from its bytes; `name` is what messages call it, `suffix` tells what it is.

    Raises DataError when it is no text, has no words, or holds more than a source may.
    """
    _refuse_others(content, name)
    page = suffix.lower() in _PAGES or _is_page(content)
    article = _from_page(content, name) if page else _from_text(content, name)
    if not any(map(str.isalnum, article.text)):
        raise DataError(f"{name} holds no words; give the file that has the article's text.")
    if len(article.content) > FILE_BYTES:
        raise DataError(f"{name} has more than {megabytes(FILE_BYTES)} of text; split it.")
    return article


def _refuse_others(content: bytes, name: str) -> None:
    for start, what in _OTHERS.items():
        if content.startswith(start):
            raise DataError(f"{name} is {what.format(name=name)}.")


def _is_page(content: bytes) -> bool:
    """Say whether a file begins as a page does, in whatever encoding."""
    start = content[:_START].replace(b"\0", b"")
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return bool(_PAGE_START.match(start))


def _from_page(content: bytes, name: str) -> Article:
    # Loaded here because most articles are given as text, and a page takes a process of its own.
    from .apart import page_apart  # noqa: PLC0415

    told = dict(page_apart(text_of_page(content, name), name))
    text = tidy(_words(told.pop("text", "")))
    title = line_of(_words(told.pop("title", ""))) or _title(text)
    return Article(text, title, sound(told))


def _from_text(content: bytes, name: str) -> Article:
    text = tidy(text_of_plain(content, name))
    return Article(text, _title(text))


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _title(text: str) -> str:
    """Return the first line of a text, or of a long one as many words as a title has."""
    first = text.split("\n", 1)[0].strip()
    heading = _HEADING.fullmatch(first)
    line = line_of(heading[1] if heading else first)
    if len(line) <= _TITLE:
        return line
    return f"{line[:_SHORTENED].rsplit(' ', 1)[0]}…"
