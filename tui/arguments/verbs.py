"""The verbs: what each does and takes, in the order in which --help lists them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from scale_explorer.models.kinds import Kind
from scale_explorer.models.text import clean

from .argument import Argument, Value
from .options import DATA, EXPORT_FORMAT, FINDING_FORMAT, FORMAT, HELP, ONE_SET
from .percent import percent

SHELLS = ("bash", "zsh", "fish")
"""The shells that complete what is typed."""

_KINDS = ", ".join(kind.plural for kind in Kind)
_KIND = Argument(("kind",), "KIND", _KINDS, Value.KIND, {"nargs": "?", "type": clean})
_FILTER = Argument(
    ("words",), "FILTER", 'all must hold: words, status:ending, is:inferred, ">10m", !former',
    Value.FILTER, {"nargs": "*", "type": clean, "default": ()}, shown="[FILTER…]",
)  # fmt: skip
_RECORD = Argument(
    ("record",), "ID", "a record's id as `list` shows it, or its exact name",
    Value.RECORD, {"type": clean},
)  # fmt: skip
_TEXT = Argument(
    ("words",), "TEXT", "what to look for", Value.WORDS, {"nargs": "+", "type": clean},
    shown="TEXT…",
)  # fmt: skip
_PATH = Argument(
    ("path",), "PATH", "a data set; --data says the same", Value.DATA_SET, {"nargs": "?"},
    shown="[PATH]",
)  # fmt: skip
_STRICT = Argument(
    ("--strict",), "", "count warnings as errors", settings={"action": "store_true"}
)  # fmt: skip
_COVERAGE = Argument(
    ("--coverage",), "", "list the sentences that no claim cites, and each source's share",
    settings={"action": "store_true"},
)  # fmt: skip
_LEAST = Argument(
    ("--min-coverage",), "PERCENT", "the same, and fail where less of a source is cited",
    settings={"type": percent, "dest": "least"},
)  # fmt: skip
_LOCK = Argument(
    ("--lock",), "", "write lock.json beside the data set", settings={"action": "store_true"}
)  # fmt: skip
_FIX = Argument(
    ("--fix",), "", "put right in the files where quotes stand, if it is needed",
    settings={"action": "store_const", "const": "needed"},
)  # fmt: skip
_FIX_ALL = Argument(
    ("--fix-all",), "", "write where quotes stand to all that stand in one place",
    settings={"action": "store_const", "const": "all", "dest": "fix"},
)  # fmt: skip
_SOURCE_TEXT = Argument(
    ("--text",), "SOURCE=FILE", "read a source's text from this file (repeatable)",
    Value.SOURCE_AND_FILE, {"action": "append", "default": []},
)  # fmt: skip
_SOURCE = Argument(("source",), "SOURCE", "the id of a source", Value.SOURCE, {"type": clean})
_FILE = Argument(
    ("file",), "FILE", "a text file with its words, in UTF-8", Value.FILE, {"nargs": "?"},
)  # fmt: skip
_REMOVE = Argument(
    ("--remove",), "", "take your copy away again", settings={"action": "store_true"}
)  # fmt: skip
_CHOICES = _KIND._replace(help=f"{_KINDS}; or -, for lines of ID, tab and title from a pipe")
_MULTI = Argument(
    ("--multi",), "", "pick several: space marks", settings={"action": "store_true"}
)  # fmt: skip
_SHELL = Argument(("shell",), "SHELL", ", ".join(SHELLS), Value.SHELL, {"choices": SHELLS})
_APART = Argument(
    ("--apart",), "ID", "tell that this record is not the same as its match", Value.RECORD
)
_TOGETHER = Argument(("--together",), "ID", "tell that it is, after all", Value.RECORD)
_LINE = Argument(("line",), "LINE", "a command line up to the cursor")

_VIEWS = Argument(
    ("views",), "VIEW", "story, dossier, a kind, a record’s id, or why:ID; several make a dossier",
    Value.VIEW, {"nargs": "+", "type": clean}, shown="VIEW…",
)  # fmt: skip
_KEEP = Argument(
    ("--filter",), "FILTER", "keep what matches, as `list` does", Value.FILTER,
    {"type": clean, "default": ""},
)  # fmt: skip
_FOOTNOTED = Argument(
    ("--footnoted",), "", "write claims with their words also in Markdown, CSV and JSON",
    settings={"action": "store_true"},
)  # fmt: skip
_OUTPUT = Argument(
    ("-o", "--output"), "FILE", "write a new file, and not to standard output (-)", Value.FILE,
)  # fmt: skip
_FORCE = Argument(
    ("--force",), "", "replace the file if there is one", settings={"action": "store_true"}
)  # fmt: skip

_DATA = {"file": (DATA,), "store": (DATA,), "choice": (DATA,), "sets": (DATA,), "set": (ONE_SET,)}

_PICKING = """\
Type to narrow the list, move with the arrows, pick with Enter; Esc leaves.
The list is drawn on the terminal and keys are read from there, so that input
and output may be pipes:
  scale-explorer show "$(scale-explorer pick companies)"
