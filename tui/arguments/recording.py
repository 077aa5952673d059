"""What options of `new` say beyond plain text, and which quote an option describes."""

from __future__ import annotations

from argparse import Action, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from typing import Any

from scale_explorer.models.text import clean


def words(text: str) -> str:
    """Return text that is safe to show, with its line breaks."""
    return clean(text, multiline=True)


def party(text: str) -> dict[str, str]:
    """Read ENTITY=ROLE."""
    entity, role = _parted(text, "ENTITY=ROLE, such as birch-mills=target")
    return {"entity": entity, "role": role}


def topic(text: str) -> dict[str, str]:
    """Read ID or ID=ROLE."""
    record, _, role = words(text).partition("=")
    return {"id": record, "role": role} if role else {"id": record}


def change(text: str) -> dict[str, str]:
    """Read STATUS or STATUS=DATE."""
    status, _, day = words(text).partition("=")
    return {"status": status, "date": day} if day else {"status": status}


def period(text: str) -> str | dict[str, str]:
    """Read a date, or before=DEAL or after=DEAL."""
    side, equals, deal = words(text).partition("=")
    return {side: deal} if equals else side


def mention(text: str) -> tuple[str, str]:
    """Read WORDS=ID; the words may hold the sign, an id cannot."""
    if "=" not in text:
        raise ArgumentTypeError("write WORDS=ID, such as 'the startup=scale-ai'")
    said, _, record = words(text).rpartition("=")
    return said, record


def _parted(text: str, form: str) -> tuple[str, str]:
    first, _, second = words(text).partition("=")
    if not (first and second):
        raise ArgumentTypeError(f"write {form}")
    return first, second


class OfQuote(Action):
    """Keeps quotes and what describes them in the order in which they stand; `const` is the key."""

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Note a part of a quote."""
        del parser, option_string
        before = getattr(namespace, self.dest, None) or ()
        setattr(namespace, self.dest, (*before, (self.const, values)))
