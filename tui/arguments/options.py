"""The options: those of every verb, and those of the app."""

from __future__ import annotations

from scale_explorer.models.frozen import replace
from scale_explorer.models.text import clean
from scale_explorer.models.version import __version__

from ..theme_names import THEME_NAMES
from .argument import LEFT_OUT, Argument, Value, wrong
from .formats import COMMON, DRAWINGS, EXPORTS, FINDINGS, Format

PROGRAM = "scale-explorer"


def common_format(name: str) -> str:
    """Return the name of a format, unless only findings have it."""
    if name == Format.SARIF:
        raise wrong("sarif tells findings, which only check has")
    return name


def data_set(name: str) -> str:
    """Return what names a data set; an empty word names none, as of an unset variable in a script.

    What it stood for could only be guessed: the bundled story, or the current folder.
    """
    if not name:
        raise wrong("an empty word names no data set; give a path or a name, or none")
    return name


HELP = Argument(("-h", "--help"), "", "show this help and leave", settings={"action": "help"})
VERSION = Argument(
    ("--version",), "", "show the version and leave",
    settings={"action": "version", "version": f"{PROGRAM} {__version__}"},
)  # fmt: skip
ONE_SET = Argument(
    ("--data",), "PATH|NAME",
    "a TOML file, a folder of them, or the name of a set that `sets` lists",
    Value.DATA_SET, {"action": "append", "type": data_set, "default": LEFT_OUT},
)  # fmt: skip
DATA = replace(ONE_SET, help=f"{ONE_SET.help}; given several times, the sets open as one")
FINDING_FORMAT = Argument(
    ("--format",), "FORMAT",
    "table (for people), json, jsonl, csv or markdown; of check also sarif, for code hosts",
    Value.FINDING_FORMAT, {"choices": [form.value for form in FINDINGS], "default": LEFT_OUT},
)  # fmt: skip
EXPORT_FORMAT = Argument(
    ("--format",), "FORMAT",
    "markdown, html, text, csv, json, of what is drawn also svg, mermaid, dot; else as the ending"
    " of FILE says, else markdown",
    Value.EXPORT_FORMAT, {"choices": [form.value for form in EXPORTS], "default": LEFT_OUT},
)  # fmt: skip
ANY_FORMAT = replace(
    FINDING_FORMAT,
    help="table (for people), json, jsonl, csv or markdown; of check also sarif, of export html",
    value=Value.ANY_FORMAT,
    settings={"choices": [form.value for form in Format], "default": LEFT_OUT},
)
DRAWING_FORMAT = Argument(
    ("--format",), "FORMAT",
    "table (for people), json, jsonl, csv, markdown, or a picture: svg, mermaid, dot",
    Value.DRAWING_FORMAT, {"choices": [form.value for form in DRAWINGS], "default": LEFT_OUT},
)  # fmt: skip
FORMAT = Argument(
    ("--format",), "FORMAT", "table (for people), json, jsonl, csv or markdown",
    Value.FORMAT, {
        "choices": [form.value for form in COMMON], "type": common_format, "default": LEFT_OUT,
    },
)  # fmt: skip
"""None of the last seven has a default, so that what stood before a verb holds behind it too."""

LENS = (
    Argument(
        ("--as-of",), "DATE",
        "look as of a day: 2024, 2024-06, 2024-06-13 or another EDTF date; now means no day",
        settings={"type": clean, "default": LEFT_OUT},
    ),
    Argument(
        ("--without",), "ID",
        "switch a relationship off, or all of a company, of `exposure A` its own with A"
        " (repeatable)",
        Value.SWITCHED_OFF, {"action": "append", "type": clean, "default": LEFT_OUT},
    ),
    Argument(
        ("--scenario",), "NAME", "switch off what the app keeps under this name", Value.SCENARIO,
        {"type": clean, "default": LEFT_OUT},
    ),
)  # fmt: skip
"""How to look; they have no defaults either, for the same reason."""

APP_OPTIONS = (
    *LENS,
    Argument(("--at",), "ID", "open on this record", Value.RECORD, {"type": clean}),
    Argument(
        ("--tour",), "", "be shown around; without --data in the set `tutorial`",
        settings={"action": "store_true"},
    ),
    Argument(
        ("--fresh",), "", "begin with the story, and not where you left",
        settings={"action": "store_true"},
    ),
    Argument(
        ("--theme",), "NAME", f"how to colour the app: {', '.join(THEME_NAMES)}",
        Value.THEME, {"type": clean},
    ),
    Argument(
        ("--ascii",), "", "draw without UTF-8, whatever the terminal says of itself",
        settings={"action": "store_true"},
    ),
    Argument(
        ("--read-only",), "", "refuse whatever would write into the data set",
        settings={"action": "store_true"},
    ),
    Argument(
        ("--no-mouse",), "", "leave the mouse to the terminal, which can then select text",
        settings={"action": "store_false", "dest": "mouse"},
    ),
)  # fmt: skip
"""What only the app takes."""

TOP_OPTIONS = (HELP, VERSION, DATA, ANY_FORMAT, *APP_OPTIONS)
"""What may stand before a verb, or without one."""
