"""A planned hire and what surrounds it: roles, people, statuses nobody knows, facts at the head."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore

HIRE = """
[[group]]
id = "some-hands"
name = "some hands of the mill"

[[group]]
id = "other-cooks"
name = "other cooks"
members = ["alder"]

[[statement]]
id = "cooks-hope"
stance = "hopes"
holder = "other-cooks"
text = "Cooks hope for cheap flour"
about = [{ id = "cedar" }]

[[deal]]
id = "move"
type = "hire"
title = "Dana Fox and some hands move to Cedar"
history = [{ status = "planned" }]
parties = [
    { entity = "dana-fox", role = "employee" },
    { entity = "some-hands", role = "employee" },
    { entity = "cedar", role = "employer" },
    { entity = "birch", role = "former_employer" },
]

[[deal]]
id = "past-move"
type = "hire"
title = "Dana Fox moved to Birch"
history = [{ status = "completed" }]
parties = [
    { entity = "dana-fox", role = "employee" },
    { entity = "alder", role = "former_employer" },
]

[[deal]]
id = "rumour"
type = "partnership"
title = "Some talk"
parties = [{ entity = "elm", role = "partner" }]

[[relationship]]
type = "employed_by"
subject = "some-hands"
object = "cedar"
deal = "move"
role = "keepers of the big mill stones"

[[relationship]]
type = "leads"
subject = "dana-fox"
object = "elm"
role = "keeper of the big mill stones"

[[reason]]
type = "led_to"
cause = "cedar-buys-stake"
effect = "cedar.invested_in.birch"
evidence = ["it would buy 40% of Birch Mills"]

[[company]]
id = "many"
name = "Many Names"
aliases = ["Sundry"]
identifiers = { ticker = "MNY" }
""" + "".join(
    f"""
[[figure]]
id = "many-{measure}"
subject = "many"
measure = "{measure}"
value = "{value}"
period = "2024"
"""
    for measure, value in (
        ("valuation", "$9 million"),
        ("revenue", "$2 million"),
        ("profit", "$1 million"),
    )
)


@pytest.fixture
def hire(story: Path) -> Iterator[SQLiteStore]:
    """The story with a hire in it."""
    (story / "hire.toml").write_text(HIRE)
    store = open_store(str(story))
    yield store
    store.close()


def facts(store: SQLiteStore, record: str) -> list[tuple[str, str]]:
    portrait = store.portrait(record)
    assert portrait is not None
    return [(f.label, f.value.replace("\N{NO-BREAK SPACE}", " ")) for f in portrait.facts]


def lines(store: SQLiteStore, record: str, section: str) -> list[tuple[str, str]]:
    return [(row.label, row.role) for row in store.claims(record) if row.section == section]


def test_people_stand_apart_from_the_other_parties(hire: SQLiteStore) -> None:
    assert lines(hire, "move", "Parties") == [
        ("Cedar Foods", "employer"),
        ("Birch Mills", "present employer"),
    ]
    assert lines(hire, "move", "People") == [
        ("Dana Fox", "employee"),
        ("Some hands of the mill", "employee"),
        ("Some hands of the mill work for Cedar Foods", "keepers of the big mill stones"),
    ]
    assert lines(hire, "move", "Relationships") == []


@pytest.mark.parametrize(
    ("party", "deal", "role"),
    [
        ("birch", "Dana Fox and some hands move to Cedar", "present employer"),
        ("alder", "Dana Fox moved to Birch", "former employer"),
    ],
)
def test_an_employer_is_a_former_one_only_after_the_move(
    hire: SQLiteStore, party: str, deal: str, role: str
) -> None:
    assert (deal, role) in lines(hire, party, "Deals")


def test_what_groups_say_names_them_as_others_do(hire: SQLiteStore) -> None:
    assert ("Cooks hope for cheap flour", "as one of the other cooks") in lines(
        hire, "alder", "Says"
    )


def test_a_status_that_nobody_knows_is_no_fact(hire: SQLiteStore) -> None:
    assert facts(hire, "rumour") == []
    assert facts(hire, "dana-fox.leads.elm") == [("role", "keeper of the big mill stones")]
    assert facts(hire, "move")[0] == ("status", "planned")


def test_a_long_role_does_not_crowd_the_head(hire: SQLiteStore) -> None:
    assert ("led by", "Dana Fox") in facts(hire, "elm")
    assert ("led by", "Dana Fox (head)") in facts(hire, "alder")


def test_the_head_tells_the_four_most_telling_facts(hire: SQLiteStore) -> None:
    assert facts(hire, "many") == [
        ("valued", "$9 M (2024)"),
        ("revenue", "$2 M (2024)"),
        ("profit", "$1 M (2024)"),
        ("also", "Sundry"),
    ]


def test_claims_with_a_cause_come_before_those_that_only_lead_on(hire: SQLiteStore) -> None:
    assert lines(hire, "cedar", "Why") == [
        ("Cedar Foods is expected to invest in Birch Mills", ""),
        ("Cedar Foods buys 40% of Birch Mills", "because"),
        ("Cedar Foods buys 40% of Birch Mills", ""),
        ("Alder fears for its recipes", "so"),
    ]
