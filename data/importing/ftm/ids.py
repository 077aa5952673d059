"""Ids of others as ours: the same one always becomes the same, and two never become one."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from ...slug import cut, slug

_OURS: Final = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_WIKIDATA: Final = re.compile(r"Q[1-9][0-9]{0,11}")
_LONGEST: Final = 200
"""Code points of an id that stays as it is: what is made of it has room for more behind it."""
_MADE: Final = 60


def our_id(id_: str) -> str:
    """Return an id of ours: itself where it can be one, a Wikidata item in lower case.

    Any other keeps what of it an id may hold, and gets a hash, as `NK-a` and `nk-A` are two.
    """
    if len(id_) <= _LONGEST and _OURS.fullmatch(id_):
        return id_
    if _WIKIDATA.fullmatch(id_):
        return id_.lower()
    told_apart = hashlib.sha256(id_.encode(errors="replace")).hexdigest()[:12]
    kept = cut(slug(id_), _MADE)
    return f"{kept}-{told_apart}" if kept else told_apart
