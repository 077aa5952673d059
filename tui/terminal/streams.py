"""Standard output and error as the terminal or the pipe behind them can take text.

A pipe or a file gets UTF-8, whatever the locale: it is for machines, and read elsewhere. A terminal
that is not UTF-8 by its locale gets ASCII, with stand-ins as the app draws them.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Mapping
from typing import Literal, TextIO

from .environment import look

Spelling = Literal["scale-explorer-ascii", "scale-explorer-json", "xmlcharrefreplace", "replace"]
"""How a stream writes what its encoding lacks: Python's error handlers, two of them ours."""

LIKE: Spelling = "scale-explorer-ascii"
JSON: Spelling = "scale-explorer-json"


def suit(stream: TextIO | None, environment: Mapping[str, str] = os.environ) -> None:
    """Set the encoding of a stream; what it lacks is written as something like it."""
    if isinstance(stream, io.TextIOWrapper):
        plain = stream.isatty() and not look(environment).utf8
        stream.reconfigure(encoding="ascii" if plain else "utf-8", errors=LIKE)


def suit_all(environment: Mapping[str, str] = os.environ) -> None:
    """Set the encoding of standard output and error."""
    suit(sys.stdout, environment)
    suit(sys.stderr, environment)


def spell(stream: TextIO, spelling: Spelling) -> None:
    """Have a stream write what its encoding lacks in another way from here on."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=spelling)


def _like(error: UnicodeError) -> tuple[str, int]:
    # Loaded here because most terminals lack nothing.
    from ..widgets.ascii import to_ascii  # noqa: PLC0415

    lacking, end = _lacking(error)
    return to_ascii(lacking), end


def _as_json(error: UnicodeError) -> tuple[str, int]:
    r"""Write a string of JSON (RFC 8259, section 7): `\u` and the code units of UTF-16."""
    lacking, end = _lacking(error)
    units = lacking.encode("utf-16-be", "surrogatepass")
    pairs = zip(units[::2], units[1::2], strict=True)
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in pairs), end


def _lacking(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end], error.end


codecs.register_error(LIKE, _like)
codecs.register_error(JSON, _as_json)
