"""The refusal that readers of amounts raise among themselves."""

from __future__ import annotations


class RefusedError(ValueError):
    """An amount is there and cannot be read without guessing.

    `resume` is the place of the token after what belongs to it, so that a search does not find a
    part of it again.
    """

    def __init__(self, reason: str, resume: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.resume = resume
