"""Words that take something behind them: `why google`, `filter is:planned`, `theme light`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import ENTITY_KINDS, Kind, kind_from_plural

from ..state import Place, View
from .connections import connections
from .filters import Narrowing, filters
from .matching import Grade, Wanted, best_grade, wanted
from .offer import Offer, Surroundings
from .places import list_of
from .ranking import PHRASE, THEME, VIEW, best_first, graded
from .records import every_quote, known, listed, nearest, records
from .targets import FilterBy, GoPlace, GoRecord, GoWhy, UseTheme

_ALL = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed behind a word; `before` is all that stands in front of it.

    With `slips` names are meant that come near it, for where none has it.
    """

    store: Store
    before: str
    rest: str
    around: Surroundings
    slips: bool = False

    @property
    def name(self) -> str:
        """The rest without the quotation marks that a shell would want around it."""
        return self.rest.strip().strip("\"'“”").strip()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word, what follows it, what that comes to, and what else the word may be."""

    word: str
    takes: str
    what: str
    offers: Callable[[Asked], list[Offer]]
    others: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All that the word may be."""
        return self.word, *self.others


def _pages(asked: Asked) -> list[Offer]:
    return [_behind(asked.before, each) for each in _records(asked)]


def _reasons(asked: Asked) -> list[Offer]:
    return [
        replace(_behind(asked.before, each), target=GoWhy(each.target.record))
        for each in _records(asked)
        if isinstance(each.target, GoRecord)
    ]


def _quotes(asked: Asked) -> list[Offer]:
    """Return the quotes of the record that is named best, then what else could be named."""
    found = _records(asked)
    best = found[0].target if asked.name and found else None
    quotes = every_quote(asked.store, best.record) if isinstance(best, GoRecord) else []
    others = found[1:] if quotes else found
    return [*quotes, *(replace(_behind(asked.before, each), target=None) for each in others)]


def _records(asked: Asked) -> list[Offer]:
    """Return the records that are named; where nothing is, those of late and of the story."""
    store, recent = asked.store, asked.around.recent
    if asked.name and asked.slips:
        return nearest(store, asked.name)
    if asked.name:
        return best_first(records(store, asked.name, recent, quotes=False))
    story = (row.claim for row in store.story() if row.claim is not None)
    return listed(known(store, dict.fromkeys((*recent, *story))))


def _behind(before: str, offer: Offer) -> Offer:
    return replace(offer, completion=f"{before}{offer.completion}")


def _drawn(view: View, kinds: tuple[Kind, ...] = _ALL) -> Callable[[Asked], list[Offer]]:
    """Return what offers a view of the records that are named, of some kinds."""

    def offers(asked: Asked) -> list[Offer]:
        return [
            replace(_behind(asked.before, each), target=GoPlace(Place(view, each.target.record)))
            for each in _records(asked)
            if isinstance(each.target, GoRecord)
            and (kinds == _ALL or _kind(asked.store, each.target.record) in kinds)
        ]

    return offers


def _kind(store: Store, record: str) -> Kind | None:
    row = store.record(record)
    return row.kind if row else None


def _paths(asked: Asked) -> list[Offer]:
    return connections(asked.store, asked.before, asked.name, asked.around.recent)


def _found(asked: Asked) -> list[Offer]:
    return best_first(records(asked.store, asked.name, asked.around.recent))


def _lists(asked: Asked) -> list[Offer]:
    """Return the lists that are named, or one list and how it may be narrowed."""
    counts = dict(asked.store.summary().counts)
    word, _, text = asked.rest.lstrip().partition(" ")
    kind = kind_from_plural(word) if word else None
    if kind is None:
        return best_first([each for kind in Kind if (each := _list(kind, counts, word))])
    narrowing = Narrowing(
        f"{asked.before}{word} ",
        lambda narrowed: GoPlace(Place(View.LIST, kind.value), narrowed),
        f"keep what matches among {kind.heading.lower()}",
    )
    whole = [] if text.strip() else [list_of(kind, counts.get(kind, 0))]
    return [*whole, *filters(asked.store, text, narrowing)]


def _list(kind: Kind, counts: dict[Kind, int], word: str) -> Offer | None:
    """Offer the list of a kind that was named by its beginning or nearly, or of any for none."""
    offer = list_of(kind, counts.get(kind, 0))
    if not word:
        return offer
    return graded(offer, wanted(word), (kind.heading, kind.label), VIEW)


def _filters(asked: Asked) -> list[Offer]:
    return filters(asked.store, asked.rest, Narrowing(asked.before, FilterBy))


def _themes(asked: Asked) -> list[Offer]:
    if not asked.name:
        return [_theme(name) for name in asked.around.themes]
    return best_first(list(themes(wanted(asked.name), asked.around)))


def themes(meant: Wanted, around: Surroundings) -> Iterator[Offer]:
    """Yield the themes that were meant."""
    for name in around.themes:
        offer = graded(_theme(name), meant, (name, f"theme {name}"), THEME)
        if offer is not None:
            yield offer


def _theme(name: str) -> Offer:
    return Offer(UseTheme(name), f"Theme {name}", "theme", completion=f"theme {name}")


PHRASES = (
    Phrase("why", "a record", "what led to it, and what it leads to", _reasons),
    Phrase("path", "two records", "how they are connected", _paths, ("connect",)),
    Phrase(
        "exposure",
        "a company",
        "whom it sells to and buys from",
        _drawn(View.EXPOSURE, ENTITY_KINDS),
    ),
    Phrase("network", "a record", "whom it is tied to", _drawn(View.NETWORK)),
    Phrase("timeline", "a record", "what happened when", _drawn(View.TIMELINE)),
    Phrase("chart", "a record", "its figures as bars", _drawn(View.CHART)),
    Phrase("show", "a record", "its page", _pages, ("open", "go")),
    Phrase("quotes", "a record", "the words that carry its claims", _quotes),
    Phrase("list", "a kind and a filter", "all records of a kind", _lists),
    Phrase("filter", "words, is:planned, status:ending, >10m", "narrow this pane", _filters),
    Phrase("search", "words", "names, titles and quotes only", _found, ("find",)),
    Phrase("theme", "a name", "change the colors", _themes),
)
"""In the order in which they are offered."""

IN_A_SHELL = frozenset({"attach", "check", "doctor", "pick", "schema", "sets"})
"""Verbs of the command line that this box has no use for."""


def phrases(meant: Wanted) -> Iterator[Offer]:
    """Yield the words that are being typed."""
    for phrase in PHRASES:
        offer = graded(_begun(phrase), meant, phrase.words, PHRASE)
        if offer is not None:
            yield offer


def _begun(phrase: Phrase) -> Offer:
    told = f"{phrase.takes}: {phrase.what}"
    return Offer(None, f"{phrase.word} …", "type on", told, completion=f"{phrase.word} ")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A phrase that a text begins with: all up to its blank, and the rest."""

    phrase: Phrase
    before: str
    rest: str


def spoken(text: str, least: Grade = Grade.EXACT) -> Spoken | None:
    """Find the phrase that a text begins with, or nearly; a word without a blank is none yet."""
    word, blank, rest = text.lstrip().partition(" ")
    meant = wanted(word if blank else "")
    for phrase in PHRASES:
        if (best_grade(meant, phrase.words) or Grade.NEAR) >= least:
            return Spoken(phrase, f"{phrase.word} ", rest)
    return None
