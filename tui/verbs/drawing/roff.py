"""A manual page in the language of man(7), for groff and mandoc alike."""

from __future__ import annotations

from collections.abc import Iterable

_SIGNS = str.maketrans({
    "\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq",
    "…": "...",
})  # fmt: skip


_TAG = 20
"""Cells that a term has to itself."""


def escaped(text: str) -> str:
    """Return text that shows as it is: no sign of it means anything, and all of it is ASCII."""
    signs = text.translate(_SIGNS)
    plain = "".join(each if each.isascii() else f"\\[u{ord(each):04X}]" for each in signs)
    return "\n".join(f"\\&{line}" if line.startswith(".") else line for line in plain.split("\n"))


def bold(text: str) -> str:
    """Return text to be typed as it is."""
    return f"\\fB{escaped(text)}\\fR"


def italic(text: str) -> str:
    """Return text that something else stands for."""
    return f"\\fI{escaped(text)}\\fR"


def title(name: str, version: str) -> str:
    """Return the head of a page in section 1, whose lines end where words do.

    It has no date, so that it stays the same.
    """
    return f'.TH {escaped(name.upper())} 1 "" "{escaped(version)}"\n.nh\n.ad l'


def section(heading: str) -> str:
    """Return the heading of a section."""
    return f".SH {escaped(heading)}"


def subsection(heading: str) -> str:
    """Return the heading of a part of one; it is ready to set."""
    return f".SS {heading}"


def paragraph(text: str) -> str:
    """Return running text."""
    return f".PP\n{escaped(text)}"


def tagged(tag: str, text: str) -> str:
    """Return a term, ready to set, with what it means."""
    return f".TP {_TAG}\n{tag}\n{escaped(text)}"


def verbatim(lines: Iterable[str]) -> str:
    """Return lines that are set as they are."""
    return "\n".join((".PP", ".RS 4", ".EX", *map(escaped, lines), ".EE", ".RE"))
