"""What the keys do that hold in every pane."""

from __future__ import annotations

import os
from abc import abstractmethod
from asyncio import to_thread
from typing import ClassVar, cast

from textual.app import App
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.kinds import Kind

from ..citation import Copy, copies
from ..keys import KeyBinding
from ..panes.pane import LinkedPane, textual_bindings
from ..scene import Scene
from ..state import (
    PANES,
    AskWhy,
    Back,
    FocusPane,
    Follow,
    Forward,
    Intent,
    LastView,
    Pane,
    Peel,
    SelectQuote,
    ShowSource,
    ViewState,
    Zoom,
)
from ..terminal.clipboard import copy, last_copy_file
from ..terminal.environment import look as look_at_terminal
from ..terminal.private import terminal_writer
from ..widgets.menu import Entry, Menu
from .help import HelpScreen


class Commands(Screen[None]):
    """Turns keys into intents and pop-ups; the screen built on it decides what an intent does."""

    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("app")]

    focused = Reactive[Widget | None](None, repaint=False)
    """Textual would send the whole screen again whenever the keyboard goes to another pane."""

    def __init__(self, store: Store, *, data: tuple[str, ...], ascii_only: bool) -> None:
        super().__init__()
        self.store = store
        self._data = data
        self._ascii = ascii_only

    @property
    @abstractmethod
    def view(self) -> ViewState:
        """Where one is."""

    @abstractmethod
    def navigate(self, intent: Intent) -> None:
        """Take an intent into the state, and let the scene follow."""

    @abstractmethod
    def settled(self) -> Scene:
        """Return the scene of the state now, even where it lagged behind the cursor."""

    @abstractmethod
    def widget_of(self, pane: Pane) -> LinkedPane:
        """Return the widget of a pane."""

    @property
    @abstractmethod
    def shares_a_place(self) -> bool:
        """Whether Evidence and Source take turns beside the other panes."""

    @abstractmethod
    def say(self, words: str) -> None:
        """Tell something in the bottom line, until the next key."""

    @property
    def _host(self) -> App[None]:
        """The app; Textual leaves its type open."""
        return cast("App[None]", self.app)  # pyright: ignore[reportUnknownMemberType]

    @property
    def pane(self) -> LinkedPane:
        """The pane that has the keyboard."""
        return self.widget_of(self.view.pane)

    # Where to look.

    def action_back(self) -> None:
        """Return to where one came from, cursor and filter included."""
        self._travel(Back(), "There is nothing to go back to yet.")

    def action_forward(self) -> None:
        """Undo going back."""
        self._travel(Forward(), "There is nothing to go forward to.")

    def action_last(self) -> None:
        """Swap with the view before."""
        self._travel(LastView(), "There is no view before this one yet.")

    def _travel(self, intent: Back | Forward | LastView, nowhere: str) -> None:
        here = self.view
        self.navigate(intent)
        if self.view == here:
            self.say(nowhere)

    def action_why(self) -> None:
        """Show the reasons of what is chosen; on a reason, those of its other end."""
        scene = self.settled()
        claim = scene.words.answer.claim
        is_reason = claim is not None and claim.kind is Kind.REASON
        record = scene.row.target if scene.row and is_reason else self._chosen(scene)
        if record is not None:
            self.navigate(AskWhy(record))
        else:
            self.say("Choose a record or a claim first; then w shows why.")

    def action_open_claim(self) -> None:
        """Open the chosen claim as a record of its own."""
        row = self.settled().row
        if row is not None and row.claim is not None:
            self.navigate(Follow(row.claim))
        else:
            self.say("This row is no claim; Enter follows it.")

    def action_turn(self, delta: int) -> None:
        """Turn to the next quote of the claim."""
        scene = self.settled()
        quotes = scene.words.answer.quotes
        if scene.quote is None or len(quotes) == 1:
            self.say("This is the only quote." if quotes else "No quote stands here.")
        else:
            place = (quotes.index(scene.quote) + delta) % len(quotes)
            self.navigate(SelectQuote(quotes[place].id))

    def _chosen(self, scene: Scene) -> str | None:
        """Return the id that a command means: the row's claim, or else what the page is about."""
        page = scene.sheet.answer.record
        if self.view.pane is Pane.BROWSE or scene.row is None:
            return page
        return scene.row.claim or page

    # Panes.

    def action_pane(self, name: str) -> None:
        """Move the keyboard to a pane."""
        self.navigate(FocusPane(Pane(name)))

    def action_next_pane(self, delta: int) -> None:
        """Move the keyboard to the next pane, round and round."""
        place = PANES.index(self.view.pane) + delta
        self.navigate(FocusPane(PANES[place % len(PANES)]))

    def action_scroll_next(self, delta: int) -> None:
        """Scroll the pane to the right of this one, which in the last pane is this one."""
        place = min(PANES.index(self.view.pane) + 1, len(PANES) - 1)
        self.widget_of(PANES[place]).view.scroll_by(delta)

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or take it back."""
        self.navigate(Zoom())

    def action_show_source(self) -> None:
        """Swap Source and Evidence where they share a place, else go to the source and back."""
        if self.shares_a_place:
            self.navigate(ShowSource())
        else:
            there = self.view.pane is Pane.SOURCE
            self.navigate(FocusPane(Pane.EVIDENCE if there else Pane.SOURCE))

    def action_peel(self) -> None:
        """Take away one layer; a filter that is being typed is one."""
        typing = self.pane.typing
        if typing:
            self.pane.stop_typing()
        if not typing or self.view.of(self.view.pane).filter:
            self.navigate(Peel())

    def action_redraw(self) -> None:
        """Draw every line again, whatever another program has written over the screen."""
        self.refresh(layout=True)

    # Copying.

    def action_copy(self) -> None:
        """Offer what there is to copy of what is chosen."""
        scene = self.settled()
        record = self._chosen(scene)
        document = self.store.document(record) if record else None
        offered = copies(scene, document, self._data)
        entries = tuple(Entry(c.key, c.key, c.label, _preview(c), c.missing) for c in offered)

        async def chosen(key: str | None) -> None:
            for one in offered:
                if one.key == key:
                    await self._copy(one)

        self._host.push_screen(Menu("Copy", entries, ascii=self._ascii), chosen)

    async def _copy(self, chosen: Copy) -> None:
        """Send a text to the reader's clipboard, on a thread as tmux may take its time."""
        write = terminal_writer(self._host)
        if write is not None:
            terminal, file = look_at_terminal(os.environ), last_copy_file(os.environ)
            delivery = await to_thread(copy, chosen.text, terminal, write, file)
            self.say(f"Copied the {chosen.label}. {delivery.note}")

    # Help and leaving.

    def action_help(self) -> None:
        """List the keys of the pane, and do what is chosen from them."""
        self._host.push_screen(
            HelpScreen(self.view.pane, ascii_only=self._ascii), self._run_binding
        )

    async def _run_binding(self, binding: KeyBinding | None) -> None:
        if binding is not None:
            await self.run_key(binding)

    async def run_key(self, binding: KeyBinding) -> None:
        """Do what a key does, in the pane that has the keyboard."""
        await self._host.run_action(binding.action, self if binding.scope == "app" else self.pane)

    def action_cancel(self) -> None:
        """Stop typing a filter; where nothing is under way, say how to quit."""
        if self.pane.typing:
            self.action_peel()
        else:
            self.say("q quits.")

    def action_quit_or_close(self) -> None:
        """Leave the zoom, or else the app."""
        if self.view.zoomed:
            self.navigate(Zoom())
        else:
            self._host.exit()


def _preview(offered: Copy) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(offered.text[:200].split())
    return line if len(line) <= 60 else f"{line[:59]}…"
