"""Why: a claim that one record led to, sped up, made possible or stood against another."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from .claim import Claim
from .kinds import Kind
from .record import Id


class ReasonType(StrEnum):
    """How the cause bears on the effect."""

    LED_TO = "led_to"
    REASON_FOR = "reason_for"
    ACCELERATED = "accelerated"
    MADE_POSSIBLE = "made_possible"
    DESPITE = "despite"


class Reason(Claim):
    """A link of cause and effect; its id is `cause.type.effect` unless given."""

    KIND: ClassVar[Kind] = Kind.REASON

    type: ReasonType
    cause: Id
    effect: Id
