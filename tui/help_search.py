"""Finding a key or a sign in the help by what is typed: the key itself, or words for what it does.

Best first: the very key, keys that begin so, words that begin so, words with it inside; and only
where there is none of these, words that come near it. Of equals, those come last that hold only in
a mode which is not on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass

from .goto.matching import Grade, Wanted, best_grade, nearness, wanted
from .key_names import MOST_IN_SEQUENCE, understood
from .keys import KeyBinding, shown
from .sequences import begins

_KEY_BEGINS, _THE_KEY = Grade.EXACT + 1, Grade.EXACT + 2


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that the help tells of: keys by Textual's names, the signs on its row, and words.

    `signs` are how keys are shown, or what stands in rows and means something there. One that
    `rests` belongs to a mode that is not on.
    """

    id: str
    keys: tuple[str, ...]
    signs: tuple[str, ...]
    words: tuple[str, ...]
    rests: bool = False


def topic_of(binding: KeyBinding, *, selecting: bool = False) -> Topic:
    """Return what a binding is found by, while words are selected or not."""
    words = (binding.name, binding.hint, binding.description)
    rests = binding.scope == "select" and not selecting
    return Topic(binding.id, binding.keys, tuple(map(shown, binding.keys)), words, rests)


def topic_of_sign(sign: str, meaning: str) -> Topic:
    """Return what a line of the legend is found by; its sign is its id."""
    return Topic(sign, (), tuple(sign.split()), (sign, meaning, "sign", "legend"))


def found(topics: Iterable[Topic], typed: str) -> tuple[str, ...]:
    """Return the ids of the topics that `typed` means, best first; equals keep their order."""
    text, meant = typed.strip(), wanted(typed)
    presses = tuple(_presses(text))
    graded = [
        (grade, topic)
        for topic in topics
        if (grade := _grade(topic, text, presses, meant)) is not None
    ]
    if any(grade > Grade.ALIKE for grade, _ in graded):
        best = sorted(graded, key=lambda each: (-each[0], each[1].rests))
        return tuple(topic.id for grade, topic in best if grade > Grade.ALIKE)
    near = sorted(graded, key=lambda each: (-_nearness(meant, each[1]), each[1].rests))
    return tuple(topic.id for _, topic in near)


def _presses(text: str) -> Iterator[tuple[str, ...]]:
    """Read a text as keys to press: `Esc`, `ctrl+d`, `g g`, and `gg` for it."""
    one_by_one = " ".join(text) if 1 < len(text) <= MOST_IN_SEQUENCE else ""
    for way in (text, one_by_one):
        with suppress(UsageError):
            yield tuple(understood(way).split(" "))


def _grade(
    topic: Topic, text: str, presses: tuple[tuple[str, ...], ...], meant: Wanted
) -> int | None:
    begun = [
        len(sequence) - len(pressed)
        for sequence in (tuple(keys.split(" ")) for keys in topic.keys)
        for pressed in presses
        if begins(sequence, pressed)
    ]
    if text in topic.signs or 0 in begun:
        return _THE_KEY
    if begun or _begins_a_name(text, (*topic.keys, *topic.signs)):
        return _KEY_BEGINS
    return best_grade(meant, topic.words)


def _begins_a_name(text: str, names: tuple[str, ...]) -> bool:
    """Say whether a key's name begins so; one letter is a key of its own, not `slash` begun."""
    return len(text) > 1 and any(name.lower().startswith(text.lower()) for name in names)


def _nearness(meant: Wanted, topic: Topic) -> float:
    return max(nearness(meant, words) for words in topic.words)
