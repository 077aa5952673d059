"""A filter as it is typed: what it keeps as it stands, and how its last word could go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from scale_explorer.data.query import FilterError, parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.vocabulary import FIELDS, QUALITIES
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import Kind

from .matching import grade, highlights, wanted
from .offer import Offer
from .targets import Target

STATUSES = (
    "announced", "cancelled", "completed", "current", "derived", "ending", "estimated", "former",
    "pending", "planned", "reduced", "reducing", "reported", "rumored", "under-review", "unknown",
)  # fmt: skip
MODALITIES = ("certain", "likely", "possible", "conditional")
"""As the models have them, which a warm start does not load; a test holds them together."""

_VALUES = {
    "is": QUALITIES,
    "status": {status: QUALITIES[status] for status in STATUSES},
    "modality": {modality: QUALITIES[modality] for modality in MODALITIES},
    "kind": {kind.value.replace("_", "-"): kind.heading for kind in Kind},
}
"""What may stand behind a colon, with its meaning."""
_FIELDS = {"is": "a quality, such as planned or hedged", **FIELDS}
_OF_RECORDS = "the id"
"""How the meaning of a field begins whose values are records."""
_RECORDS = 8


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Where a filter stands in what was typed, and what a finished one leads to."""

    before: str
    target: Callable[[str], Target]
    detail: str = "keep what matches in the pane you are in"


@dataclass(frozen=True, slots=True)
class _Term:
    """How the last word could go on; one that is only begun needs a value."""

    text: str
    meaning: str
    begun: bool = False


def filters(store: Store, text: str, narrowing: Narrowing) -> list[Offer]:
    """Return the filter as it stands if it is one, and then how it could go on."""
    done, last = _cut(text)
    sign, word = ("!", last[1:]) if last.startswith("!") else ("", last)
    if error := _error(done):
        return [_wrong(text.strip(), error)]
    terms = (replace(term, text=f"{sign}{term.text}") for term in _terms(store, word))
    offers = [_continued(term, word, done, narrowing) for term in terms if term.text != last]
    return _as_it_stands(text.strip(), offers, narrowing)


def _error(text: str) -> str:
    """Say why a text is no filter, or nothing."""
    try:
        parse(text)
    except FilterError as error:
        return str(error)
    return ""


def _wrong(text: str, error: str) -> Offer:
    return Offer(None, text, "filter", error, why_not=error)


def _cut(text: str) -> tuple[str, str]:
    """Part the last word from those before it, at a blank outside quotation marks."""
    inside, end = False, 0
    for place, letter in enumerate(text):
        inside ^= letter in '"“”'
        if letter.isspace() and not inside:
            end = place + 1
    return text[:end], text[end:]


def _as_it_stands(text: str, offers: list[Offer], narrowing: Narrowing) -> list[Offer]:
    """Put the filter as typed first; where it is none and could become none, say why."""
    if not text:
        return offers
    if error := _error(text):
        return offers or [_wrong(text, error)]
    return [Offer(narrowing.target(text), text, "filter", narrowing.detail), *offers]


def _continued(term: _Term, word: str, done: str, narrowing: Narrowing) -> Offer:
    text = f"{done}{term.text}"
    return Offer(
        None if term.begun else narrowing.target(text),
        term.text,
        "field" if term.begun else "filter",
        term.meaning,
        highlights=highlights(wanted(word.rpartition(":")[2]), term.text),
        completion=f"{narrowing.before}{text}{'' if term.begun else ' '}",
    )


def _terms(store: Store, word: str) -> Iterator[_Term]:
    """Yield how a word could go on: to a value of its field, or to a field or quality."""
    name, colon, value = word.partition(":")
    if colon and name in _VALUES:
        yield from _values(name, value)
    elif FIELDS.get(name, "").startswith(_OF_RECORDS) and colon:
        hits = store.search(value, _RECORDS)
        yield from (_Term(f"{name}:{hit.record.id}", hit.record.title) for hit in hits)
    elif name not in FIELDS or not colon:
        yield from (_Term(f"{each}:", _FIELDS[each], begun=True) for each in _alike(name, _FIELDS))
        yield from () if colon else _values("is", word)


def _values(name: str, value: str) -> Iterator[_Term]:
    values = _VALUES[name]
    return (_Term(f"{name}:{each}", values[each]) for each in _alike(value, values))


def _alike(text: str, names: Mapping[str, str]) -> list[str]:
    """Return the names that a text begins or nearly is, best first; all of them for no text."""
    meant = wanted(text)
    if not meant.words:
        return list(names)
    graded = [(found, name) for name in names if (found := grade(meant, name)) is not None]
    return [name for _, name in sorted(graded, key=lambda pair: -pair[0])]
