"""Sources' texts that are named on the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.decode import decoded
from scale_explorer.data.loading.limits import FILE_BYTES
from scale_explorer.data.loading.load import Loaded
from scale_explorer.data.loading.nearest import nearest
from scale_explorer.data.loading.read import read_regular, shown
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.errors import UnknownNameError, UsageError
from scale_explorer.models.evidence import Source
from scale_explorer.models.frozen import replace
from scale_explorer.models.text import clean


def with_texts(loaded: Loaded, pairs: Sequence[str]) -> Loaded:
    """Take the texts of SOURCE=FILE pairs in place of those that lie with the set."""
    given: dict[str, SourceCopy] = {}
    for pair in pairs:
        source, equals, file = pair.partition("=")
        if not (source and equals and file):
            raise UsageError(f"--text takes SOURCE=FILE, not {shown(pair)!r}.")
        known = known_source(loaded.dataset, source)
        given[known.id] = given_text(file)
    return replace(loaded, copies={**loaded.copies, **given})


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
