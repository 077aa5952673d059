"""Bytes to text, with a message that finds the byte which is no UTF-8."""

from __future__ import annotations

import codecs

from scale_explorer.models.errors import DataError

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class ParseError(DataError):
    """A file that is not written as it should be; `line` and `column` count from 1."""

    def __init__(
        self, name: str, reason: str, line: int | None = None, column: int | None = None
    ) -> None:
        place = ":".join(str(part) for part in (name, line, column) if part is not None)
        super().__init__(f"{place}: {reason}")
        self.line = line
        self.column = column
        self.reason = reason


def decoded(content: bytes, name: str, *, zeros: bool = False) -> str:
    """Return `content` as text, without a byte order mark; raises ParseError when it is none.

    With `zeros`, zero bytes may stand in it.
    """
    if content.startswith(_UTF_16):
        raise ParseError(name, f"this is UTF-16, not UTF-8; {_convert('UTF-16')}")
    if b"\0" in content and not zeros:
        raise ParseError(name, f"this is not a text file: byte {content.index(0) + 1} is zero")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        start = content.rfind(b"\n", 0, error.start) + 1
        column = len(lenient(content[start : error.start])) + 1
        how = _convert("WINDOWS-1252")
        reason = f"byte {error.start + 1} is not UTF-8; if the file is Windows-1252, {how}"
        raise ParseError(name, reason, line, column) from error


def _convert(encoding: str) -> str:
    return f"convert it: iconv -f {encoding} -t UTF-8 OLD > NEW"


def lenient(content: bytes) -> str:
    """Return `content` as text, with U+FFFD for what is not UTF-8."""
    return content.decode("utf-8-sig", "replace")
