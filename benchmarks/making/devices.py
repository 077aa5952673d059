"""Makers of devices and what they make, from the lists of PCI and USB identifiers.

A line without indent is a maker, one behind a tab a device of it, one behind two tabs belongs to a
device and is passed over; the lists of classes, which follow in both files, begin with a letter and
a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scale_explorer.data.loading.shapes import Table

from .fetching import debian_file
from .found import Found, header, line, relationship, source

_LISTS = {
    "pci": ("pci.ids", "usr/share/misc/pci.ids"),
    "usb": ("usb.ids", "var/lib/usbutils/usb.ids"),
}
_ENTRY = re.compile(r"(\t?)([0-9a-f]{4})[ \t]+(\S.*)")
_OTHER_LIST = re.compile(r"[A-Z]+ ")
_ORIGIN = "the lists of PCI and USB identifiers (GPL 2 or later, or BSD), packages pci.ids, usb.ids"


def found(cache: Path) -> Found:
    """Return makers, products and who makes what; raises FetchError."""
    paths = {bus: debian_file(*place, cache) for bus, place in _LISTS.items()}
    return Found(_records(paths), f"Entries of {_ORIGIN}.")


def _records(paths: dict[str, Path]) -> Iterator[Table]:
    yield header("devices", "Makers of devices and their products", _ORIGIN)
    for bus in paths:
        yield source(bus, f"The list of {bus.upper()} identifiers")
    for bus, path in paths.items():
        with path.open(encoding="utf-8", errors="replace") as lines:
            yield from of_list(bus, lines)


def of_list(bus: str, lines: Iterator[str]) -> Iterator[Table]:
    """Yield the records of a list of identifiers; of two entries alike the first counts."""
    maker, seen = "", set[str]()
    for text in lines:
        if _OTHER_LIST.match(text):
            return
        entry = _ENTRY.match(text)
        if entry is None:
            continue
        indent, number, name = entry.groups()
        maker = maker if indent else f"{bus}-{number}"
        id_ = f"{maker}-{number}" if indent else maker
        if id_ not in seen and (called := line(name)):
            seen.add(id_)
            yield from _entry(id_, maker, called)


def _entry(id_: str, maker: str, name: str) -> Iterator[Table]:
    yield {"kind": "company" if id_ == maker else "product", "id": id_, "name": name}
    if id_ != maker:
        yield relationship("makes", maker, id_)
