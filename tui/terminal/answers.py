"""What a terminal answers by itself, and what pastes hide, sifted out of what somebody types.

Textual takes a sequence that it does not know for the keys `[`, `0`, `n`, and keeps the keys behind
it waiting, as they might belong to it. So whatever is no key, mouse, paste or report that Textual
reads is taken out here: answers that come late, and those to questions that nobody here asked.

What is pasted stays text. A terminal marks a paste by sequences around it (xterm, "Bracketed Paste
Mode"); Textual reads further sequences in between, so that a page which puts an escape into the
clipboard could press keys here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .painting.pace import ANSWERS

_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)))
"""Controls but for tabs and line ends, of which the place that is pasted into makes blanks."""
_SEQUENCE = re.compile(
    r"\x1b(?:\[\[[A-E]"  # function keys of the Linux console
    r"|\[M[^\x1b]{3}"  # a mouse that reports in bytes
    r"|\[(?![\[M])[0-?]*[ -/]*[@-~]"  # CSI (ECMA-48 5.4)
    r"|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\))"  # OSC, DCS and other strings
)
_UNFINISHED = re.compile(
    r"\x1b(?:\[\[?|\[M[^\x1b]{0,2}|\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?)?\Z"
)
_READ_BY_TEXTUAL = re.compile(
    r"\x1b\[(?:\[[A-E]"
    r"|(?:[\d:]*;?){0,3}[~ABCDEFHPQRSZu]"  # keys, and where the cursor stands
    r"|<[-\d;]+[Mm]|M...|[IO]"  # mouse and focus
    r"|\?20(?:26|48);\d\$y|48;[\d:;]+t)",  # synchronized output, sizes in band
    re.DOTALL,
)
PATIENCE = 0.03
"""Seconds in which the rest of a sequence that begins must come; what takes longer was a key."""
_LONGEST = 4096
"""Characters of a string of which the end is waited for."""


class Answers:
    """Sifts input; `expects` says whether answers are owed, `heard` is told of each."""

    def __init__(self, expects: Callable[[], bool], heard: Callable[[], None]) -> None:
        self._expects = expects
        self._heard = heard
        self._held = ""
        self._since = 0.0
        self._pasting = False

    def sift(self, text: str, now: float) -> str:
        """Return what of the text is to be read; with no text, what was held long enough."""
        if not text:
            return self._released(now)
        text, self._held = self._held + text, ""
        kept: list[str] = []
        place = 0
        while place < len(text):
            place = (
                self._pasted(text, place, kept) if self._pasting else self._typed(text, place, kept)
            )
        self._since = now
        return "".join(kept)

    @property
    def holds(self) -> bool:
        """Whether something waits for its rest."""
        return bool(self._held)

    def _typed(self, text: str, place: int, kept: list[str]) -> int:
        """Go on to behind the next sequence."""
        start = text.find("\x1b", place)
        if start < 0:
            start = len(text)
        kept.append(text[place:start])
        if found := _SEQUENCE.match(text, start):
            kept.append(self._judged(found.group()))
            return found.end()
        if _UNFINISHED.match(text, start) and self._may_go_on(text[start:]):
            self._held = text[start:]
            return len(text)
        kept.append(text[start : start + 1])
        return start + 1

    def _may_go_on(self, begun: str) -> bool:
        # Escape alone is most often the key, and must act at once.
        return len(begun) < _LONGEST and (len(begun) > 1 or self._expects())

    def _judged(self, sequence: str) -> str:
        if sequence in ANSWERS:
            self._heard()
        self._pasting = sequence == _PASTE_BEGINS
        return sequence if _READ_BY_TEXTUAL.fullmatch(sequence) else ""

    def _pasted(self, text: str, place: int, kept: list[str]) -> int:
        """Take the controls out of what is pasted, up to its end."""
        end = text.find(_PASTE_ENDS, place)
        self._pasting = end < 0
        if self._pasting:
            end = self._maybe_end(text, place)
            self._held = text[end:]
        kept.append(text[place:end].translate(_CONTROLS))
        if self._pasting:
            return len(text)
        kept.append(_PASTE_ENDS)
        return end + len(_PASTE_ENDS)

    def _maybe_end(self, text: str, place: int) -> int:
        """Return where the end of a paste may begin that is not there as a whole."""
        for length in range(min(len(_PASTE_ENDS) - 1, len(text) - place), 0, -1):
            if text.endswith(_PASTE_ENDS[:length]):
                return len(text) - length
        return len(text)

    def _released(self, now: float) -> str:
        """Let go what nothing came after: keys, as Alt with a bracket; what is longer was junk."""
        if not self._held or now - self._since < PATIENCE or self._pasting:
            return ""
        held, self._held = self._held, ""
        return held if len(held) <= 2 else ""
