"""A small set with its text, as loading gives it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.models.company import Company
from scale_explorer.models.dataset import Dataset, Header
from scale_explorer.models.evidence import Source
from scale_explorer.models.relationship import Relationship

TEXT = "The mill is old.\n\nAlder bakes. Alder may leave the mill.\n"


@pytest.fixture
def copies() -> dict[str, SourceCopy]:
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return {"news": SourceCopy(TEXT, sha256, "own", Path("news.txt"))}


@pytest.fixture
def dataset() -> Dataset:
    tie = {
        "id": "tie",
        "type": "customer_of",
        "subject": "alder",
        "object": "mill",
        "evidence": [{"source": "news", "exact": "bakes"}],
        "history": [
            {"status": "current", "evidence": [{"source": "news", "exact": "Alder"}]},
            {"status": "ending", "evidence": [{"source": "news", "exact": "may leave"}]},
        ],
    }
    mill = {
        "id": "mill",
        "name": "Mill",
        "evidence": [
            {"source": "news", "exact": "mill is old"},
            {"source": "news", "exact": "mill is new"},
            {"source": "other", "exact": "elsewhere"},
        ],
    }
    records = (
        Source.model_validate({"id": "news", "title": "News"}),
        Source.model_validate({"id": "other", "title": "Other"}),
        Company.model_validate(mill),
        Relationship.model_validate(tie),
    )
    return Dataset(Header(id="set", title="Set"), records)
