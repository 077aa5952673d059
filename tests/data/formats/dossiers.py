"""Claims to write: a small dossier with all that one can hold, and one with any text in it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from scale_explorer.data.dossier.claim_text import (
    Citation,
    ClaimText,
    Computed,
    Contradiction,
    Input,
    Words,
)
from scale_explorer.data.dossier.laying_out import laid_out
from scale_explorer.data.dossier.parts import Document

GAZETTE = Citation(
    "gazette",
    "Mill to close",
    ("Ann Oak", "Bo Elm"),
    "The Gazette",
    "3 May 2025",
    "https://gazette.example/mill",
)
LETTER = Citation("letter", "A letter")
SALES = Words(
    "sold about $9 million of flour",
    GAZETTE,
    ("10",),
    2,
    "here",
    "the miller",
    meant=(("it", "Mill"),),
)
DENIED = Words("never sold that much", LETTER, ("", ""), None, "unchecked", refutes=True)
STAFF = Words("its 30 workers", GAZETTE, ("80",), 3, "locked", status="current")

SMALL: tuple[ClaimText, ...] = (
    ClaimText(
        "sales",
        "Mill’s sales, 2024",
        "Figure · sales",
        "≈ $9 M",
        facts=(("amount", "≈ $9 M"), ("range", "$8.1–9.9 M")),
        note="The miller’s own number.",
        comment="Ask him.",
        words=(SALES, DENIED),
        contradictions=(
            Contradiction(
                "two amounts", "Sales: $5 M", "Neither leads: both are hearsay.", "", (STAFF,)
            ),
        ),
    ),
    ClaimText(
        "per-head",
        "Mill’s sales per worker",
        "Figure · sales",
        "≈ $300 K ƒ",
        inferred=True,
        computed=Computed(
            "sales ÷ staff",
            "≈ $300 K ƒ",
            "$270–330 K",
            "",
            (
                Input(0, "sales", "≈ $9 M", "$8.1–9.9 M", "", (SALES,)),
                Input(1, "staff", "30", "30", "", (STAFF,)),
            ),
        ),
    ),
    ClaimText("lost", "Once it was here", comment="Where is it?", gone=True),
)
ABOUT = ("From the data set “Mill” (mill).",)


def small() -> Document:
    return laid_out(SMALL, "Dossier: Mill", ABOUT)


NASTY = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "<https://evil.example>",
    "https://evil.example/",
    "www.evil.example",
    "me@evil.com",
    "evil.com",
    "evil.com/x?y",
    "//evil.com",
    "EVIL.COM",
    "1.2.3.4",
    "ftp:evil.com",
    "[^1]",
    "[^1]: mine",
    "[a]: https://evil.example",
    "# Title",
    "- item",
    "1. item",
    "1) item",
    "> q",
    "```",
    "~~~",
    "---",
    "===",
    "| a | b |",
    "|---|",
    "**b**",
    "_i_",
    "`c`",
    "\\",
    "\\[",
    "&lt;",
    "&#60;",
    "<!--",
    "-->",
    "]]>",
    "</style>",
    "</title>",
    '" onclick="alert(1)',
    "' x='",
    "$a$",
    "$$",
    "~~s~~",
    "<b",
    "x\n\n# y",
    "    code",
    "\tcode",
    "\u202e",
    "\x1b[2J",
    "\x00",
    "\ud800",
    "javascript:alert(1)",
    "==m==",
    "^s^",
    ":::",
    "mailto:a@b.example",
    "ftp://evil.example",
    "*",
    "_",
    "+ x",
    ": d",
    "\u2028",
)
TEXTS = st.lists(st.sampled_from(NASTY) | st.text(max_size=8), max_size=4).map("".join)


def everywhere(text: str, verdict: str, url: str) -> Document:
    """Lay out claims that have a text in every place that the data can fill."""
    source = Citation(text, text, (text, text), text, text, url)
    words = Words(text, source, (text,), 1, verdict, text, True, True, text, ((text, text),))  # noqa: FBT003 - refutes, inferred
    other = replace(words, exact=f"{text} again", refutes=False)
    inputs = (Input(0, text, text, text, text, (words,)), Input(1, text, text, text, "", (other,)))
    full = ClaimText(
        id=text,
        title=text,
        kind=text,
        amount=text,
        facts=((text, text), (text, text)),
        note=text,
        comment=text,
        inferred=True,
        deprecated=True,
        words=(words, other),
        computed=Computed(text, text, text, "", inputs),
        contradictions=(Contradiction(text, text, text, text, (words,)),),
    )
    gone = ClaimText(text, text, comment=text, gone=True)
    return laid_out((full, gone, full), text, (text,))


DOCUMENTS = st.builds(
    everywhere,
    TEXTS,
    st.sampled_from(["here", "locked", "missing", "unchecked", "?"]),
    TEXTS | st.just("https://gazette.example/mill?a=1&b=2"),
)
