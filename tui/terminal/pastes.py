"""What is pasted stays text: escapes inside of a paste are none.

A terminal marks a paste by sequences around it (xterm, "Bracketed Paste Mode"). Textual reads
further sequences in between, and what it knows nothing of it takes for keys that were pressed: a
page that puts an escape into the clipboard could press keys here.
"""

from __future__ import annotations

from typing import Final

_START: Final = "\x1b[200~"
_END: Final = "\x1b[201~"
_CONTROLS: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)))
"""All controls but tabs and line ends, which the place that is pasted into makes blanks of."""


class Pastes:
    """Takes the controls out of pastes, in what a terminal sends, read in pieces of any size."""

    def __init__(self) -> None:
        self._inside = False
        self._before = ""
        self._held = ""

    def tamed(self, data: str) -> str:
        """Return what was read, with pastes that hold no controls.

        What may yet become the mark that ends a paste is kept for the next piece. Outside of a
        paste nothing is kept: there an escape may be a key, which must not wait.
        """
        parts: list[str] = []
        while data:
            part, data = self._pasted(data) if self._inside else self._typed(data)
            parts.append(part)
        return "".join(parts)

    def _typed(self, data: str) -> tuple[str, str]:
        """Return what stands before the text of a paste, and what follows."""
        seen = self._before + data
        begun = seen.find(_START)
        if begun < 0:
            self._before = seen[1 - len(_START) :]
            return data, ""
        cut = begun + len(_START) - len(self._before)
        self._inside, self._before = True, ""
        return data[:cut], data[cut:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """Return what is known to be of the paste, with its end if that is there, and the rest."""
        text, found, rest = (self._held + data).partition(_END)
        self._held = ""
        if found:
            self._inside = False
        else:
            text, self._held = _parted(text)
        return text.translate(_CONTROLS) + found, rest


def _parted(text: str) -> tuple[str, str]:
    """Part a text from what at its end may be the beginning of the mark that ends a paste."""
    for length in range(len(_END) - 1, 0, -1):
        if text.endswith(_END[:length]):
            return text[:-length], text[-length:]
    return text, ""
