"""What registers put around a company's name, and texts leave out."""

from __future__ import annotations

LEGAL_FORMS = frozenset({
    "ab", "ag", "as", "asa", "bv", "co", "company", "corp", "corporation", "gmbh", "inc",
    "incorporated", "kg", "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "oyj", "plc", "pte",
    "pty", "sa", "sarl", "sas", "se", "spa", "srl", "the",
})  # fmt: skip
"""Legal forms in small letters without points, and the article before some names."""
