"""What a dossier is: claims that a reader pinned, in an order, each with a comment.

A change of one is an `Edit`; applying it tells the edit that takes it back. So undoing takes back
that one change and no other, even when another program changed the dossier meanwhile.
"""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass, replace

MOST_PINS = 1_000
"""Claims that can be pinned; more is a list, which `export` writes without pins."""

LONGEST_COMMENT = 1_000
"""Code points of a comment."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A claim by its id; `title` is what it said when it was pinned, to know one that is gone."""

    record: str
    title: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Pins in the reader's order; none is of a record that another one is of."""

    pins: tuple[Pin, ...] = ()

    def __contains__(self, record: str) -> bool:
        return self.place(record) is not None

    def place(self, record: str) -> int | None:
        """Return where a record stands, counted from 0."""
        found = (place for place, pin in enumerate(self.pins) if pin.record == record)
        return next(found, None)

    def pin(self, record: str) -> Pin | None:
        """Return the pin of a record."""
        place = self.place(record)
        return None if place is None else self.pins[place]

    @property
    def records(self) -> frozenset[str]:
        """The ids of all that is pinned."""
        return frozenset(pin.record for pin in self.pins)


EMPTY = Dossier()


@dataclass(frozen=True, slots=True)
class Put:
    """Pin a claim, at the end unless a place is given."""

    pin: Pin
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """Take a claim out."""

    record: str


@dataclass(frozen=True, slots=True)
class Move:
    """Bring a claim to another place; one beyond the ends means the end."""

    record: str
    place: int


@dataclass(frozen=True, slots=True)
class Comment:
    """Write another comment on a claim."""

    record: str
    comment: str


Edit = Put | Take | Move | Comment


@dataclass(frozen=True, slots=True)
class Edited:
    """The dossier after an edit, and the edit that takes it back: None where it changed nothing."""

    dossier: Dossier
    back: Edit | None = None


def edited(dossier: Dossier, edit: Edit) -> Edited:
    """Carry out an edit; one of a claim that is not there, or there already, changes nothing."""
    match edit:
        case Put(pin, place):
            return _put(dossier, pin, len(dossier.pins) if place is None else place)
        case Take(record):
            return _taken(dossier, record)
        case Move(record, place):
            return _moved(dossier, record, place)
        case Comment(record, comment):
            return _commented(dossier, record, comment)


def _put(dossier: Dossier, pin: Pin, place: int) -> Edited:
    if pin.record in dossier:
        return Edited(dossier)
    pins = (*dossier.pins[:place], pin, *dossier.pins[place:])
    return Edited(Dossier(pins), Take(pin.record))


def _taken(dossier: Dossier, record: str) -> Edited:
    place = dossier.place(record)
    if place is None:
        return Edited(dossier)
    pins = dossier.pins
    return Edited(Dossier((*pins[:place], *pins[place + 1 :])), Put(pins[place], place))


def _moved(dossier: Dossier, record: str, to: int) -> Edited:
    place = dossier.place(record)
    to = max(0, min(to, len(dossier.pins) - 1))
    if place is None or place == to:
        return Edited(dossier)
    others = (*dossier.pins[:place], *dossier.pins[place + 1 :])
    pins = (*others[:to], dossier.pins[place], *others[to:])
    return Edited(Dossier(pins), Move(record, place))


def _commented(dossier: Dossier, record: str, comment: str) -> Edited:
    place = dossier.place(record)
    if place is None or dossier.pins[place].comment == comment:
        return Edited(dossier)
    before = dossier.pins[place]
    pins = (*dossier.pins[:place], replace(before, comment=comment), *dossier.pins[place + 1 :])
    return Edited(Dossier(pins), Comment(record, before.comment))
