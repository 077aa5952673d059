"""What several sets that are open as one have beside their records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from scale_explorer.models.dataset import Header
from scale_explorer.models.frozen import dataclass, field

from ..analysis.lines import Told
from ..analysis.pages import Chapter
from ..identifiers import REGISTERS
from ..matching.ids import set_of
from ..matching.match import NAME, Candidate, Match, Matching
from .rows.sets import MatchRow

TITLE = 40
"""Characters of a set's title where it stands beside others."""
MOST_SETS = 2
"""Other sets that a shared entity's page names; `matches` lists them all."""


@dataclass(frozen=True, slots=True)
class Joined:
    """How the sets are told apart, and where they meet; all empty for a single set.

    `titles` names each set under its id; `handles` pairs further ids, such as one without its set,
    with the record that they may mean; `also` tells of shared entities where else they are.
    """

    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    chapters: tuple[Chapter, ...] = ()
    handles: frozenset[tuple[str, str]] = frozenset()
    matches: tuple[MatchRow, ...] = ()
    also: Mapping[str, Told] = field(default_factory=dict[str, Told])


SINGLE = Joined()
"""What there is beside the records of a single set: nothing."""


def header_of(headers: Sequence[Header]) -> Header:
    """Return one header for several sets: `A + B`, or of more `A and 2 more`."""
    first, *others = headers
    title = _clipped(first.title)
    if len(others) == 1:
        title = f"{title} + {_clipped(others[0].title)}"
    elif others:
        title = f"{title} and {len(others)} more"
    told = {
        "id": "+".join(each.id for each in headers),
        "title": title,
        "summary": "\n".join(each.summary for each in headers if each.summary),
        "lead": tuple(chain.from_iterable(each.lead for each in headers)),
    }
    return first.model_copy(update=told)


def titles_of(headers: Sequence[Header], ids: Sequence[str]) -> dict[str, str]:
    """Return what each set is called under its id; of one title, the id tells which."""
    titles = [_clipped(header.title) for header in headers]
    return {
        set_id: f"{title} ({set_id})" if titles.count(title) > 1 else title
        for set_id, title in zip(ids, titles, strict=True)
    }


def match_rows(
    matching: Matching, known: Mapping[str, Candidate], titles: Mapping[str, str]
) -> tuple[MatchRow, ...]:
    """Return the matches as they are shown, with names and sets."""
    return tuple(
        MatchRow(
            first=match.first,
            second=match.second,
            kind=known[match.first].kind,
            first_name=known[match.first].name,
            second_name=known[match.second].name,
            first_set=titles[set_of(match.first)],
            second_set=titles[set_of(match.second)],
            reason=_reason(match),
            apart=match.apart,
        )
        for match in matching.matches
    )


def also_in(
    matching: Matching, known: Mapping[str, Candidate], titles: Mapping[str, str]
) -> dict[str, Told]:
    """Return where else each shared entity is: `Mill story as “Birch AG”, same LEI`."""
    by: dict[str, str] = {}
    for match in matching.matches:
        if not match.apart:
            by.setdefault(match.first, match.by)
            by.setdefault(match.second, match.by)
    return {first: _also(known, titles, by, first, others) for first, *others in matching.groups}


def _also(
    known: Mapping[str, Candidate],
    titles: Mapping[str, str],
    by: Mapping[str, str],
    first: str,
    others: Sequence[str],
) -> Told:
    told = [
        f"{titles[set_of(other)]}{_as(known[first], known[other])}, same {_called(by[other])}"
        for other in others[:MOST_SETS]
    ]
    more = [f"{len(others) - MOST_SETS} more"] if len(others) > MOST_SETS else []
    return Told("also in", "; ".join([*told, *more]))


def _as(first: Candidate, other: Candidate) -> str:
    return "" if other.name == first.name else f" as “{other.name}”"


def _reason(match: Match) -> str:
    value = "" if match.by == NAME else f" {match.value}"
    but = f", but {' and '.join(match.because)} are kept apart" if match.because else ""
    return f"same {_called(match.by)}{value}{but}"


def _called(by: str) -> str:
    return REGISTERS.get(by, by)


def _clipped(title: str) -> str:
    return title if len(title) <= TITLE else f"{title[: TITLE - 1]}…"
