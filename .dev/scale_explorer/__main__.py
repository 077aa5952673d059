"""`python -m scale_explorer`: the same as the `scale-explorer` command."""

from scale_explorer.tui.entry import run

run()
