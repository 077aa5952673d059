"""The form on the screen: keys, offers, the verdict, saving, and what is kept."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path

import pytest

from scale_explorer.data.editing.saving import manuscript_at
from scale_explorer.data.opening import open_store, seek
from scale_explorer.data.reloading.reloader import followed
from scale_explorer.data.watch import Phase, Progress
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.memory import drafts
from scale_explorer.tui.panes.selecting import Picked
from scale_explorer.tui.panes.source import SourcePane
from scale_explorer.tui.prepare import prepare
from scale_explorer.tui.screens import scribe
from scale_explorer.tui.screens.conflict import ConflictScreen
from scale_explorer.tui.screens.waiting import WaitingScreen
from scale_explorer.tui.screens.writing import WritingScreen
from scale_explorer.tui.state import Pane
from scale_explorer.tui.widgets.field_input import FieldLine
from scale_explorer.tui.widgets.text_lines import TextLines
from scale_explorer.tui.writing.desk_process import DeskProcess
from scale_explorer.tui.writing.draft import Draft
from scale_explorer.tui.writing.keeping import kept_drafts

from ..conftest import Reading
from ..reader import Reader
from .conftest import ARTICLE, STORY

Writing = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def writing(mills: Path) -> Writing:
    """Open the app on the story, where one may write."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 40), *, at: str = "sale", read_only: bool = False
    ) -> AsyncGenerator[Reader]:
        sought = seek(str(mills))
        files = followed(sought)
        store = open_store(str(mills))
        launch = Launch(data=(str(mills),), at=at, read_only=read_only)
        app = ExplorerApp(store, prepare(launch, store), files)
        with closing(app):
            async with app.run_test(size=size) as pilot:
                reader = Reader(app, pilot)
                await pilot.pause()
                yield reader

    return opened


def form(reader: Reader) -> WritingScreen:
    screen = reader.app.screen
    assert isinstance(screen, WritingScreen)
    return screen


def is_open(reader: Reader) -> bool:
    """Say whether there is a form to type into."""
    screen = reader.app.screen
    return isinstance(screen, WritingScreen) and screen.focused is not None


async def begin(reader: Reader, words: str, letter: str) -> None:
    """Select words in Source, and open the form of a kind for them."""
    await reader.press("4", "v")
    pane = reader.screen.query_one(SourcePane)
    start = ARTICLE.index(words)
    pane.pick(Picked(ARTICLE, (start, start + len(words))))
    await reader.press("a")
    await reader.until(lambda: "What do these words say?" in reader.text)
    await reader.press(letter)
    await reader.until(lambda: is_open(reader))
    await reader.until(lambda: form(reader).verdict is not None)


async def fill(reader: Reader, **texts: str) -> None:
    """Write into fields, as by typing into each."""
    for line in reader.app.screen.query(FieldLine):
        if line.key in texts:
            line.input.write(texts[line.key])
    await reader.pilot.pause()


def on_disk(mills: Path) -> str:
    return (mills / "story.toml").read_text()


REVENUE = "Birch Mills had revenue of $87 million in 2024"


