"""What the app and the process that holds the set say to each other: frozen values, pickled.

Both are the same program, and nobody else has an end of the pipes between them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from scale_explorer.models.frozen import dataclass

if TYPE_CHECKING:
    # Loaded with what is unpickled: the process can be started before the app has any of it.
    from scale_explorer.data.editing.saving import Sides
    from scale_explorer.data.watch import Progress


@dataclass(frozen=True, slots=True)
class Base:
    """A set as one looked at it when one began to write; without a digest, as it is on disk now.

    Every question tells it, so that another process can go on where one was killed.
    """

    path: Path
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Call a method of the `Desk` of that name, on the set as it was when one began."""

    number: int
    base: Base
    method: str
    args: tuple[Any, ...] = ()


WRITING = frozenset({"finish", "carry_out", "apply_again"})
"""Methods that change files: what they have begun is finished."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Nobody waits any more for the answer to the question of a number."""

    number: int


Asked: TypeAlias = Question | Forget
"""What the app says."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the method returned."""

    number: int
    value: Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why it cannot be done, a sentence for people; `sides` where others changed the same."""

    number: int
    words: str
    sides: Sides | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """The method has a fault: what Python tells of it."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work on an answer is."""

    number: int
    progress: Progress


Told: TypeAlias = Answer | Refusal | Fault | Step
"""What the process says."""
