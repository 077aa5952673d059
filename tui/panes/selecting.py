"""A selection of words in a source, and how keys grow, shrink and move it: a plain value."""

from __future__ import annotations

from scale_explorer.data.grounding.clauses import clause_at, next_word, sentence_at, word_before
from scale_explorer.data.grounding.selecting import Edge, grow, move_edge, shrink
from scale_explorer.data.loading.paragraphs import Span
from scale_explorer.models.frozen import dataclass, replace


@dataclass(frozen=True, slots=True)
class Picked:
    """Selected words: `span` counts code points of the text, `edge` is the end that keys move."""

    text: str
    span: Span
    edge: Edge = Edge.END

    @classmethod
    def at(cls, text: str, place: int) -> Picked:
        """Select the clause at a place."""
        return cls(text, clause_at(text, place))

    @property
    def words(self) -> str:
        """What is selected."""
        start, end = self.span
        return self.text[start:end]

    def extended(self, words: int) -> Picked:
        """Move one end by so many words."""
        return replace(self, span=move_edge(self.text, self.span, self.edge, words))

    def with_letters(self, letters: int) -> Picked:
        """Move one end by so many letters, for what no word ends."""
        start, end = self.span
        if self.edge is Edge.END:
            end = min(len(self.text), max(start + 1, end + letters))
        else:
            start = max(0, min(end - 1, start + letters))
        return replace(self, span=(start, end))

    def swapped(self) -> Picked:
        """Let keys move the other end."""
        return replace(self, edge=Edge.START if self.edge is Edge.END else Edge.END)

    def grown(self) -> Picked:
        """Select the next larger whole: the clause, the sentence, the paragraph."""
        return replace(self, span=grow(self.text, self.span))

    def shrunk(self) -> Picked:
        """Select the next smaller whole."""
        return replace(self, span=shrink(self.text, self.span, self.span[0]))

    def walked(self, delta: int) -> Picked:
        """Select the next clause, or the one before; of a whole sentence the next sentence."""
        whole = sentence_at if self._is_sentence else clause_at
        word = next_word(self.text, self.span[1]) if delta > 0 else self._word_before
        return self if word is None else replace(self, span=whole(self.text, word[0]))

    @property
    def _word_before(self) -> Span | None:
        return word_before(self.text, self.span[0])

    @property
    def _is_sentence(self) -> bool:
        return self.span == sentence_at(self.text, self.span[0])
