"""A source's text that is named on the command line."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.decode import decoded
from scale_explorer.data.loading.limits import FILE_BYTES
from scale_explorer.data.loading.nearest import nearest
from scale_explorer.data.loading.read import read_regular, shown
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.errors import UnknownNameError
from scale_explorer.models.evidence import Source
from scale_explorer.models.text import clean


def given_text(file: str) -> SourceCopy:
    """Read a file as a source's text; raises DataError when it is no UTF-8 text."""
    path = Path(file)
    content = read_regular(path, FILE_BYTES)
    text = clean(decoded(content, shown(path)), multiline=True)
    return SourceCopy(text, hashlib.sha256(content).hexdigest(), "own", path)


def known_source(dataset: Dataset, source_id: str) -> Source:
    """Return a source of the set; raises UnknownNameError with the nearest ones."""
    sources = {source.id: source for source in dataset.of(Source)}
    if source_id not in sources:
        raise UnknownNameError(
            "source", source_id, nearest(source_id, sources) or tuple(sources)[:3]
        )
    return sources[source_id]
