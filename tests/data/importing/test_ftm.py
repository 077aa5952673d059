"""FollowTheMoney entities become records, and what has no place among them is counted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from scale_explorer.data.importing.ftm import fragments
from scale_explorer.data.importing.ftm.ids import our_id
from scale_explorer.data.importing.ftm.losses import OTHERS, Losses
from scale_explorer.data.importing.ftm.records import ftm_records
from scale_explorer.data.importing.ftm.statements import statement_lines
from scale_explorer.data.importing.lines import of_bytes
from scale_explorer.data.importing.rejected import Rejected
from scale_explorer.data.importing.sink import Item
from scale_explorer.models.kinds import Kind

from .gathering import json_lines, sorted_out


def entity(id_: str, schema: str, **properties: str | list[str]) -> dict[str, Any]:
    told = {key: [each] if isinstance(each, str) else each for key, each in properties.items()}
    return {"id": id_, "schema": schema, "properties": told}


def read(*entities: Mapping[str, Any]) -> tuple[list[Item], list[Rejected], dict[str, int]]:
    losses = Losses()
    items, rejected = sorted_out(ftm_records(of_bytes(json_lines(entities)), "x.json", 0, losses))
    return items, rejected, dict(losses)


def one(*entities: Mapping[str, Any]) -> Item:
    items, rejected, _ = read(*entities)
    assert not rejected
    return items[-1]


@pytest.mark.parametrize(
    ("schema", "kind", "tags"),
    [
        ("Company", Kind.COMPANY, []),
        ("Person", Kind.PERSON, []),
        ("Organization", Kind.ORGANIZATION, []),
        ("PublicBody", Kind.PUBLIC_BODY, []),
        ("LegalEntity", Kind.ORGANIZATION, ["legal_entity"]),
        ("Vessel", Kind.PRODUCT, ["vessel"]),
    ],
)
def test_things_become_entities(schema: str, kind: Kind, tags: list[str]) -> None:
    item = one(entity("a", schema, name="A"))
    assert (item.kind, item.id, item.adds) == (kind, "a", True)
    assert item.fields == {"name": "A", **({"tags": tags} if tags else {})}


def test_a_company_keeps_names_numbers_country_and_tags() -> None:
    told = entity(
        "a", "Company", name=["Birch Mills", "Birch"], alias="BM", country="gb", leiCode="L",
        ticker="BM", cikCode="1", wikidataId="Q1", keywords="mill", topics="role.x", summary="S",
        phone="1", height=["1", "2"],
    )  # fmt: skip
    items, _, lost = read({**told, "caption": "Birch"})
    assert items[0].fields == {
        "name": "Birch", "aliases": ["Birch Mills", "BM"], "country": "GB",
        "identifiers": {"lei": "L", "ticker": "BM", "cik": "1", "wikidata": "Q1"},
        "tags": ["mill", "role.x"], "summary": "S",
    }  # fmt: skip
    assert lost == {"Company.phone": 1, "Company.height": 2}


def test_an_asset_with_the_keyword_is_a_product() -> None:
    item = one(entity("a", "Asset", name="A", keywords=["product", "jar"]))
    assert (item.kind, item.fields["tags"]) == (Kind.PRODUCT, ["jar"])


@pytest.mark.parametrize(
    ("told", "type_", "ends", "role"),
    [
        (entity("e", "Ownership", owner="a", asset="b"), "owns", "ab", None),
        (entity("e", "Ownership", owner="a", asset="b", role="investor"), "invested_in", "ab",
         None),
        (entity("e", "Ownership", owner="a", asset="b", role="parent"), "subsidiary_of", "ba",
         None),
        (entity("e", "Control", controller="a", controlled="b"), "owns", "ab", "controls"),
        (entity("e", "Directorship", director="a", organization="b", role="chair"), "leads", "ab",
         "chair"),
        (entity("e", "Directorship", director="a", organization="b", role="founder"), "founded",
         "ab", None),
        (entity("e", "Employment", employee="a", employer="b"), "employed_by", "ab", None),
        (entity("e", "Membership", member="a", organization="b"), "member_of", "ab", None),
        (entity("e", "Representation", agent="a", client="b"), "represents", "ab", None),
        (entity("e", "Succession", predecessor="a", successor="b"), "related_to", "ab",
         "succeeded by"),
        (entity("e", "Debt", debtor="a", creditor="b"), "related_to", "ab", "owes"),
        (entity("e", "Family", person="a", relative="b", relationship="aunt"), "related_to", "ab",
         "aunt"),
        (entity("e", "UnknownLink", subject="a", object="b", role="customer"), "customer_of", "ab",
         None),
        (entity("e", "UnknownLink", subject="a", object="b", role="Supplier"), "customer_of", "ba",
         None),
        (entity("e", "UnknownLink", subject="a", object="b", role="makes"), "makes", "ab", None),
        (entity("e", "UnknownLink", subject="a", object="b", role="friend"), "related_to", "ab",
         "friend"),
    ],
)  # fmt: skip
def test_edges_become_relationships(
    told: dict[str, Any], type_: str, ends: str, role: str | None
) -> None:
    fields = one(told).fields
    assert (fields["type"], fields["subject"] + fields["object"]) == (type_, ends)
    assert fields.get("role") == role


def test_an_edge_keeps_its_dates_status_share_and_proof() -> None:
    told = entity(
        "e", "Ownership", owner="a", asset="b", percentage="49", startDate="2025-06-13T10:00:00",
        status="Current", proof="doc", sharesValue="1500.50", sharesCurrency="usd",
        sharesCount="7", endDate="soon",
    )  # fmt: skip
    (tie, stake, worth), _, lost = read(told)
    assert tie.fields == {
        "type": "owns", "subject": "a", "object": "b", "start": "2025-06-13",
        "history": [{"status": "current"}], "note": "Proof: doc",
    }  # fmt: skip
    assert (stake.id, stake.fields["subject"], stake.fields["unit"]) == ("e.stake", "e", "%")
    assert stake.fields["value"]["stated"] == "49"
    assert (worth.fields["value"]["low"], worth.fields["unit"]) == ("1500.5", "USD")
    assert lost == {"Ownership.sharesCount": 1, "Ownership.endDate": 1}


def test_each_pair_of_ends_is_a_relationship_of_its_own() -> None:
    items, _, _ = read(entity("e", "Ownership", owner=["a", "b"], asset=["c"]))
    assert [(item.id, item.fields["subject"]) for item in items] == [("e", "a"), ("e-2", "b")]


def test_notes_are_figures_or_statements_on_the_words_of_their_proof() -> None:
    (revenue, said), _, _ = read(
        entity("n", "Note", entity="a", name="revenue", description="about $20 million",
               summary="2024", proof="doc"),
        entity("m", "Note", entity=["a", "b"], name="quote", description="it grew", proof="doc"),
    )  # fmt: skip
    assert (revenue.kind, revenue.fields["subject"], revenue.fields["period"]) == (
        Kind.FIGURE, "a", "2024",
    )  # fmt: skip
    assert revenue.evidence == ({"source": "doc", "exact": "about $20 million"},)
    assert (said.kind, said.fields["text"]) == (Kind.STATEMENT, "it grew")
    assert said.fields["about"] == [{"id": "a"}, {"id": "b"}]
    assert said.evidence == ({"source": "doc", "exact": "it grew"},)


def test_documents_are_sources_and_events_are_deals() -> None:
    (source, deal), _, lost = read(
        entity("doc", "Article", title="T", publisher="P", author=["X"], publishedAt="2025-06",
               sourceUrl="https://example.org/a", bodyText="…"),
        entity("d", "Event", name="A buys B", keywords="acquisition", involved=["a", "b"],
               startDate="2025"),
    )  # fmt: skip
    assert source.fields == {
        "title": "T", "publisher": "P", "authors": ["X"], "published": "2025-06",
        "url": "https://example.org/a",
    }  # fmt: skip
    assert (deal.fields["type"], len(deal.fields["parties"])) == ("acquisition", 2)
    assert lost == {"Article.bodyText": 1}


def test_an_award_makes_the_buyer_of_its_contract_a_customer_in_whatever_order() -> None:
    contract = entity("k", "Contract", title="C", authority="a", amount="10", currency="EUR")
    award = entity("w", "ContractAward", supplier="b", contract="k", amount="4", currency="EUR")
    for entities in ((contract, award), (award, contract)):
        items, rejected, _ = read(*entities)
        assert not rejected
        found = {item.id: item for item in items}
        assert found["k"].fields["type"] == "supply_contract"
        assert found["k.price"].fields["value"]["stated"] == "10"
        tie = found["w"].fields
        assert (tie["type"], tie["subject"], tie["object"], tie["deal"]) == (
            "customer_of", "a", "b", "k",
        )  # fmt: skip
        assert found["w.spend"].fields["subject"] == "w"


def test_what_is_unknown_is_counted_by_schema() -> None:
    _, rejected, lost = read(
        entity("s", "Sanction"), entity("t", "Sanction"), entity("u", "Odd\x1b")
    )
    assert not rejected
    assert lost == {"Sanction": 2, "Odd␛": 1}


def test_names_that_a_file_makes_up_take_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scale_explorer.data.importing.ftm.losses._NAMES", 2)
    _, _, lost = read(*(entity("s", f"Odd{number}") for number in range(9)))
    assert lost == {"Odd0": 1, "Odd1": 1, OTHERS: 7}


def test_a_field_that_cannot_be_right_costs_that_field_alone() -> None:
    items, rejected, lost = read(entity("a", "Company", name="A", summary="x" * 5000))
    assert (items[0].fields, rejected) == ({"name": "A"}, [])
    assert lost == {"Company.summary (not sound)": 1}


def test_fragments_come_together_however_far_apart() -> None:
    items, rejected, _ = read(
        entity("a", "Person", birthDate="1970", country="de"),
        entity("b", "Person", name="B"),
        entity("a", "Person", name="A"),
    )
    assert not rejected
    assert items[1].fields == {"name": "A", "country": "DE"}


def test_a_fragment_that_nothing_comes_to_is_told() -> None:
    items, (told,), _ = read(entity("e", "Ownership", owner="a"))
    assert not items
    assert told.finding.code == "incomplete_entity"
    assert told.finding.message == "Ownership has no asset"
    assert "ftm aggregate" in told.finding.hint


def test_fragments_that_are_held_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragments, "HELD", 2)
    _, rejected, _ = read(*(entity(f"p{number}", "Person") for number in range(5)))
    assert len(rejected) == 5


@pytest.mark.parametrize(
    "line", [b'{"id":"a","schema":"Company"}', b'{"id":1,"schema":"Company","properties":{}}',
             b'{"id":"","schema":"Company","properties":{}}',
             b'{"id":"a","schema":"Company","properties":{"name":[{}]}}', b"[]", b"\0", b"\xff",
             b'{"id":"a","schema":"Company","properties":{"name":["\\ud800"]}}'],
)  # fmt: skip
def test_a_line_that_is_no_entity_is_told(line: bytes) -> None:
    losses = Losses()
    items, rejected = sorted_out(ftm_records(of_bytes(line), "x.json", 0, losses))
    assert (items, len(rejected)) == ([], 1)


def test_bare_texts_and_numbers_are_values_too() -> None:
    line = b'{"id":"a","schema":"Company","properties":{"name":"A","cikCode":12,"x":null}}'
    items, _ = sorted_out(ftm_records(of_bytes(line), "x.json", 0, Losses()))
    assert items[0].fields == {"name": "A", "identifiers": {"cik": "12"}}


@pytest.mark.parametrize(
    ("given", "wanted"), [("a-1", "a-1"), ("Q380", "q380"), ("gb.coh_1", "gb.coh_1")]
)
def test_ids_stay_where_they_can(given: str, wanted: str) -> None:
    assert our_id(given) == wanted


def test_two_ids_never_become_one() -> None:
    ids = ["NK-aB", "nk-ab", "NK-Ab", "nk ab", "Ünï", "Uni", "", "🦊", "a" * 300, "a" * 301]
    made = {our_id(each) for each in ids}
    assert len(made) == len(ids)
    assert all(our_id(each) == each for each in made)


def test_statements_come_together_and_keep_the_words_they_came_from() -> None:
    def statement(prop: str, value: str, original: str | None = None) -> dict[str, Any]:
        told = {"canonical_id": "e", "entity_id": "x", "schema": "Ownership", "prop": prop}
        return {**told, "value": value, "original_value": original}

    lines = [statement("id", "checksum"), statement("owner", "a"), statement("asset", "b"),
             statement("percentage", "49", "49 Prozent"), {"prop": "owner"}]  # fmt: skip
    items, rejected = sorted_out(statement_lines(of_bytes(json_lines(lines)), "x", 0, Losses()))
    assert [item.id for item in items] == ["e", "e.stake"]
    assert items[1].fields["as_written"] == "49 Prozent"
    assert [told.finding.code for told in rejected] == ["invalid_statement"]


def test_a_value_of_our_models_that_is_none_is_rejected_with_its_entity() -> None:
    _, (told,), _ = read(entity("a", "Company", name="x" * 301))
    assert told.finding.code == "invalid_record"
    assert json.dumps("Company a")[1:-1] in told.raw
