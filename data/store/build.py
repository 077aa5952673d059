"""From the files of sets to what is compiled: load, ground, check and compute, once."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from scale_explorer.models.errors import DataError
from scale_explorer.models.evidence import Source

from ..analysis.derive import derive
from ..analysis.links import Links
from ..checks.run import check
from ..finding import Finding, Place, Severity
from ..grounding.ground import ground
from ..loading.files import SetFiles
from ..loading.limits import RECORDS_TOGETHER
from ..loading.load import Loaded, load
from ..loading.paragraphs import paragraphs
from ..matching.revoked import Pair
from ..watch import SILENT, Watch
from .contents import Contents, TextLayout
from .merging import merged


def contents_of(files: SetFiles, watch: Watch = SILENT) -> Contents:
    """Load and check a data set; raises DataError when nothing of it can be read."""
    loaded = load(files, watch)
    grounded = ground(loaded.dataset, loaded.copies, loaded.lock, watch)
    figures = derive(loaded.dataset)
    amounts = {key: found.quantity for key, found in figures.items() if found.quantity}
    report = check(loaded, grounded, watch)
    return Contents(
        links=Links(loaded.dataset, amounts),
        grounded=grounded,
        findings=(*report.findings, *report.notes),
        layouts=_layouts(loaded),
        coverage=report.coverage,
        errors={key: found.error.message for key, found in figures.items() if found.error},
        proofs=report.proofs,
        disputes=report.disputes,
    )


def contents_of_several(
    sets: Sequence[SetFiles], apart: Container[Pair], watch: Watch = SILENT
) -> Contents:
    """Load and check several sets as one; a set that cannot be read is told as a finding.

    Pairs in `apart` are not matched. Raises DataError when no set can be read, or when they hold
    too much together.
    """
    parts: dict[str, Contents] = {}
    unread: list[Finding] = []
    room = RECORDS_TOGETHER
    for files in sets:
        try:
            part = parts[files.real_path] = contents_of(files, watch)
        except DataError as error:
            unread.append(_unreadable(files, error))
            continue
        room -= len(part.dataset.records)
        if room < 0:
            raise DataError(f"The sets hold more than {RECORDS_TOGETHER:,} records; open fewer.")
    if not parts:
        raise DataError("\n".join(f"{found.place}: {found.message}" for found in unread))
    return merged(parts, apart, unread)


def _unreadable(files: SetFiles, error: DataError) -> Finding:
    first, *_ = str(error).split("\n")
    hint = "the other sets are open without it"
    return Finding("unreadable_set", Severity.ERROR, first, place=Place(files.label), hint=hint)


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
