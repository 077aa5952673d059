"""From a launch to a first screen: settings, memory and the terminal each have their say."""

from __future__ import annotations

from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.errors import UnknownNameError
from scale_explorer.models.frozen import dataclass, field, replace
from scale_explorer.models.kinds import Kind
from scale_explorer.models.text import clean

from .appearance import is_ascii, theme_of
from .arguments.looking import AS_IT_IS
from .keymap import Keymap
from .kit import Kit
from .launch import Launch
from .memory.documents import read_document
from .memory.dossiers import DossierFile, open_dossier
from .memory.drafts import count
from .memory.files import preferences_path
from .memory.memory import recall
from .memory.preferences import Preferences, preferences_from_json
from .memory.visits import mark_new
from .settings.reading import read_settings, settings_file, summary
from .settings.settings import Settings
from .state import Navigation, Pane, Place, SetLens, View, ViewState, update
from .theme_names import THEME_NAMES


@dataclass(frozen=True, slots=True)
class Prepared:
    """How to start: a launch that leaves nothing open, the first state, and what one brings."""

    launch: Launch
    first: Navigation
    kit: Kit = field(default_factory=Kit)
    preferences: Preferences = field(default_factory=Preferences)
    dossier: DossierFile = field(default_factory=DossierFile)


def prepare(launch: Launch, store: Store) -> Prepared:
    """Settle what the launch leaves open.

    Raises UnknownNameError for an id or a theme that is not there.
    """
    _refuse_unknown_theme(launch)
    settings, complaints = read_settings(settings_file())
    at = None if launch.at is None else start_at(store, launch.at).now
    recalled = recall(launch.data, store, fresh=launch.fresh or launch.tour, at=at)
    dossier, damage = open_dossier(launch.data)
    news = mark_new(launch.data, store)
    told = "" if launch.tour else news  # a tour has its own line
    left = _left_unsaved(launch, settings.keymap)
    first = _looking(launch, store, recalled.navigation)
    looking = _looking_words(first.now.lens, settings.keymap)
    words = tuple(filter(None, (summary(complaints), *recalled.words, damage, looking, left, told)))
    kit = Kit(settings.keymap, recalled.recent, recalled.preferences.typed, words)
    settled = _settled(launch, settings, recalled.preferences)
    return Prepared(settled, first, kit, recalled.preferences, dossier)


def _looking(launch: Launch, store: Store, first: Navigation) -> Navigation:
    """Look as was asked for; how one looked when one left stands one step back."""
    if launch.looking == AS_IT_IS:
        return first
    # Loaded here because most starts ask for nothing of the kind.
    from .looking import lens_of  # noqa: PLC0415

    return update(first, SetLens(lens_of(store, launch.data, launch.looking)))


def _looking_words(lens: Lens, keymap: Keymap) -> str:
    """Say how one looks from the start on, so that nobody takes that for all there is."""
    if lens == PLAIN_LENS:
        return ""
    # Loaded here for the same reason.
    from .looking import in_words  # noqa: PLC0415

    key = next(iter(keymap.shown_keys("app.plain")), "")
    return f"Looking {in_words(lens)}{f'; {key} shows all again' if key else ''}."


def _left_unsaved(launch: Launch, keymap: Keymap) -> str:
    """Say which key goes on with forms that somebody left, or lost, before they were saved."""
    if launch.read_only or len(launch.data) > 1:
        return ""
    number = count(resolve(next(iter(launch.data), None)))
    key = next(iter(keymap.shown_keys("app.new-record")), "")
    if number <= 1:
        return f"A form that was not saved is kept; {key} goes on with it." if number else ""
    return f"{number} forms that were not saved are kept; {key} goes on with them."


def provisional(launch: Launch) -> Prepared:
    """Settle what needs no data: how the screen looks, and the keys.

    Raises UnknownNameError for a theme that is not there.
    """
    _refuse_unknown_theme(launch)
    settings, _ = read_settings(settings_file())
    document, damage = read_document(preferences_path())
    preferences = preferences_from_json(document or {})
    kit = Kit(settings.keymap, words=tuple(filter(None, (damage,))))
    return Prepared(_settled(launch, settings, preferences), Navigation(), kit, preferences)


def _refuse_unknown_theme(launch: Launch) -> None:
    if launch.theme not in {None, *THEME_NAMES}:
        raise UnknownNameError("theme", clean(launch.theme or ""), THEME_NAMES)


def _settled(launch: Launch, settings: Settings, preferences: Preferences) -> Launch:
    return replace(
        launch,
        theme=theme_of(settings, preferences, asked=launch.theme),
        ascii=is_ascii(settings, asked=launch.ascii),
        mouse=launch.mouse and settings.mouse is not False,
    )


def start_at(store: Store, at: str | None) -> Navigation:
    """Return the first state: the story, or the page of `at`.

    Of a source that nothing cites one reads the text: its page has nothing yet.
    """
    if at is None:
        return Navigation()
    record = store.record(at) or store.record(at.lower())
    if record is None:
        # Loaded here because a start rarely goes where nothing is.
        from scale_explorer.data.exploring.known import unknown_record  # noqa: PLC0415

        raise unknown_record(store, at)
    opened = ViewState().open_kinds | {record.kind.value}
    there = ViewState(place=Place(View.RECORD, record.id), open_kinds=opened)
    if record.kind is Kind.SOURCE and not store.claims(record.id, limit=1):
        there = replace(there, pane=Pane.SOURCE, source_shown=True)
    return Navigation(there.with_cursor(Pane.BROWSE, record.id))
