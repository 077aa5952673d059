"""The signs in rows: how a status looks there, and what else is told of a claim."""

from __future__ import annotations

from ..day_marks import SIGNS, signs_of
from ..standing import mark_of, marked
from ..widgets.rows import Cell, Tone

DISPUTED = "≠"
PINNED = "◆"
_FLAGS = {
    "wrong": ("✕", Tone.BAD),
    "flagged": ("!", Tone.WARN),
    "disputed": (DISPUTED, Tone.WARN),
}
"""What is shown before the number of quotes: the gravest thing that is known of a claim."""
NEW = "✦"
NEW_FLAG = "new"
"""Shown behind that sign, or alone, of what the reader has not seen at the last visit."""
OFF, OFF_FLAG = "⊘", "off"
"""Shown of a relationship that is switched off."""
CITED, UNCITED = "│", "┊"
"""Stand in the margin of a source."""

LEGEND = (
    ("“ 3", "three quotes carry the row"),
    (DISPUTED, "disputed: another claim or a quote speaks against it; Evidence shows both"),
    (PINNED, "pinned: it is in the dossier"),
    (NEW, "new or changed since your last visit; is:new lists them"),
    (SIGNS["moved"], "as of a day: began or changed on the last day up to that"),
    (SIGNS["maybe"], "as of a day: its date is fuzzy, so it may have begun or changed later"),
    (SIGNS["undated"], "as of a day: has no date, so it always counts"),
    (OFF, "switched off: what rests on it is left out"),
    ("≈  ≤  ≥  >", "about, up to, at least, over"),
    ("ƒ", "computed from other figures; Evidence shows how"),
    ("●", "current, announced or completed"),
    ("○", "planned, pending or likely"),
    ("↓ ↘ ✕", "reducing or reduced, ending, former or cancelled"),
    ("?", "under review, possible or conditional"),
    ("┄ ⇠ ⇢", "inferred: a reader concluded it, the source does not say it"),
    ("✓ locked", "the set's authors found the words in the source"),
    ("✓ here", "this machine has the source's text, and the words are in it"),
    ("✓ words", "in Evidence: all quotes of the claim are in their sources"),
    ("✓ 49 %", "in Evidence: this number, or party, stands in the words of the claim"),
    ("~ Meta", "in Evidence: the words mean it; the set's author says which words"),
    ("✕ $5 bn", "in Evidence: this number is in none of its quotes, or words are not found"),
    ("? Google", "in Evidence: no quote names this party"),
    ("! ✕ in rows", "a check found a warning or an error about it; Evidence tells what"),
    (CITED, "in Source: claims cite what stands beside it"),
    (UNCITED, "in Source: a sentence here is cited by no claim"),
    ("◂", "the record that pane 2 shows; numbers in Browse count its claims"),
)
"""What the signs in rows mean, for the help."""


def state_cell(state: str) -> Cell:
    """Show a status as its mark and its word."""
    if not state:
        return Cell()
    return Cell(marked(state), mark_of(state).tone)


def quotes_cell(count: int, flags: frozenset[str] = frozenset(), *, pinned: bool = False) -> Cell:
    """Show how many quotes carry a row, whether something is wrong with it, and if it is pinned."""
    sign, tone = next((mark for flag, mark in _FLAGS.items() if flag in flags), ("", Tone.DIM))
    sign = (
        sign
        + (NEW if NEW_FLAG in flags else "")
        + signs_of(flags)
        + (OFF if OFF_FLAG in flags else "")
    )
    told = f"“{count:>2}" if count else ""
    pin = PINNED if pinned else ""
    return Cell(" ".join(filter(None, (pin, sign, told))), tone, "right")
