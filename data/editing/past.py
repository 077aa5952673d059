"""The revisions of one sitting, to be undone and done again one by one."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass, replace

from .revision import Revision

KEPT = 200
"""Steps that can be undone; older ones are in the author's version control, if anywhere."""


@dataclass(frozen=True, slots=True)
class Past:
    """What was done, and what was undone and can be done again; the last of each comes first."""

    done: tuple[Revision, ...] = ()
    undone: tuple[Revision, ...] = ()

    def with_step(self, revision: Revision) -> Past:
        """Take note of a new step: what was undone before it cannot be done again."""
        return Past((*self.done, revision)[-KEPT:])

    def without(self, revision: Revision) -> Past:
        """Forget a step that was to be undone or done again, and cannot be any more."""
        done = tuple(each for each in self.done if each.reverse != revision)
        return Past(done, tuple(each for each in self.undone if each != revision))

    def undoing(self, made: Revision) -> Past:
        """Take note that the last step was undone; `made` is what that came to."""
        return Past(self.done[:-1], (*self.undone, made.reverse))

    def redoing(self, made: Revision) -> Past:
        """Take note that what was undone last was done again."""
        return replace(self, done=(*self.done, made), undone=self.undone[:-1])
