"""Commands that change how one looks: as of another day, or without some relationships."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.errors import ScaleExplorerError
from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ...looking import as_of_words, whose_words
from ...state import Follow, Pane, SetLens
from ...why_not import REASONS
from ...widgets.entry import Entry
from .commander import Commander

if TYPE_CHECKING:
    from ...memory.scenarios import ScenarioFile
    from ..what_if import WhatIfScreen

_FORMATS = {"markdown": ("m", "Markdown"), "json": ("j", "JSON"), "csv": ("c", "CSV")}
"""The letter and the name of each format of what follows."""
_ENDINGS = {"markdown": "md", "json": "json", "csv": "csv"}
_NO_RELATIONSHIP = "Only a relationship can be switched off, or all those of a company or person."


class Looking(Commander):
    """Steps from day to day, switches relationships off and on, and keeps scenarios."""

    what_follows: Callable[[Lens, str, str], bytes]
    """Writes what follows through a lens, under a name, in a format."""

    _scenarios: ScenarioFile | None = None

    def look_through(self, lens: Lens) -> None:
        """Look through another lens from now on; going back returns."""
        self.navigate(SetLens(lens))

    # As of a day.

    def action_step_day(self, delta: int) -> None:
        """Go to the next day at which something changes, or to the one before."""
        # Loaded here because a start looks at things as they are; the same holds below.
        from scale_explorer.data.exploring.stepping import stepped  # noqa: PLC0415

        lens = stepped(self.store, self.view.lens, back=delta < 0)
        if lens is not None:
            self.look_through(lens)
            return
        if delta > 0 and self.view.lens.as_of is not None:
            self.look_through(replace(self.view.lens, as_of=None))
            self.say("Nothing changes after that: the set as it is.")
            return
        way, told = ("before", "after") if delta < 0 else ("after", "before"), self._day_words()
        self.say(f"Nothing changes {way[0]} {told}." if told else "Nothing here has a date.")

    def _day_words(self) -> str:
        return as_of_words(self.view.lens).removeprefix("as of ")

    def action_as_of(self) -> None:
        """Ask for a date, and offer the days at which something changes."""
        from ..as_of import AsOfScreen  # noqa: PLC0415

        lens = self.view.lens

        def chosen(day: str | None) -> None:
            if day is not None:
                self.look_through(replace(lens, as_of=day or None))

        self.ran("app.as-of")
        self.pop_up(AsOfScreen(self.store, lens), chosen)

    def action_plain(self) -> None:
        """Take the date away, and switch everything on."""
        if self.view.lens == PLAIN_LENS:
            self.say(REASONS["lens"])
        else:
            self.look_through(PLAIN_LENS)
            self.say(f"As it is, with everything. {self.keys_shown('app.back')} goes back.")

    # What if.

    def action_switch(self) -> None:
        """Switch off the relationship under the cursor, or all of an entity; or on again."""
        from scale_explorer.data.exploring.switching import MOST  # noqa: PLC0415

        meant, whose = self._meant()
        if not meant:
            self.say(_NO_RELATIONSHIP)
            return
        off = self.view.lens.without
        is_on = not meant <= off
        without = off | meant if is_on else off - meant
        if len(without) > MOST:
            self.say(f"At most {MOST} relationships can be switched off.")
            return
        self.look_through(replace(self.view.lens, without=without))
        way = "off" if is_on else "on"
        back, follows = self.keys_shown("app.back"), self.keys_shown("app.what-if")
        if whose:
            self.say(f"Switched {way}: {whose}; {back} undoes it. {follows} tells what follows.")
        else:
            self.say(f"Switched {way}: {next(iter(meant))}. {follows} tells what follows.")

    def _meant(self) -> tuple[frozenset[str], str]:
        """Return the relationships that the row under the cursor means, and whose, if several."""
        scene = self.settled()
        row = None if self.view.pane is Pane.BROWSE else scene.row
        for one in (row.claim if row else None, row.target if row else None):
            found = self.store.record(one) if one else None
            if found is not None and found.kind is Kind.RELATIONSHIP:
                return frozenset({found.id}), ""
            figure = self.store.figure(found.id) if found and found.kind is Kind.FIGURE else None
            about = self.store.record(figure.subject) if figure else None
            if about is not None and about.kind is Kind.RELATIONSHIP:
                return frozenset({about.id}), ""
        sheet = scene.sheet.answer
        if row is None and sheet.error + self.view.focus.filter:
            return frozenset(), ""  # nothing matches, so nothing is meant
        chosen = (row.target or row.claim) if row else sheet.record
        return self._all_of(chosen, None if row is None else scene.sheet.answer.record)

    def _all_of(self, chosen: str | None, page: str | None) -> tuple[frozenset[str], str]:
        """Return the relationships of an entity, or those with the entity of the page; whose."""
        from scale_explorer.data.exploring.switching import switched_off  # noqa: PLC0415

        record = self.store.record(chosen) if chosen else None
        if record is None or record.kind not in {*ENTITY_KINDS, Kind.RELATIONSHIP}:
            return frozenset(), ""
        try:
            meant = switched_off(self.store, (record.id,), page)
        except ScaleExplorerError:
            return frozenset(), ""
        return meant, whose_words(self.store, record, page, len(meant))

    def action_what_if(self) -> None:
        """Tell what is switched off and what follows, and offer the scenarios that are kept."""
        from ...memory.scenarios import open_scenarios  # noqa: PLC0415
        from ..what_if import WhatIfScreen  # noqa: PLC0415

        self.ran("app.what-if")
        if self._scenarios is None:
            self._scenarios, damage = open_scenarios(self.data_names)
        else:
            damage = self._scenarios.refresh()
        screen = WhatIfScreen(
            self.store, self._scenarios, self.view.lens, self.keys_shown("app.switch"), damage
        )

        screen.changed = lambda without: self.look_through(replace(self.view.lens, without=without))
        screen.export = lambda name: self._export_what_if(screen, name)

        def closed(record: str | None) -> None:
            if record is not None:
                self.navigate(Follow(record))

        self.pop_up(screen, closed)

    def _export_what_if(self, screen: WhatIfScreen, name: str) -> None:
        """Ask for a format and a file, and write what follows."""
        from scale_explorer.data.formats.saving import free_name  # noqa: PLC0415

        from ..file_name import FileNameScreen  # noqa: PLC0415

        entries = tuple(Entry(end, letter, form) for end, (letter, form) in _FORMATS.items())
        write, lens = self.what_follows, self.view.lens

        def chosen(form: str | None) -> None:
            if form is not None:
                of = self.store.summary().id
                proposed = free_name(of, "what-if", ending=_ENDINGS[form])
                box = FileNameScreen(
                    f"Export what follows as {_FORMATS[form][1]}", proposed,
                    lambda: write(lens, name, form),
                )  # fmt: skip
                self.pop_up(box, lambda path: screen.say(f"Wrote {path}") if path else None)

        self.offer("Export what follows as", entries, chosen)
