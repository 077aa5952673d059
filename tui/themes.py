"""The looks of the app: calm, one accent colour, dim for what is secondary."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dark",
    dark=True,
    primary="#7aa2f7",
    secondary="#8b93a7",
    accent="#e0af68",
    foreground="#d5d9e2",
    background="#14161b",
    surface="#14161b",
    panel="#1f232c",
    success="#8fbf7f",
    warning="#e0af68",
    error="#e8767d",
    variables={
        "dim": "#8b93a7",
        "line": "#343a46",
        "line-focus": "#7aa2f7",
        "tint": "#262c3a",
        "tint-resting": "#1d212a",
        "quote": "#f2e3c6",
        "mark": "#4a3f28",
    },
)

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#2a56b8",
    secondary="#5b6472",
    accent="#8a5a00",
    foreground="#1e2329",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#efede6",
    success="#2f6f2a",
    warning="#8a5a00",
    error="#b3202c",
    variables={
        "dim": "#5b6472",
        "line": "#cfccc2",
        "line-focus": "#2a56b8",
        "tint": "#e2e8f6",
        "tint-resting": "#efede6",
        "quote": "#4a3300",
        "mark": "#f6e3b0",
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
