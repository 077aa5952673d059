"""What strangers write to take over a terminal, to end a program or to mislead a reader.

Sequences carry numbers that the program itself never sends, so that one in its output is a leak.
"""

from __future__ import annotations

import re
import unicodedata
from codecs import getincrementaldecoder

from scale_explorer.models.text import FLAGS

_HIDDEN_WORD = "".join(chr(0xE0000 + ord(letter)) for letter in "obey")

OBEYED = {
    "title": "\x1b]0;owned\x07",
    "title, ended by ST": "\x1b]2;owned\x1b\\",
    "title, never ended": "\x1b]0;owned",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\here\x1b]8;;\x1b\\",
    "colours": "\x1b[5;37;41mowned",
    "scroll region": "\x1b[2;13r",
    "printer": "\x1b[5i",
    "place of the cursor": "\x1b[7;77H",
    "question": "\x1b[>0q\x1b[6n",
    "main screen": "\x1b[?1047l\x1b[3JLogin:",
    "mouse": "\x1b[?1001h",
    "status string": '\x1bP$q"p\x1b\\',
    "passthrough": "\x1bPtmux;\x1b\x1b]0;owned\x07\x1b\\",
    "application": "\x1b_owned\x1b\\",
    "privacy": "\x1b^owned\x1b\\",
    "old screen title": "\x1bkowned\x1b\\",
    "reset": "\x1bc",
    "other letters": "\x1b(0\x0e",
    "C1 control sequence": "\x9b5;37;41m",
    "C1 operating system command": "\x9d0;owned\x9c",
    "NUL, DEL and bell": "a\0b\x7fc\x07",
    "backspaces": "good\b\b\b\bevil",
    "overwriting": "good\revil",
    "next line": "one\x85two\u2028three\u2029four\x0bfive\x0csix",
}
"""What a terminal obeys."""

MISLEADING = {
    "override": "invoice\u202efdp.exe",
    "isolates": "\u2066a\u2067b\u2068c\u2069\u202a\u202b\u202c\u202d",
    "marks of direction": "a\u200eb\u200fc\u061cd",
    "nothing in between": "Ac\u200bm\u2060e\ufeff",
    "soft hyphen": "Ac\u00adme",
    "tags": f"Acme{_HIDDEN_WORD}",
    "tags behind a flag": f"🏴{_HIDDEN_WORD}\U000e007f",
    "blank letters": "Ac\u3164m\u115fe\uffa0",
    "flood of marks": "a" + "\u0301" * 60,
    "flood of circles": "b" + "\u20dd" * 60,
    "flood of vowels": "\u0915" + "\u093e" * 60,
    "mark in front": "\u0301\u0302",
    "tones": "👍" + "🏽" * 20,
    "endless family": "\u200d".join("👩" * 40),
}
"""What a reader does not see, or sees where it is not."""

MARKUP = {
    "closing tag": "[/",
    "tags that do not match": "a[/]b [/foo]",
    "bold": "[bold]x[/bold] [red]y",
    "action": "[@click=app.quit]x[/]",
    "link in markup": "[link=file:///etc/passwd]y[/link]",
    "link without quotes": "[link=http://x.test]",
    "value in markup": "[type=x, v={'a[0]'}]",
    "open string": '[a="]',
    "backslashes": "\\[ a\\",
    "variable": "[$primary on $error]z",
}
"""What Textual or Rich reads as markup; it must stand on the screen letter by letter."""

LITERAL = {
    "formula": "=1+1",
    "formula with a command": "-2+3|cmd|' /C calc'!A0",
    "function": "@SUM(A1:A9)",
    "page": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "Markdown": "![a](http://x.test/y.png) [b](javascript:alert(1)) <b> `c` | d",
    "manual page": ".so /etc/passwd",
    "shell": "$(touch owned) `id` ; echo \"x' $HOME",
    "option": "--help -o owned",
    "template": "{0} %s %(a)s ${b} {{c}}",
    "path": "../../../etc/passwd",
}
"""What other programs obey."""

REAL = {
    "right to left": "שלום עולם مرحبا",
    "emoji": "👩\u200d👩\u200d👧 & Co ❤\ufe0f",
    "flag": FLAGS[0],
    "wide": "東京電力ホールディングス株式会社",
    "Persian": "می\u200cخواهم",
    "Burmese": "\u101c\u103b\u103e\u1031\u102c\u1037",
    "long": "n" * 250,
}
"""What is meant as it stands."""

PAYLOADS = OBEYED | MISLEADING | MARKUP | LITERAL | REAL

_DRAWN_FORMATS = (
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
_JOINERS = "\u200c\u200d\u180e"
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U0001d159"
_UNSAFE = frozenset({"Cc", "Cs", "Cf", "Zl", "Zp"})


def unsafe_in(text: str, allowed: str = "") -> set[str]:
    """Return the characters of a text that no terminal should get from data.

    This says it anew and in its own way, so that it can tell of a mistake in `clean`.
    """
    for flag in FLAGS:
        text = text.replace(flag, "")
    return {
        character
        for character in set(text).difference(allowed, _DRAWN_FORMATS, _JOINERS)
        if unicodedata.category(character) in _UNSAFE or character in _BLANK
    }


_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI (ECMA-48, 5.4)
    r"|\x1b[ -/]*[0-Z\\^-~]"  # the other escapes; of these, what begins a string is cut out before
)
_STRING = re.compile(r"\x1b([PX\]^_k])([^\x07\x1b\x9c]*)(?:\x07|\x1b\\|\x9c)?")
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*)?\Z")
"""A sequence of which only the beginning was read so far."""
_OWN_CONTROLS = "\r\n\t\b"
_OF_PAYLOADS = tuple(
    sequence for payload in OBEYED.values() for sequence in _SEQUENCE.findall(payload)
)


def leaks(written: bytes, *, strings: tuple[str, ...] = ()) -> list[str]:
    """Return what of the payloads got through to a terminal, by what it was sent.

    `strings` are beginnings of control strings that the program sends itself, such as `]52;c;`.
    """
    # Of the last character only the beginning may have been read so far; it is waited for.
    text = getincrementaldecoder("utf-8")("surrogateescape").decode(written)
    found = [sequence for sequence in set(_OF_PAYLOADS) if sequence in text]
    for kind, content in _STRING.findall(text):
        if not f"{kind}{content}".startswith(strings or ("\0",)):
            found.append(f"\x1b{kind}{content}")
    rest = _STRING.sub("", text)
    rest = _UNFINISHED.sub("", _SEQUENCE.sub("", rest))
    found += sorted(unsafe_in(rest, _OWN_CONTROLS))
    return found
