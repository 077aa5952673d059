"""What one means by what one types, on the bundled story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import ENTITY_KINDS
from scale_explorer.tui.goto.offer import Offer, Surroundings
from scale_explorer.tui.goto.offers import nothing, offers
from scale_explorer.tui.goto.targets import (
    FilterBy,
    GoPlace,
    GoQuote,
    GoRecord,
    GoWhy,
    Run,
    Target,
    UseTheme,
)
from scale_explorer.tui.state import STORY, Place, View

from .conftest import AROUND, NOWHERE, Ask

DEALS = Place(View.LIST, "deal")


def commands(found: tuple[Offer, ...]) -> list[str]:
    return [offer.target.binding.id for offer in found if isinstance(offer.target, Run)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        # names, ids, aliases, words of quotes; slips
        ("google", GoRecord("google")),
        ("goo", GoRecord("google")),
        ("SCALE AI", GoRecord("scale-ai")),
        ("Google-Spend-2024", GoRecord("google-spend-2024")),
        ("other tech giants", GoRecord("other-tech-firms")),
        ("googel", GoRecord("google")),
        ("goolg", GoRecord("google")),
        # views and themes
        ("story", GoPlace(STORY)),
        ("deals", GoPlace(DEALS)),
        ("public bod", GoPlace(Place(View.LIST, "public_body"))),
        ("dark", UseTheme("dark")),
        # a word and what it takes
        ("why goo", GoWhy("google")),
        ("Why google-plans-exit", GoWhy("google-plans-exit")),
        ("why googel", GoWhy("google")),
        ("exposure goo", GoPlace(Place(View.EXPOSURE, "google"))),
        ("exposure googel", GoPlace(Place(View.EXPOSURE, "google"))),
        ("network microso", GoPlace(Place(View.NETWORK, "microsoft"))),
        ("timeline microso", GoPlace(Place(View.TIMELINE, "microsoft"))),
        ("chart microso", GoPlace(Place(View.CHART, "microsoft"))),
        ("show Scale AI", GoRecord("scale-ai")),
        ('open "Scale AI"', GoRecord("scale-ai")),
        ("list deals", GoPlace(DEALS)),
        ("list deal", GoPlace(DEALS)),
        ("list dea", GoPlace(DEALS)),
        ("list deals status:planned", GoPlace(DEALS, "status:planned")),
        ("filter is:planned", FilterBy("is:planned")),
        ('filter "cut ties" !former', FilterBy('"cut ties" !former')),
        ("search google", GoRecord("google")),
        ("theme light", UseTheme("light")),
        ("theme li", UseTheme("light")),
        (":why google", GoWhy("google")),
        ("wyh google", GoWhy("google")),
        ("filtr is:planned", FilterBy("is:planned")),
        # whole command lines
        ("scale-explorer", GoPlace(STORY)),
        ("scale-explorer --at google-spend-2024", GoRecord("google-spend-2024")),
        ("bin/scale-explorer --ascii --at=google", GoRecord("google")),
        ("--at google", GoRecord("google")),
        ("scale-explorer --theme light", UseTheme("light")),
        ("scale-explorer show 'Scale AI' --format json", GoRecord("scale-ai")),
        ("scale-explorer list deals status:planned", GoPlace(DEALS, "status:planned")),
        ('scale-explorer why "google', GoWhy("google")),
    ],
)
def test_first_stands_what_is_meant(ask: Ask, typed: str, first: Target) -> None:
    assert ask(typed)[0].target == first


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("zoom", "app.zoom"),
        ("zom", "app.zoom"),
        ("quit", "app.quit"),
        ("exit", "app.quit"),
        ("q", "app.quit"),
        ("ctrl+l", "app.redraw"),
        ("Ctrl+L", "app.redraw"),
        ("next quote", "app.next-quote"),
        ("show source", "app.show-source"),  # not a record called source
        ("why", "app.why"),
    ],
)
def test_commands_are_found_by_name_and_by_key(ask: Ask, typed: str, command: str) -> None:
    assert commands(ask(typed))[0] == command
    assert isinstance(ask(typed)[0].target, Run)


def test_a_capital_is_another_key(ask: Ask) -> None:
    assert ask("g")[0].target == GoRecord("google")
    assert commands(ask("G"))[0] == "panes.bottom"


def test_a_command_shows_its_keys(ask: Ask) -> None:
    zoom = ask("zoom")[0]
    assert isinstance(zoom.target, Run)
    assert zoom.keys.split() == ["+", "z"]


def test_what_cannot_be_done_now_says_why(ask: Ask) -> None:
    forward = ask("forward")[0]
    assert (forward.why_not, forward.detail) == (NOWHERE, NOWHERE)


def test_a_quote_leads_to_its_claim(ask: Ask, story: SQLiteStore) -> None:
    found = ask("cut ties")[0]
    assert isinstance(found.target, GoQuote)
    quotes = {quote.id: quote.exact for quote in story.evidence(found.target.claim)}
    assert quotes[found.target.evidence] == "preparing to cut ties with the startup"
    marked = [found.label[start:end] for start, end in found.highlights]
    assert marked == ["cut", "ties"]


def test_the_quotes_of_a_record_are_listed(ask: Ask, story: SQLiteStore) -> None:
    targets = [offer.target for offer in ask("quotes google-plans-exit")]
    own = [GoQuote("google-plans-exit", q.id) for q in story.evidence("google-plans-exit")]
    assert targets[: len(own)] == own
    assert isinstance(ask("quotes google")[0].target, GoQuote)  # an entity's claims have them


def test_recent_use_raises_a_record_but_never_above_a_better_match(story: SQLiteStore) -> None:
    def ids(typed: str, *recent: str) -> list[str]:
        found = offers(story, typed, replace(AROUND, recent=recent))
        return [each.target.record for each in found if isinstance(each.target, GoRecord)]

    assert ids("goo").index("google-spend-growth") > 3
    assert ids("goo", "google-spend-growth").index("google-spend-growth") == 1
    assert ids("google", "google-spend-growth")[0] == "google"
    assert ids("goo", "google-makes-nothing") == ids("goo")


def test_nothing_typed_offers_the_latest_then_views_then_commands(ask: Ask) -> None:
    found = ask("  ")
    assert [each.target for each in found[:3]] == [
        GoRecord("meta"),
        GoRecord("google-spend-2024"),
        GoPlace(STORY),
    ]
    kinds = [each.kind_word for each in found[2:]]
    assert kinds == sorted(kinds, key=("view", "command").index)
    assert found[-1].why_not == NOWHERE


def test_nothing_typed_leaves_no_command_out(ask: Ask) -> None:
    assert set(commands(ask(""))) == {binding.id for binding in AROUND.bindings}


def test_nothing_stands_twice(ask: Ask) -> None:
    for typed in ("", "google", "why google", "theme light", "go"):
        targets = [offer.target for offer in ask(typed) if offer.target]
        assert len(targets) == len(set(targets)), typed


def test_a_word_that_takes_something_is_completed_first(ask: Ask) -> None:
    found = next(offer for offer in ask("quo") if offer.kind_word == "type on")
    assert (found.target, found.completion) == (None, "quotes ")
    assert ask("why ")[0].target == GoWhy("meta")
    assert GoWhy("google-plans-exit") in [offer.target for offer in ask("why ")]
    assert [each.target for each in ask("theme ")] == [UseTheme("dark"), UseTheme("light")]


@pytest.mark.parametrize(
    ("typed", "completion"),
    [
        ("goo", "google"),
        ("why goo", "why google"),
        ("deals", "list deals"),
        ("zoo", "zoom"),
        ("theme li", "theme light"),
        ("filter is:pl", "filter is:planned "),
    ],
)
def test_the_first_offer_completes_what_was_typed(ask: Ask, typed: str, completion: str) -> None:
    first = ask(typed)[0]
    assert first.completion == completion
    if first.target is not None:
        assert ask(completion)[0].target == first.target


def test_a_link_to_another_data_set_says_so(story: SQLiteStore) -> None:
    line = "scale-explorer --data mine --at google"
    there = Surroundings(data=("mine",))
    assert "mine" in offers(story, line, AROUND)[0].detail
    assert "mine" not in offers(story, line, there)[0].detail


def test_what_only_a_shell_can_do_is_said(ask: Ask) -> None:
    assert "scale-explorer doctor" in ask("doctor")[0].why_not


def test_where_nothing_answers_the_nearest_stands(ask: Ask) -> None:
    found = ask("google flurbs")
    assert found[0].target == GoRecord("google")
    assert found[0].guessed
    assert not any(offer.guessed for offer in ask("google"))
    assert ask("zzqxj") == ()
    assert "zzqxj" in nothing("zzqxj")
    assert len(nothing("x" * 10_000)) < 200


@pytest.mark.parametrize(
    "typed",
    ["\x1b]52;c;x\x07", "[/]", "'; DROP TABLE record", '"' * 300, "why " * 500, "--at", "--at=",
     "filter (((((", "list", "list ", "list nonsense", "scale-explorer '", "\ud800", "!", ":::"],
)  # fmt: skip
def test_hostile_and_unfinished_texts_are_answered(ask: Ask, typed: str) -> None:
    found = ask(typed)
    assert len(found) <= AROUND.limit
    assert all(offer.label.isprintable() for offer in found)


@pytest.mark.parametrize("typed", ["exposure google", "exposure meta", "exposure "])
def test_an_exposure_is_offered_only_of_what_has_one(
    typed: str, ask: Ask, story: SQLiteStore
) -> None:
    drawn = [each.target.place for each in ask(typed) if isinstance(each.target, GoPlace)]
    found = [story.record(place.of) for place in drawn if place.view is View.EXPOSURE]
    assert found
    assert all(record is not None and record.kind in ENTITY_KINDS for record in found)
