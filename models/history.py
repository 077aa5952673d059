"""Statuses over time: the last entry is the status now, earlier ones are what was."""

from __future__ import annotations

from typing import Generic, TypeVar

from .evidence import Evidence
from .record import Edtf, Frozen

StatusT = TypeVar("StatusT")


class Change(Frozen, Generic[StatusT]):
    """A status, since when, and the words that say so."""

    status: StatusT
    date: Edtf | None = None
    evidence: tuple[Evidence, ...] = ()
