"""The tour as the README tells it, made from the same steps so that both tell the same."""

from __future__ import annotations

from textwrap import fill

from ..keys import BINDINGS, shown
from .step import told
from .steps import STEPS

_WIDTH = 100


def steps() -> str:
    """Return the steps as a numbered list in Markdown."""
    return "".join(_item(place, step.title, step.text) for place, step in enumerate(STEPS, 1))


def _item(place: int, title: str, text: str) -> str:
    number = f"{place}. "
    return f"{_filled(f'{number}**{title}.** {text}', ' ' * len(number))}\n"


def _filled(text: str, indent: str = "") -> str:
    return fill(told(text, _usual_key), _WIDTH, subsequent_indent=indent, break_long_words=False)


def _usual_key(binding_id: str) -> str:
    """Return the first key that a binding has unless the reader chose others."""
    return next(f"`{shown(each.keys[0])}`" for each in BINDINGS if each.id == binding_id)
