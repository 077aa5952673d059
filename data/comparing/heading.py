"""How the set itself changed: its header, the order of its story, and what its author expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scale_explorer.models.dataset import Dataset, Known

from ..analysis.phrasing import title_of
from ..matching.renaming import NewId, mentions_renamed
from .change import Detail
from .pairing import Pairing
from .version import Version
from .wording import in_another_order, told, told_each


def told_set(before: Version, now: Version, pairing: Pairing) -> Iterator[Detail]:
    """Yield what is different beside the records."""
    one, other = before.dataset.header, now.dataset.header
    yield from told("id", "id", one.id, other.id)
    yield from told("title", "title", one.title, other.title)
    yield from told("summary", "summary", one.summary, other.summary)
    yield from _told_lead(before, now, pairing)
    yield from told_each("expect", "expectation", *_both(_expected, before, now, pairing))
    counts = (f"{each.unchecked:,}" for each in (before, now))
    yield from told("verdict", "quotes that neither a text nor the lock proves", *counts)
    yield from told_each("known", "finding let stand", *_both(_known, before, now, pairing))


def _told_lead(before: Version, now: Version, pairing: Pairing) -> Iterator[Detail]:
    old = [pairing.new_id(key) for key in before.dataset.header.lead]
    new = list(now.dataset.header.lead)
    there, stays = set(old), set(new)
    for key in old:
        if key not in stays:
            links = now.links if key in now.dataset.by_id else before.links
            yield Detail("lead", f"left the story: {title_of(links, key)}", key)
    for key in new:
        if key not in there:
            yield Detail("lead", f"joined the story: {title_of(now.links, key)}", "", key)
    kept = [key for key in old if key in stays], [key for key in new if key in there]
    if kept[0] != kept[1]:
        yield in_another_order("lead", "the story", *kept)


def _both(
    read: Callable[[Dataset, NewId], list[str]], before: Version, now: Version, pairing: Pairing
) -> tuple[list[str], list[str]]:
    return read(before.dataset, pairing.new_id), read(now.dataset, str)


def _expected(dataset: Dataset, new_id: NewId) -> list[str]:
    return [
        f"{mentions_renamed(each.that, new_id)}{f' ({each.known})' if each.known else ''}"
        for each in dataset.expectations
    ]


def _known(dataset: Dataset, new_id: NewId) -> list[str]:
    return [_let_stand(each, new_id) for each in dataset.known]


def _let_stand(known: Known, new_id: NewId) -> str:
    about = filter(None, (new_id(known.record or ""), f"“{known.words}”" if known.words else ""))
    return f"{known.code} of {', '.join(about)} ({known.reason})"
