"""The filter language, parsed once for every store.

    meta google          both words, anywhere, without case or accents
    "cut ties"           the words next to each other
    !former              not this word
    status:ending        a field and how its value begins; FIELDS lists them
    is:inferred          a quality; QUALITIES lists them
    >10m  <=$29bn  >40%  an amount that may be so: `!<10m` keeps what is surely not below it

All terms must hold. A filter never is a regular expression.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeGuard

from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import kind_from_plural
from scale_explorer.models.text import clean

from .amount_term import Amount, AmountError, starts_amount
from .folding import folded, folded_name
from .vocabulary import FIELDS, QUALITIES

MAX_LENGTH = 500
MAX_TERMS = 32


class FilterError(UsageError):
    """A filter that cannot be read; the message names the word, and what is allowed there."""


@dataclass(frozen=True, slots=True)
class Word:
    """Text that must occur, folded as `folding.folded` does."""

    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field of `FIELDS` whose value must begin so, folded as `folding.folded_name` does."""

    name: str
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Quality:
    """A quality of `QUALITIES` that must hold."""

    name: str
    negated: bool = False


Term = Word | Field | Quality | Amount


@dataclass(frozen=True, slots=True)
class Filter:
    """Terms that must all hold; none keeps everything."""

    terms: tuple[Term, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that must be there."""
        return tuple(term.text for term in self.terms if is_word(term))

    @property
    def beside_words(self) -> Filter:
        """What is asked for beside them."""
        return Filter(tuple(term for term in self.terms if not is_word(term)))


def is_word(term: Term) -> TypeGuard[Word]:
    """Say whether a term is a word that must be there."""
    return isinstance(term, Word) and not term.negated


EVERYTHING = Filter()


class _UnfinishedError(Exception):
    """A term that is only begun, as while somebody types."""


def parse(text: str, *, lenient: bool = False) -> Filter:
    """Read a filter; raises FilterError.

    With `lenient`, for text that is being typed, terms that are only begun are left out.
    """
    if len(text) > MAX_LENGTH:
        raise FilterError(f"The filter is longer than {MAX_LENGTH} characters; shorten it.")
    terms: list[Term] = []
    for raw in _split(clean(text), lenient=lenient):
        try:
            terms.append(_term(raw))
        except _UnfinishedError as error:
            if not lenient:
                raise FilterError(str(error)) from None
    if len(terms) > MAX_TERMS:
        raise FilterError(f"The filter has more than {MAX_TERMS} terms; leave some out.")
    return Filter(tuple(terms))


def _split(text: str, *, lenient: bool) -> Iterator[str]:
    """Cut at blanks that stand outside quotation marks."""
    inside, piece = False, ""
    for character in text.replace("“", '"').replace("”", '"'):
        inside ^= character == '"'
        if character.isspace() and not inside:
            yield from _unless_empty(piece)
            piece = ""
        else:
            piece += character
    if inside and not lenient:
        raise FilterError(f'The quotation mark before {clean(piece)!r} is not closed; add a ".')
    yield from _unless_empty(piece)


def _unless_empty(piece: str) -> Iterator[str]:
    if piece:
        yield piece


def _term(raw: str) -> Term:
    negated = raw.startswith("!")
    rest = raw.removeprefix("!")
    if starts_amount(rest):
        return _amount(rest, negated=negated)
    name, colon, value = rest.partition(":")
    if colon and '"' not in name:
        return _named(folded_name(name), value.replace('"', ""), negated=negated)
    word = folded(rest.replace('"', ""))
    if not word:
        raise _UnfinishedError(f"There is no word after {raw!r}; write the word to look for.")
    return Word(word, negated)


def _amount(text: str, *, negated: bool) -> Amount:
    # Loaded here because decimal numbers take as long to load as all of this.
    from .amount_reading import read_amount  # noqa: PLC0415

    try:
        return read_amount(text, negated=negated)
    except AmountError as error:
        raise (_UnfinishedError if error.unfinished else FilterError)(str(error)) from None


def _named(name: str, value: str, *, negated: bool) -> Term:
    if name == "is":
        return Quality(_quality(folded_name(value)), negated)
    if name not in FIELDS:
        hint = ' To look for the words themselves, put them in "quotation marks".'
        raise FilterError(_no_such("field", name, FIELDS) + hint)
    if not value.strip():
        raise _UnfinishedError(f"Nothing follows {name!r}: write {FIELDS[name]}.")
    return Field(name, _value(name, value), negated)


def _quality(name: str) -> str:
    if name in QUALITIES:
        return name
    message = _no_such("quality", name, QUALITIES)
    begun = any(quality.startswith(name) for quality in QUALITIES)
    raise (_UnfinishedError if begun else FilterError)(message)


def _value(name: str, value: str) -> str:
    """Fold a value; a kind may be given in the plural, as on the command line."""
    kind = kind_from_plural(value) if name == "kind" else None
    return folded_name(kind.value if kind else value)


def _no_such(what: str, name: str, allowed: Collection[str]) -> str:
    # Loaded here because only a slip needs it.
    from .loading.nearest import nearest  # noqa: PLC0415

    found = nearest(name, allowed)
    meant = f" Did you mean {' or '.join(found)}?" if found else ""
    return f"There is no {what} {clean(name)!r}.{meant} Use one of: {', '.join(sorted(allowed))}."
