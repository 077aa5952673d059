"""Selecting words of a source with keys, for a claim to rest on."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from scale_explorer.data.loading.databases import is_index
from scale_explorer.data.store.rows.sources import SourceText

from ..keys import KeyBinding
from ..passages import Chosen
from ..writing.words import Words
from .pane import LinkedPane

if TYPE_CHECKING:
    from .selecting import Picked


def _silent(words: object = "") -> None:
    """Say and do nothing."""
    del words


async def _nothing(words: object) -> None:
    """Do nothing."""
    del words


_AWAY = "The text of this source is not on this machine; attach your copy of it."
_OF_INDEX = "An index holds quotes, not texts, so there is nothing to select here."
LONGEST = 2_000
"""Code points of a quote, as `models/evidence.py` has it."""


class SelectionMode(LinkedPane):
    """A pane with a text in which words are selected: while they are, keys grow and move them.

    `claim` is awaited with the words that a claim is to be made of, so that the keys behind find
    what it opens; `tell` is called with what to say.
    """

    tell: Callable[[str], None] = staticmethod(_silent)
    claim: Callable[[Words], Awaitable[None]] = staticmethod(_nothing)
    apart: Callable[[Words], Awaitable[None]] = staticmethod(_nothing)
    copy_words: Callable[[str], Awaitable[None]] = staticmethod(_nothing)
    data_names: tuple[str, ...] = ()
    picked: Picked | None = None
    picked_changed: Callable[[], None] = staticmethod(_silent)

    @property
    @abstractmethod
    def text(self) -> SourceText | None:
        """The source that is shown."""

    @property
    @abstractmethod
    def chosen(self) -> Chosen:
        """The passage or sentence that the cursor is on."""

    @abstractmethod
    def draw(self) -> None:
        """Show the text with what is selected in it."""

    purpose = ""
    """What words are selected for, if that is not a new claim."""

    def take_purpose(self, purpose: str) -> None:
        """Show in the frame what words are selected for."""
        self.purpose = purpose
        self.name_source()

    @abstractmethod
    def name_source(self) -> None:
        """Name the pane."""

    def take_key(self, key: str, bindings: tuple[KeyBinding, ...]) -> str:
        """Return the action of a key while words are selected; any other key ends that."""
        if self.picked is None:
            return ""
        meant = next((one for one in bindings if one.scope == "select" and key in one.keys), None)
        return meant.action if meant else ""

    def action_select(self) -> None:
        """Begin to select at the passage of the cursor."""
        # Loaded here because a start selects nothing: it takes the rules of clauses and sentences.
        from .selecting import Picked  # noqa: PLC0415

        whole = self.whole_text()
        if whole is not None:
            self.pick(Picked.at(whole, max(0, self.chosen.start)))

    async def action_claim(self) -> None:
        """Make a claim of what is selected, or else of the sentence of the cursor."""
        if (words := self._words("Select the words first that say it.")) is not None:
            await self.claim(words)

    async def action_set_apart(self) -> None:
        """Mark the sentence of the cursor, or what is selected, as one that asserts nothing."""
        if (words := self._words("Choose a sentence that no claim cites first.")) is not None:
            await self.apart(words)

    def _words(self, why_not: str) -> Words | None:
        """Return the words that are meant, or say why they are none."""
        whole, text = self.whole_text(), self.text
        if whole is None or text is None:
            return None
        start, end = self.picked.span if self.picked else self.sentence
        if end - start > LONGEST:
            self.tell(f"A quote has at most {LONGEST:,} letters; select fewer of these words.")
        elif not whole[start:end].strip():
            self.tell(why_not)
        else:
            return Words(text.id, whole[start:end], start, end)
        return None

    @property
    def sentence(self) -> tuple[int, int]:
        """Where the chosen passage stands, or the sentence at the cursor."""
        here = self.chosen
        if here.sentence is not None:
            return here.sentence.start, here.sentence.end
        if here.stretches:
            return here.stretches[0].start, here.stretches[-1].end
        return 0, 0

    def action_extend(self, words: int) -> None:
        """Move one end of the selection by words."""
        self._change(lambda picked: picked.extended(words))

    def action_extend_letters(self, letters: int) -> None:
        """Move one end of the selection by letters."""
        self._change(lambda picked: picked.with_letters(letters))

    def action_other_end(self) -> None:
        """Let keys move the other end."""
        self._change(lambda picked: picked.swapped())

    def action_grow(self) -> None:
        """Select the next larger whole."""
        self._change(lambda picked: picked.grown())

    def action_shrink(self) -> None:
        """Select the next smaller whole."""
        self._change(lambda picked: picked.shrunk())

    def action_walk(self, delta: int) -> None:
        """Select the next clause or sentence, or the one before."""
        self._change(lambda picked: picked.walked(delta))

    async def action_copy_words(self) -> None:
        """Copy what is selected."""
        if self.picked is not None:
            await self.copy_words(self.picked.words)

    def action_end_selecting(self) -> None:
        """Select nothing any more."""
        self.pick(None)

    def pick(self, picked: Picked | None) -> None:
        """Select other words, or none."""
        begun = (self.picked is None) is not (picked is None)
        self.picked = picked
        self.draw()
        if begun:
            self.picked_changed()

    @property
    def selecting(self) -> bool:
        """Whether words are selected."""
        return self.picked is not None

    def _change(self, change: Callable[[Picked], Picked]) -> None:
        if self.picked is not None:
            self.pick(change(self.picked))

    def whole_text(self) -> str | None:
        """Return the text, or say why there is none to select in."""
        text = self.text
        if text is None:
            self.tell("No source is shown here; choose a claim or a source first.")
        elif not text.whole:
            self.tell(_OF_INDEX if is_index(self.data_names) else _AWAY)
        else:
            return self.text_now
        return None

    @property
    def text_now(self) -> str:
        """The text of the source, as far as it is here."""
        return "".join(stretch.text or "" for stretch in self.text.stretches) if self.text else ""
