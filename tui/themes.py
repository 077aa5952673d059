"""The looks of the app: calm, one accent colour, one warm colour for quotes, dim for the rest.

The colours are chosen so that every text stands out from what is behind it by a contrast of 4.5 to
1 (WCAG 2.2, success criterion 1.4.3), in `contrast` 7 to 1 (1.4.6), also where a terminal with 256
colours shows the nearest it has, and so that what means different things differs in the usual
colour blindnesses too. What `ansi` shows is the terminal's own choice: there all sentences have its
plain text colour, and only short words beside a sign have one of the six hues.
"""

from __future__ import annotations

from textual.theme import Theme

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """What a theme is made of, as Textual writes colours.

    `marked` on `mark` is the chosen quote in its source. `tint` is behind the row of the cursor,
    `resting` behind that of a pane without the keyboard and behind bars; `line` is the frame of
    such a pane, `focus` that of the pane with the keyboard. `faint` are marks that are no text, as
    of a resting cursor.
    """

    ground: str
    text: str
    dim: str
    accent: str
    good: str
    warn: str
    bad: str
    quote: str
    marked: str
    mark: str
    tint: str
    resting: str
    selection: str
    faint: str
    focus: str
    line: str


_DARK = Colours(
    ground="#14161b",
    text="#d5d9e2",
    dim="#979eb0",
    accent="#7a9fe8",
    good="#6cd6c6",
    warn="#e3b34f",
    bad="#f0707e",
    quote="#fceabd",
    marked="#fceabd",
    mark="#4a3f28",
    tint="#2a2e37",
    resting="#1e2127",
    selection="#2a3c7a",
    faint="#6b7282",
    focus="#5f80c8",
    line="#3a3f4a",
)

_LIGHT = Colours(
    ground="#fbfaf7",
    text="#1e2329",
    dim="#5a6270",
    accent="#2040b7",
    good="#1a6d6d",
    warn="#865601",
    bad="#a30f32",
    quote="#3a2c00",
    marked="#3a2c00",
    mark="#f7e7b9",
    tint="#e8eaed",
    resting="#f2f1ee",
    selection="#c3d0f0",
    faint="#8c8a80",
    focus="#5068cc",
    line="#cfccc2",
)

_CONTRAST = Colours(
    ground="#000000",
    text="#ffffff",
    dim="#c4c8d2",
    accent="#9fb9ff",
    good="#6ce8d8",
    warn="#fcd925",
    bad="#ff9a98",
    quote="#fffbce",
    marked="#000000",
    mark="#ffe45c",
    tint="#1c2a42",
    resting="#1f1f22",
    selection="#0b3d91",
    faint="#8a8f9c",
    focus="#9fb9ff",
    line="#8a8f9c",
)

_ANSI = Colours(
    ground="ansi_default",
    text="ansi_default",
    dim="ansi_default",
    accent="ansi_cyan",
    good="ansi_green",
    warn="ansi_magenta",  # yellow cannot be read on white, nor blue on black
    bad="ansi_red",
    quote="ansi_default",
    marked="ansi_default",
    mark="ansi_default",
    tint="ansi_default",
    resting="ansi_default",
    selection="ansi_default",
    faint="ansi_default",
    focus="ansi_cyan",
    line="ansi_bright_black",
)


def _theme(name: str, colours: Colours, *, dark: bool = True, ansi: bool = False) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=colours.accent,
        secondary=colours.dim,
        accent=colours.accent,
        foreground=colours.text,
        background=colours.ground,
        surface=colours.ground,
        panel=colours.resting,
        success=colours.good,
        warning=colours.warn,
        error=colours.bad,
        variables=_variables(colours),
    )


def _variables(colours: Colours) -> dict[str, str]:
    """Name the colours for the stylesheets, and put them in the place of those Textual mixes."""
    return {
        "text-muted": colours.dim,
        "text-disabled": colours.dim,
        "text-accent": colours.accent,
        "text-success": colours.good,
        "text-warning": colours.warn,
        "text-error": colours.bad,
        "dim": colours.dim,
        "quote": colours.quote,
        "marked": colours.marked,
        "mark": colours.mark,
        "tint": colours.tint,
        "tint-resting": colours.resting,
        "selection": colours.selection,
        "line": colours.line,
        "line-focus": colours.focus,
        "faint": colours.faint,
        "ansi-background": colours.ground,
        "ansi-foreground": colours.text,
        "screen-selection-background": colours.selection,
        "screen-selection-foreground": colours.text,
    }


THEMES = {
    theme.name: theme
    for theme in (
        _theme("dark", _DARK),
        _theme("light", _LIGHT, dark=False),
        _theme("contrast", _CONTRAST),
        _theme("ansi", _ANSI, ansi=True),
    )
}
"""By name, in the order in which they are offered."""
