"""Where dossiers are kept: one file for every data set, beside what else the reader wrote.

Unlike a session, which only tells where one was, a dossier is work. So it lies in the data folder,
is written at every change, is never tidied away, and of two programs on one data set each changes
only what it means to change.
"""

from __future__ import annotations

from pathlib import Path

from scale_explorer.data.dossier.dossier import (
    EMPTY,
    LONGEST_COMMENT,
    Dossier,
    Edit,
    Pin,
    Put,
    edited,
)
from scale_explorer.data.folders import folder
from scale_explorer.data.loading.read import shown
from scale_explorer.data.loading.set_aside import set_aside
from scale_explorer.models.errors import ScaleExplorerError

from .documents import read_document, write_document
from .files import session_key
from .values import fields, items, text
from .views import LONGEST_KEY

_LONGEST_TITLE = 2_000


def dossier_path(names: tuple[str, ...]) -> Path:
    """Return the file of the dossier on the data sets that were opened together."""
    return folder("data") / "dossiers" / f"{session_key(names)}.json"


def read_dossier(names: tuple[str, ...]) -> tuple[Dossier, str]:
    """Return the dossier on some data sets, and what happened to a file that is damaged."""
    file, damage = open_dossier(names)
    return file.dossier, damage


def open_dossier(names: tuple[str, ...]) -> tuple[DossierFile, str]:
    """Return the dossier on some data sets in its file, and what happened to a damaged one."""
    try:
        path = dossier_path(names)
    except (ScaleExplorerError, OSError) as error:
        return DossierFile(), str(error)
    found, damage = _read(path)
    return DossierFile(path, found or EMPTY), damage


class DossierFile:
    """A dossier and the file that keeps it; without one it lasts as long as the program.

    `unsaved` tells that the file is older, because it could not be written.
    """

    def __init__(self, path: Path | None = None, dossier: Dossier = EMPTY) -> None:
        self.path = path
        self.dossier = dossier
        self.unsaved = False

    def carry_out(self, edit: Edit) -> tuple[Edit | None, str]:
        """Change the dossier and its file; return the edit that takes it back, and what went wrong.

        The change is made to the file as it is now: another program may have changed it too.
        """
        if self.path is None:
            return self._change(self.dossier, edit), ""
        found, damage = (None, "") if self.unsaved else _read(self.path)
        back = self._change(self.dossier if found is None else found, edit)
        told = write_document(self.path, dossier_to_json(self.dossier))
        self.unsaved = bool(told)
        return back, damage or told

    def refresh(self) -> str:
        """Take over what another program wrote meanwhile; return what went wrong, or nothing."""
        if self.path is None or self.unsaved:
            return ""
        found, damage = _read(self.path)
        self.dossier = self.dossier if found is None else found
        return damage

    def _change(self, dossier: Dossier, edit: Edit) -> Edit | None:
        after = edited(dossier, edit)
        self.dossier = after.dossier
        return after.back


def _read(path: Path) -> tuple[Dossier | None, str]:
    """Read a file; of one that holds anything unknown a copy is set aside, so that none is lost."""
    document, damage = read_document(path)
    if document is None:
        return None, damage
    dossier, whole = dossier_from_json(document)
    if whole:
        return dossier, ""
    told = f"Some of {shown(path.name)} makes no sense, and is left out. {set_aside(path)}"
    return dossier, " ".join(filter(None, (told, write_document(path, dossier_to_json(dossier)))))


def dossier_to_json(dossier: Dossier) -> dict[str, object]:
    """Return what `dossier_from_json` reads."""
    pins = [
        {"record": pin.record, "title": pin.title, "comment": pin.comment} for pin in dossier.pins
    ]
    return {"pins": pins}


def dossier_from_json(found: dict[str, object]) -> tuple[Dossier, bool]:
    """Read a dossier, and say whether all of what is there made sense."""
    given = items(found.get("pins"))
    dossier = EMPTY
    for value in given:
        if (pin := _pin(fields(value))) is not None:
            dossier = edited(dossier, Put(pin)).dossier
    whole = isinstance(found.get("pins"), list) and len(dossier.pins) == len(given)
    return dossier, whole


def _pin(found: dict[str, object]) -> Pin | None:
    record = text(found.get("record"), LONGEST_KEY)
    title = text(found.get("title", ""), _LONGEST_TITLE)
    comment = text(found.get("comment", ""), LONGEST_COMMENT)
    return None if not record or title is None or comment is None else Pin(record, title, comment)
