"""That any edits are told, each side's the other's in reverse, and of equal sets nothing."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from scale_explorer.data.analysis.links import Links
from scale_explorer.data.comparing.change import What
from scale_explorer.data.comparing.compare import compare
from scale_explorer.data.comparing.version import Version
from scale_explorer.data.matching.renaming import renamed
from scale_explorer.models.company import Company
from scale_explorer.models.dataset import Dataset, Header
from scale_explorer.models.evidence import Quote, Source
from scale_explorer.models.record import Record
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Stance, Statement

MANY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.sampled_from(("oats", "rye", "spelt", "wheat"))
IDS = tuple(f"firm-{number}" for number in range(4))
HEADER = Header(id="set", title="Set", lead=IDS[:2])
SOURCES = tuple(
    Source.model_validate({"id": key, "title": key.title()}) for key in ("news", "post")
)


def quotes() -> st.SearchStrategy[tuple[Quote, ...]]:
    one = st.builds(Quote, source=st.sampled_from(("news", "post")), exact=WORDS)
    return st.lists(one, max_size=2).map(tuple)


def company(key: str) -> st.SearchStrategy[Company]:
    return st.builds(
        Company,
        id=st.just(key),
        name=WORDS.map(lambda word: f"{word} {key}"),
        aliases=st.lists(WORDS, max_size=2).map(tuple),
        summary=st.one_of(st.just(""), WORDS),
        evidence=quotes(),
    )


def statement(number: int) -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        id=st.just(f"said-{number}"),
        stance=st.sampled_from(Stance),
        text=WORDS,
        holder=st.one_of(st.none(), st.sampled_from(IDS)),
        evidence=quotes(),
    )


def relationship(subject: str) -> st.SearchStrategy[Relationship]:
    def made(target: str, role: str) -> Relationship:
        said = {
            "type": RelationType.CUSTOMER_OF,
            "subject": subject,
            "object": target,
            "role": role,
        }
        return Relationship.model_validate({"id": f"{subject}.customer_of.{target}", **said})

    return st.builds(made, st.sampled_from(IDS), st.one_of(st.just(""), WORDS))


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    records: list[Record] = [*SOURCES]
    for key in IDS:
        if draw(st.booleans()):
            records.append(draw(company(key)))
        if draw(st.booleans()):
            records.append(draw(relationship(key)))
    records += [draw(statement(number)) for number in range(2) if draw(st.booleans())]
    return Dataset(HEADER, tuple(records))


def version(dataset: Dataset) -> Version:
    return Version(Links(dataset), {})


def ids(before: Dataset, now: Dataset, what: What) -> list[str]:
    found = compare(version(before), version(now)).of(what)
    return sorted(change.id for change in found)


@MANY
@given(datasets())
def test_a_set_is_no_different_from_itself_in_any_order(dataset: Dataset) -> None:
    other = Dataset(HEADER, tuple(reversed(dataset.records)))
    assert not compare(version(dataset), version(other)).changes


@MANY
@given(datasets(), datasets())
def test_what_one_side_gained_the_other_lost(before: Dataset, now: Dataset) -> None:
    assert ids(before, now, What.ADDED) == ids(now, before, What.REMOVED)
    there = compare(version(before), version(now)).of(What.RENAMED)
    back = compare(version(now), version(before)).of(What.RENAMED)
    assert sorted((each.was, each.id) for each in there) == sorted(
        (each.id, each.was) for each in back
    )


@MANY
@given(datasets(), datasets())
def test_every_difference_is_told(before: Dataset, now: Dataset) -> None:
    found = compare(version(before), version(now)).changes
    told = {key for change in found for key in (change.id, change.was)}
    renamed = {change.was: change.id for change in found if change.what is What.RENAMED}
    for key in before.by_id.keys() | now.by_id.keys():
        if before.by_id.get(key) != now.by_id.get(key) and not follows(key, renamed):
            assert key in told, key


def follows(key: str, renamed: dict[str, str]) -> bool:
    """Say whether an id tells, or told, of something that has another id now."""
    return any(part in key for pair in renamed.items() for part in pair)


@MANY
@given(st.sampled_from(IDS), datasets())
def test_renaming_is_one_change(old: str, dataset: Dataset) -> None:
    assume(old in dataset.by_id)

    def new_id(key: str) -> str:
        return key.replace(old, "newcomer")

    records = tuple(renamed(record, new_id) for record in dataset.records)
    header = HEADER.model_copy(update={"lead": tuple(map(new_id, HEADER.lead))})
    found = compare(version(dataset), version(Dataset(header, records))).changes
    expected = [(What.RENAMED, old, "newcomer")]
    assert [(change.what, change.was, change.id) for change in found] == expected
