"""One step of the tour: what it says, and how it is known that the reader has done it."""

from __future__ import annotations

import re
from collections.abc import Callable

from scale_explorer.models.frozen import dataclass

from ..state import Navigation

_KEYS = re.compile(r"\{([a-z]+\.[a-z0-9-]+)\}")
_NO_KEY = "(no key)"


@dataclass(frozen=True, slots=True)
class Moment:
    """What a step is judged by: where it began, where the reader is now, and what ran just now.

    `ran` is the id of a binding; some open a pop-up and change nothing else.
    """

    began: Navigation
    now: Navigation
    ran: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What to try: `text` names keys by the ids of their bindings, as in `{app.why}`."""

    title: str
    text: str
    done: Callable[[Moment], bool]

    @property
    def bindings(self) -> tuple[str, ...]:
        """The ids of the bindings that the text names, in order."""
        return tuple(_KEYS.findall(self.text))


def told(text: str, keys_of: Callable[[str], str]) -> str:
    """Return a text with the reader's own keys in it; `keys_of` shows those of a binding's id."""
    return _KEYS.sub(lambda found: keys_of(found[1]) or _NO_KEY, text)
