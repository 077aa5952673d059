"""Writes the docs that the code knows best: the keys, the checks and the manual page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from scale_explorer.data.checks.catalog import CATALOG
from scale_explorer.data.checks.rule import Rule
from scale_explorer.data.grounding.fold import (
    DASHES,
    ELLIPSES,
    LIGATURES,
    QUOTE_MARKS,
    SPACES,
)
from scale_explorer.data.loading.spreadsheet.columns import LAYOUTS, QUOTE, Column
from scale_explorer.tui.keymap import DEFAULT, PLAIN
from scale_explorer.tui.keys import SCOPES, KeyBinding, shown
from scale_explorer.tui.panes.marks import LEGEND
from scale_explorer.tui.tour.page import steps
from scale_explorer.tui.verbs import man

HERE = Path(__file__).parent
INTRODUCTION = """\
# Keys

`?` shows the keys in the app, those of the pane you are in first, and does what you choose from
them; `scale-explorer keys` prints those in force. Any of them can be another: see
[settings.md](settings.md). No key needs alt, or a combination that terminals, tmux or screen keep
for themselves. With the preset `plain` a few actions need a function key, `F2`, `F3`, `F7` or `F8`;
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
        + _signs()
        + PLAIN_INTRODUCTION
        + "".join(
            f"| {_place(plain)}{plain.description} | {_keys(plain)} | `{plain.id}` |\n"
            for plain, usual in pairs
            if plain.keys != usual.keys
        )
    )


def _signs() -> str:
    rows = "".join(
        f"| `{sign.replace('|', chr(92) + '|')}` | {meaning} |\n" for sign, meaning in LEGEND
    )
    return f"\n## Signs\n\n| Sign | What it means |\n|---|---|\n{rows}"


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
warnings too, and what the author [lets stand](data-format.md#what-may-stand) is counted apart.

A data set opens whatever the checks find: what is sound is shown. A record that cannot be read at
all is an `invalid_record`, with the field, what was expected, and the nearest right name. Of one
check at most 1,000 findings are listed, and `more_findings` says that there are others.

How words are held against a source stands in
[data-format.md](data-format.md#when-words-are-the-same).
A quote that is not found is shown above the closest passage, the words that differ marked in both;
of one that stands in several places, what would tell them apart is offered.

Claims that cannot both be true are shown as disputes; a warning is only what the author has not
settled. What counts, and how to settle it: [data-format.md](data-format.md#disputes).

A note is no fault but work left to do. `--coverage` tells them: it reads each source the other way
and lists the sentences that assert something and that no claim cites. A sentence is cited when a
quote that was found overlaps it, for a claim or against it; quotes of companies, people and other
entities do not count. All sentences assert, but for lines without a letter, questions, and what the
author sets apart in the source's `asserts_nothing`.

Written by `make docs` from `data/checks/`; do not edit.
"""


CHECKS_TABLE = "| Code | Severity | What it finds |\n|---|---|---|\n"


def checks_page() -> str:
    """Return docs/checks.md."""
    families = groupby(CATALOG.values(), key=lambda rule: rule.family)
    return (
        CHECKS_INTRODUCTION + "".join(_family(*family) for family in families) + f"\n{_measured()}"
    )


def _measured() -> str:
    """Return what benchmarks told of the checks; it is written by whoever runs them."""
    return (HERE / "checks-measured.md").read_text(encoding="utf-8")


def _family(name: str, rules: Iterable[Rule]) -> str:
    return f"\n## {name}\n\n{CHECKS_TABLE}{''.join(map(_rule_row, rules))}"


def _rule_row(rule: Rule) -> str:
    return f"| `{rule.code}` | {rule.severity} | {rule.what} |\n"


_BEGIN = "<!-- tour: written by `make docs` -->\n"
_END = "<!-- end of tour -->"


def readme_page() -> str:
    """Return README.md with the steps of the tour as they are now."""
    readme = (HERE.parent / "README.md").read_text(encoding="utf-8")
    before, _, rest = readme.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}{steps()}{_END}{after}"


_FOLDED = "<!-- folding: written by `make docs` from data/grounding/fold.py -->\n"
_FOLDED_END = "<!-- end of folding -->"
_COLUMNS = "<!-- columns: written by `make docs` from data/loading/spreadsheet/columns.py -->\n"
_COLUMNS_END = "<!-- end of columns -->"
_TABLES = {"quote marks": QUOTE_MARKS, "dashes": DASHES, "white space": SPACES}


def data_format_page() -> str:
    """Return docs/data-format.md with the tables of what is folded, and of columns."""
    page = (HERE / "data-format.md").read_text(encoding="utf-8")
    page = _with(page, _FOLDED, _folding(), _FOLDED_END)
    return _with(page, _COLUMNS, _columns(), _COLUMNS_END)


def _with(page: str, begin: str, written: str, end: str) -> str:
    """Return a page with what is written between two marks."""
    before, _, rest = page.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}{written}{end}{after}"


def _columns() -> str:
    tables = {f"`{layout.file}`": layout.columns for layout in LAYOUTS}
    tables["quotes, in each of the three"] = QUOTE
    return "".join(
        f"\n| {title} | |\n|---|---|\n{''.join(map(_column_row, columns))}"
        for title, columns in tables.items()
    )


def _column_row(column: Column) -> str:
    name = f"**`{column.name}`**" if column.must else f"`{column.name}`"
    return f"| {name} | {column.what} |\n"


def _folding() -> str:
    rows = [
        f"| {what} | {_code(plain)} | {', '.join(map(_named, forms))} |\n"
        for what, table in _TABLES.items()
        for plain, forms in table.items()
    ]
    rows += [
        f"| {what} | {_code(plain)} | {_named(written)} |\n"
        for what, table in (("ellipsis", ELLIPSES), ("ligature", LIGATURES))
        for written, plain in table.items()
    ]
    return "| What | Counts as | Written as |\n|---|---|---|\n" + "".join(rows)


def _code(plain: str) -> str:
    return "one space" if plain == " " else f"`{plain}`"


def _named(character: str) -> str:
    """Show a character with its code point, or its code point alone where nothing is drawn."""
    code = f"U+{ord(character):04X}"
    return code if character.isspace() else f"{character} {code}"


if __name__ == "__main__":
    (HERE / "data-format.md").write_text(data_format_page(), encoding="utf-8")
    (HERE.parent / "README.md").write_text(readme_page(), encoding="utf-8")
    (HERE / "keys.md").write_text(keys_page(), encoding="utf-8")
    (HERE / "checks.md").write_text(checks_page(), encoding="utf-8")
    (HERE / "scale-explorer.1").write_text(man.run(), encoding="ascii")
