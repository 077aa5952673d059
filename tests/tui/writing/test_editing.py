"""From forms to files and back."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from scale_explorer.data.editing.saving import ConflictError, manuscript_at
from scale_explorer.data.editing.trial import checked
from scale_explorer.models.dataset import RECORD_CLASSES
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.writing.desk import Desk
from scale_explorer.tui.writing.draft import Draft, NewEntity
from scale_explorer.tui.writing.editing import draft_of, evidence, table_of
from scale_explorer.tui.writing.fields import FORMS, QUOTE_FIELDS
from scale_explorer.tui.writing.reading import readings

from .conftest import STORY, words


def saved(desk: Desk, draft: Draft) -> dict[str, Any]:
    made = desk.save(draft)
    assert made.shows is not None
    return manuscript_at(desk.manuscript.path).find(made.shows).table


QUOTE = (
    '{ exact = "Birch Mills had revenue of $87 million in 2024", '
    'attribution = "people familiar with the matter" }'
)


def figure(desk: Desk) -> Draft:
    return readings(desk, words("Birch Mills had revenue of $87 million in 2024")).draft(
        Kind.FIGURE
    )


def test_a_form_is_written_as_one_would_write_it(desk: Desk, mills: Path) -> None:
    saved(desk, figure(desk).accepting_all())
    written = (mills / "story.toml").read_text()
    assert written.startswith(STORY)
    assert written.removeprefix(STORY) == dedent(
        """
        [[figure]]
        id = "birch-mills-revenue-2024"
        subject = "birch-mills"
        measure = "revenue"
        value = "$87 million"
        period = "2024"
        evidence = [
            QUOTE,
        ]
        """
    ).replace("QUOTE", QUOTE)
    assert not checked(manuscript_at(mills)).errors


def test_words_that_stand_twice_are_written_with_their_place(desk: Desk) -> None:
    twice = evidence(words("It employs 412 people"), desk.manuscript, desk.text, {})
    assert isinstance(twice, dict)
    assert twice["exact"] == "It employs 412 people"
    assert twice["end"] - twice["start"] == len("It employs 412 people")
    assert evidence(words("Tuesday"), desk.manuscript, desk.text, {}) == "Tuesday"


def test_the_verdict_is_that_of_the_checks(desk: Desk) -> None:
    form = figure(desk).accepting_all()
    assert desk.verdict(form).found == ()
    wrong = form.with_text("value", "$88 million")
    assert [each.code for each in desk.verdict(wrong).found] == ["figure_not_in_quote"]
    missing = form.with_text("measure", "")
    assert not desk.verdict(missing).is_readable
    assert "measure is missing" in desk.verdict(missing).found[0].message
    assert desk.verdict(form.with_text("id", "sale")).problem == (
        "The id sale is taken; give this one another id."
    )


def test_new_entities_are_written_along_with_the_claim(desk: Desk, mills: Path) -> None:
    form = readings(desk, words("Birch Mills is a supplier of Fjord Foods")).draft(
        Kind.RELATIONSHIP
    )
    form = form.with_text("subject", "fjord-foods").with_text("object", "birch-mills")
    form = form.with_text("type", "customer_of").with_text("status", "current")
    form = form.with_new(NewEntity("fjord-foods", Kind.COMPANY, "Fjord Foods"))
    form = form.with_new(NewEntity("unused", Kind.COMPANY, "Unused"))
    made = desk.save(form)
    after = manuscript_at(mills)
    assert after.find("fjord-foods").table == {"id": "fjord-foods", "name": "Fjord Foods"}
    assert "unused" not in after.by_id
    assert after.find("fjord-foods.customer_of.birch-mills").table["history"] == [
        {"status": "current"}
    ]
    assert made.shows == "fjord-foods.customer_of.birch-mills"
    assert not checked(after).errors


@pytest.mark.parametrize(
    ("kind", "texts", "expected"),
    [
        (
            Kind.DEAL,
            {"title": "A sale", "type": "merger",
             "parties": "alder-paper buyer; birch-mills other"},
            {"id": "a-sale", "type": "merger", "title": "A sale", "parties": [
                {"entity": "alder-paper", "role": "buyer"},
                {"entity": "birch-mills", "role": "other"},
            ]},
        ),
        (
            Kind.STATEMENT,
            {"stance": "plans", "text": "Grow.", "about": "sale cause; alder-paper"},
            {"stance": "plans", "text": "Grow.", "about": [
                {"id": "sale", "role": "cause"}, {"id": "alder-paper"},
            ]},
        ),
        (Kind.COMPANY, {"name": "Elm Ltd", "aliases": "Elm; The Elm"},
         {"id": "elm", "name": "Elm Ltd", "aliases": ["Elm", "The Elm"]}),
        (Kind.FIGURE, {"subject": "sale", "period": "after sale"},
         {"subject": "sale", "period": {"after": "sale"}}),
    ],
)  # fmt: skip
def test_fields_become_values(
    desk: Desk, kind: Kind, texts: dict[str, str], expected: dict[str, Any]
) -> None:
    table = table_of(Draft(kind, None, texts), desk.manuscript, desk.text)
    assert {key: table[key] for key in expected} == expected


def test_a_record_comes_back_into_its_form_and_nothing_is_changed_by_that(desk: Desk) -> None:
    for record in desk.manuscript.by_id:
        if record != "mill":
            form = draft_of(record, desk.manuscript)
            assert desk.save(form).files == ()
    sale = draft_of("sale", desk.manuscript)
    assert sale.text("parties") == "alder-paper buyer; birch-mills target"
    assert sale.text("status") == "announced"


def test_a_changed_field_is_all_that_is_written(desk: Desk, mills: Path) -> None:
    form = draft_of("birch-mills", desk.manuscript).with_text("country", "NO")
    desk.save(form)
    assert (mills / "story.toml").read_text() == STORY.replace(
        'name = "Birch Mills"\n', 'name = "Birch Mills"\ncountry = "NO"\n'
    )


def test_another_status_joins_the_history(desk: Desk, mills: Path) -> None:
    form = draft_of("sale", desk.manuscript).with_text("status", "completed")
    desk.save(form.with_text("since", "2026-03"))
    history = manuscript_at(mills).find("sale").table["history"]
    assert history == [{"status": "announced"}, {"status": "completed", "date": "2026-03"}]
    dated = draft_of("sale", manuscript_at(mills)).with_text("since", "2026-02")
    Desk.at(mills).save(dated)
    history = manuscript_at(mills).find("sale").table["history"]
    assert history[-1] == {"status": "completed", "date": "2026-02"}


def test_a_record_that_others_changed_is_a_conflict_and_can_be_saved_over(
    desk: Desk, mills: Path
) -> None:
    path = mills / "story.toml"
    path.write_text(STORY.replace('name = "Birch Mills"\n', 'name = "Birch Mills Ltd"\n'))
    form = draft_of("birch-mills", desk.manuscript).with_text("country", "NO")
    with pytest.raises(ConflictError):
        desk.save(form)
    desk.again().save(form.with_text("name", "Birch"))
    assert 'name = "Birch"\ncountry = "NO"\n' in path.read_text()


def test_a_form_survives_being_kept(desk: Desk) -> None:
    form = figure(desk).with_new(NewEntity("a", Kind.GROUP, "A"))
    assert Draft.from_json(form.to_json()) == form
    changed = draft_of("sale", desk.manuscript)
    assert Draft.from_json(changed.to_json()) == changed


def test_every_field_of_a_form_is_one_of_its_model() -> None:
    for kind, fields in FORMS.items():
        known = {*RECORD_CLASSES[kind].model_fields, "since"}
        assert {each.key for each in fields} <= known | {"status"}
    assert {each.key for each in QUOTE_FIELDS} == {"quote.mentions", "quote.attribution"}
