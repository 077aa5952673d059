"""A TOML document without its words: same lines, strings emptied, comments dropped.

What is left shows keys, headers and brackets only, so that a scan by line cannot be misled by what
stands inside a string.
"""

from __future__ import annotations

import re

# Each branch eats all it can, never gives back and never fails for want of a closing quote, so the
# time is linear in the text.
STRING = r"""
      "{3}(?:[^"\\]++|\\.|"{1,2}+(?!"))*+(?:"{3,5}+)?
    | '{3}(?:[^']++|'{1,2}+(?!'))*+(?:'{3,5}+)?
    | "(?:[^"\\\n]++|\\[^\n])*+"?
    | '[^'\n]*+'?
    """
"""What matches a string of any kind, with the flags VERBOSE and DOTALL."""
COMMENT = r"\#[^\n]*+"
_WORDS = re.compile(f"{STRING} | {COMMENT}", re.VERBOSE | re.DOTALL)


def skeleton(text: str) -> str:
    """Return the document's keys, headers and brackets, every one on its own line as before."""
    return _WORDS.sub(_emptied, text)


def without_comment(line: str) -> str:
    """Return a line, in which no string began before, without its comment and blanks before it."""
    for found in _WORDS.finditer(line):
        if found.group().startswith("#"):
            return line[: found.start()].rstrip()
    return line.rstrip()


def _emptied(found: re.Match[str]) -> str:
    words = found[0]  # this runs a million times over a text of strings only
    return "" if words[0] == "#" else '""' + "\n" * words.count("\n")
