"""From the files of a set to what is compiled: load, ground, check and compute, once."""

from __future__ import annotations

from collections.abc import Mapping

from scale_explorer.models.evidence import Source

from ..analysis.derive import derive
from ..analysis.links import Links
from ..checks.run import check
from ..grounding.ground import ground
from ..loading.files import SetFiles
from ..loading.load import Loaded, load
from ..loading.paragraphs import paragraphs
from .contents import Contents, TextLayout


def contents_of(files: SetFiles) -> Contents:
    """Load and check a data set; raises DataError when nothing of it can be read."""
    loaded = load(files)
    grounded = ground(loaded.dataset, loaded.copies, loaded.lock)
    figures = derive(loaded.dataset)
    amounts = {key: found.quantity for key, found in figures.items() if found.quantity}
    return Contents(
        links=Links(loaded.dataset, amounts),
        grounded=grounded,
        findings=check(loaded, grounded).findings,
        layouts=_layouts(loaded),
        errors={key: found.error.message for key, found in figures.items() if found.error},
    )


def _layouts(loaded: Loaded) -> Mapping[str, TextLayout]:
    """Return what is known of each source's text: from the text itself, else from the lock."""
    layouts: dict[str, TextLayout] = {}
    if loaded.lock:
        for source_id, locked in loaded.lock.sources.items():
            layouts[source_id] = TextLayout(locked.length, locked.paragraphs)
    for source in loaded.dataset.of(Source):
        if copy := loaded.copies.get(source.id):
            layouts[source.id] = TextLayout(len(copy.text), paragraphs(copy.text), copy.text)
    return layouts
