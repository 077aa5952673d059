"""A dossier as one small HTML page: no scripts, nothing loaded from elsewhere, made to be printed.

A policy in the page forbids what it has no need of, so that a slip in here could still run nothing.
Footnotes are linked both ways; colours follow the reader's light or dark setting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ..dossier.parts import Document, Entry, Facts, Item, Note, Part, Quoted, Remark

_STYLE = """
:root { color-scheme: light dark; --dim: #5c6370; --line: #c9ced6; --warn: #9a4a00; }
@media (prefers-color-scheme: dark) { :root { --dim: #9aa3b0; --line: #444b57; --warn: #f0a35e; } }
body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, dt, .about { font-family: system-ui, sans-serif; }
h2 { font-size: 1.15rem; margin: 2rem 0 .2rem; break-after: avoid; }
p, dl { margin: .4rem 0; }
.about, dt, .remarks, .verdict { color: var(--dim); font-size: .85rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; align-items: baseline; }
dd { margin: 0; }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 3px solid var(--line); }
.weighty { color: var(--warn); }
.deep-1 { margin-left: 1.5rem; } .deep-2 { margin-left: 3rem; } .deep-3 { margin-left: 4.5rem; }
section, blockquote, li { break-inside: avoid; overflow-wrap: anywhere; }
ol { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; font-size: .9rem; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } a { color: inherit; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_DEEPEST = 3


def written(document: Document) -> str:
    """Return the document as a whole page; it ends with a line feed."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    title = escape(document.title or "Claim")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    yield from (f'<p class="about">{escape(line)}</p>' for line in document.about)
    for number, entry in enumerate(document.entries, 1):
        yield from _entry(entry, number)
    if document.notes:
        yield from ("<ol>", *map(_note, document.notes), "</ol>")
    yield "</body>\n</html>"


def _entry(entry: Entry, number: int) -> Iterator[str]:
    yield f'<section>\n<h2 id="claim-{number}">{number}. {escape(entry.heading)}</h2>'
    if entry.about:
        yield f'<p class="about">{escape(entry.about)}</p>'
    for part in entry.parts:
        yield from _part(part)
    yield "</section>"


def _part(part: Part) -> Iterable[str]:
    match part:
        case Remark(label, text, weighty):
            kind = ' class="weighty"' if weighty else ""
            return (f"<p{kind}><strong>{escape(label)}:</strong> {escape(text)}</p>",)
        case Facts(pairs):
            rows = (f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in pairs)
            return ("<dl>", *rows, "</dl>")
        case Item(text, depth):
            return (f"<p{_deep(depth)}>{escape(text)}</p>",)
        case Quoted():
            return (_quoted(part),)


def _deep(depth: int) -> str:
    return f' class="deep-{min(depth, _DEEPEST)}"' if depth else ""


def _quoted(quoted: Quoted) -> str:
    number = quoted.number
    link = f'<a id="{_place(number, quoted.reference)}" href="#note-{number}">{number}</a>'
    told = "; ".join(quoted.remarks)
    remarks = f' <span class="remarks">({escape(told)})</span>' if told else ""
    words = f"“{escape(quoted.exact)}”"
    return f"<blockquote{_deep(quoted.depth)}>{words}<sup>{link}</sup>{remarks}</blockquote>"


def _place(number: int, reference: int) -> str:
    """Name the place in the text that refers to a footnote."""
    return f"ref-{number}-{reference}"


def _note(note: Note) -> str:
    url = escape(note.url)
    link = f'<a href="{url}" rel="noopener noreferrer">{url}</a>' if url else ""
    told = (escape(note.said), f"<cite>{escape(note.title)}</cite>", escape(note.detail), link)
    back = " ".join(
        f'<a href="#{_place(note.number, reference)}" aria-label="back">↩</a>'
        for reference in range(1, note.references + 1)
    )
    verdict = f'<span class="verdict">{escape(note.verdict)}</span>'
    return f'<li id="note-{note.number}">{", ".join(filter(None, told))}. {verdict} {back}</li>'
