"""Files that hold no records, told by how they begin: what they are, and what can be done."""

from __future__ import annotations

import re
from typing import Final

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass

_READ = "records are read from TOML, JSON lines and CSV"
_SHEET = "Save a spreadsheet as CSV (UTF-8); the text of an article as a text file, for init."
_UNPACK = "Unpack it on the way: {} FILE | scale-explorer import - -o OUTPUT"


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a file is, and what to do with it, if there is something."""

    what: str
    advice: str = ""


_BEGINNINGS: Final = {
    b"%PDF-": Foreign(
        "a PDF",
        "Its text can be a source: pdftotext FILE article.txt, and then"
        " scale-explorer init FOLDER article.txt",
    ),
    b"PK\x03\x04": Foreign("a spreadsheet, a document or an archive (ZIP)", _SHEET),
    b"\xd0\xcf\x11\xe0": Foreign("a document of an office program", _SHEET),
    b"{\\rtf": Foreign("a document in RTF", "Save it as a text file, for init."),
    b"\x89PNG": Foreign("a picture (PNG)"),
    b"\xff\xd8\xff": Foreign("a picture (JPEG)"),
    b"GIF8": Foreign("a picture (GIF)"),
    b"\x1f\x8b": Foreign("packed by gzip", _UNPACK.format("gzip -dc")),
    b"BZh": Foreign("packed by bzip2", _UNPACK.format("bzip2 -dc")),
    b"\xfd7zXZ": Foreign("packed by xz", _UNPACK.format("xz -dc")),
    b"\x28\xb5\x2f\xfd": Foreign("packed by zstd", _UNPACK.format("zstd -dc")),
    b"PAR1": Foreign("a Parquet file", "Write it out as CSV or JSON lines, and import that."),
}
_PAGE: Final = Foreign(
    "a web page", "Its text can be a source: scale-explorer init FOLDER FILE"
)  # fmt: skip
_PAGE_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE
)


def foreign(head: bytes) -> Foreign | None:
    """Return what a file is that begins so, if it is known to hold no records."""
    for start, what in _BEGINNINGS.items():
        if head.startswith(start):
            return what
    return _PAGE if _PAGE_START.match(head) else None


def refuse_foreign(head: bytes, name: str) -> None:
    """Raise DataError with what to do for a file that holds no records."""
    found = foreign(head)
    if found is not None:
        raise DataError(f"{name} is {found.what}; {_READ}.\n{found.advice}".rstrip())
