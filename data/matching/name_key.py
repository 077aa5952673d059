"""What two names are compared by: without case, accents, points, legal form and article."""

from __future__ import annotations

import re

from ..folding import folded
from ..legal_forms import LEGAL_FORMS, without_article

SHORTEST = 3
"""Letters and digits that a name must have to be known by it alone."""

_WORD = re.compile(r"\w+")
_WRITTEN_SO = str.maketrans({".": None, "'": None, "’": None, "&": " and "})
"""Points and apostrophes are left out, so that `S.A.` meets `SA`."""


def name_key(name: str) -> str:
    """Return what a name is compared by; nothing for one too short to tell anything.

    Legal forms count at the end only, an article at the beginning: `The AS Roma Group` is
    `as roma group`.
    """
    words = _WORD.findall(folded(name).translate(_WRITTEN_SO))
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    key = " ".join(without_article(words))
    return key if len(key.replace(" ", "")) >= SHORTEST else ""
