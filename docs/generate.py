"""Writes the docs that the code knows best: the keys, the checks and the manual page."""

from __future__ import annotations

from pathlib import Path

from scale_explorer.data.checks.run import CHECKS, Check
from scale_explorer.tui.keymap import DEFAULT, PLAIN
from scale_explorer.tui.keys import SCOPES, KeyBinding, shown
from scale_explorer.tui.tour.page import steps
from scale_explorer.tui.verbs import man

HERE = Path(__file__).parent
INTRODUCTION = """\
# Keys

`?` shows the keys in the app, those of the pane you are in first, and does what you choose from
them; `scale-explorer keys` prints those in force. Any of them can be another: see
[settings.md](settings.md). No key needs alt, or a combination that terminals, tmux or screen keep
for themselves. With the preset `plain` four actions need a function key, `F2`, `F3`, `F7` and `F8`;
with `vim` none does. `g s` is one key after the other, `<letter>` any letter or digit.
Written by `make docs` from `tui/keys.py`; do not edit.
"""
PLAIN_INTRODUCTION = """
## With the preset `plain`

For those who never used vim: no letter moves the cursor. These keys are others, the rest is as
above.

| What they do | Keys | Name |
|---|---|---|
"""


def keys_page() -> str:
    """Return docs/keys.md."""
    tables = "".join(_table(scope, title) for scope, title in SCOPES.items())
    pairs = zip(PLAIN.bindings, DEFAULT.bindings, strict=True)
    return (
        INTRODUCTION
        + tables
        + PLAIN_INTRODUCTION
        + "".join(
            f"| {_place(plain)}{plain.description} | {_keys(plain)} | `{plain.id}` |\n"
            for plain, usual in pairs
            if plain.keys != usual.keys
        )
    )


def _table(scope: str, title: str) -> str:
    rows = "".join(_row(binding) for binding in DEFAULT.bindings if binding.scope == scope)
    return f"\n## {title}\n\n| Keys | What they do | Name |\n|---|---|---|\n{rows}"


def _row(binding: KeyBinding) -> str:
    return f"| {_keys(binding)} | {binding.description} | `{binding.id}` |\n"


def _keys(binding: KeyBinding) -> str:
    return " ".join(f"`{shown(key)}`" for key in binding.keys)


def _place(binding: KeyBinding) -> str:
    """Say in which pane, where a description does not."""
    return "" if binding.scope in {"app", "panes"} else f"{SCOPES[binding.scope]}: "


CHECKS_INTRODUCTION = """\
# Checks

`scale-explorer check PATH` runs them all and prints each finding with its file and line, like a
compiler; `--format json` is for machines. It ends with what was checked: how many quotes, figures
and references. Exit status 0 means that no error was found, 1 that there was one; `--strict` counts
warnings too, and what the author explained with `known` is counted apart.

A data set opens whatever the checks find: what is sound is shown. A record that cannot be read at
all is an `invalid_record`, with the field, what was expected, and the nearest right name.

How words are held against a source: both are folded (NFC, one table of quote marks, dashes,
ellipses, spaces and ligatures; never case, digits or words), and the quote must begin and end at
the border of a word. See `data/grounding/`.

A note is no fault but work left to do. `--coverage` tells them: it reads each source the other way
and lists the sentences that assert something and that no claim cites. A sentence is cited when a
quote that was found overlaps it, for a claim or against it; quotes of companies, people and other
entities do not count. All sentences assert, but for lines without a letter, questions, and what the
author sets apart in the source's `asserts_nothing`.

Written by `make docs` from `data/checks/`; do not edit.

| Check | Severity | What it finds |
|---|---|---|
"""


def checks_page() -> str:
    """Return docs/checks.md."""
    return CHECKS_INTRODUCTION + "".join(_check_row(check) for check in CHECKS)


def _check_row(check: Check) -> str:
    verb, _, found = (check.__doc__ or "").partition("\n")[0].partition(" of ")
    severity = {"Tell": "error", "Warn": "warning", "Make a note": "note"}[verb]
    name = getattr(check, "__name__", "")
    return f"| `{name}` | {severity} | {found[:1].upper()}{found[1:]} |\n"


_BEGIN = "<!-- tour: written by `make docs` -->\n"
_END = "<!-- end of tour -->"


def readme_page() -> str:
    """Return README.md with the steps of the tour as they are now."""
    readme = (HERE.parent / "README.md").read_text(encoding="utf-8")
    before, _, rest = readme.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}{steps()}{_END}{after}"


if __name__ == "__main__":
    (HERE.parent / "README.md").write_text(readme_page(), encoding="utf-8")
    (HERE / "keys.md").write_text(keys_page(), encoding="utf-8")
    (HERE / "checks.md").write_text(checks_page(), encoding="utf-8")
    (HERE / "scale-explorer.1").write_text(man.run(), encoding="ascii")
