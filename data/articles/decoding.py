"""Bytes of an article to text, by its byte order mark, as UTF-8, or as a page says of itself.

UTF-8 counts before what a page says: programs that save pages change the encoding and leave the
old name in it, and what is sound UTF-8 by chance is rare. Labels mean what browsers take them for
(WHATWG Encoding Standard): ISO 8859-1 and ASCII are Windows-1252.
"""

from __future__ import annotations

import codecs
import re

from ..loading.decode import ParseError, decoded

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""Byte order marks; a longer one stands before the shorter one that it begins with."""
_HEAD = 4_096
"""Bytes at the beginning of a page that may name its encoding."""
_NAMED = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_TEXT_CODECS = re.compile(r"utf-?8|iso8859-\d+|cp\d+|koi8-[ru]|big5\w*|gb\w+|euc_\w+|shift_jis\w*")
"""Codecs that make text of bytes; Python has others, which pages have no business to name."""


def marked(content: bytes, name: str) -> str | None:
    """Return the text of bytes that begin with a byte order mark, None where there is no such mark.

    Raises ParseError when what follows is not what the mark says.
    """
    for mark, codec in _MARKS.items():
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                reason = f"it begins as {codec.upper()}, but byte {error.start + 1} is none"
                raise ParseError(name, reason) from error
    return None


def text_of_plain(content: bytes, name: str) -> str:
    """Return a text file's text; raises ParseError that says how to convert it."""
    text = marked(content, name)
    return decoded(content, name) if text is None else text


def text_of_page(content: bytes, name: str) -> str:
    """Return a page's HTML; raises ParseError when it is no UTF-8 and names no other encoding.

    A byte that the named encoding does not have becomes U+FFFD, as in a browser.
    """
    if (text := marked(content, name)) is not None:
        return text
    try:
        return content.decode()
    except UnicodeDecodeError:
        codec = _named_codec(content[:_HEAD])
        return decoded(content, name) if codec is None else content.decode(codec, "replace")


def _named_codec(head: bytes) -> str | None:
    found = _NAMED.search(head)
    try:
        codec = codecs.lookup(found[1].decode("ascii", "replace")).name if found else ""
    except (LookupError, ValueError):
        return None
    codec = _AS_BROWSERS.get(codec, codec)
    return codec if _TEXT_CODECS.fullmatch(codec) else None
