"""What if: what is switched off and what follows, and the scenarios that are kept under names."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click, Resize
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from scale_explorer.data.exploring.what_if import WhatIf, what_if
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.records import RecordRow

from ..looking import as_of_words
from ..memory.scenarios import LONGEST_NAME, MOST, Scenario, ScenarioFile, named
from ..what_if_lines import KEPT, SWITCH, TOUCHED, what_if_lines
from ..widgets.filter_bar import FilterInput
from ..widgets.lines import Line, Span
from ..widgets.pop_up import PopUp
from ..widgets.rows import Tone
from ..widgets.text_lines import TextLines

_KEYS = "Enter switch, load or go  s keep  r rename  d delete  c all on  e export  Esc close"
_KEYS_SHORT = "Enter s r d c e  ? keys  Esc"
_HELP = (
    "Enter on a relationship switches it on, or off again; on a company it goes there; on a "
    "scenario it loads that in place of what is switched off. s keeps what is switched off under a "
    "name, r renames the scenario under the cursor, d or Del deletes it, c switches all on, e "
    "exports what follows, Esc closes."
)
_WIDE = 92
"""Columns of the screen from which on all keys are told in the lower edge."""


class WhatIfScreen(PopUp[str | None]):
    """Dismissed with the record to go to, or with None.

    `switch_key` is the key that switches, `told` is said at first. Whoever opens it sets what is
    called with each change of what is switched off, and what `export` does.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "close"),
        Binding("q,tilde", "dismiss(None)"),
        Binding("down,j", "move(1)"),
        Binding("up,k", "move(-1)"),
        Binding("pagedown,ctrl+d", "page(1)"),
        Binding("pageup,ctrl+u", "page(-1)"),
        Binding("home", "to_end(-1)"),
        Binding("end,G", "to_end(1)"),
        Binding("enter", "choose"),
        Binding("space,percent_sign", "switch"),
        Binding("s", "keep"),
        Binding("r", "rename"),
        Binding("d,delete", "remove"),
        Binding("c", "all_on"),
        Binding("e", "export"),
        Binding("question_mark,f1", "help"),
    ]
    DEFAULT_CSS = """
    WhatIfScreen {
        align: center middle;
        & > Vertical {
            width: 100; max-width: 100%; height: 100%; max-height: 40;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        & #lines { height: 1fr; }
        & #line { height: 1; display: none; }
        & #line > Static { width: auto; color: $primary; }
        & #line > FilterInput {
            width: 1fr; background: transparent;
            &:focus { background-tint: $foreground 0%; }
        }
        & #told { height: auto; max-height: 6; }
    }
    """

    focused = Reactive[Widget | None](None, repaint=False)
    """Textual would send the whole screen again when the keyboard goes to the name."""

    def __init__(
        self, store: Store, kept: ScenarioFile, lens: Lens, switch_key: str, told: str = ""
    ) -> None:
        super().__init__()
        self._store = store
        self._kept = kept
        self._lens = lens
        self._switch_key = switch_key
        self._told = told
        self._on: dict[str, RecordRow] = {}
        self._renamed: str | None = None
        self._typing = False
        self.changed: Callable[[frozenset[str]], None] = lambda _: None
        self.export: Callable[[str], None] = lambda _: None

    def compose(self) -> ComposeResult:
        """Put the lines above the line of a name, and a line that tells what happened."""
        with Vertical() as frame:
            frame.border_title = Content("What if")
            yield TextLines(holds_cursor=True, id="lines")
            with Horizontal(id="line"):
                yield Static(Content("Name: "))
                yield FilterInput(LONGEST_NAME)
            yield TextLines(id="told")

    def on_mount(self) -> None:
        """Show what is switched off, and what follows."""
        self.query_one("#told", TextLines).can_focus = False
        self._show()
        self.set_focus(self._lines)
        self.say(self._told, Tone.WARN)

    def on_resize(self, event: Resize) -> None:
        """Tell as many keys as there is room for."""
        keys = _KEYS if event.size.width >= _WIDE else _KEYS_SHORT
        self.query_one(Vertical).border_subtitle = Content(keys)

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the frame."""
        if event.widget is self:
            self.dismiss(None)

    # What is shown.

    @property
    def _lines(self) -> TextLines:
        return self.query_one("#lines", TextLines)

    @property
    def _box(self) -> FilterInput:
        return self.query_one(FilterInput)

    def _show(self, cursor: str | None = None) -> None:
        found: WhatIf = what_if(self._store, self._lens)
        on = (row for id_, row in self._on.items() if id_ not in self._lens.without)
        lines = what_if_lines(found, on, self._kept.scenarios, self._switch_key)
        self._lines.show(lines, cursor or self._lines.cursor)
        as_of = as_of_words(self._lens)
        self.query_one(Vertical).border_title = Content(f"What if, {as_of}" if as_of else "What if")

    def say(self, words: str, tone: Tone = Tone.DIM) -> None:
        """Tell something below the lines, until something else is done."""
        told = (Line((Span(words, tone),)),) if words else ()
        self.query_one("#told", TextLines).show(told)

    def _under_cursor(self, sort: str) -> str | None:
        """Return the id or name that the line of the cursor stands for, if it is of a sort."""
        cursor = self._lines.cursor or ""
        return cursor.removeprefix(sort) if cursor.startswith(sort) else None

    # Moving and choosing.

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self.say("")
        self._lines.move(delta)

    def action_page(self, delta: int) -> None:
        """Move by half pages."""
        self._lines.move_page(delta, half=True)

    def action_to_end(self, direction: int) -> None:
        """Go to the first or last line."""
        self._lines.move_to_end(direction)

    @on(TextLines.Chosen)
    async def _clicked(self, message: TextLines.Chosen) -> None:
        message.stop()
        await self.action_choose()

    async def action_choose(self) -> None:
        """Keep the name that is typed; else switch, go to a company, or load a scenario."""
        if self._typing:
            await self._take_name()
        elif (record := self._under_cursor(TOUCHED)) is not None:
            self.dismiss(record)
        elif (name := self._under_cursor(KEPT)) is not None:
            self._load(name)
        else:
            self.action_switch()

    def action_close(self) -> None:
        """Leave the name, or close."""
        if self._typing:
            self._end_typing()
        else:
            self.dismiss(None)

    def action_help(self) -> None:
        """Tell all keys."""
        self.say(_HELP)

    # Switching.

    def action_switch(self) -> None:
        """Switch the relationship under the cursor on, or off again."""
        if (relation := self._under_cursor(SWITCH)) is not None:
            self._look_without(self._lens.without ^ {relation}, self._lines.cursor)

    def action_all_on(self) -> None:
        """Switch everything on."""
        self._look_without(frozenset(), self._lines.cursor)

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
        self._renamed, self._typing = renamed, True
        self.query_one("#line").display = True
        self._box.value = proposed
        self._box.cursor_position = len(proposed)
        self._box.can_focus = True
        self.set_focus(self._box)
        self.say("Enter keeps it under this name; Esc leaves it.")

    async def _take_name(self) -> None:
        """Keep or rename under the name that was typed; nothing that is there is lost unasked."""
        name = named(self._box.value)
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
        self._end_typing()
        self._show(f"{KEPT}{name}")
        self.say(told or f"Kept as {name}.", Tone.WARN if told else Tone.DIM)

    def _same_as_kept(self, name: str) -> bool:
        found = self._kept.scenarios.named(name)
        return found is not None and found.without == self._lens.without

    def _end_typing(self) -> None:
        self._typing, self._renamed = False, None
        self._box.can_focus = False
        self.query_one("#line").display = False
        self.set_focus(self._lines)
        self.say("")
