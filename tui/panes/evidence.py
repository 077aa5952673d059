"""Pane 3: the words that carry the chosen claim, who said them, and how far they are verified."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from scale_explorer.data.store.rows.figures import Derivation, InputRow
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.models.kinds import CLAIM_KINDS

from ..scene import Scene, Words
from ..state import FocusPane, Follow, Intent, Pane, SelectQuote
from ..widgets.cells import clip
from ..widgets.lines import Line, Span
from ..widgets.rows import Tone
from ..widgets.splitter import Edge
from ..widgets.text_lines import TextLines
from ..word_filter import WORDS_ONLY, asks_for_more
from .disputes import dispute_lines, key_of
from .marks import DISPUTED
from .pane import LinkedPane, textual_bindings
from .verdicts import verdicts

_INPUT = "input:"
_RESULT = "result"
_TITLE = 30
"""Cells of a source's title beside a quote."""
_BLANK = Line()

_VERDICTS = {
    "here": ("✓ here", Tone.GOOD, "found in the text on this machine"),
    "locked": ("✓ locked", Tone.GOOD, "found by the authors of this data set"),
    "locked_elsewhere": (
        "✓ locked",
        Tone.GOOD,
        "found by the authors; your copy, another edition, lacks it",
    ),
    "ambiguous": ("? ambiguous", Tone.WARN, "found more than once; which place is meant is open"),
    "missing": ("✕ missing", Tone.BAD, "these words are not in the source"),
    "unchecked": ("? unchecked", Tone.WARN, "nobody has held these words against the source"),
}


class EvidencePane(LinkedPane):
    """Moving turns the quotes; Enter reads one in its source, or goes to an input's figure."""

    PANE = Pane.EVIDENCE
    NUMBER = 3
    EDGES: ClassVar[frozenset[Edge]] = frozenset({"left", "top", "right"})
    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("evidence")]

    def __init__(self, ask: Callable[[Intent], None]) -> None:
        super().__init__(ask)
        self._text = TextLines(holds_cursor=True)

    def compose(self) -> ComposeResult:
        """Yield the lines."""
        yield self._text

    def on_mount(self) -> None:
        """Name the pane."""
        self.name_pane("Evidence")

    @property
    def view(self) -> TextLines:
        """The claim and its quotes."""
        return self._text

    def watch_scene(self, scene: Scene | None) -> None:
        """Show the claim and its quotes, the chosen one whole."""
        if scene is None:
            return
        words = scene.words.answer
        view = self.view
        view.empty = _empty(words, self.navigation.now.evidence.filter)
        self._draw(scene)
        text = self.navigation.now.evidence.filter
        found = WORDS_ONLY if asks_for_more(text) else f"{len(words.quotes)}"
        self.tell_filter(text, found)

    def on_resize(self) -> None:
        """Set the sides of a dispute beside each other, or one below the other."""
        if self.scene is not None:
            self._draw(self.scene)

    def _draw(self, scene: Scene) -> None:
        words = scene.words.answer
        lines = _lines(words, scene.quote, self.view.size.width - 1)  # beside the cursor's marker
        self.view.show(lines, self._cursor(words, scene.quote))

    def _cursor(self, words: Words, quote: EvidenceRow | None) -> str | None:
        """Keep the cursor on what is only stepped over; else it is on the chosen quote."""
        own, here = quote.id if quote else None, self.view.cursor
        rows = {key_of(each) for each in words.disputes if each.other.evidence is None}
        if words.derivation is not None:
            rows |= {_RESULT, *(_INPUT + row.id for row in words.derivation.inputs)}
            own = own if own == here else _RESULT
        return here if here in rows else own

    def moved_to(self, key: str) -> None:
        """Turn to the quote, be it the other side's; what has no words is only stepped over."""
        self.ask(SelectQuote(key))

    def choose(self, key: str) -> None:
        """Read the quote in its source; go to the other side, or to the figure of an input."""
        words = self.scene.words.answer if self.scene else None
        disputes = words.disputes if words else ()
        other = next((each.other for each in disputes if key_of(each) == key), None)
        claim = words.claim if words else None
        if other is not None:
            self.ask(Follow(other.record.id))
        elif key == _RESULT and claim is not None:
            self.ask(Follow(claim.id))
        elif key.startswith(_INPUT):
            self.ask(Follow(key.removeprefix(_INPUT)))
        else:
            self.ask(FocusPane(Pane.SOURCE))

    def action_out(self) -> None:
        """Give the keyboard to the claims."""
        self.ask(FocusPane(Pane.FOCUS))


def _headline(words: Words, chosen: EvidenceRow | None) -> Line:
    """Name the claim, and count its quotes: a changing frame would send the whole pane again."""
    spans = [Span(words.claim.title if words.claim else "", Tone.DIM)]
    if words.disputes:
        spans.append(Span(f"  {DISPUTED}\u00a0disputed", Tone.WARN))
    if chosen in words.quotes and len(words.quotes) > 1:
        count = f"  {words.quotes.index(chosen) + 1} of {len(words.quotes)}"
        spans.append(Span(count.replace(" ", "\u00a0"), Tone.ACCENT))
    return Line(tuple(spans))


