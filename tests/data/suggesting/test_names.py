"""Known names by the rules of `naming`, and names that nobody knows yet."""

from __future__ import annotations

import pytest

from scale_explorer.data.grounding.naming import Names, Text
from scale_explorer.data.suggesting.known_names import Known, KnownNames
from scale_explorer.models.company import Company
from scale_explorer.models.dataset import Dataset, Header
from scale_explorer.models.entity import Entity
from scale_explorer.models.group import Group
from scale_explorer.models.kinds import Kind
from scale_explorer.models.person import Person

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alder Mills said so.", [("Alder Mills", "alder")]),
        ("ALDER BUYS BIRCH", [("ALDER", "alder"), ("BIRCH", "birch")]),
        ("Cedar’s bread", [("Cedar", "cedar")]),
        ("Ms. Roe said so.", [("Roe", "jane-roe")]),
        ("Some Bakers left.", [("Some Bakers", "bakers")]),
        ("Alderney is an island.", []),
        ("Birches grow.", []),
    ],
)
def test_known_names_are_found_with_their_places(
    read: Read, text: str, found: list[tuple[str, str]]
) -> None:
    names = read(text).names
    assert [(each.words, *each.ids) for each in names if not each.inner] == found
    assert all(text[each.start : each.end] == each.words for each in names)


def test_a_name_within_a_longer_one_is_inner(read: Read) -> None:
    names = read("A spokesperson for Alder said so.").names
    assert [(each.ids[0], each.inner) for each in names] == [("alder", True)] or [
        (each.ids[0], each.inner) for each in names
    ] == [("talker", False), ("alder", True)]


def test_two_entities_of_one_name_are_both_proposed() -> None:
    known = KnownNames.of(Known(each, Kind.COMPANY, "Alder") for each in ("one", "two"))
    (name,) = known.standing("Alder bakes.")
    assert name.ids == ("one", "two")


_TEXTS = (
    "Birch Mills’ flour", "the Alder/Birch deal", "BIRCH BUYS", "Birch\n  Mills",
    "Birch Mills Inc. said", "xBirch", "STRASSE", "Straße", "some employees left",
    "SOME EMPLOYEES", "Ms. O’Brien", "구글은", "وشركة", "汐凪ロボットは",
    "Socie\u0301te\u0301 Dupre\u0301",
    "[/] said", "AT&T’s offer", "ﬁrm", "ẞ",
)  # fmt: skip
_CALLED: tuple[tuple[type[Entity], str], ...] = (
    (Company, "Birch Mills Inc."), (Company, "Birch"), (Company, "Straße AG"), (Company, "구글"),
    (Company, "شركة"), (Company, "汐凪ロボット"), (Company, "Société Dupré"), (Company, "[/]"),
    (Company, "AT&T Inc."), (Group, "some employees"), (Group, "firm"), (Person, "Pat O’Brien"),
    (Group, "straße"), (Company, "The A"),
)  # fmt: skip
_NAMES = tuple(
    kind.model_validate({"id": f"e{number}", "name": name})
    for number, (kind, name) in enumerate(_CALLED)
)


@pytest.mark.parametrize("text", _TEXTS)
def test_the_index_finds_the_very_names_that_the_checks_find(text: str) -> None:
    dataset = Dataset(Header(id="set", title="Set"), _NAMES)
    names = Names.of(dataset)
    expected = {each.id for each in _NAMES if names.naming(each.id, Text((text,)))}
    found = KnownNames.of_dataset(dataset).standing(text)
    assert {key for each in found for key in each.ids} == expected


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("It sold the mill to Osier Holdings, Inc. in May.", "Osier Holdings, Inc.", "company"),
        ("It is run by the CEO of Osier now.", "Osier", "company"),
        ("We met Mr. Ferdinand Oak there.", "Ferdinand Oak", "person"),
        ("“So be it,” said Wanda Moss.", "Wanda Moss", "person"),
        ("The Ministry of Bread refused.", "Ministry of Bread", "public_body"),
        ("It went to the University of Rye.", "University of Rye", "organization"),
        ("Osier’s mill burnt.", "Osier", "company"),
        ("It stands in Ryeham now.", "Ryeham", None),
    ],
)
def test_new_names_have_the_kind_that_their_words_tell(
    read: Read, text: str, words: str, kind: str | None
) -> None:
    (name,) = read(text).new_names
    assert (name.words, name.kind) == (words, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Fuel costs money.",
        "Reports are wrong.",
        "In May the American bank left.",
        "On Wednesday it rained.",
        "Alder and Birch left.",
        "Big Bread Makers Fight Over Old Mills Again",
        "The Company is the Buyer.",
    ],
)
def test_capitals_alone_make_no_name(read: Read, text: str) -> None:
    assert read(text).new_names == ()


def test_a_new_name_comes_with_the_known_ones_that_look_like_it(read: Read) -> None:
    (name,) = read("It sold bread to Aldre Mills today.").new_names
    assert (name.words, name.near) == ("Aldre Mills", ("alder",))


def test_a_known_name_that_goes_on_may_be_another(read: Read) -> None:
    (name,) = read("It sold bread to Birch Foods today.").new_names
    assert (name.words, name.near[0], name.rule) == ("Birch Foods", "birch", "new_name:longer")


def test_in_german_a_noun_is_no_name(read: Read) -> None:
    found = read("Die Mühle am Fluss gehört der Osier Mühlen GmbH.", language="de").new_names
    assert [each.words for each in found] == ["Osier Mühlen GmbH"]