async def test_words_become_a_claim_by_keys_alone(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("4", "v")
        picked = reader.screen.query_one(SourcePane).picked
        assert picked is not None
        assert picked.words.startswith("Alder Paper said")
        await reader.press("j", "j", "a")
        await reader.until(lambda: "What do these words say?" in reader.text)
        await reader.press("f")
        await reader.until(lambda: is_open(reader))
        await reader.press("ctrl+y", "enter")
        await reader.until(lambda: "Added figure" in reader.text)
        assert "sale-price" in on_disk(mills)
        assert reader.now.now.pane is Pane.SOURCE
        assert reader.screen.query_one(SourcePane).picked is None
        await reader.press("u")
        await reader.until(lambda: "Undone: Added figure" in reader.text)
        assert on_disk(mills) == STORY
        await reader.press("ctrl+r")
        await reader.until(lambda: "Done again" in reader.text)
        assert "sale-price" in on_disk(mills)


async def test_the_verdict_follows_what_is_typed(writing: Writing) -> None:
    async with writing() as reader:
        await begin(reader, REVENUE, "f")
        await reader.until(lambda: "still to be filled in: measure" in reader.text)
        await fill(reader, measure="revenue")
        await reader.until(lambda: "✓ the words are in the source" in reader.text)
        await fill(reader, value="$88 million")
        await reader.until(lambda: "no quote has $88 M" in reader.text or "$88" in verdict(reader))


def verdict(reader: Reader) -> str:
    lines = reader.app.screen.query_one("#verdict", TextLines)
    return "\n".join(lines.render_line(y).text for y in range(lines.size.height))


async def test_a_record_that_cannot_be_read_is_not_saved(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await begin(reader, REVENUE, "f")
        await reader.press("enter")
        await reader.until(lambda: "It is not saved" in reader.text)
        assert on_disk(mills) == STORY
        assert form(reader).field.key == "measure"


async def test_errors_are_saved_when_one_insists(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await begin(reader, REVENUE, "f")
        await fill(reader, measure="revenue", value="$88 million")
        await reader.press("enter")
        await reader.until(lambda: "Enter again saves it all the same" in reader.text)
        assert on_disk(mills) == STORY
        await reader.press("enter")
        await reader.until(lambda: "Added figure" in reader.text)
        assert "$88 million" in on_disk(mills)


async def test_an_unknown_name_becomes_an_entity(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await begin(reader, "Birch Mills is a supplier of Fjord Foods", "r")
        await fill(reader, object="birch-mills", type="customer_of")
        subject = next(iter(reader.app.screen.query(FieldLine)))
        reader.app.screen.set_focus(subject.input)
        subject.input.write("")
        await reader.pilot.pause()
        await reader.press(*"Fjord", "space", *"Farms")
        await reader.until(lambda: "new company “Fjord Farms”" in reader.text)
        await reader.press("tab")
        assert subject.input.value == "fjord-farms"
        await reader.until(lambda: "fjord-farms, “Fjord Farms”, is new" in verdict(reader))
        await reader.press("enter")
        await reader.until(lambda: "Added relationship" in reader.text)
        assert manuscript_at(mills).find("fjord-farms").table["name"] == "Fjord Farms"
        await reader.press("u")
        await reader.until(lambda: "Undone" in reader.text)
        assert on_disk(mills) == STORY


async def test_arrows_choose_among_what_is_offered_and_tab_takes_it(writing: Writing) -> None:
    async with writing() as reader:
        await begin(reader, REVENUE, "f")
        measure = next(one for one in reader.app.screen.query(FieldLine) if one.key == "measure")
        assert form(reader).field.key == "measure"
        await reader.press("right")
        assert measure.input.value == "revenue"
        await reader.press(*["backspace"] * 7, "p", "down", "tab")
        assert measure.input.value == "profit"
        assert form(reader).field.key == "value"


async def test_a_closed_form_is_kept_and_offered_again(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await begin(reader, REVENUE, "f")
        await fill(reader, note="half of it")
        await reader.press("escape")
        await reader.until(lambda: "What you wrote is kept" in reader.text)
        await reader.press("I")
        await reader.until(lambda: "Go on with the figure" in reader.text)
        await reader.press("k")
        await reader.until(lambda: is_open(reader))
        assert form(reader).draft.text("note") == "half of it"
        assert form(reader).draft.words is not None
        await fill(reader, measure="revenue")
        await reader.press("enter")
        await reader.until(lambda: "Added figure" in reader.text)
        assert not list(drafts.kept(mills))
        assert 'note = "half of it"' in on_disk(mills)


async def test_a_form_that_was_only_looked_at_leaves_nothing(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await begin(reader, REVENUE, "f")
        await reader.press("escape")
        await reader.pilot.pause(0.1)
        assert not list(drafts.kept(mills))


async def test_a_damaged_draft_is_none(writing: Writing, mills: Path) -> None:
    drafts.keep(mills, "a", {"kind": "figure", "texts": 3})
    assert json.dumps(list(drafts.kept(mills)))
    async with writing() as reader:
        await reader.press("I")
        await reader.until(lambda: "Write a new record" in reader.text)
        assert "Go on with" not in reader.text


# Changing what is there.


async def test_a_record_is_changed_in_its_form(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("2", "o", "i")
        await reader.until(lambda: is_open(reader))
        assert form(reader).draft.record == "sale"
        await fill(reader, terms="Paid in cash.")
        await reader.press("enter")
        await reader.until(lambda: "Changed sale" in reader.text)
        assert 'terms = "Paid in cash."' in on_disk(mills)


async def test_what_others_changed_meanwhile_is_shown_beside_ones_own(
    writing: Writing, mills: Path
) -> None:
    async with writing() as reader:
        await reader.press("2", "o", "i")
        await reader.until(lambda: is_open(reader))
        await fill(reader, title="My title")
        path = mills / "story.toml"
        path.write_text(STORY.replace('"Alder Paper buys Birch Mills"', '"Their title"'))
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.app.screen, ConflictScreen))
        assert "Their title" in reader.text
        assert "My title" in reader.text
        assert "Their title" in on_disk(mills)
        await reader.press("m")
        await reader.until(lambda: is_open(reader))
        assert form(reader).draft.text("title") == "My title"
        await reader.press("enter")
        await reader.until(lambda: "Changed sale" in reader.text)
        assert "My title" in on_disk(mills)


async def test_a_record_is_renamed_and_everything_follows(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("colon", *"alder", "enter", "1", "R")
        await reader.until(lambda: "Rename alder-paper" in reader.text)
        await reader.press(*"alder", "enter")
        await reader.until(lambda: "Renamed alder-paper to alder" in reader.text)
        assert '{ entity = "alder", role = "buyer" }' in on_disk(mills)
        await reader.press("u")
        await reader.until(lambda: "Undone" in reader.text)
        assert on_disk(mills) == STORY


async def test_a_record_that_others_name_is_not_deleted(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("colon", *"alder", "enter", "1", "D")
        await reader.until(lambda: "Delete alder-paper" in reader.text)
        await reader.press("d")
        await reader.until(lambda: "alder-paper is named by sale" in reader.text)
        assert on_disk(mills) == STORY


async def test_a_record_is_deleted_and_comes_back(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("2", "o", "D", "d")
        await reader.until(lambda: "Deleted sale" in reader.text)
        assert "sale" not in manuscript_at(mills).by_id
        await reader.press("u")
        await reader.until(lambda: "Undone: Deleted sale" in reader.text)
        assert on_disk(mills) == STORY


async def test_further_words_join_a_claim(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("2", "Q")
        await reader.until(lambda: "selects words for sale" in reader.text)
        await reader.press("v", "j", "j", "j", "a")
        await reader.until(lambda: "Added a quote to sale" in reader.text)
        assert len(manuscript_at(mills).find("sale").table["evidence"]) == 2


async def test_one_of_several_quotes_is_taken_away(writing: Writing, mills: Path) -> None:
    more = 'evidence = [\n    "The sale is expected to close by March 2026",\n    "'
    (mills / "story.toml").write_text(STORY.replace('evidence = ["', more))
    async with writing() as reader:
        await reader.press("2", "full_stop", "D")
        await reader.until(lambda: "Take only the chosen quote away" in reader.text)
        await reader.press("q")
        await reader.until(lambda: "Removed a quote of sale" in reader.text)
        (left,) = manuscript_at(mills).find("sale").table["evidence"]
        assert left.startswith("The sale is expected")
        await reader.press("D")
        await reader.until(lambda: "Delete sale" in reader.text)
        assert "Take only" not in reader.text


async def test_a_sentence_is_set_apart_with_a_reason(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("4", "c", "A")
        await reader.until(lambda: "Why does it assert nothing?" in reader.text)
        await reader.press("down", "enter")
        await reader.until(lambda: "Set a sentence of mill apart" in reader.text)
        apart = manuscript_at(mills).find("mill").table["asserts_nothing"]
        assert apart[0]["reason"] == "a caption"
        await reader.press("4")
        await reader.until(lambda: "of 8 sentences" in reader.text or "of 7" in reader.text)


# Who may write, and where.


async def test_with_read_only_nothing_is_written(writing: Writing) -> None:
    async with writing(read_only=True) as reader:
        for key in ("i", "R", "D", "I"):
            await reader.press("2", key)
            await reader.until(lambda: "--read-only" in reader.text)


async def test_a_bundled_set_is_not_written_to(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await reader.press("i")
        await reader.until(lambda: "comes with the program" in reader.text)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12), (200, 60)])
async def test_the_form_fits_any_screen(writing: Writing, size: tuple[int, int]) -> None:
    async with writing(size) as reader:
        await begin(reader, REVENUE, "f")
        await reader.until(lambda: "still to be filled in" in verdict(reader))
        assert "measure" in reader.text
        assert "New figure" in reader.text
        await reader.pilot.resize_terminal(50, 14)
        await reader.pilot.pause()
        assert "measure" in reader.text


async def test_forms_that_were_closed_do_not_displace_each_other(
    writing: Writing, mills: Path
) -> None:
    async with writing() as reader:
        for letter, name in (("p", "Lars Tveit"), ("c", "Wharfdale")):
            await reader.press("I")
            await reader.until(lambda: "Write a new record" in reader.text)
            await reader.press(letter)
            await reader.until(lambda: is_open(reader))
            await fill(reader, name=name)
            await reader.press("escape")
            await reader.until(lambda: "What you wrote is kept" in reader.text)
        await reader.until(lambda: len(list(drafts.kept(mills))) == 2)
        await reader.press("I")
        await reader.until(lambda: "Go on with the person" in reader.text)
        assert "Go on with the company" in reader.text
        await reader.press("down", "enter")
        await reader.until(lambda: is_open(reader))
        assert form(reader).draft.text("name") == "Lars Tveit"
        await reader.press("enter")
        await reader.until(lambda: "Added person" in reader.text)
        assert [each.told["kind"] for each in drafts.kept(mills)] == ["company"]


async def test_what_is_told_of_a_quote_is_changed_in_the_form(
    writing: Writing, mills: Path
) -> None:
    async with writing() as reader:
        await reader.press("2", "o", "i")
        await reader.until(lambda: is_open(reader))
        assert "“Alder Paper said on Tuesday" in reader.text
        await fill(reader, **{"quote.0.mentions": "it = alder-paper"})
        await reader.press("enter")
        await reader.until(lambda: "Changed sale" in reader.text)
        (quote,) = manuscript_at(mills).find("sale").table["evidence"]
        assert quote["mentions"] == {"it": "alder-paper"}
        await reader.press("i")
        await reader.until(lambda: is_open(reader))
        assert form(reader).draft.text("quote.0.mentions") == "it = alder-paper"
        await fill(reader, **{"quote.0.mentions": "", "quote.0.attribution": "a clerk"})
        await reader.press("enter")
        await reader.until(lambda: "a clerk" in on_disk(mills))
        assert "mentions" not in on_disk(mills)


async def test_a_claim_joins_the_story_and_leaves_it(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("2", "S")
        await reader.until(lambda: "Added sale to the story" in reader.text)
        assert 'lead = ["sale"]' in on_disk(mills)
        await reader.press("S")
        await reader.until(lambda: "Took sale out of the story" in reader.text)
        assert "lead = []" in on_disk(mills)


async def test_a_name_typed_into_rename_changes_name_and_id(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("colon", *"alder", "enter", "1", "R")
        await reader.until(lambda: "Rename alder-paper" in reader.text)
        await reader.press(*"Oak", "space", *"Paper")
        await reader.until(lambda: "The name becomes “Oak Paper”, the id oak-paper" in reader.text)
        await reader.press("enter")
        await reader.until(lambda: '"Oak Paper"' in on_disk(mills))
        assert manuscript_at(mills).find("oak-paper").table["name"] == "Oak Paper"
        await reader.press("u")
        await reader.until(lambda: "Undone" in reader.text)
        assert on_disk(mills) == STORY


async def test_the_frame_tells_for_what_words_are_selected(writing: Writing) -> None:
    async with writing() as reader:
        await reader.press("2", "Q")
        await reader.until(lambda: "Source · words for sale" in reader.text)
        await reader.press("c", "Q")
        await reader.until(lambda: "words for sale" not in reader.text)


# What others do meanwhile, and what a line cannot show.


async def test_fields_that_a_line_cannot_show_stay_as_they_are(
    writing: Writing, mills: Path
) -> None:
    odd = 'aliases = ["A; B", "Two  blanks"]\nsummary = """One line.\nAnother."""\n'
    name = 'name = "Alder Paper"\n'
    (mills / "story.toml").write_text(STORY.replace(name, name + odd))
    async with writing() as reader:
        await reader.press("colon", *"alder", "enter", "1", "i")
        await reader.until(lambda: is_open(reader))
        assert not {"aliases", "summary"} & {each.key for each in form(reader).draft.fields}
        await fill(reader, country="NO")
        await reader.press("enter")
        await reader.until(lambda: "Changed alder-paper" in reader.text)
        assert odd in on_disk(mills)
        assert 'country = "NO"' in on_disk(mills)


async def test_a_kept_form_leaves_what_others_changed_since(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await reader.press("2", "o", "i")
        await reader.until(lambda: is_open(reader))
        await fill(reader, terms="Paid in cash.")
        await reader.press("escape")
        await reader.until(lambda: "What you wrote is kept" in reader.text)
        path = mills / "story.toml"
        path.write_text(STORY.replace('"Alder Paper buys Birch Mills"', '"Their title"'))
        await reader.press("I", "k")
        await reader.until(lambda: "Others changed title meanwhile" in reader.text)
        await reader.press("enter")
        await reader.until(lambda: "Changed sale" in reader.text)
        assert '"Their title"' in on_disk(mills)
        assert "Paid in cash." in on_disk(mills)


async def test_a_record_that_was_deleted_meanwhile_can_be_saved_anew(
    writing: Writing, mills: Path
) -> None:
    async with writing() as reader:
        await reader.press("2", "o", "i")
        await reader.until(lambda: is_open(reader))
        await fill(reader, terms="Paid in cash.")
        (mills / "story.toml").write_text(STORY[: STORY.index("[[deal]]")])
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.app.screen, ConflictScreen))
        await reader.press("m")
        await reader.until(lambda: "was deleted meanwhile; saving writes it anew" in reader.text)
        await reader.press("enter", "enter")
        await reader.until(lambda: "Paid in cash." in on_disk(mills))
        assert manuscript_at(mills).find("sale").table["type"] == "acquisition"


async def test_words_that_are_too_long_for_a_quote_are_told(writing: Writing, mills: Path) -> None:
    (mills / "mill.txt").write_text(f"{ARTICLE}\n\n{'A mill hums and a mill hums. ' * 100}\n")
    async with writing() as reader:
        await reader.press("4", "v")
        pane = reader.screen.query_one(SourcePane)
        pane.pick(Picked(pane.text_now, (0, len(pane.text_now))))
        await reader.press("a")
        assert "A quote has at most 2,000 letters" in reader.text


async def test_a_source_has_no_form(writing: Writing) -> None:
    async with writing(at="mill") as reader:
        await reader.press("1", "i")
        await reader.until(lambda: "A source has no form" in reader.text)


# The process that holds the set.


def desk_pid(reader: Reader) -> int:
    pid = form(reader).desk.process.pid
    assert pid is not None
    return pid


async def test_a_form_outlives_the_process_that_judges_it(writing: Writing, mills: Path) -> None:
    async with writing() as reader:
        await begin(reader, REVENUE, "f")
        await fill(reader, measure="revenue")
        await reader.until(lambda: "✓ the words are in the source" in reader.text)
        pid = desk_pid(reader)
        os.kill(pid, signal.SIGKILL)
        await reader.until(lambda: "Writing was ended by SIGKILL" in reader.text)
        assert reader.text.count("SIGKILL") == 1
        await reader.until(lambda: bool(dict(kept_drafts(mills))))
        await fill(reader, value="$88 million")
        await reader.until(lambda: "$88" in verdict(reader))
        assert desk_pid(reader) != pid
        await fill(reader, value="$87 million")
        await reader.press("enter")
        await reader.until(lambda: "Added figure" in reader.text)
        assert not dict(kept_drafts(mills))


async def test_who_is_judging_when_it_is_killed_tells_so_in_the_verdict(writing: Writing) -> None:
    async with writing() as reader:
        await begin(reader, REVENUE, "f")
        pid = desk_pid(reader)
        os.kill(pid, signal.SIGSTOP)
        await fill(reader, measure="revenue")
        os.kill(pid, signal.SIGKILL)
        await reader.until(lambda: "Writing was ended by SIGKILL" in verdict(reader))
        await reader.press("escape")
        await reader.until(lambda: "What you wrote is kept" in reader.text)


async def test_what_takes_long_to_open_is_waited_for_and_can_be_left(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scribe, "PATIENCE", 0.0)
    async with writing() as reader:
        process = DeskProcess()
        reader.screen._desk_process = process  # pyright: ignore[reportPrivateUsage]
        process.start()
        await reader.until(lambda: process.pid is not None)
        assert process.pid is not None
        os.kill(process.pid, signal.SIGSTOP)
        await reader.press("2", "i")
        await reader.until(lambda: isinstance(reader.app.screen, WaitingScreen))
        assert "Opening the set to write in" in reader.text
        assert "Esc: leave it" in reader.text
        await reader.press("escape")
        await reader.until(lambda: "Nothing is written." in reader.text)
        os.kill(process.pid, signal.SIGCONT)
        await reader.press("i")
        await reader.until(lambda: is_open(reader))


async def test_what_is_typed_while_a_form_opens_stands_in_it(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scribe, "PATIENCE", 0.0)
    async with writing() as reader:
        process = DeskProcess()
        reader.screen._desk_process = process  # pyright: ignore[reportPrivateUsage]
        process.start()
        await reader.until(lambda: process.pid is not None)
        assert process.pid is not None
        os.kill(process.pid, signal.SIGSTOP)
        await reader.press("2", "o", "i")
        await reader.until(lambda: isinstance(reader.app.screen, WaitingScreen))
        await reader.press("end", "x", "y")
        os.kill(process.pid, signal.SIGCONT)
        await reader.until(lambda: is_open(reader))
        await reader.until(lambda: form(reader).here.input.value.endswith("xy"))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_waiting_fits_any_screen(writing: Writing, size: tuple[int, int]) -> None:
    async with writing(size) as reader:
        work = asyncio.create_task(asyncio.Event().wait())
        progress = Progress(Phase.RECORDS, 1_000, 98_000)
        waiting = WaitingScreen("Opening the set to write in", work, lambda: progress)
        reader.screen.pop_up(waiting, lambda _: None)
        await reader.until(lambda: "Reading records 1 % (1,000 of" in reader.text)
        assert "Opening the set to write in" in reader.text
        assert "Esc: leave it" in reader.text
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is reader.screen)
        assert work.cancelled()


async def add_company(reader: Reader, name: str) -> None:
    await reader.press("I", "c")
    await reader.until(lambda: is_open(reader))
    await fill(reader, name=name)
    await reader.press("enter")
    await reader.until(lambda: f"Added company {name.lower()}" in reader.text)


async def test_an_undo_that_touches_what_others_wrote_can_be_forgotten(
    writing: Writing, mills: Path
) -> None:
    async with writing() as reader:
        await add_company(reader, "Elm")
        await add_company(reader, "Oak")
        path = mills / "story.toml"
        path.write_text(path.read_text().replace('name = "Oak"', 'name = "Oaks"'))
        await reader.press("u")
        await reader.until(lambda: isinstance(reader.app.screen, ConflictScreen))
        assert "forget this step" in reader.text
        await reader.press("t", "u")
        await reader.until(lambda: '"elm"' not in on_disk(mills))
        assert '"Oaks"' in on_disk(mills)


@pytest.mark.parametrize(
    "told",
    [
        {"words": ["mill", "x", float("inf"), 1]}, {"kind": "source"}, {"texts": 3}, {"new": [[1]]},
        {"base": None}, {"quotes": {"a": 1}}, {"words": [1]},
    ],
)  # fmt: skip
def test_a_hostile_draft_is_none(mills: Path, told: dict[str, object]) -> None:
    whole = Draft(Kind.FIGURE, None, {"value": "$1"}).to_json()
    drafts.keep(mills, "good", whole)
    drafts.keep(mills, "bad", {**whole, **told})
    kept = dict(kept_drafts(mills))
    assert "good" in kept
    assert all(isinstance(each, Draft) for each in kept.values())
    assert all(each.fields for each in kept.values())


def told(reader: Reader) -> str:
    """Return what the screen says, wherever its lines are broken."""
    return " ".join(reader.text.split())


@pytest.mark.parametrize("key", ["i", "R", "D", "Q"])
async def test_a_file_that_nobody_may_write_is_told_before_anything_is_typed(
    key: str, writing: Writing, mills: Path
) -> None:
    (mills / "story.toml").chmod(0o444)
    async with writing() as reader:
        await reader.press(key)
        await reader.until(lambda: "story.toml may not be written to by you;" in told(reader))
        assert reader.app.screen is reader.screen


async def test_no_form_opens_that_could_not_be_saved(writing: Writing, mills: Path) -> None:
    (mills / "more.toml").write_text('[[figure]]\nid = "x"\nsubject = "sale"\n')
    (mills / "more.toml").chmod(0o444)
    async with writing() as reader:
        await reader.press("I")
        await reader.until(lambda: "Write a new record" in reader.text)
        await reader.press("f")
        await reader.until(lambda: "more.toml may not be written to by you;" in told(reader))
        await reader.press("I")
        await reader.until(lambda: "Write a new record" in reader.text)
        await reader.press("c")
        await reader.until(lambda: isinstance(reader.app.screen, WritingScreen))
