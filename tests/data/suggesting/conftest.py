"""A few invented entities, and a short way to read a sentence about them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scale_explorer.data.suggesting.known_names import Known, KnownNames
from scale_explorer.data.suggesting.passage import Setting
from scale_explorer.data.suggesting.proposal import Proposals
from scale_explorer.data.suggesting.suggest import proposals
from scale_explorer.models.kinds import Kind

Read = Callable[..., Proposals]

KNOWN = KnownNames.of(
    (
        Known("alder", Kind.COMPANY, "Alder Mills Inc.", ("Alder",), described="bakery startup"),
        Known("birch", Kind.COMPANY, "Birch"),
        Known("cedar", Kind.COMPANY, "Cedar AG"),
        Known("jane-roe", Kind.PERSON, "Jane Roe"),
        Known("talker", Kind.PERSON, "a spokesperson for Alder", unnamed=True),
        Known("bakers", Kind.GROUP, "some bakers"),
        Known("office", Kind.PUBLIC_BODY, "Bread Office"),
        Known("loaf", Kind.PRODUCT, "Loafer"),
    )
)


@pytest.fixture
def known() -> KnownNames:
    return KNOWN


@pytest.fixture
def read() -> Read:
    """Read the last sentence of a text, or the words given."""

    def _read(
        text: str, words: str = "", published: str | None = None, language: str = "en"
    ) -> Proposals:
        start = text.index(words) if words else 0
        end = start + len(words) if words else len(text)
        return proposals(text, (start, end), KNOWN, Setting(published, language))

    return _read
