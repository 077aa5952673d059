"""The bundled set `tutorial`: that it holds all that a newcomer is to meet, and is sound."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from scale_explorer.data.checks.run import Report, check
from scale_explorer.data.grounding.ground import Verdict, ground
from scale_explorer.data.grounding.quotes import quotes
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.sets import bundled, resolve
from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.claim import Modality
from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.figure import Figure
from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Stance, Statement

YARD_DEAL = "shionagi-buys-yard"
STORY_CELLS = 41
"""Room for a line of the story on a screen of 80 columns."""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(gather(resolve("tutorial")))


@pytest.fixture(scope="module")
def report(loaded: Loaded) -> Report:
    return check(loaded, ground(loaded.dataset, loaded.copies, None))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        opened = open_store("tutorial")
    yield opened
    opened.close()


def figure(loaded: Loaded, figure_id: str) -> Figure:
    return next(each for each in loaded.dataset.of(Figure) if each.id == figure_id)


def value(loaded: Loaded, figure_id: str) -> Interval:
    found = figure(loaded, figure_id).value
    assert found is not None
    return found


def sources(store: SQLiteStore, claim: str, direction: str) -> set[str]:
    return {each.source for each in store.evidence(claim) if each.direction == direction}


# That it is sound.


def test_the_set_is_bundled_beside_the_default_one() -> None:
    assert "tutorial" in {each.name for each in bundled()}
    assert resolve(None) != resolve("tutorial")


def test_nothing_is_wrong_with_it_but_what_its_author_explains(report: Report) -> None:
    assert [finding for finding in report.findings if not finding.known] == []
    assert {finding.code for finding in report.findings} == {"expectation_failed"}
    assert report.known == 2


def test_every_quote_is_in_its_text_and_where_the_lock_says(loaded: Loaded) -> None:
    assert loaded.lock is not None
    found = ground(loaded.dataset, loaded.copies, None)
    assert {each.verdict for each in found.values()} == {Verdict.HERE}
    for cited in quotes(loaded.dataset):
        locked = loaded.lock.sources[cited.quote.source].quotes[cited.id]
        assert locked == (found[cited.id].start, found[cited.id].end)


def test_quotes_are_short(loaded: Loaded) -> None:
    assert [q.id for q in quotes(loaded.dataset) if len(q.quote.exact.split()) > 15] == []


def test_the_source_pane_shows_whole_texts_in_paragraphs(
    loaded: Loaded, store: SQLiteStore
) -> None:
    for source, copy in loaded.copies.items():
        text = store.source_text(source)
        assert text is not None
        assert text.whole
        assert len({stretch.paragraph for stretch in text.stretches}) >= 5
        assert 150 <= len(copy.text.split()) <= 350


# That the first screen tells why.


def test_each_line_of_the_story_follows_from_one_before(store: SQLiteStore) -> None:
    first, *others = store.story()
    assert 7 <= len(others) + 1 <= 10
    assert first.role == ""
    assert {line.role for line in others} == {"so"}


def test_the_story_is_read_whole_on_a_small_screen(store: SQLiteStore) -> None:
    lines = [f"{line.amount}  {line.label}" for line in store.story()]
    assert [line for line in lines if len(line.strip()) > STORY_CELLS] == []


def test_why_goes_all_the_way_back_by_stated_and_inferred_links(store: SQLiteStore) -> None:
    causes = [row for row in store.why("shipwrights-fear") if row.section == "Because"]
    assert max(row.depth for row in causes) >= 8
    assert {"inferred" in row.flags for row in causes} == {True, False}


# That each thing to be learnt is there.


def test_two_texts_name_two_prices_and_both_are_shown(loaded: Loaded, store: SQLiteStore) -> None:
    one, other = figure(loaded, "yard-price"), figure(loaded, "yard-price-in-weekly")
    assert (one.subject, one.measure, one.unit) == (other.subject, other.measure, other.unit)
    assert not value(loaded, one.id).meets(value(loaded, other.id))
    assert sources(store, one.id, "supports").isdisjoint(sources(store, other.id, "supports"))
    shown = {row.claim for row in store.claims(YARD_DEAL)}
    assert {one.id, other.id} <= shown


@pytest.mark.parametrize("claim", ["yard-would-move", "yard-staff-in-weekly"])
def test_what_one_text_says_another_refutes(store: SQLiteStore, claim: str) -> None:
    assert sources(store, claim, "supports") == {"weekly"}
    assert sources(store, claim, "refutes") == {"notice"}
    disputed = parse("is:disputed")
    kinds = (Kind.STATEMENT, Kind.FIGURE)
    assert claim in {row.id for kind in kinds for row in store.records(kind, disputed)}


def test_a_deal_is_announced_and_cancelled(loaded: Loaded, store: SQLiteStore) -> None:
    merger = next(deal for deal in loaded.dataset.of(Deal) if deal.status == "cancelled")
    assert [change.status for change in merger.history] == ["announced", "cancelled"]
    row = store.record(merger.id)
    assert row is not None
    assert row.state == "cancelled"


def test_a_person_leaves_one_employer_for_another_on_one_day(loaded: Loaded) -> None:
    jobs = [each for each in loaded.dataset.of(Relationship) if each.subject == "tamsin-vane"]
    (old,) = (job for job in jobs if job.end)
    (new,) = (job for job in jobs if not job.end)
    assert (old.status, new.status) == ("former", "current")
    assert old.end == new.start
    assert old.object != new.object


def test_an_acquisition_has_a_price_and_a_stake(store: SQLiteStore) -> None:
    portrait = store.portrait(YARD_DEAL)
    assert portrait is not None
    assert {"stake", "price"} <= {fact.label for fact in portrait.facts}


def test_figures_are_in_two_currencies(loaded: Loaded) -> None:
    assert {"USD", "EUR"} <= {each.unit for each in loaded.dataset.of(Figure)}


@pytest.mark.parametrize(
    ("record", "latin"),
    [
        ("riyah", "Riyah al-Murjan"),
        ("shionagi", "Shionagi Robotics"),
    ],
)
def test_names_in_other_scripts_are_found_in_latin(
    store: SQLiteStore, record: str, latin: str
) -> None:
    row = store.record(record)
    assert row is not None
    assert not row.title.isascii()
    assert record in {hit.record.id for hit in store.search(latin)}


def test_there_are_right_to_left_and_wide_names(loaded: Loaded) -> None:
    letters = "".join(entity.name for entity in loaded.dataset.entities)
    assert "AL" in {unicodedata.bidirectional(each) for each in letters}
    assert "W" in {unicodedata.east_asian_width(each) for each in letters}


def test_numbers_are_hedged_in_many_ways(loaded: Loaded) -> None:
    hedges = {each.hedge for each in loaded.dataset.of(Figure)}
    assert {Hedge.ABOUT, Hedge.NEARLY, Hedge.AT_LEAST, Hedge.UP_TO, Hedge.BETWEEN} <= hedges


@pytest.mark.parametrize(
    ("derived", "shown"),
    [
        ("saltlark-fuel-bill-2024", "€12.15 M to under €16.5 M"),
        ("shionagi-spend", "$29.8–32.2 M"),
    ],
)
def test_a_derived_figure_is_a_range(store: SQLiteStore, derived: str, shown: str) -> None:
    found = store.derivation(derived)
    assert found is not None
    assert found.range.replace("\N{NO-BREAK SPACE}", " ") == shown
    assert len(found.inputs) == 2


def test_statements_take_every_stance(loaded: Loaded) -> None:
    assert {each.stance for each in loaded.dataset.of(Statement)} == set(Stance)


def test_a_deal_hangs_on_a_condition(loaded: Loaded) -> None:
    hanging = [d for d in loaded.dataset.of(Deal) if d.modality is Modality.CONDITIONAL]
    assert hanging
    assert all(deal.condition for deal in hanging)


def test_words_of_a_quote_stand_for_a_firm_that_they_do_not_name(store: SQLiteStore) -> None:
    told = [said for quote in store.evidence("kelpwright") for said in quote.mentions]
    assert ("the yard that builds the island ferries", "kelpwright") in told


def test_there_are_few_enough_to_know_them_all(loaded: Loaded) -> None:
    kinds = {entity.KIND for entity in loaded.dataset.entities}
    assert {Kind.PRODUCT, Kind.GROUP, Kind.PUBLIC_BODY, Kind.PERSON} <= kinds
    assert len(list(loaded.dataset.of(Entity))) <= 15
