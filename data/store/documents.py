"""Records as JSON documents: what the files say, and what was found out about it."""

from __future__ import annotations

import json
from typing import Any

from scale_explorer.models.evidence import Quote, evidence_id
from scale_explorer.models.figure import Figure
from scale_explorer.models.quantity.computed import computed
from scale_explorer.models.record import Record

from ..analysis.phrasing import title
from .contents import Contents


def document(contents: Contents, record: Record) -> str:
    """Return a whole record as JSON.

    Beside the fields of the record stand `kind`, `title`, each quote's `id`, place and `verdict`,
    and for a derived figure the `computed` interval with its unit, or null.
    """
    fields: dict[str, Any] = {
        "kind": record.KIND.value,
        "title": title(contents.links, record),
        **record.model_dump(mode="json"),
    }
    for holder in (fields, *fields.get("history", ())):
        if "evidence" in holder:
            holder["evidence"] = [_quote(contents, record, quote) for quote in holder["evidence"]]
    if isinstance(record, Figure) and record.formula:
        quantity = contents.links.quantity(record)
        fields["computed"] = quantity and computed(quantity.interval).to_json()
        fields["unit"] = str(quantity.unit) if quantity else record.unit
    return json.dumps(fields, ensure_ascii=False)


def _quote(contents: Contents, record: Record, fields: dict[str, Any]) -> dict[str, Any]:
    # Not validated again: where several sets are open, ids have a slash that files must not have.
    quote_id = evidence_id(record.id, Quote.model_construct(**fields))
    found = contents.grounded.get(quote_id)
    if found is None:
        return {"id": quote_id, **fields, "paragraph": None, "verdict": "unchecked"}
    return {
        "id": quote_id,
        **fields,
        "start": found.start,
        "end": found.end,
        "paragraph": found.paragraph,
        "verdict": str(found.verdict),
    }
