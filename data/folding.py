"""How words are compared when people look for something: without case, accents or joined letters.

Quotes are never matched this way; `grounding` compares those letter by letter.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return `text` without case, accents and doubled blanks, so that `Zürich` meets `zurich`."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.casefold())
    if not plain.isascii():
        plain = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(plain.split())


def folded_name(text: str) -> str:
    """Fold a value of a field, so that `under_review`, `under review` and `under-review` meet."""
    return folded(text).replace("_", "-").replace(" ", "-")
