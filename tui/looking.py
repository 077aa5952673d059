"""From what was asked for to a lens, and a lens in words; no Textual."""

from __future__ import annotations

from scale_explorer.data.exploring.known import known_record
from scale_explorer.data.exploring.switching import switched_off
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.dated import DayRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.dates import DateError, bounds, readable
from scale_explorer.models.errors import HiddenRecordError, UnknownNameError, UsageError
from scale_explorer.models.kinds import ENTITY_KINDS, Kind
from scale_explorer.models.text import clean

from .arguments.looking import AS_IT_IS, Looking
from .memory.scenarios import named, read_scenarios
from .not_yet import begun

NOW = "now"
"""What stands for no date: the set as it is."""

_NAMED = 3
"""Relationships that are named, the others are counted; and scenarios that are offered."""
_LONGEST_DATE = 64
_ECHOED = 10
"""Characters of what is no date that are repeated: the sentence fits 60 columns."""


def lens_of(
    store: Store, names: tuple[str, ...], looking: Looking, about: str | None = None
) -> Lens:
    """Return the lens that was asked for on the data sets `names`.

    `about` is the record that is looked at, where an entity to do without means its relationships
    with that. Raises UsageError or UnknownNameError for what there is not.
    """
    if looking == AS_IT_IS:
        return PLAIN_LENS
    kept = frozenset[str]() if looking.scenario is None else _scenario(names, looking.scenario)
    off = switched_off(store, looking.without, about)
    day = None if looking.as_of is None else day_of(looking.as_of)
    return Lens(day, kept | off)


def _scenario(names: tuple[str, ...], called: str) -> frozenset[str]:
    scenarios, _ = read_scenarios(names)
    found = scenarios.named(named(called))
    if found is None:
        kept = [each.name for each in scenarios.all]
        raise UnknownNameError("scenario", clean(called), _meant(called, kept))
    return found.without


def _meant(called: str, names: list[str]) -> tuple[str, ...]:
    """Return the scenarios that look like a name, else those that hold it, else some of all."""
    # Loaded here because only a slip needs it.
    from scale_explorer.data.loading.nearest import nearest  # noqa: PLC0415

    part = called.strip().casefold()
    holding = [name for name in names if part and part in name.casefold()]
    return tuple((nearest(called, names) or holding or names)[:_NAMED])


def day_of(written: str) -> str | None:
    """Return the last day that a date can mean, as ISO 8601; None for `now`.

    So 2024 shows the set as it was when that year was over. Raises UsageError for what is no date.
    """
    text = written.strip()
    if text.casefold() == NOW:
        return None
    try:
        last = bounds(text[: _LONGEST_DATE + 1]).last
    except DateError as error:
        typed = clean(text) if len(text) <= _ECHOED else f"{clean(text[: _ECHOED - 1])}…"
        told = f"{typed or 'Nothing'} is no date: write 2024, 2024-06 or 2024-06-13"
        raise UsageError(told) from error
    if last is None:
        raise UsageError(f"{clean(text)!r} has no end; write a day, month or year, or {NOW}.")
    return last


def in_words(lens: Lens) -> str:
    """Say how one looks: `as of 13 Jun 2025, without google.customer_of.scale-ai`."""
    return ", ".join(filter(None, (as_of_words(lens), _without_words(lens))))


def as_of_words(lens: Lens) -> str:
    """Say the day of a lens, if it has one."""
    return "" if lens.as_of is None else f"as of {readable(lens.as_of)}"


def _without_words(lens: Lens) -> str:
    first, rest = sorted(lens.without)[:_NAMED], len(lens.without) - _NAMED
    if not first:
        return ""
    if rest > 0:
        return f"without {', '.join(first)} and {rest:,} more"
    *others, last = first
    return f"without {', '.join(others)} and {last}" if others else f"without {last}"


def whose_words(store: Store, record: RecordRow, about: str | None, count: int) -> str:
    """Say how many relationships of an entity are meant: all, or those with the entity `about`.

    Nothing is said of a relationship itself, which is called by its id.
    """
    if record.kind is Kind.RELATIONSHIP:
        return ""
    page = store.record(about) if about else None
    if page is not None and page.kind in ENTITY_KINDS and page.id != record.id:
        many = "1 relationship" if count == 1 else f"{count:,} relationships"
        return f"{many} of {record.short} with {page.short}"
    many = "the only relationship" if count == 1 else f"all {count:,} relationships"
    return f"{many} of {record.short}"


def left_out_words(store: Store, looking: Looking, about: str | None = None) -> str:
    """Say what entities to do without mean, as `Left out: all 5 relationships of Google`."""
    told: list[str] = []
    for name in dict.fromkeys(looking.without):
        count = len(switched_off(store, (name,), about))
        told.append(whose_words(store, known_record(store, name), about, count))
    said = "; ".join(filter(None, told))
    return f"Left out: {said}." if said else ""


def undone_words(before: Lens, now: Lens) -> str:
    """Say what is other in how one looks when one comes back to it; nothing where all is as it was.

    So `Switched on again: google.customer_of.scale-ai. As of 13 Jun 2025 again.`
    """
    on, off = before.without - now.without, now.without - before.without
    told = (
        f"Switched on again: {_relationships(on)}." if on else "",
        f"Switched off again: {_relationships(off)}." if off else "",
        "" if before.as_of == now.as_of else _date_again(now),
    )
    return " ".join(filter(None, told))


def _relationships(ids: frozenset[str]) -> str:
    return next(iter(ids)) if len(ids) == 1 else f"{len(ids):,} relationships"


def _date_again(now: Lens) -> str:
    words = as_of_words(now)
    return f"{words[0].upper()}{words[1:]} again." if words else "No date any more."


def looking_words(lens: Lens, change: DayRow | None) -> str:
    """Say it in short, for the top line: `as of 13 Jun 2025 · 3 changed · 2 off`.

    Where the last change was before the day, its own day stands with it.
    """
    off = f"{len(lens.without):,} off" if lens.without else ""
    return " · ".join(filter(None, (as_of_words(lens), _changed(lens, change), off)))


def _changed(lens: Lens, change: DayRow | None) -> str:
    if lens.as_of is None:
        return ""
    if change is None:
        return "nothing was dated yet"
    told = f"{change.count:,} changed"
    return told if change.day == lens.as_of else f"{told} {readable(change.day)}"


def require_seen(store: Store, asked: str, lens: Lens) -> None:
    """Raise HiddenRecordError for a record that is there, but not as one looks."""
    if lens == PLAIN_LENS:
        return
    record = known_record(store, asked)
    if store.record(record.id, lens) is None:
        begins = store.begins(record.id)
        is_ahead = begins is not None and begins.first > (lens.as_of or begins.first)
        since = begun(begins) if begins is not None and is_ahead else ""
        raise HiddenRecordError(record.id, in_words(lens), since)
