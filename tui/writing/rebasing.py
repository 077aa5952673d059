"""A form of a record on what the record is by now, where others changed it meanwhile."""

from __future__ import annotations

from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.models.frozen import replace

from .draft import Draft
from .editing import draft_of


def on_base(draft: Draft, manuscript: Manuscript) -> tuple[Draft, str]:
    """Return a form on the record as it is by now, and what others did to it meanwhile.

    What was typed stands; what was not touched follows the record. One that was deleted becomes
    the form of a new record.
    """
    if draft.record is None:
        return draft, ""
    if draft.record not in manuscript.by_id:
        texts = {**draft.texts, "id": draft.record}
        told = f"{draft.record} was deleted meanwhile; saving writes it anew."
        return replace(draft, record=None, texts=texts, base={}, quotes=()), told
    now = draft_of(draft.record, manuscript)
    others = {key for key in now.texts.keys() | draft.base.keys() if _differs(key, now, draft)}
    if now.quotes != draft.quotes:  # what was told of them belongs to other quotes by now
        kept = {key: text for key, text in draft.texts.items() if not key.startswith("quote.")}
        base = {key: text for key, text in draft.base.items() if not key.startswith("quote.")}
        draft = replace(draft, texts=kept, base=base)
    return draft.on_base(now), _told(others, others & draft.touched)


def _differs(key: str, now: Draft, draft: Draft) -> bool:
    return now.text(key).strip() != draft.base.get(key, "").strip()


def _told(others: set[str], both: set[str]) -> str:
    if both:
        return f"Others changed it meanwhile; of {_listed(both)} yours stands here."
    return f"Others changed {_listed(others)} meanwhile." if others else ""


def _listed(keys: set[str]) -> str:
    return ", ".join(sorted(key.replace("_", " ") for key in keys))
