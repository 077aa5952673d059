"""What somebody said, plans, expects, fears, hopes or declined to say (schema.org Claim)."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from .claim import Claim
from .kinds import Kind
from .record import Edtf, Frozen, Id, Line, Prose


class Stance(StrEnum):
    """What the holder does with the thought."""

    ASSERTS = "asserts"
    DENIES = "denies"
    PLANS = "plans"
    CONSIDERS = "considers"
    COMMITS = "commits"
    EXPECTS = "expects"
    FEARS = "fears"
    HOPES = "hopes"
    DECLINES_TO_COMMENT = "declines_to_comment"


class Topic(Frozen):
    """A record that the statement is about, and as what."""

    id: Id
    role: Line = ""


class Statement(Claim):
    """A thought with its holder.

    `speaker` (an id) or `attribution` (the source's words) says who said it; `holder` whose view or
    plan it is; `text` puts it in the data set's own words.
    """

    KIND: ClassVar[Kind] = Kind.STATEMENT

    stance: Stance
    text: Prose = Field(min_length=1)
    speaker: Id | None = None
    attribution: Line = ""
    holder: Id | None = None
    about: tuple[Topic, ...] = ()
    date: Edtf | None = None