"""
_EXPORTING = """\
One VIEW is written as the app shows it in markdown, csv and json. In html and
text, and in every format with --footnoted, of the dossier, and of several VIEWs,
it is claims with their verbatim words and numbered sources: a claim stands for
itself, any other record for the claims on its page.
  scale-explorer export figures --filter "year:2024" -o figures.csv
  scale-explorer export google scale-ai --format html -o both.html
"""
_COMPLETION = """\
bash  put into ~/.bashrc:  eval "$(scale-explorer completion bash)"
zsh   put into ~/.zshrc behind compinit:  eval "$(scale-explorer completion zsh)"
fish  put into ~/.config/fish/config.fish:  scale-explorer completion fish | source
"""


class Verb(NamedTuple):
    """A verb as --help shows it, what it takes, and how it comes to its answer.

    It asks a `store`, reads the files of one `set`, opens the `sets` its own way, or knows it by
    `itself`, and is then answered in every format. A `text` has only its own format, a `choice` is
    made on the terminal, and a `file` may be written. `more` is what its own help tells besides.
    """

    what: str
    example: str
    takes: tuple[Argument, ...] = ()
    answer: Literal["store", "set", "sets", "itself", "text", "choice", "file"] = "store"
    more: str = ""

    @property
    def places(self) -> tuple[Argument, ...]:
        """What it takes by place."""
        return tuple(argument for argument in self.takes if not argument.is_option)

    @property
    def options(self) -> tuple[Argument, ...]:
        """What it takes by name."""
        own = tuple(argument for argument in self.takes if argument.is_option)
        data = _DATA.get(self.answer, ())
        has_form = any(argument.key == FORMAT.key for argument in own)
        form = () if self.answer in {"text", "choice"} or has_form else (FORMAT,)
        return (*own, *data, *form, HELP)

    @property
    def shape(self) -> str:
        """What it takes by place, as people write it."""
        return " ".join(place.shown or place.metavar for place in self.places)


VERBS = {
    "list": Verb(
        "list records of a kind, such as deals or figures",
        "list figures measure:revenue year:2024", (_KIND, _FILTER),
    ),
    "show": Verb("show a record: its facts, and the claims about it", "show scale-ai", (_RECORD,)),
    "why": Verb(
        "show what led to a record, and what it leads to", "why google-plans-exit", (_RECORD,),
    ),
    "search": Verb(
        "find records by name, alias, words or quote", "search cut ties", (_TEXT,),
    ),
    "quotes": Verb(
        "show the verbatim words that carry a record's claims",
        "quotes meta-buys-stake --format markdown", (_RECORD,),
    ),
    "export": Verb(
        "write a view or a dossier to a file, with all its words",
        "export story -o story.html",
        (_VIEWS, _KEEP, _FOOTNOTED, EXPORT_FORMAT, _OUTPUT, _FORCE), "file", _EXPORTING,
    ),
    "pick": Verb(
        "choose records on the terminal, and print their ids",
        "pick companies --multi", (_CHOICES, _FILTER, _MULTI), "choice", _PICKING,
    ),
    "check": Verb(
        "check a data set, and list what is wrong with it",
        "check my-set/ --strict",
        (_PATH, _STRICT, _COVERAGE, _LEAST, _FIX, _FIX_ALL, _LOCK, _SOURCE_TEXT, FINDING_FORMAT),
        "set",
    ),
    "attach": Verb(
        "keep your copy of a source's text, to read quotes in it",
        "attach google-exit article.txt", (_SOURCE, _FILE, _REMOVE), "set",
    ),
    "matches": Verb(
        "list who is the same in several sets, or say who is not",
        "matches --data my-set/ --data scale-ai", (_APART, _TOGETHER), "sets",
    ),
    "sets": Verb("list the data sets that come with the program", "sets", answer="itself"),
    "schema": Verb(
        "print the JSON Schema of data set files, for editors",
        "schema > scale-explorer.schema.json", answer="itself",
    ),
    "keys": Verb("list the keys of the app", "keys --format markdown", answer="itself"),
    "doctor": Verb(
        "look at this terminal, the clipboard and the folders", "doctor", answer="itself",
    ),
    "completion": Verb(
        "print what lets a shell complete verbs and ids",
        "completion fish", (_SHELL,), "text", _COMPLETION,
    ),
    "man": Verb("print the manual page", "man | man -l -", answer="text"),
}  # fmt: skip

HIDDEN = {"complete": Verb("print what may stand at the cursor", "", (_LINE,), "text")}
"""What only the completions of shells call."""
