"""Records as a whole: frozen, without unknown fields, every text safe."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from scale_explorer.models.company import Company
from scale_explorer.models.dataset import Dataset, Header
from scale_explorer.models.deal import Deal, DealStatus
from scale_explorer.models.evidence import Quote, evidence_id
from scale_explorer.models.history import Change

FIELD = "name"


@pytest.mark.parametrize("record_id", ["scale-ai", "google.customer_of.scale-ai", "x1"])
def test_ids_are_lower_case_words(record_id: str) -> None:
    assert Company(id=record_id, name="X").id == record_id


@pytest.mark.parametrize(
    "record_id", ["", "-x", "x-", "x--y", "Scale", "x y", "x\n", "é", "../x", "x/y", "a" * 241]
)
def test_what_is_no_id_is_refused(record_id: str) -> None:
    with pytest.raises(ValidationError):
        Company(id=record_id, name="X")


def test_unknown_fields_and_changes_are_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        Company.model_validate({"id": "x", "name": "X", "colour": "red"})
    with pytest.raises(ValidationError, match="frozen"):
        setattr(Company(id="x", name="X"), FIELD, "Y")


def test_a_name_of_blanks_and_controls_is_cleaned_before_it_is_measured() -> None:
    assert Company(id="x", name=" Acme\tInc\u202e ").name == "Acme Inc\ufffd"
    with pytest.raises(ValidationError):
        Company(id="x", name=" \n ")


def test_a_lead_tells_each_claim_once() -> None:
    assert Header(id="x", title="X", lead=("a", "b", "a")).lead == ("a", "b")


def test_the_last_status_is_the_one_now() -> None:
    changes = tuple(Change[DealStatus](status=DealStatus(each)) for each in ("planned", "pending"))
    parties = [{"entity": "a", "role": "buyer"}]
    deal = {"id": "d", "type": "merger", "title": "D", "parties": parties}
    assert Deal.model_validate(deal).status is DealStatus.UNKNOWN
    assert Deal.model_validate({**deal, "history": changes}).status is DealStatus.PENDING


def test_the_first_of_two_records_with_one_id_counts() -> None:
    first, second = Company(id="x", name="First"), Company(id="x", name="Second")
    dataset = Dataset(Header(id="d", title="D"), (first, second))
    assert dataset.by_id["x"] is first


def test_an_evidence_id_tells_words_and_context_apart() -> None:
    differing: tuple[dict[str, str], ...]
    differing = ({}, {"source": "t"}, {"exact": "b"}, {"prefix": "b"}, {"suffix": "b"})
    quotes = [Quote.model_validate({"source": "s", "exact": "a", **each}) for each in differing]
    assert len({evidence_id("claim", quote) for quote in quotes}) == len(quotes)
    assert evidence_id("claim", quotes[0]).startswith("claim#")
