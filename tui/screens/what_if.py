"""What if: what is switched off and what follows, and the scenarios that are kept under names."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from scale_explorer.data.exploring.what_if import WhatIf, what_if
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.frozen import replace

from ..looking import as_of_words
from ..memory.scenarios import LONGEST_NAME, MOST, Scenario, ScenarioFile, named
from ..what_if_lines import KEPT, SWITCH, TOUCHED, what_if_lines
from ..widgets.rows import Tone
from .kept_list import KeptListScreen


class WhatIfScreen(KeptListScreen):
    """What is switched off, what follows, and the scenarios that are kept.

    `switch_key` is the key that switches. Whoever opens it sets what is called with each change of
    what is switched off, and what `export` does.
    """

    NAME = "What if"
    ASKS = "Name: "
    LONGEST = LONGEST_NAME
    KEYS = "Enter switch, load or go  s keep  r rename  d delete  c all on  e export  Esc close"
    KEYS_SHORT = "Enter s r d c e  ? keys  Esc"
    ALL_KEYS = (
        "Enter on a relationship switches it on, or off again; on a company it goes there; on a "
        "scenario it loads that in place of what is switched off. s keeps what is switched off "
        "under a name, r renames the scenario under the cursor, d or Del deletes it, c switches "
        "all on, e exports what follows, Esc closes."
    )
    WIDE = 92
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tilde", "dismiss(None)"),
        Binding("space,percent_sign", "switch"),
        Binding("s", "keep"),
        Binding("r", "rename"),
        Binding("c", "all_on"),
    ]

    def __init__(
        self, store: Store, kept: ScenarioFile, lens: Lens, switch_key: str, told: str = ""
    ) -> None:
        super().__init__(told)
        self._store = store
        self._kept = kept
        self._lens = lens
        self._switch_key = switch_key
        self._on: dict[str, RecordRow] = {}
        self._renamed: str | None = None
        self.changed: Callable[[frozenset[str]], None] = lambda _: None
        self.export: Callable[[str], None] = lambda _: None

    # What is shown.

    def show_lines(self) -> None:
        """Show what is switched off, and what follows."""
        self._show()

    def _show(self, cursor: str | None = None) -> None:
        found: WhatIf = what_if(self._store, self._lens)
        on = (row for id_, row in self._on.items() if id_ not in self._lens.without)
        lines = what_if_lines(found, on, self._kept.scenarios, self._switch_key)
        self.lines.show(lines, cursor or self.lines.cursor)
        as_of = as_of_words(self._lens)
        self.entitle(f"{self.NAME}, {as_of}" if as_of else self.NAME)

    def _under_cursor(self, sort: str) -> str | None:
        """Return the id or name that the line of the cursor stands for, if it is of a sort."""
        cursor = self.lines.cursor or ""
        return cursor.removeprefix(sort) if cursor.startswith(sort) else None

    # Choosing and switching.

    async def action_choose(self) -> None:
        """Keep the name that is typed; else switch, go to a company, or load a scenario."""
        if self.is_typing:
            await self._take_name()
        elif (record := self._under_cursor(TOUCHED)) is not None:
            self.dismiss(record)
        elif (name := self._under_cursor(KEPT)) is not None:
            self._load(name)
        else:
            self.action_switch()

    def action_switch(self) -> None:
        """Switch the relationship under the cursor on, or off again."""
        if (relation := self._under_cursor(SWITCH)) is not None:
            self._look_without(self._lens.without ^ {relation}, self.lines.cursor)

    def action_all_on(self) -> None:
        """Switch everything on."""
        self._look_without(frozenset(), self.lines.cursor)

    def _load(self, name: str) -> None:
        if (scenario := self._kept.scenarios.named(name)) is not None:
            self._look_without(scenario.without, f"{KEPT}{name}")
            self.say(f"Looking without what {name} names.")

    def _look_without(self, without: frozenset[str], cursor: str | None) -> None:
        for each in self._lens.without - without:
            if (row := self._store.record(each)) is not None:
                self._on[each] = row
        self._lens = replace(self._lens, without=without)
        self._show(cursor)
        self.say("")
        self.changed(without)

    # The scenarios.

    def action_keep(self) -> None:
        """Ask for a name for what is switched off."""
        if not self._lens.without:
            self.say("Nothing is switched off that could be kept.")
        elif len(self._kept.scenarios.all) >= MOST:
            self.say(f"{MOST} scenarios are kept and no more; delete some.")
        else:
            self._ask_name(None, self._under_cursor(KEPT) or "")

    def action_rename(self) -> None:
        """Ask for another name of the scenario under the cursor."""
        if (name := self._under_cursor(KEPT)) is not None:
            self._ask_name(name, name)

    async def action_remove(self) -> None:
        """Delete the scenario under the cursor."""
        if (name := self._under_cursor(KEPT)) is None:
            return
        told = await to_thread(self._kept.change, lambda all_: all_.without_one(name))
        self._show()
        self.say(told or f"Deleted {name}.", Tone.WARN if told else Tone.DIM)

    def action_export(self) -> None:
        """Write what follows to a file."""
        if self._lens.without:
            same = (one for one in self._kept.scenarios.all if one.without == self._lens.without)
            self.export(next((one.name for one in same), ""))
        else:
            self.say("Nothing is switched off that could be exported.")

    def _ask_name(self, renamed: str | None, proposed: str) -> None:
        self._renamed = renamed
        self.ask(proposed, "Enter keeps it under this name; Esc leaves it.")

    async def _take_name(self) -> None:
        """Keep or rename under the name that was typed; nothing that is there is lost unasked."""
        name = named(self.typed)
        taken = {each.name for each in self._kept.scenarios.all} - {self._renamed}
        if not name:
            self.say("Write a name first.", Tone.WARN)
            return
        if name in taken and (self._renamed is not None or not self._same_as_kept(name)):
            self.say(f"There is a scenario {name} already; delete it, or take another name.")
            return
        old, without = self._renamed, self._lens.without
        told = await to_thread(
            self._kept.change,
            lambda all_: (
                all_.with_one(Scenario(name, without)) if old is None else all_.renamed(old, name)
            ),
        )
        self.end_typing()
        self._show(f"{KEPT}{name}")
        self.say(told or f"Kept as {name}.", Tone.WARN if told else Tone.DIM)

    def _same_as_kept(self, name: str) -> bool:
        found = self._kept.scenarios.named(name)
        return found is not None and found.without == self._lens.without
