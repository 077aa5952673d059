"""`check --fix`: the positions that are written into the files, and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scale_explorer.data.editing.fixing import Fixed, FixedFile, fix
from scale_explorer.data.editing.placing import Outcome
from scale_explorer.data.loading.files import SetFiles
from scale_explorer.data.loading.load import Loaded

from ..exits import narrate
from .counting import counted


def fixed(files: SetFiles, loaded: Loaded, *, every: bool) -> str:
    """Put positions right in the files; return what was done, a line for each file and reason."""
    shown = loaded.places.shown
    done = fix(files, loaded, every=every, tell=lambda name: narrate(f"Editing {shown[name]} …"))
    return "\n".join((*(_file(each, shown[each.name]) for each in done.files), *_others(done)))


def _file(each: FixedFile, name: str) -> str:
    if each.problem:
        return f"{name} is as it was: {each.problem}."
    told = [counted(each.written, "position") + " written"] if each.written else []
    told += [counted(each.corrected, "position") + " corrected"] if each.corrected else []
    return f"{name}: {', '.join(told)}."


def _others(done: Fixed) -> Iterator[str]:
    """Yield what was not written, and why."""
    total = Counter[Outcome]()
    for (outcome, _), count in done.outcomes.items():
        total[outcome] += count
    if not done.files:
        yield "No position had to be written."
    if total[Outcome.NEEDLESS] and not done.files:
        quotes = counted(total[Outcome.NEEDLESS], "quote")
        yield f"Without one, as the words stand in one place: {quotes}; --fix-all writes them too."
    if total[Outcome.IN_CSV]:
        quotes = counted(total[Outcome.IN_CSV], "quote")
        yield f"Left as they are: {quotes} in CSV files, which hold no positions."
    if total[Outcome.OPEN]:
        yield f"Left open: {counted(total[Outcome.OPEN], 'quote')} in several places; see below."
    if total[Outcome.MISSING]:
        yield f"Not found: {counted(total[Outcome.MISSING], 'quote')}; see below."
    for (outcome, source), count in done.outcomes.items():
        quotes = counted(count, "quote")
        if outcome is Outcome.OTHER_EDITION:
            yield (
                f"Left as they are: {quotes} of {source}, of which your copy is another edition;"
                " its positions would be wrong in the authors' text."
            )
    if total[Outcome.WITHOUT_TEXT]:
        quotes = counted(total[Outcome.WITHOUT_TEXT], "quote")
        yield f"Left as they are: {quotes} whose text is not here."
