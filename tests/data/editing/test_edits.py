"""What each edit makes of a set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import tomli

from scale_explorer.data.analysis.references import references
from scale_explorer.data.editing.edits.adding import AddQuote, AddRecord, Lead, SetApart, Unlead
from scale_explorer.data.editing.edits.changing import (
    ChangeQuote,
    ChangeRecord,
    DeleteRecord,
    RemoveQuote,
)
from scale_explorer.data.editing.edits.edit import Edit, Together
from scale_explorer.data.editing.edits.merging import MergeRecords
from scale_explorer.data.editing.edits.renaming import RenameRecord
from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.pointers import ids_in, pointers
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load
from scale_explorer.data.loading.sets import resolve
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind


def after(manuscript: Manuscript, *edits: Edit) -> Manuscript:
    return manuscript.with_contents(Together("", edits).on(manuscript).after)


def table(manuscript: Manuscript, record: str) -> dict[str, Any]:
    return manuscript.find(record).table


def text(manuscript: Manuscript, name: str) -> str:
    return next(f.content for f in manuscript.files.documents if f.name == name).decode()


def errors(manuscript: Manuscript) -> Sequence[str]:
    return [each.message for each in load(manuscript.files).findings]


def dangling(manuscript: Manuscript) -> set[str]:
    """Return ids that are named and that no record has, counted by the models."""
    dataset = load(manuscript.files).dataset
    named = {each.id for record in dataset.records for each in references(record)}
    return {*named, *dataset.header.lead} - {*dataset.by_id}


# Adding.


def test_a_record_goes_behind_its_kind(manuscript: Manuscript) -> None:
    new = after(manuscript, AddRecord(Kind.COMPANY, {"name": "Elm", "id": "elm", "summary": ""}))
    assert '\ntags = ["paper"]\n\n[[company]]\nid = "elm"\nname = "Elm"\n\n[[group]]' in text(
        new, "story.toml"
    )
    assert text(new, "claims.toml") == text(manuscript, "claims.toml")


def test_a_record_of_a_new_kind_goes_to_the_file_of_the_header(manuscript: Manuscript) -> None:
    made = AddRecord(Kind.PERSON, {"id": "ann", "name": "Ann"}).on(manuscript)
    assert [each.name for each in made.files] == ["story.toml"]
    assert made.shows == "ann"
    assert made.label == "Added person ann"


def test_fields_stand_in_the_order_in_which_one_reads_them(manuscript: Manuscript) -> None:
    figure = {
        "evidence": ["x"], "note": "n", "value": "$5", "measure": "price",
        "subject": "sale", "id": "p",
    }  # fmt: skip
    new = after(manuscript, AddRecord(Kind.FIGURE, figure))
    assert list(table(new, "p")) == ["id", "subject", "measure", "value", "note", "evidence"]


def test_a_taken_id_is_refused(manuscript: Manuscript) -> None:
    with pytest.raises(DataError, match=r"alder\.owns\.birch is taken"):
        AddRecord(Kind.RELATIONSHIP, {"type": "owns", "subject": "alder", "object": "birch"}).on(
            manuscript
        )


def test_without_an_id_a_record_is_refused(manuscript: Manuscript) -> None:
    with pytest.raises(DataError, match="no id"):
        AddRecord(Kind.DEAL, {"title": "x"}).on(manuscript)


def test_a_quote_joins_those_of_a_claim(manuscript: Manuscript) -> None:
    new = after(manuscript, AddQuote("price", "more"), AddQuote("alder.owns.birch", "first"))
    assert table(new, "price")["evidence"][1] == "more"
    assert table(new, "alder.owns.birch")["evidence"] == ["first"]
    owned = after(manuscript, AddQuote("alder.owns.birch-mills", "more"))
    assert table(owned, "alder.owns.birch-mills")["evidence"][1] == {"exact": "more"}


def test_a_sentence_is_set_apart_with_its_reason(manuscript: Manuscript) -> None:
    new = after(manuscript, SetApart("daily", {"exact": "Some workers", "reason": "a caption"}))
    apart = table(new, "daily")["asserts_nothing"]
    assert apart == [{"exact": "Some workers", "reason": "a caption"}]
    assert not errors(new)


def test_a_claim_joins_the_story_once(manuscript: Manuscript) -> None:
    new = after(manuscript, Lead("price"))
    assert new.documents["story.toml"]["dataset"]["lead"][-1] == "price"
    with pytest.raises(DataError, match="already"):
        Lead("price").on(new)


# Changing and deleting.


def test_fields_are_changed_added_and_taken_away(manuscript: Manuscript) -> None:
    fields = {"value": "$151 million", "period": None, "note": "seen", "measure": "price"}
    new = after(manuscript, ChangeRecord("price", fields))
    assert '\nvalue = "$151 million"  # as written\nevidence = [' in text(new, "claims.toml")
    assert "period" not in table(new, "price")
    assert table(new, "price")["note"] == "seen"


def test_what_is_the_same_is_not_written(manuscript: Manuscript) -> None:
    assert not ChangeRecord("price", {"measure": "price", "scope": None}).on(manuscript).files


def test_a_quote_is_taken_away(manuscript: Manuscript) -> None:
    new = after(manuscript, AddQuote("price", "more"), RemoveQuote("price", 0))
    assert table(new, "price")["evidence"] == ["more"]


def test_a_record_that_others_name_is_not_deleted(manuscript: Manuscript) -> None:
    with pytest.raises(DataError, match=r"price is named by share and 1 more|price is named by"):
        DeleteRecord("price").on(manuscript)


def test_a_deleted_record_leaves_the_story_and_what_let_it_stand(manuscript: Manuscript) -> None:
    story = manuscript.documents["story.toml"]
    assert story["known"]
    new = after(
        manuscript,
        DeleteRecord("share"),
        ChangeRecord("price", {"period": None}),
        DeleteRecord("sale.led_to.alder.owns.birch-mills"),
        DeleteRecord("alder.owns.birch-mills"),
    )
    assert new.documents["story.toml"]["dataset"]["lead"] == ["sale"]
    gone = {"share", "alder.owns.birch-mills"}
    assert not gone & {*new.by_id}


def test_an_expectation_keeps_its_figures(manuscript: Manuscript) -> None:
    without = after(manuscript, DeleteRecord("share"))
    with pytest.raises(DataError, match="expect"):
        DeleteRecord("revenue").on(without)


# Renaming.


def test_every_reference_follows_a_renamed_record(manuscript: Manuscript) -> None:
    new = after(manuscript, RenameRecord("birch-mills", "birch-paper"))
    assert "birch-mills" not in tomli_ids(new)
    assert not dangling(new)
    assert not errors(new)
    assert table(new, "sale.led_to.alder.owns.birch-paper")
    assert new.documents["story.toml"]["dataset"]["lead"][0] == "alder.owns.birch-paper"
    owned = table(new, "alder.owns.birch-paper")["evidence"][0]
    assert owned["mentions"] == {"it": "alder", "the mill": "birch-paper"}


def test_formulas_and_what_is_known_follow_too(manuscript: Manuscript) -> None:
    new = after(manuscript, RenameRecord("price", "paid"), RenameRecord("sale", "deal"))
    assert table(new, "share")["formula"] == "{paid} / {revenue}"
    assert new.documents["story.toml"]["expect"][0]["that"] == "{paid} < {revenue}"
    assert new.documents["story.toml"]["known"][0]["record"] == "paid"
    assert table(new, "paid")["period"] == {"after": "deal"}
    assert not dangling(new)


def test_renaming_back_gives_the_same_bytes(manuscript: Manuscript) -> None:
    there = after(manuscript, RenameRecord("birch-mills", "x"), RenameRecord("x", "birch-mills"))
    for name in ("story.toml", "claims.toml"):
        assert text(there, name) == text(manuscript, name)


@pytest.mark.parametrize(("new", "why"), [("alder", "taken"), ("Big One", "lower"), ("", "lower")])
def test_an_id_that_is_none_or_taken_is_refused(manuscript: Manuscript, new: str, why: str) -> None:
    with pytest.raises(DataError, match=why):
        RenameRecord("birch-mills", new).on(manuscript)


def test_an_id_that_would_follow_into_a_taken_one_is_refused(manuscript: Manuscript) -> None:
    own = {"id": "alder.owns.x", "type": "owns", "subject": "alder", "object": "birch"}
    taken = after(manuscript, AddRecord(Kind.RELATIONSHIP, own))
    with pytest.raises(DataError, match=r"alder\.owns\.x, which alder\.owns\.birch-mills"):
        RenameRecord("birch-mills", "x").on(taken)


# Merging.


def test_merging_keeps_what_either_says(manuscript: Manuscript) -> None:
    new = after(manuscript, MergeRecords("birch-mills", "birch"))
    assert not {"birch"} & {*new.by_id}
    assert not dangling(new)
    assert not errors(new)
    kept = table(new, "birch-mills")
    assert kept["aliases"] == ["Birch", "Birch Mills Ltd"]
    assert kept["tags"] == ["paper"]
    assert table(new, "alder.owns.birch-mills-2")["object"] == "birch-mills"


def test_merging_the_other_way_takes_over_fields_and_the_comment_of_the_rest_stays(
    manuscript: Manuscript,
) -> None:
    new = after(manuscript, MergeRecords("birch", "birch-mills"))
    assert table(new, "birch")["country"] == "DE"
    assert not dangling(new)
    assert "# The story of a mill." in text(new, "story.toml")
    assert new.documents["story.toml"]["group"][0]["members"] == ["birch", "alder"]


def test_contradicting_records_are_not_merged(manuscript: Manuscript) -> None:
    other = after(manuscript, ChangeRecord("birch", {"country": "US"}))
    with pytest.raises(DataError, match="country: DE and US"):
        MergeRecords("birch-mills", "birch").on(other)


def test_only_like_entities_are_merged(manuscript: Manuscript) -> None:
    for kept, gone, why in (
        ("birch", "birch", "already"), ("birch", "mills", "a company, the other a group"),
        ("price", "revenue", "Only companies"),
    ):  # fmt: skip
        with pytest.raises(DataError, match=why):
            MergeRecords(kept, gone).on(manuscript)


def test_summaries_follow_each_other(manuscript: Manuscript) -> None:
    both = after(
        manuscript,
        ChangeRecord("birch", {"summary": "Makes paper."}),
        ChangeRecord("birch-mills", {"summary": "A mill."}),
        MergeRecords("birch-mills", "birch"),
    )
    assert table(both, "birch-mills")["summary"] == "A mill. Makes paper."


# Pointers.


@pytest.mark.parametrize("name", ["scale-ai", "tutorial"])
def test_pointers_are_what_the_models_name(name: str) -> None:
    """Every id that a record of the models names is found in its table, and no other."""
    files = gather(resolve(name))
    manuscript, dataset = Manuscript.of(files), load(files).dataset
    assert dataset.records
    for record in dataset.records:
        entry = manuscript.by_id[record.id]
        named = {
            each
            for path, words in pointers(entry.origin.table, entry.table)
            for each in ids_in(entry.origin.table, path, words)
        }
        # Where there is one source, quotes do not name it.
        assert named | {manuscript.only_source} == {
            *(each.id for each in references(record)), manuscript.only_source,
        }  # fmt: skip


def tomli_ids(manuscript: Manuscript) -> str:
    """Return the files without the texts of quotes."""
    return "\n".join(
        str({k: v for k, v in tomli.loads(f.content.decode()).items() if k != "source"})
        for f in manuscript.files.documents
    )


# Ids that are made of others.


def test_a_record_whose_id_is_made_of_its_parts_is_given_another_one(
    manuscript: Manuscript,
) -> None:
    new = after(manuscript, RenameRecord("alder.owns.birch-mills", "the-mill"))
    assert table(new, "the-mill")["id"] == "the-mill"
    assert table(new, "sale.led_to.the-mill")
    assert not dangling(new)
    back = after(new, RenameRecord("the-mill", "alder.owns.birch-mills"))
    assert not dangling(back)


def test_a_chain_of_ids_follows_whatever_stands_first(manuscript: Manuscript) -> None:
    chain = after(
        manuscript,
        AddRecord(Kind.REASON, {"type": "led_to", "cause": "alder.owns.birch", "effect": "alder"}),
        AddRecord(
            Kind.REASON,
            {"type": "led_to", "cause": "alder.owns.birch.led_to.alder", "effect": "sale"},
        ),
    )
    # Reasons come before relationships where their files do.
    files = {"story.toml": text(chain, "claims.toml"), "claims.toml": text(chain, "story.toml")}
    turned = chain.with_contents({name: content.encode() for name, content in files.items()})
    new = after(turned, RenameRecord("alder", "zz"))
    assert not dangling(new)
    assert "zz.owns.birch.led_to.zz.led_to.sale" in new.by_id


def test_an_id_that_would_grow_too_long_is_refused(manuscript: Manuscript) -> None:
    with pytest.raises(DataError, match="too long"):
        RenameRecord("birch-mills", "x" * 238).on(manuscript)


def test_the_only_source_is_not_deleted_while_quotes_leave_it_unsaid(
    manuscript: Manuscript,
) -> None:
    with pytest.raises(DataError, match="daily is named by"):
        DeleteRecord("daily").on(manuscript)


def test_a_claim_leaves_the_story(manuscript: Manuscript) -> None:
    new = after(manuscript, Unlead("sale"))
    assert new.documents["story.toml"]["dataset"]["lead"] == ["alder.owns.birch-mills"]
    assert not Unlead("price").on(manuscript).files


def test_a_quote_that_is_another_one_by_now_is_not_changed(manuscript: Manuscript) -> None:
    words = "Alder paid about $150 million for Birch Mills"
    new = after(manuscript, ChangeQuote("price", 0, words, {"attribution": "Alder"}))
    assert table(new, "price")["evidence"] == [{"exact": words, "attribution": "Alder"}]
    again = after(
        new, ChangeQuote("price", 0, words, {"attribution": None, "mentions": {"a": "b"}})
    )
    assert table(again, "price")["evidence"] == [{"exact": words, "mentions": {"a": "b"}}]
    for place, exact in ((0, "other words"), (1, words)):
        with pytest.raises(DataError, match="others by now"):
            ChangeQuote("price", place, exact, {"attribution": "x"}).on(manuscript)
