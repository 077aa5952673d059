"""How the quotes of a claim changed, and whether they are still in their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from scale_explorer.models.evidence import Quote
from scale_explorer.models.frozen import dataclass

from ..analysis.links import Links
from ..analysis.names import name
from ..analysis.wording import words as in_words
from .change import Detail
from .version import UNCHECKED
from .wording import clipped, in_another_order, told, told_each


@dataclass(frozen=True, slots=True)
class Judged:
    """A quote under the ids of the version now, and its verdict (see `Version.verdict`)."""

    quote: Quote
    verdict: str


@dataclass(frozen=True, slots=True)
class Side:
    """The quotes of one field in one version, and the names there."""

    links: Links
    quotes: Sequence[Judged]


_VERDICTS = {
    "found": "is in its source now",
    "missing": "is not in its source any more",
    "ambiguous": "stands in several places of its source now",
}
_AT_ONCE = {
    "missing": " (not in its source)",
    "ambiguous": " (in several places of its source)",
}


def told_quotes(before: Side, now: Side, field: str, whose: str = "") -> Iterator[Detail]:
    """Yield quotes replaced, added and taken away, and how those that stay are known now.

    `whose` says which status they carry, such as ` of the status ending`.
    """
    old, new = _by_words(before), _by_words(now)
    for key in old:
        if key in new:
            yield from _told_kept(before, now, old[key], new[key])
    gone = [each for key, each in old.items() if key not in new]
    come = [each for key, each in new.items() if key not in old]
    for one, other in zip_longest(gone, come):
        yield _told_pair(now, field, whose, one, other)
    if not (gone or come) and list(old) != list(new):
        words = ([each.quote.exact for each in side.values()] for side in (old, new))
        yield in_another_order(field, f"quotes{whose}", *words)


def _by_words(side: Side) -> dict[tuple[str, ...], Judged]:
    """Key quotes by what tells them apart, as the ids of quotes do."""
    quotes = ((each.quote, each) for each in side.quotes)
    return {(q.source, q.exact, q.prefix, q.suffix): each for q, each in quotes}


def _told_pair(
    now: Side, field: str, whose: str, gone: Judged | None, come: Judged | None
) -> Detail:
    if come is None:
        assert gone is not None, "one of the two is there"
        words = f"quote{whose} taken away: {_quoted(gone.quote)}"
        return Detail(field, words, gone.quote.exact)
    known = _AT_ONCE.get(come.verdict, "")
    if gone is None:
        words = f"quote{whose} added: {_quoted(come.quote)}{known}"
        return Detail(field, words, "", come.quote.exact)
    if gone.quote.exact == come.quote.exact:
        return _told_elsewhere(now.links, field, gone.quote, come.quote)
    words = f"quote{whose} replaced: {_quoted(gone.quote)} → {_quoted(come.quote)}{known}"
    return Detail(field, words, gone.quote.exact, come.quote.exact)


def _told_elsewhere(links: Links, field: str, gone: Quote, come: Quote) -> Detail:
    """Tell of words that stay, but are of another source or another place in it."""
    if gone.source != come.source:
        words = f"is quoted from {name(links, come.source)}, not {name(links, gone.source)}"
        return Detail(field, f"{_quoted(come)} {words}", gone.source, come.source)
    sides = (f"{each.prefix}[…]{each.suffix}" for each in (gone, come))
    return Detail(field, f"{_quoted(come)} is told apart by other words around it", *sides)


def _told_kept(before: Side, now: Side, was: Judged, is_: Judged) -> Iterator[Detail]:
    old, new = was.quote, is_.quote
    about = f" of {_quoted(new)}"
    yield from told("attribution", f"attribution{about}", old.attribution, new.attribution)
    directions = in_words(old.direction), in_words(new.direction)
    yield from told("direction", f"direction{about}", *directions)
    ways = in_words(old.directness), in_words(new.directness)
    yield from told("directness", f"directness{about}", *ways)
    if old.mentions != new.mentions:
        meant = _meanings(before.links, old), _meanings(now.links, new)
        yield from told_each("mentions", f"meaning of words in {_quoted(new)}", *meant)
    if was.verdict != is_.verdict and UNCHECKED not in {was.verdict, is_.verdict}:
        words = f"{_quoted(new)} {_VERDICTS[is_.verdict]}"
        yield Detail("verdict", words, was.verdict, is_.verdict)


def _meanings(links: Links, quote: Quote) -> list[str]:
    return [f"“{said}” is {name(links, meant)}" for said, meant in quote.mentions.items()]


def _quoted(quote: Quote) -> str:
    return f"“{clipped(quote.exact)}”"