def _empty(words: Words, text: str) -> str:
    if asks_for_more(text):
        return "A filter of quotes takes words only.\nFor is: and fields press / in 1 or 2."
    if text:
        return "No quote matches.\nEsc clears the filter."
    if words.claim is None:
        return "Choose a claim\nto read the words that carry it."
    if words.claim.kind in CLAIM_KINDS:
        return "No quote carries this claim."
    return "Its words stand with its claims."


def _lines(words: Words, chosen: EvidenceRow | None, width: int) -> tuple[Line, ...]:
    """Show what is claimed, how it was derived, the quotes, and what speaks against it."""
    if words.derivation is None and not words.quotes:
        return ()
    lines = [_headline(words, chosen), *verdicts(words), _BLANK]
    if words.derivation is not None:
        lines += _derivation(words.derivation, words.behind)
    for quote in words.quotes:
        lines += _quote(quote) if quote is chosen else _folded(quote)
    lines += dispute_lines(words.disputes, width)
    if words.note:
        lines.append(Line((Span(f"Note: {words.note}", Tone.DIM),), indent=1))
    return tuple(lines)


def _quote(quote: EvidenceRow) -> list[Line]:
    """Show a quote whole, with everything that is known of it."""
    words = Line((Span(f"“{quote.exact}”", Tone.QUOTE),), key=quote.id, indent=1)
    said = [Span(f"— {quote.attribution}")] if quote.attribution else []
    told = [said, _source(quote), *_remarks(quote)]
    return [words, _BLANK, *(Line(tuple(spans), indent=1) for spans in told if spans), _BLANK]


def _source(quote: EvidenceRow) -> list[Span]:
    """Say where the words stand, in one line: the pane to the right names the source in full."""
    title = clip(quote.source_title, _TITLE)
    told = (_place(quote), title, quote.source_detail)
    return [Span(" · ".join(filter(None, told)), Tone.DIM)]


def _place(quote: EvidenceRow) -> str:
    return f"¶ {quote.paragraph}" if quote.paragraph else ""


def _remarks(quote: EvidenceRow) -> list[list[Span]]:
    """Say how far the words are verified, and how they bear on the claim."""
    verdict, tone, meaning = _VERDICTS[quote.verdict]
    remarks = [[Span(verdict, tone), Span(f": {meaning}", Tone.DIM)]]
    if quote.direction == "refutes":
        remarks.append([Span("✕ speaks against the claim", Tone.BAD)])
    else:
        remarks[0].append(Span(" · supports the claim", Tone.DIM))
    if quote.directness == "inferred":
        remarks.append([Span("┄ inferred", Tone.WARN), Span(": a reader concluded it", Tone.DIM)])
    if quote.status:
        remarks.append([Span(f"status then: {quote.status.replace('_', ' ')}", Tone.DIM)])
    return remarks + [[Span(f"“{said}” is {who}", Tone.DIM)] for said, who in quote.mentions]


def _folded(quote: EvidenceRow) -> list[Line]:
    """Show another quote of the claim, to turn to."""
    against = (Span("✕ against: ", Tone.BAD),) if quote.direction == "refutes" else ()
    words = f"“{quote.exact}”  {_place(quote)}".rstrip()
    return [Line((*against, Span(words, Tone.DIM)), key=quote.id, indent=1), _BLANK]


def _derivation(derived: Derivation, behind: Mapping[str, EvidenceRow]) -> list[Line]:
    """Unfold a derived figure: result, formula, and each input with its range and words."""
    if derived.error:
        return [Line((Span(f"✕ {derived.error}", Tone.BAD),)), _BLANK]
    lines = [
        Line(
            (Span(derived.shown, Tone.STRONG), Span(f"  {derived.range}", Tone.DIM)),
            key=_RESULT,
            indent=1,
        ),
        Line((Span(f"= {derived.readable}", Tone.DIM),), indent=1),
        _BLANK,
    ]  # fmt: skip
    for row in derived.inputs:
        lines += _input(row, behind.get(row.id))
    return [*lines, _BLANK]


def _input(row: InputRow, quote: EvidenceRow | None) -> list[Line]:
    head = (Span(f"{row.label}  "), Span(row.shown, Tone.STRONG), Span(f"  {row.range}", Tone.DIM))
    if quote is None:
        return [Line(head, key=_INPUT + row.id, indent=1)]
    words = Line((Span(f"“{quote.exact}”", Tone.QUOTE),), indent=3)
    said = [Span(f"— {quote.attribution} · ", Tone.DIM)] if quote.attribution else []
    return [
        Line(head, key=_INPUT + row.id, indent=1),
        words,
        Line((*said, *_source(quote)), indent=3),
    ]
