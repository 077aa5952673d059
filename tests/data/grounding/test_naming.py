"""Whether some words name somebody: as texts do it, and never from inside another word."""

from __future__ import annotations

import time

import pytest

from scale_explorer.data.grounding.naming import Names, Text
from scale_explorer.models.company import Company
from scale_explorer.models.dataset import Dataset, Header
from scale_explorer.models.entity import Entity
from scale_explorer.models.group import Group
from scale_explorer.models.person import Person


def named(entity: Entity, words: str) -> bool:
    dataset = Dataset(Header(id="set", title="Set"), (entity,))
    return bool(Names.of(dataset).naming(entity.id, Text((words,))))


def company(name: str, *aliases: str) -> Entity:
    return Company.model_validate({"id": "x", "name": name, "aliases": aliases})


def person(name: str, *, unnamed: bool = False) -> Entity:
    return Person.model_validate({"id": "x", "name": name, "unnamed": unnamed})


def group(name: str) -> Entity:
    return Group.model_validate({"id": "x", "name": name})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Birch Mills", "flour from Birch Mills."),
        ("Birch Mills", "Birch Mills’ flour"),
        ("Birch", "Birch’s flour"),
        ("Birch", "Birch's flour"),
        ("Birch", "the Alder/Birch deal"),
        ("Birch", "(Birch)"),
        ("Birch", "BIRCH BUYS ALDER"),
        ("Birch Mills", "Birch\n  Mills"),
        ("Birch Mills Inc.", "Birch Mills said"),
        ("Birch Mills, Inc.", "Birch Mills said"),
        ("Birch Mills Inc.", "Birch Mills Inc. said"),
        ("Birch Mills Co., Ltd.", "Birch Mills said"),
        ("Birch Mills S.p.A.", "Birch Mills said"),
        ("The Birch Mills AG", "Birch Mills said"),
        ("the old dry dock", "The Old dry dock"),
        ("AG", "AG said"),
        ("The", "The said"),
        ("O’Brien & Sons", "O'Brien & Sons said"),
        ("Société Dupré", "Socie\u0301te\u0301 Dupre\u0301"),
        ("Straße AG", "STRASSE"),
        ("xMill", "Birch’s xMill"),
        ("AT&T Inc.", "AT&T’s offer"),
        ("Mill.com", "at Mill.com."),
    ],
)
def test_a_company_is_named_as_texts_name_it(name: str, words: str) -> None:
    assert named(company(name), words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Birch", "Birchwood said"),
        ("Birch", "Silverbirch said"),
        ("Birch", "Birches"),
        ("Birch", "Birch2 said"),
        ("Birch", "a birch by the road"),
        ("Birch Mills", "birch mills"),
        ("Birch Mills", "Birch said"),
        ("Birch Mills", "Mills said"),
        ("Birch Mills", "Birch’s Mills"),
        ("Birch Mills", "Birch-Mills"),
        ("ON", "on Monday"),
        ("Mill.com", "Mill said"),
        ("Dupré", "Dupre"),
        ("Dupre", "Dupre\u0301"),
        ("Birch", ""),
    ],
)
def test_a_company_is_not_named_by_other_words(name: str, words: str) -> None:
    assert not named(company(name), words)


def test_an_alias_does_as_well() -> None:
    assert named(company("Birch Mills", "Old Mill Ltd"), "the Old Mill")


@pytest.mark.parametrize(
    ("name", "words", "is_named"),
    [
        ("Dana Fox", "Dana Fox said", True),
        ("Dana Fox", "Fox said", True),
        ("Dana Fox", "Fox’s mill", True),
        ("Dana Fox", "FOX LEAVES", True),
        ("Dana Fox", "Dana said", False),
        ("Dana Fox", "a fox ran", False),
        ("Dana Fox", "Foxes", False),
        ("Dana Fox Jr.", "Fox said", True),
        ("Dana Fox, Jr.", "Dana Fox said", True),
        ("Dana Fox III", "Fox said", True),
        ("Dana Fox Jr.", "Jr. said", False),
        ("Kim Co", "Co said", True),
        ("Kim Co", "Kim said", False),
        ("Ursula von der Heide", "Heide said", True),
    ],
)
def test_a_person_may_be_called_by_the_last_name(name: str, words: str, is_named: bool) -> None:  # noqa: FBT001
    assert named(person(name), words) is is_named


def test_only_people_have_last_names() -> None:
    assert not named(company("Dana Fox"), "Fox said")
    assert not named(person("a spokesperson for Birch", unnamed=True), "Birch said")


@pytest.mark.parametrize("words", ["Some employees left", "that some employees", "SOME EMPLOYEES"])
def test_a_description_is_found_in_either_case(words: str) -> None:
    assert named(group("some employees"), words)


@pytest.mark.parametrize("words", ["handsome employees", "some of the employees", "employees"])
def test_another_description_is_not(words: str) -> None:
    assert not named(group("some employees"), words)


@pytest.mark.parametrize(
    ("name", "words", "is_named"),
    [
        ("汐凪ロボット", "汐凪ロボットは", True),
        ("汐凪ロボット", "汐凪ロボ", False),
        ("رياح المرجان", "قالت رياح المرجان أمس", True),
        ("رياح المرجان", "ورياح المرجان", True),
        ("المرجان", "والمرجان", True),
        ("مرجان", "المرجان", False),
        ("삼성전자", "삼성전자는 밝혔다", True),
        ("삼성전자", "삼성전자에서", True),
        ("LG", "LG는", True),
        ("삼성", "삼성전자는", False),
        ("삼성", "한삼성", False),
        ("Яндекс", "«Яндекс»", True),
        ("Яндекс", "Яндексом", False),
        ("טבע", "לטבע", True),
        ("טבע", "הטבעת", False),
    ],
)
def test_names_in_other_scripts(name: str, words: str, is_named: bool) -> None:  # noqa: FBT001
    assert named(company(name), words) is is_named


def test_words_of_mentions_stand_in_a_quote_as_names_do() -> None:
    assert Text(("The startup’s revenue",)).holds("the startup")
    assert not Text(("The startup’s revenue",)).holds("start")


@pytest.mark.alone
def test_a_name_is_soon_looked_for_in_many_words() -> None:
    words = "Birch" * 20_000 + " birch" * 20_000
    started = time.process_time()
    assert not named(company("Birch"), words)
    assert time.process_time() - started < 2
