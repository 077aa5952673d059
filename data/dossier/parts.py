"""What a dossier is made of when it is laid out: the same for every format, and clean already."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """Text behind a label, such as the reader's comment or what disputes the claim."""

    label: str
    text: str
    weighty: bool = False
    """Whether it speaks against the claim, and must not be overlooked."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """Verbatim words with the number of their footnote; `remarks` say what they do for the claim.

    `reference` counts the references to that footnote up to here, from 1.
    """

    exact: str
    number: int
    reference: int
    remarks: tuple[str, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list, such as a figure behind a computed one; its quotes follow it."""

    text: str
    depth: int = 0


Part = Remark | Facts | Quoted | Item


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim: its heading, what kind of claim it is with its id, and its parts."""

    heading: str
    about: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: `said` names who said it in the source, `detail` who published that and when.

    `url` is there only for the web; another one is in `detail`.
    """

    number: int
    said: str
    title: str
    detail: str
    url: str
    verdict: str
    references: int


@dataclass(frozen=True, slots=True)
class Document:
    """A whole dossier; a lone claim that is copied has no title and nothing about it."""

    title: str
    about: tuple[str, ...]
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]
