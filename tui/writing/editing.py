"""From a form to the edit that writes it, and from a record to the form that changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from scale_explorer.data.editing.edits.adding import AddRecord
from scale_explorer.data.editing.edits.changing import ChangeQuote, ChangeRecord
from scale_explorer.data.editing.edits.edit import Edit, Together
from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.naming import with_id
from scale_explorer.data.grounding.match import Found, find
from scale_explorer.data.grounding.words import Haystack
from scale_explorer.data.loading.shapes import as_list, as_table
from scale_explorer.models.evidence import Quote
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from ..widgets.one_line import shown
from .draft import Draft, NewEntity
from .fields import FORMS, QUOTE_FIELDS, Field, quote_fields
from .values import text_of, value_of
from .words import Words

_HISTORY = ("status", "since")
_WITH_HISTORY = frozenset({Kind.RELATIONSHIP, Kind.DEAL})

TextOf = Callable[[str], str | None]
"""Gives the text of a source, where it is at hand."""


def edit_of(draft: Draft, manuscript: Manuscript, text: TextOf) -> Edit:
    """Return what saving a form does: its new entities first, then the record itself."""
    if draft.record is not None:
        main = _change(draft, draft.record, manuscript)
    else:
        main = AddRecord(draft.kind, table_of(draft, manuscript, text))
    new = [_added(each) for each in draft.taken if each.id not in manuscript.by_id]
    return Together("", (*new, main)) if new else main


def _change(draft: Draft, record: str, manuscript: Manuscript) -> Edit:
    """Return what changes a record and its quotes, as far as something else is said of them."""
    main = ChangeRecord(record, _changed(draft, manuscript))
    quotes: list[Edit] = []
    for place in range(len(draft.quotes)):
        changed = {
            each.key.rpartition(".")[2]: value_of(each, draft.text(each.key))
            for each in quote_fields(place)
            if each.key in draft.touched
        }
        quotes += [ChangeQuote(record, place, draft.quotes[place], changed)] if changed else []
    return Together(f"Changed {record}", (main, *quotes)) if quotes else main


def table_of(draft: Draft, manuscript: Manuscript, text: TextOf) -> dict[str, Any]:
    """Return the table of a new record, with an id where none is typed or made of its parts."""
    table = {key: value for key, value in _told(draft) if value is not None}
    if draft.kind in _WITH_HISTORY:
        table = _with_history(table)
    if draft.words is not None and draft.kind in CLAIM_KINDS:
        table["evidence"] = [quote_of(draft, manuscript, text)]
    return with_id(draft.kind, table, {*manuscript.by_id, *(each.id for each in draft.taken)})


def quote_of(draft: Draft, manuscript: Manuscript, text: TextOf) -> str | dict[str, Any]:
    """Return the words of a form as evidence has them: bare where there is no more to say."""
    assert draft.words is not None
    fields = {
        each.key.partition(".")[2]: value_of(each, draft.text(each.key)) for each in QUOTE_FIELDS
    }
    return evidence(draft.words, manuscript, text, fields)


def evidence(
    words: Words, manuscript: Manuscript, text: TextOf, more: Mapping[str, Any]
) -> str | dict[str, Any]:
    """Return words of a source as evidence; their place is told where they stand in several."""
    quote: dict[str, Any] = {"exact": words.exact}
    if words.source != manuscript.only_source:
        quote = {"source": words.source, **quote}
    if is_ambiguous(words, text(words.source)):
        quote |= {"start": words.start, "end": words.end}
    quote |= {key: value for key, value in more.items() if value}
    return words.exact if len(quote) == 1 else quote


def is_ambiguous(words: Words, text: str | None) -> bool:
    """Say whether words stand in several places of their source."""
    if text is None:
        return False
    quote = Quote.model_validate({"source": words.source, "exact": words.exact})
    return find(Haystack.of(text), quote).verdict is Found.AMBIGUOUS


def draft_of(record: str, manuscript: Manuscript) -> Draft:
    """Return the form of a record as it is written; raises DataError when there is none."""
    entry = manuscript.find(record)
    table = dict(entry.table)
    history = as_list(table.get("history"))
    if entry.kind in _WITH_HISTORY and history:
        last = as_table(history[-1]) or {}
        table |= {"status": last.get("status"), "since": last.get("date")}
    texts = {each.key: text_of(each, table.get(each.key)) for each in FORMS[entry.kind]}
    quotes = as_list(table.get("evidence")) or []
    for place, quote in enumerate(quotes):
        told = as_table(quote) or {}
        for each in quote_fields(place):
            texts[each.key] = text_of(each, told.get(each.key.rpartition(".")[2]))
    written = {key: text for key, text in texts.items() if text}
    return Draft(
        entry.kind, record, written, quotes=tuple(map(_words, quotes)), base=written,
        left_out=frozenset(_unshowable(FORMS[entry.kind], table)),
    )  # fmt: skip


def _unshowable(fields: Iterable[Field], table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the fields that a line of a form would not give back as they are: these stay as is."""
    for each in fields:
        value = table.get(each.key)
        if value is not None and value_of(each, shown(text_of(each, value))) != value:
            yield each.key


def quotes_of(record: str, manuscript: Manuscript) -> tuple[str, ...]:
    """Return the words of each of a record's quotes, in the order in which they are written."""
    return tuple(map(_words, as_list(manuscript.find(record).table.get("evidence")) or ()))


def _words(quote: Any) -> str:
    return str((as_table(quote) or {"exact": quote}).get("exact", ""))


def _told(draft: Draft) -> Iterator[tuple[str, Any]]:
    for field in FORMS[draft.kind]:
        yield field.key, value_of(field, draft.text(field.key))


def _with_history(table: Mapping[str, Any]) -> dict[str, Any]:
    """Put a status and its date into a history, where such records have them."""
    rest = {key: value for key, value in table.items() if key not in _HISTORY}
    if status := table.get("status"):
        since = table.get("since")
        rest["history"] = [{"status": status, **({"date": since} if since else {})}]
    return rest


def _changed(draft: Draft, manuscript: Manuscript) -> dict[str, Any]:
    """Return the fields that say something else than the record does."""
    assert draft.record is not None
    told = dict(_told(draft))
    changed = {key: value for key, value in told.items() if key in draft.touched}
    if draft.kind in _WITH_HISTORY and changed.keys() & {*_HISTORY}:
        changed["history"] = _history(draft, manuscript, told)
        return {key: value for key, value in changed.items() if key not in _HISTORY}
    return changed


def _history(draft: Draft, manuscript: Manuscript, told: Mapping[str, Any]) -> list[Any] | None:
    """Return the history with another status at its end; of the same status, another date."""
    assert draft.record is not None
    history = list(manuscript.find(draft.record).table.get("history", ()))
    status, since = told["status"], told["since"]
    if not status:
        return history[:-1] or None
    entry = {"status": status, **({"date": since} if since else {})}
    if history and history[-1].get("status") == status:
        kept = {key: value for key, value in history[-1].items() if key != "date"}
        return [*history[:-1], {**kept, **entry}]
    return [*history, entry]


def _added(entity: NewEntity) -> AddRecord:
    return AddRecord(entity.kind, {"id": entity.id, "name": entity.name})
