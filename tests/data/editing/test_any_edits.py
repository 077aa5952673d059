"""Any sequence of edits, undos and changes from outside: nothing is lost, and all of it loads."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from scale_explorer.data.editing.edits.adding import AddQuote, AddRecord, Lead, SetApart
from scale_explorer.data.editing.edits.changing import ChangeRecord, DeleteRecord
from scale_explorer.data.editing.edits.edit import Edit
from scale_explorer.data.editing.edits.merging import MergeRecords
from scale_explorer.data.editing.edits.renaming import RenameRecord
from scale_explorer.data.editing.past import Past
from scale_explorer.data.editing.saving import apply_again, carry_out, manuscript_at
from scale_explorer.data.loading.load import load
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

from .conftest import CLAIMS, STORY, TEXT

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(str.isprintable)
IDS = st.sampled_from(["alder", "birch", "birch-mills", "mills", "elm", "oak", "fir"])
CLAIM_IDS = st.sampled_from(["price", "revenue", "share", "sale", "alder.owns.birch-mills"])
COMMENTS = ("# The story of a mill.", "# as written")


class Editing(RuleBasedStateMachine):
    """Two authors and an editor at one set."""

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp())
        self.folder = self.base / "mill"
        self.folder.mkdir()
        for name, text in (("story", STORY), ("claims", CLAIMS)):
            (self.folder / f"{name}.toml").write_text(text)
        (self.folder / "daily.txt").write_text(TEXT)
        self.patch = pytest.MonkeyPatch()
        self.patch.setenv("XDG_STATE_HOME", str(self.base / "state"))
        self.past = Past()
        self.by_hand = list[str]()

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.base)

    @initialize()
    def opened(self) -> None:
        """The second author looks at the set as it was at the beginning."""
        self.looked_at = manuscript_at(self.folder)

    def state(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.glob("*.toml")}

    def do(self, edit: Edit) -> None:
        """Make an edit as somebody who looked at the set a while ago."""
        before = self.state()
        try:
            made = carry_out(edit, self.looked_at)
        except DataError:
            assert self.state() == before
            return
        self.past = self.past.with_step(made)
        assert {**before, **made.after} == self.state()

    @rule(new=IDS, name=WORDS)
    def add(self, new: str, name: str) -> None:
        self.do(AddRecord(Kind.COMPANY, {"id": new, "name": name}))

    @rule(of=CLAIM_IDS, words=WORDS)
    def quote(self, of: str, words: str) -> None:
        self.do(AddQuote(of, words))

    @rule(of=CLAIM_IDS, note=WORDS | st.none())
    def change(self, of: str, note: str | None) -> None:
        self.do(ChangeRecord(of, {"note": note}))

    @rule(words=WORDS)
    def set_apart(self, words: str) -> None:
        self.do(SetApart("daily", {"exact": words, "reason": "a caption"}))

    @rule(which=CLAIM_IDS)
    def lead(self, which: str) -> None:
        self.do(Lead(which))

    @rule(which=IDS | CLAIM_IDS)
    def delete(self, which: str) -> None:
        self.do(DeleteRecord(which))

    @rule(old=IDS | CLAIM_IDS, new=IDS)
    def rename(self, old: str, new: str) -> None:
        self.do(RenameRecord(old, new))

    @rule(kept=IDS, gone=IDS)
    def merge(self, kept: str, gone: str) -> None:
        self.do(MergeRecords(kept, gone))

    @rule()
    def look(self) -> None:
        self.looked_at = manuscript_at(self.folder)

    @rule(number=st.integers(0, 99), file=st.sampled_from(["story.toml", "claims.toml"]))
    def edit_by_hand(self, number: int, file: str) -> None:
        """Somebody writes a record in an editor."""
        line = f"# by hand {len(self.by_hand)}-{number}"
        path = self.folder / file
        text = f'\n{line}\n[[person]]\nid = "p{len(self.by_hand)}-{number}"\nname = "P"\n'
        path.write_text(path.read_text() + text)
        self.by_hand.append(line)

    @precondition(lambda self: self.past.done)
    @rule()
    def undo(self) -> None:
        before = self.state()
        try:
            self.past = self.past.undoing(apply_again(self.past.done[-1].reverse, self.folder))
        except DataError:
            assert self.state() == before

    @precondition(lambda self: self.past.undone)
    @rule()
    def redo(self) -> None:
        before = self.state()
        try:
            self.past = self.past.redoing(apply_again(self.past.undone[-1], self.folder))
        except DataError:
            assert self.state() == before

    @invariant()
    def loads(self) -> None:
        loaded = load(manuscript_at(self.folder).files)
        unread = {each.code for each in loaded.findings} & {"syntax_error", "unreadable_file"}
        assert not unread

    @invariant()
    def comments_and_what_others_wrote_stay(self) -> None:
        text = b"".join(self.state().values()).decode()
        people: list[Any] = [
            each["id"]
            for content in self.state().values()
            for each in tomli.loads(content.decode()).get("person", ())
        ]
        assert len(people) == len(self.by_hand)
        assert all(line in text for line in self.by_hand)
        assert COMMENTS[0] in text

    @invariant()
    def nothing_strange_is_left(self) -> None:
        assert {path.name for path in self.folder.iterdir()} == {
            "story.toml",
            "claims.toml",
            "daily.txt",
        }


Editing.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestAnyEdits = Editing.TestCase
