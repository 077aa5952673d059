"""A set that is open to be written to, for one who asks it in the app."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from scale_explorer.models.frozen import dataclass

from .desk import Desk
from .desk_process import DeskProcess, Heard
from .messages import Base

Args = TypeVarTuple("Args")
AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """The set as it was when it was opened, in the process that holds it."""

    process: DeskProcess
    base: Base

    @classmethod
    async def at(cls, path: Path, process: DeskProcess, heard: Heard | None = None) -> OpenDesk:
        """Open the set at a path; raises DataError, a sentence, when it cannot be read."""
        base: Base = await process.ask(Base(path), Desk.base.__name__, (), heard)
        return cls(process, base)

    @property
    def path(self) -> Path:
        """Where the set lies."""
        return self.base.path

    async def ask(
        self,
        method: Callable[[Desk, *Args], AnswerT],
        *args: *Args,
        heard: Heard | None = None,
    ) -> AnswerT:
        """Return what a method of the desk returns; raises what `DeskProcess.ask` does."""
        answer: AnswerT = await self.process.ask(self.base, method.__name__, args, heard)
        return answer
