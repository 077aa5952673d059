"""The tour: ten steps that react to what the reader does. Values and pure functions, no Textual."""

from .progress import TourState, advance, begin, skip
from .step import Moment, Step, told
from .steps import AFTERWARDS, STEPS, TUTORIAL

__all__ = [
    "AFTERWARDS", "STEPS", "TUTORIAL", "Moment", "Step", "TourState", "advance", "begin", "skip",
    "told",
]  # fmt: skip
