"""The tour as a page of the docs, made from the same steps so that both tell the same."""

from __future__ import annotations

from textwrap import fill

from ..keys import BINDINGS, shown
from .step import told
from .steps import AFTERWARDS, STEPS

_WIDTH = 100
_INTRODUCTION = """\
# A tour in ten steps

    scale-explorer --data tutorial --tour

walks you through the screen, on a small invented story: a robot maker buys a boatyard, and three
texts do not agree on the price. Each step waits until you have done what it says. The same steps,
with the usual keys; yours may be others if you have changed them. Written by `make docs` from
`tui/tour/`; do not edit.

"""


def as_markdown() -> str:
    """Return docs/tour.md."""
    steps = (_item(place, step.title, step.text) for place, step in enumerate(STEPS, 1))
    return f"{_INTRODUCTION}{''.join(steps)}\n{_filled(AFTERWARDS)}\n"


def _item(place: int, title: str, text: str) -> str:
    number = f"{place}. "
    return f"{_filled(f'{number}**{title}.** {text}', ' ' * len(number))}\n"


def _filled(text: str, indent: str = "") -> str:
    return fill(told(text, _usual_key), _WIDTH, subsequent_indent=indent, break_long_words=False)


def _usual_key(binding_id: str) -> str:
    """Return the first key that a binding has unless the reader chose others."""
    return next(f"`{shown(each.keys[0])}`" for each in BINDINGS if each.id == binding_id)
