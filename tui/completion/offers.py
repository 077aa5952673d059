"""What there is to offer at a place: words with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..arguments.argument import Value
from ..arguments.formats import COMMON, DRAWINGS, EXPORTS, FINDINGS, Format
from ..arguments.path_verb import TIE_TYPES
from ..arguments.verbs import SHELLS, VERBS
from ..theme_names import THEME_NAMES
from .offer import Offer
from .place import Place

MOST = 300
"""Words that are offered at once; more would only scroll by."""

FILES = (Value.DATA_SET, Value.FILE)
"""Where the names of files serve too; these the shell knows best."""


def offers_at(place: Place) -> Iterator[Offer]:
    """Yield what may stand at a place and begins as the word there does."""
    found = (offer for offer in _offers(place) if offer.word.startswith(place.begun))
    for word, meaning in islice(found, MOST):
        yield Offer(f"{place.lead}{word}", meaning)


def _offers(place: Place) -> Iterable[Offer]:
    if place.verbs:
        return (Offer(name, verb.what) for name, verb in VERBS.items())
    if place.value is None:
        return (Offer(option.names[-1], option.help) for option in place.options)
    return _OFFERS[place.value](place) if place.value in _OFFERS else ()


def _records(place: Place) -> Iterator[Offer]:
    # Loaded here because only ids need a store.
    from .records import records  # noqa: PLC0415

    return records(place.data, place.begun, tuple(Kind), MOST)


def _entities(place: Place) -> Iterator[Offer]:
    # Loaded here for the same reason.
    from .records import records  # noqa: PLC0415

    return records(place.data, place.begun, ENTITY_KINDS, MOST)


def _switched_off(place: Place) -> Iterator[Offer]:
    # Loaded here for the same reason.
    from .records import records  # noqa: PLC0415

    return records(place.data, place.begun, (Kind.RELATIONSHIP, *ENTITY_KINDS), MOST)


def _scenarios(place: Place) -> Iterator[Offer]:
    # Loaded here because only a scenario needs what is kept.
    from .records import scenarios  # noqa: PLC0415

    return scenarios(place.data)


def _deals(place: Place) -> Iterator[Offer]:
    # Loaded here for the same reason.
    from .records import records  # noqa: PLC0415

    return records(place.data, place.begun, (Kind.DEAL,), MOST)


def _parties(place: Place) -> Iterator[Offer]:
    return (Offer(f"{word}=", meaning) for word, meaning in _entities(place))


def _new_kinds(_place: Place) -> Iterator[Offer]:
    return (Offer(name, form.what) for name, form in VERBS["new"].forms.items())


def _words(place: Place) -> Iterator[Offer]:
    # Loaded here because the words of a field stand in its model, which takes long to load.
    from .field_words import field_words  # noqa: PLC0415

    return map(Offer, field_words(place.value))


def _sources(place: Place) -> Iterator[Offer]:
    # Loaded here for the same reason.
    from .records import records  # noqa: PLC0415

    return records(place.data, place.begun, (Kind.SOURCE,), MOST)


def _sources_of_files(place: Place) -> Iterator[Offer]:
    return (Offer(f"{word}=", meaning) for word, meaning in _sources(place))


_VIEWS = ("why", "exposure", "network", "path", "timeline", "chart")
"""Views of a record, as they stand before a colon and its id."""


def _views(place: Place) -> Iterator[Offer]:
    view, colon, begun = place.begun.partition(":")
    if colon:
        found = _records(place._replace(begun=begun)) if view in _VIEWS else ()
        yield from (Offer(f"{view}:{word}", meaning) for word, meaning in found)
        return
    yield from (Offer("story", "the lead claims"), Offer("dossier", "what you pinned in the app"))
    yield Offer("timeline", "what happened when")
    yield from _kinds(place)
    yield from (Offer(f"{view}:", VERBS[view].what) for view in _VIEWS)
    yield from _records(place)


def _filters(_place: Place) -> Iterator[Offer]:
    # Loaded here because only filters need it.
    from scale_explorer.data.vocabulary import FIELDS, QUALITIES  # noqa: PLC0415

    yield from (Offer(f"{field}:", meaning) for field, meaning in FIELDS.items())
    yield from (Offer(f"is:{quality}", meaning) for quality, meaning in QUALITIES.items())


def _sets(_place: Place) -> Iterator[Offer]:
    # Loaded here because only data sets need it.
    from scale_explorer.data.loading.sets import bundled  # noqa: PLC0415

    return (Offer(known.name, "comes with the program") for known in bundled())


def _kinds(_place: Place) -> Iterator[Offer]:
    return (Offer(kind.plural) for kind in Kind)


_OFFERS: Mapping[Value, Callable[[Place], Iterable[Offer]]] = {
    Value.RECORD: _records,
    Value.SOURCE: _sources,
    Value.SOURCE_AND_FILE: _sources_of_files,
    Value.FILTER: _filters,
    Value.DATA_SET: _sets,
    Value.KIND: _kinds,
    Value.FORMAT: lambda _: map(Offer, COMMON),
    Value.FINDING_FORMAT: lambda _: map(Offer, FINDINGS),
    Value.EXPORT_FORMAT: lambda _: map(Offer, EXPORTS),
    Value.DRAWING_FORMAT: lambda _: map(Offer, DRAWINGS),
    Value.ANY_FORMAT: lambda _: map(Offer, Format),
    Value.VIEW: _views,
    Value.THEME: lambda _: map(Offer, THEME_NAMES),
    Value.SHELL: lambda _: map(Offer, SHELLS),
    Value.NEW_KIND: _new_kinds,
    Value.SWITCHED_OFF: _switched_off,
    Value.SCENARIO: _scenarios,
    Value.ENTITY: _entities,
    Value.DEAL: _deals,
    Value.PARTY: _parties,
    Value.TOPIC: _records,
    Value.TIE_TYPE: lambda _: map(Offer, TIE_TYPES),
    Value.RELATION_TYPE: _words,
    Value.DEAL_TYPE: _words,
    Value.REASON_TYPE: _words,
    Value.ROLE: _words,
    Value.STANDING: _words,
    Value.PROGRESS: _words,
    Value.MEASURE: _words,
    Value.FIGURE_STATUS: _words,
    Value.HEDGE: _words,
    Value.STANCE: _words,
    Value.EXTENT: _words,
    Value.MODALITY: _words,
    Value.PREFERENCE: _words,
    Value.DIRECTION: _words,
    Value.DIRECTNESS: _words,
}
