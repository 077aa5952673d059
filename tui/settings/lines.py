"""On which line of a TOML file a key stands; the parser does not say."""

from __future__ import annotations

import re

from scale_explorer.data.loading.skeleton import skeleton

_PART = r"""(?:"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|[\w-]++)"""
_DOTTED = rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+"
_PARTS = re.compile(_PART)
_KEY = re.compile(rf"[ \t]*+({_DOTTED})[ \t]*+=")
_HEADER = re.compile(rf"[ \t]*+\[\[?[ \t]*+({_DOTTED})")


def key_lines(text: str) -> dict[str, int]:
    """Return the line of every table and key, from 1, by its name with a dot between parts.

    `"app.why"` in quotes and `app.why` as a table have the same name; the first of them counts.
    """
    found: dict[str, int] = {}
    table, depth = "", 0
    lines = zip(text.split("\n"), skeleton(text).split("\n"), strict=True)
    for number, (line, bones) in enumerate(lines, start=1):
        header = _HEADER.match(line) if bones.lstrip().startswith("[") else None
        key = _KEY.match(line) if "=" in bones else None
        if depth == 0 and header:
            table = _name(header[1])
            found.setdefault(table, number)
        elif depth == 0 and key:
            found.setdefault(".".join(filter(None, (table, _name(key[1])))), number)
        depth = max(0, depth + _opened(bones))
    return found


def _name(dotted: str) -> str:
    """Return the parts of a key without their quotes."""
    return ".".join(part.strip("\"'") for part in _PARTS.findall(dotted))


def _opened(bones: str) -> int:
    return bones.count("[") + bones.count("{") - bones.count("]") - bones.count("}")
