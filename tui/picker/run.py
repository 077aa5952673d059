"""`pick KIND [FILTER…]` and `pick -`: from what is given to what was chosen."""

from __future__ import annotations

from collections.abc import Sequence

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.lensed import through
from scale_explorer.models.errors import UsageError

from ..appearance import is_ascii, theme_of
from ..arguments.looking import AS_IT_IS, Looking
from ..exits import FINE, FOUND, INTERRUPTED, narrate
from ..memory.documents import read_document
from ..memory.files import preferences_path
from ..memory.preferences import Preferences, preferences_from_json
from ..settings.reading import read_settings, settings_file
from ..terminal.typed_ahead import quiet
from ..verbs.newness import asks_for_new, mark
from ..verbs.output import standard_output
from ..verbs.progress import progress
from ..verbs.running import lens_for
from .choices import Choices, records
from .descriptors import on_terminal
from .piped import lines_of

_PIPE = "-"
_DRAWN_ON = 2


def run(
    data: tuple[str, ...],
    kind: str | None,
    words: Sequence[str],
    *,
    multi: bool,
    looking: Looking = AS_IT_IS,
) -> int:
    """Let something be picked, print it, and return the exit status.

    Raises UsageError for wrong words, or where there is no terminal.
    """
    choices = _choices(data, kind, words, looking)
    if not choices.all:
        narrate(choices.nothing)
        return FOUND
    out = standard_output()
    with on_terminal(), quiet(_DRAWN_ON):
        status, picked = _picked(choices, several=multi)
    if status != FINE:
        return status
    for number in picked or ():
        out.emit(choices.all[number].id)
    return INTERRUPTED if picked is None else FINE


def _choices(
    data: tuple[str, ...], kind: str | None, words: Sequence[str], looking: Looking
) -> Choices:
    if kind != _PIPE:
        with progress() as watch, open_store(data, watch=watch) as store:
            if asks_for_new(words):
                mark(data, store)
            return records(through(store, lens_for(store, data, looking)), kind, words)
    if words:
        raise UsageError("With - there is nothing to filter; type when the list is there.")
    return lines_of(0)


def _picked(choices: Choices, *, several: bool) -> tuple[int, tuple[int, ...] | None]:
    """Return the app's exit status, and which choices were picked, if any were."""
    # Loaded here because it brings Textual: what is wrong is told without it.
    from .app import PickApp  # noqa: PLC0415

    settings, _ = read_settings(settings_file())
    app = PickApp(
        choices,
        several=several,
        theme=theme_of(settings, _preferences()),
        ascii_only=is_ascii(settings),
    )
    status = app.run_to_its_end(mouse=settings.mouse is not False)
    return status, app.picked


def _preferences() -> Preferences:
    """Return what was chosen in the app."""
    document, damage = read_document(preferences_path())
    if damage:
        narrate(damage)
    return preferences_from_json(document or {})
