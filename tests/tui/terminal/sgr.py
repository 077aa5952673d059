"""The colours that a program sent, read from its raw bytes (ECMA-48 SGR, ISO 8613-6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Colour = Literal["sixteen", "indexed", "true"]

_SGR = re.compile(rb"\x1b\[([\d;:]*)m")
_LENGTHS = {"5": 3, "2": 5}
"""Parameters of an extended colour, by its kind."""


def colours_in(output: bytes) -> set[Colour]:
    """Return the kinds of colours that are set anywhere; the default colours are none."""
    return {
        colour
        for parameters in _SGR.findall(output)
        for colour in _colours(parameters.decode().replace(":", ";").split(";"))
    }


def _colours(parameters: list[str]) -> Iterator[Colour]:
    while parameters:
        first = parameters.pop(0)
        if first in {"38", "48"}:
            kind = parameters[0] if parameters else ""
            yield "true" if kind == "2" else "indexed"
            del parameters[: _LENGTHS.get(kind, 2) - 1]
        elif re.fullmatch(r"[34][0-7]|9[0-7]|10[0-7]", first):
            yield "sixteen"
