"""What a terminal answers by itself, and what pastes hide, sifted out of what somebody types.

Textual takes a sequence that it does not know for the keys `[`, `0`, `n`, and keeps the keys behind
it waiting, as they might belong to it. And it cannot tell Esc from the beginning of a sequence
before a tenth of a second has passed, in which a line that was stuck delivers the next keys too:
they would be keys with Alt. So here:

- answers are taken out, whether asked for or not, whole or cut off, however late (ECMA-48; xterm
  control sequences);
- Esc is written as the kitty protocol does, which cannot be mistaken, and what was typed behind it
  follows as it is: no key of the app is one with Alt;
- what is pasted stays text. A terminal marks a paste by sequences around it (xterm, "Bracketed
  Paste Mode"); Textual reads further sequences in between, so that a page which puts an escape into
  the clipboard could press keys here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from .bursts import PASTE_BEGINS, PASTE_ENDS, Bursts
from .painting.pace import ANSWERS

PATIENCE = 0.05
"""Seconds that an escape character may be the beginning of something: a sequence comes in one piece
from a terminal, ssh or tmux."""
CUT_OFF = 1.0
"""Seconds after which nothing more belongs to an answer that has begun."""
_LONGEST = 8192
"""Characters of an answer, far more than any has."""

_ESC = "\x1b[27u"
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)))
"""Controls but for tabs and line ends, of which the place that is pasted into makes blanks."""
_STRING = r"\x1b(?:\][0-9]|P[0-9;<=>?!$+]|_G)[^\x07\x1b\x9c]*"
"""OSC, DCS and APC as terminals answer with; behind Esc a person types anything else."""
_WHOLE = (
    r"(?P<plain>[^\x1b]+)"
    r"|(?P<key>\x1bO[ -~]|\x1b\[M[^\x1b]{3}|\x1b\[\[[A-E])"
    r"|(?P<csi>\x1b\[(?![M\[])[0-?]*[ -/]*[@-~])"
    rf"|(?P<string>{_STRING}(?:\x07|\x9c|\x1b\\))"
)
_BEGUN = rf"(?:\x1b(?:\[\[|\[M[^\x1b]{{0,2}}|\[[0-?]*[ -/]*|[]OP_]|)|{_STRING}\x1b?)\Z"
_TYPED = r"\x1b(?:\[\[?|[]OP_])?\Z"
"""What may just as well be Esc and a key behind it."""
_BROKEN = rf"\x1b\[[0-?]+[ -/]*|{_STRING}"
_READ_BY_TEXTUAL = (
    r"\x1b\[(?:(?:[\d:]*;?){0,3}[~^$@ABCDEFHPQRSZu]|[a-d]"  # keys, and where the cursor stands
    r"|<[-\d;]+[Mm]|[IO]"  # mouse and focus
    r"|\?20(?:26|48);\d\$y|48;[\d:;]+t)"  # synchronized output, sizes in band
)


@cache
def _shape(words: str) -> re.Pattern[str]:
    """Compile a pattern when the terminal first says something; a start has no use for it."""
    return re.compile(words)


class Answers:
    """Sifts input, whichever way it is cut into pieces; `heard` is told of each owed answer."""

    def __init__(self, heard: Callable[[], None]) -> None:
        self._heard = heard
        self._held = ""
        self._since = 0.0
        self._pasting = False
        self._bursts = Bursts()

    def sift(self, text: str, now: float) -> str:
        """Return what of the text is to be read; with no text, what was held long enough."""
        before = self._released(now)
        if not text:
            return before
        text, self._held = self._held + text, ""
        self._since = now
        return before + "".join(self._sifted(text))

    def _sifted(self, text: str) -> Iterator[str]:
        place = 0
        while place < len(text):
            place, kept = (self._pasted if self._pasting else self._typed)(text, place)
            yield kept

    def _typed(self, text: str, place: int) -> tuple[int, str]:
        """Return the place behind the next sequence, and what is to be read of it."""
        if whole := _shape(_WHOLE).match(text, place):
            return whole.end(), self._judged(whole)
        if _shape(_BEGUN).match(text, place):
            self._held = text[place : place + _LONGEST]
            return len(text), ""
        if broken := _shape(_BROKEN).match(text, place):
            return broken.end(), ""
        return place + 1, _ESC

    def _judged(self, whole: re.Match[str]) -> str:
        sequence = whole[0]
        if whole["plain"]:
            return self._bursts.marked(sequence, self._since)
        if sequence in ANSWERS:
            self._heard()
        self._pasting = sequence == PASTE_BEGINS
        if whole["csi"] and not _shape(_READ_BY_TEXTUAL).fullmatch(sequence):
            return ""
        return "" if whole["string"] else sequence

    def _pasted(self, text: str, place: int) -> tuple[int, str]:
        """Take the controls out of what is pasted, up to its end."""
        end = text.find(PASTE_ENDS, place)
        self._pasting = end < 0
        if self._pasting:
            end = self._maybe_end(text, place)
            self._held = text[end:]
        pasted = text[place:end].translate(_CONTROLS)
        if self._pasting:
            return len(text), pasted
        return end + len(PASTE_ENDS), pasted + PASTE_ENDS

    def _maybe_end(self, text: str, place: int) -> int:
        """Return where the end of a paste may begin that is not there as a whole."""
        for length in range(min(len(PASTE_ENDS) - 1, len(text) - place), 0, -1):
            if text.endswith(PASTE_ENDS[:length]):
                return len(text) - length
        return len(text)

    def _released(self, now: float) -> str:
        """Let go what nothing came after: keys that were typed; what is longer was an answer."""
        if not self._held or self._pasting:
            return ""
        typed = _shape(_TYPED).fullmatch(self._held) is not None
        if now - self._since < (PATIENCE if typed else CUT_OFF):
            return ""
        held, self._held = self._held, ""
        return f"{_ESC}{held[1:]}" if typed else ""
