"""What to say where a record has no reasons as one looks: none at all, or none that count yet."""

from __future__ import annotations

from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.dates import readable
from scale_explorer.models.frozen import dataclass, replace

from .not_yet import way_to

NO_REASONS = (
    "No reasons are recorded for it.\n"
    "Press I to write one, or run: scale-explorer new reason"
)  # fmt: skip
"""What a why without links says, listed and drawn."""

_OFF = "Its reasons rest on what is switched off.\nPress = to see the set as it is."


@dataclass(frozen=True, slots=True)
class Later:
    """How many reasons count only after the day looked at, and from which day (ISO 8601) on."""

    count: int
    first: str


def later(store: Store, record: str, lens: Lens) -> Later | None:
    """Return the reasons of a record that do not count yet, None where there are none.

    Only its own are told: what they rest on in turn leads to it through them alone.
    """
    if lens.as_of is None:
        return None
    rows = store.why(record, replace(lens, as_of=None))
    direct = {row.claim for row in rows if row.claim and row.depth == 1}
    days = [begins.first for each in direct if (begins := store.begins(each)) is not None]
    ahead = [day for day in days if day > lens.as_of]
    return Later(len(ahead), min(ahead)) if ahead else None


def no_reasons(store: Store, record: str, lens: Lens) -> str:
    """Say what leads to reasons that are there but not seen; where there are none, how to write."""
    if (ahead := later(store, record, lens)) is not None:
        return (
            f"No reasons for it count yet as of {readable(lens.as_of or '')};"
            f" {later_words(ahead)}.\n{way_to(store, ahead.first, lens)}"
        )
    return _OFF if lens != PLAIN_LENS and store.why(record) else NO_REASONS


def later_words(ahead: Later) -> str:
    """Say how many there are, and since when: `2 do later, the first from 3 Jun 2025`."""
    if ahead.count == 1:
        return f"1 does from {readable(ahead.first)}"
    return f"{ahead.count:,} do later, the first from {readable(ahead.first)}"
