"""Writes the parts of the docs that the code knows best: the key map."""

from __future__ import annotations

from pathlib import Path

from scale_explorer.tui.keys import BINDINGS, SCOPES, KeyBinding, shown

HERE = Path(__file__).parent
INTRODUCTION = """\
# Keys

`?` shows this list in the app, for the pane you are in, and does what you choose from it;
`scale-explorer keys` prints it. No key needs alt, a function key, or a combination that terminals,
tmux or screen keep for themselves. Written by `make docs` from `tui/keys.py`; do not edit.
"""


def keys_page() -> str:
    """Return docs/keys.md."""
    return INTRODUCTION + "".join(_table(scope, title) for scope, title in SCOPES.items())


def _table(scope: str, title: str) -> str:
    rows = "".join(_row(binding) for binding in BINDINGS if binding.scope == scope)
    return f"\n## {title}\n\n| Keys | What they do | Name |\n|---|---|---|\n{rows}"


def _row(binding: KeyBinding) -> str:
    keys = " ".join(f"`{shown(key)}`" for key in binding.keys)
    return f"| {keys} | {binding.description} | `{binding.id}` |\n"


if __name__ == "__main__":
    (HERE / "keys.md").write_text(keys_page(), encoding="utf-8")
