"""Runs a verb by its name and writes its answer."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..arguments.formats import Format
from ..arguments.looking import AS_IT_IS, Looking, looking_of
from ..exits import FINE, narrate
from ..loading import load
from .answer import Answer
from .output import standard_output, write

if TYPE_CHECKING:
    from scale_explorer.data.store.protocol import Store
    from scale_explorer.data.store.rows.lens import Lens
    from scale_explorer.data.store.sqlite import SQLiteStore


_OF_A_COMPANY = frozenset({"exposure"})
"""Verbs for which an entity to do without means its relationships with the one asked about."""
_OF_RECORD_OR_ALL = frozenset({"timeline"})
"""Verbs that are of the whole set without a record, so that a filter may stand in its place."""


_MODULES = {"import": "importing"}
"""Modules that cannot be called as their verbs are."""


def ask(verb: str, data: tuple[str, ...], options: Mapping[str, Any], form: Format | None) -> int:
    """Run a verb on the store of the data sets, which is closed when its answer is written."""
    # Loaded here because what needs no store should not wait for one.
    load(f"{__package__}.filtering")
    from .filtering import as_words, without_record  # noqa: PLC0415
    from .newness import asks_for_new, mark  # noqa: PLC0415

    looking, rest = looking_of(as_words(options))
    written = _written(rest.pop("output", None), form, force=rest.pop("force", False))
    with asked(data) as store:
        if verb in _OF_RECORD_OR_ALL:
            rest = without_record(store, rest)
        if verb == "list" and asks_for_new(rest["words"]):
            mark(data, store)
        record = rest.get("record")
        about = record if verb in _OF_A_COMPANY else None
        lens = lens_for(store, data, looking, (record,) if record else (), about)
        return written(_answer(verb, {"store": store, "lens": lens, **rest}))


def _written(output: str | None, form: Format | None, *, force: bool) -> Callable[[Answer], int]:
    """Return what writes an answer where it is wanted, in a format, and returns the exit status.

    Raises DataError where a file exists already, before anything is opened.
    """
    if output is None or output == "-":
        return lambda answer: write(answer, form or answer.usual_format, standard_output())
    # Loaded here because most answers go to standard output.
    from . import to_file  # noqa: PLC0415

    path = to_file.target_of(output)
    assert path is not None, "standard output was looked for above"
    chosen = to_file.form_for(path, form)
    if not force:
        to_file.refuse_taken(path)
    shape = Format.TABLE if chosen is Format.TEXT else chosen
    return lambda answer: to_file.write_to(path, answer, shape, force=force)


def lens_for(
    store: Store,
    data: tuple[str, ...],
    looking: Looking,
    records: Iterable[str] = (),
    about: str | None = None,
) -> Lens:
    """Return how to look, and say it on standard error; what nobody asked for costs nothing.

    An entity to do without means its relationships with the record `about`, where that is given.
    Raises UsageError or UnknownNameError for what there is not, and HiddenRecordError where one of
    `records` is not seen so.
    """
    # Loaded here because most are asked for nothing of the kind.
    from scale_explorer.data.store.rows.lens import PLAIN_LENS  # noqa: PLC0415

    if looking == AS_IT_IS:
        return PLAIN_LENS
    from ..day_marks import legend  # noqa: PLC0415
    from ..looking import in_words, left_out_words, lens_of, require_seen  # noqa: PLC0415

    lens = lens_of(store, data, looking, about)
    for record in records:
        require_seen(store, record, lens)
    if said := in_words(lens):
        narrate(f"Looking {said}.")
    if whose := left_out_words(store, looking, about):
        narrate(whose)
    if told := legend(lens):
        narrate(told)
    return lens


@contextmanager
def asked(data: tuple[str, ...]) -> Generator[Store]:
    """Open the store of the data sets, and say if something is wrong with them."""
    # Loaded here because what needs no store should not wait for one, completions least of all.
    load("scale_explorer.data.compiled_file")
    from scale_explorer.data.compiled_file import open_warm  # noqa: PLC0415

    with open_warm(data) or _opened(data) as store:
        if wrong := store.summary().errors:
            errors = f"{wrong:,} error{'' if wrong == 1 else 's'}"
            narrate(f"{errors} in the data; `check` lists them. What cannot be read is left out.")
        yield store


def _opened(data: tuple[str, ...]) -> SQLiteStore:
    """Read the data sets, and compile them where that is needed."""
    # Loaded here because that takes longer than most answers.
    load("scale_explorer.data.opening")
    from scale_explorer.data.opening import open_store  # noqa: PLC0415

    from .progress import progress  # noqa: PLC0415

    with progress() as watch:
        return open_store(data, watch=watch)


def run(verb: str, options: Mapping[str, Any], form: Format | None) -> int:
    """Call `run` in the verb's module with `options`; return the exit status of its answer.

    Only that module is loaded. Without a format the verb chooses its usual one.
    """
    return answered(verb, options, form).status()


def answered(verb: str, options: Mapping[str, Any], form: Format | None) -> Answer:
    """Do the same, and return the answer that was written."""
    answer = _answer(verb, options)
    write(answer, form or answer.usual_format, standard_output())
    return answer


def _answer(verb: str, options: Mapping[str, Any]) -> Answer:
    module = load(f"{__package__}.{_MODULES.get(verb, verb.replace('-', '_'))}")
    answers: Callable[..., Answer] = module.run
    return answers(**options)


def show(verb: str, options: Mapping[str, Any]) -> int:
    """Write the text that `run` in the verb's module returns, as it is."""
    texts: Callable[..., str] = load(f"{__package__}.{verb}").run
    for line in texts(**options).splitlines():
        standard_output().emit(line)
    return FINE
