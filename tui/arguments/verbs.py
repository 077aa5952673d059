"""The verbs: what each does and takes, in the order in which --help lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import Kind
from scale_explorer.models.text import clean

from .argument import Argument, Value
from .asked import FILTER, FORCE, KEEP, OUTPUT, RECORD
from .options import (
    DRAWING_FORMAT,
    EXPORT_FORMAT,
    FINDING_FORMAT,
    data_set,
)
from .percent import percent
from .verb import Verb

SHELLS = ("bash", "zsh", "fish")
"""The shells that complete what is typed."""

_KINDS = ", ".join(kind.plural for kind in Kind)
_KIND = Argument(("kind",), "KIND", _KINDS, Value.KIND, {"nargs": "?", "type": clean})
_RECORD_IF_ANY = replace(
    RECORD,
    help="a record's id or exact name; without one, the whole set",
    settings={"nargs": "?", "type": clean},
    shown="[ID]",
)
_TEXT = Argument(
    ("words",), "TEXT", "what to look for", Value.WORDS, {"nargs": "+", "type": clean},
    shown="TEXT…",
)  # fmt: skip
_PATH = Argument(
    ("path",), "PATH", "a data set; --data says the same",
    Value.DATA_SET, {"nargs": "?", "type": data_set}, shown="[PATH]",
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
_CHOICES = replace(_KIND, help=f"{_KINDS}; or -, for lines of ID, tab and title from a pipe")
_MULTI = Argument(
    ("--multi",), "", "pick several: space marks", settings={"action": "store_true"}
)  # fmt: skip
_SHELL = Argument(("shell",), "SHELL", ", ".join(SHELLS), Value.SHELL, {"choices": SHELLS})
_STORY = Argument(("story",), "STORY", "the folder to make, new or empty", Value.FILE)
_ARTICLES = Argument(
    ("articles",), "ARTICLE", "a text file, a saved web page, or - for standard input",
    Value.FILE, {"nargs": "*", "default": ()}, shown="[ARTICLE…]",
)  # fmt: skip
_ARTICLE = replace(_ARTICLES, settings={"nargs": "+"}, shown="ARTICLE…")
_TITLE = Argument(
    ("--title",), "TITLE", "what to call the story; else as its only article is called",
)  # fmt: skip
_SET_ID = Argument(
    ("--id",), "ID", "the set's id; else made of the folder's name", settings={"dest": "set_id"}
)  # fmt: skip
_NO_OPEN = Argument(
    ("--no-open",), "", "do not open the app", settings={"action": "store_false", "dest": "opens"}
)  # fmt: skip
_APART = Argument(
    ("--apart",), "ID", "tell that this record is not the same as its match", Value.RECORD
)
_TOGETHER = Argument(("--together",), "ID", "tell that it is, after all", Value.RECORD)
_BEFORE = Argument(
    ("before",), "A", "a set, or SET@REV: the set as it was in that Git revision",
    Value.DATA_SET, {"nargs": "?", "type": data_set}, shown="[A",
)  # fmt: skip
_AFTER = Argument(
    ("after",), "B", "the same for the later version; usually that of A as it is now",
    Value.DATA_SET, {"nargs": "?", "type": data_set}, shown="[B]]",
)  # fmt: skip
_LINE = Argument(("line",), "LINE", "a command line up to the cursor")

_VIEWS = Argument(
    ("views",), "VIEW",
    "story, timeline, dossier, a kind, a record’s id, or VIEW:ID; several make a dossier",
    Value.VIEW, {"nargs": "+", "type": clean}, shown="VIEW…",
)  # fmt: skip
_DEPTH = Argument(
    ("--depth",), "N", "how many steps away: 1, 2 or 3",
    settings={"type": int, "choices": (1, 2, 3), "default": 1},
)  # fmt: skip
_TIES = replace(
    FILTER,
    help="all must hold: words, type:customer_of, status:ending, kind:deal, is:inferred, !former",
)
_LINKS = replace(FILTER, help="all must hold: words, is:inferred, !is:inferred")
_KEEP_OF_ALL = replace(KEEP, help="keep what matches, as `list` does")
_FOOTNOTED = Argument(
    ("--footnoted",), "", "write claims with their words also in Markdown, CSV and JSON",
    settings={"action": "store_true"},
)  # fmt: skip
_IMPORTED = Argument(
    ("sources",), "SOURCE", "a TOML set, JSON lines, FollowTheMoney, CSV files, or - for a pipe",
    Value.FILE, {"nargs": "+"}, shown="SOURCE…",
)  # fmt: skip
_INDEX = Argument(
    ("-o", "--output"), "FILE", "the index file to write; one that is there is replaced",
    Value.FILE, {"required": True},
)  # fmt: skip
_ALL_OR_NONE = Argument(
    ("--strict",), "", "write nothing when anything would be left out",
    settings={"action": "store_true"},
)  # fmt: skip
_CALLED = Argument(
    ("--title",), "TITLE", "what to call the set; else as the first source calls itself",
    settings={"type": clean},
)  # fmt: skip
_FORCE_OTHER = replace(FORCE, help="replace the file also when it is no index")

_PICKING = """\
Type to narrow the list, move with the arrows, pick with Enter; Esc leaves.
The list is drawn on the terminal and keys are read from there, so that input
and output may be pipes:
  scale-explorer show "$(scale-explorer pick companies)"
"""
_BEGINNING = """\
Without an ARTICLE the set is empty. Nothing that is there is overwritten.
"""
_EXPORTING = """\
VIEW:ID is why, exposure, network, timeline or chart of a record; path is of two:
"path:google meta". story and timeline alone are of the whole set.
One VIEW is written as the app shows it in markdown, csv and json. In html and
text, and in every format with --footnoted, of the dossier, and of several VIEWs,
it is claims with their verbatim words and numbered sources: a claim stands for
itself, any other record for the claims on its page.
  scale-explorer export figures --filter "year:2024" -o figures.csv
  scale-explorer export google scale-ai --format html -o both.html
"""
_VERSIONS = """\
A and B are paths or names of sets; behind an @ stands any revision that Git knows:
  diff old-set/ new-set/         two sets, wherever they lie
  diff my-set/                   what changed since the last commit (my-set/@HEAD)
  diff my-set/@HEAD~3            since three commits before
  diff my-set/@v1 my-set/@v2     between two revisions
  diff @HEAD~1 @HEAD --data SET  the same, of the set that --data names
Nothing is checked out. The status is 1 when there are differences.
"""
_IMPORTING = """\
Reads files of any size bit by bit, and writes one that --data opens:
  scale-explorer import register.jsonl -o register.index
  scale-explorer --data register.index
What cannot be taken over is told, kept in FILE.rejects.jsonl and left out; the
status is then 1. Formats and what is lost of them: docs/import.md.
  zcat entities.ftm.json.gz | scale-explorer import - -o entities.index
"""
_COMPLETION = """\
bash  put into ~/.bashrc:  eval "$(scale-explorer completion bash)"
zsh   put into ~/.zshrc behind compinit:  eval "$(scale-explorer completion zsh)"
fish  put into ~/.config/fish/config.fish:  scale-explorer completion fish | source
"""


def _path() -> Verb:
    # Loaded here, as below, because no other verb has any use for what its options are made of.
    from .path_verb import PATH  # noqa: PLC0415

    return PATH


def _new() -> Verb:
    from .new_verb import NEW  # noqa: PLC0415

    return NEW


_TABLE: Mapping[str, Verb | Callable[[], Verb]] = {
    "list": Verb(
        "list records of a kind, such as deals or figures",
        "list figures measure:revenue year:2024", (_KIND, FILTER, KEEP),
    ),
    "show": Verb(
        "show a record: its facts, and the claims about it", "show scale-ai",
        (RECORD, FILTER, KEEP),
    ),
    "why": Verb(
        "show what led to a record, and what it leads to", "why google-plans-exit",
        (RECORD, _LINKS, KEEP, DRAWING_FORMAT),
    ),
    "network": Verb(
        "draw whom a record is tied to, and where those lead",
        "network scale-ai type:customer_of", (RECORD, _TIES, KEEP, _DEPTH, DRAWING_FORMAT),
    ),
    "path": _path,
    "exposure": Verb(
        "show who a company sells to and buys from, for how much",
        "exposure scale-ai --without google", (RECORD, _TIES, KEEP, DRAWING_FORMAT),
    ),
    "search": Verb(
        "find records by name, alias, words or quote", "search cut ties", (_TEXT,),
    ),
    "chart": Verb(
        "draw a figure beside its like, or the figures of a record", "chart scale-ai-valuation",
        (RECORD, FILTER, KEEP, DRAWING_FORMAT),
    ),
    "timeline": Verb(
        "show what happened when, of a record or of the whole set", "timeline scale-ai kind:deal",
        (_RECORD_IF_ANY, FILTER, KEEP, DRAWING_FORMAT),
    ),
    "quotes": Verb(
        "show the verbatim words that carry a record's claims",
        "quotes meta-buys-stake --format markdown", (RECORD,),
    ),
    "what-if": Verb(
        "tell what follows when relationships are switched off",
        "what-if --without google --without xai", (OUTPUT, FORCE),
    ),
    "export": Verb(
        "write a view or a dossier to a file, with all its words",
        "export story -o story.html",
        (_VIEWS, _KEEP_OF_ALL, _FOOTNOTED, EXPORT_FORMAT, OUTPUT, FORCE), "file", _EXPORTING,
    ),
    "pick": Verb(
        "choose records on the terminal, and print their ids",
        "pick companies --multi", (_CHOICES, FILTER, _MULTI), "choice", _PICKING,
    ),
    "check": Verb(
        "check a data set, and list what is wrong with it",
        "check my-set/ --strict",
        (_PATH, _STRICT, _COVERAGE, _LEAST, _FIX, _FIX_ALL, _LOCK, _SOURCE_TEXT, FINDING_FORMAT),
        "set",
    ),
    "diff": Verb(
        "tell what changed between two versions of a data set", "diff my-set/@HEAD~1 my-set/",
        (_BEFORE, _AFTER), "versions", _VERSIONS,
    ),
    "import": Verb(
        "make an index of files of any size, for --data to open",
        "import entities.csv relationships.csv -o register.index",
        (_IMPORTED, _INDEX, _CALLED, _ALL_OR_NONE, _FORCE_OTHER), "itself", _IMPORTING,
    ),
    "attach": Verb(
        "keep your copy of a source's text, to read quotes in it",
        "attach google-exit article.txt", (_SOURCE, _FILE, _REMOVE), "set",
    ),
    "init": Verb(
        "make a data set from articles, and open it",
        "init my-story article.html", (_STORY, _ARTICLES, _TITLE, _SET_ID, _NO_OPEN), "begins",
        _BEGINNING,
    ),
    "add-source": Verb(
        "add articles to a data set", "add-source article.txt --data my-story", (_ARTICLE,), "set",
    ),
    "new": _new,
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


class _Verbs(Mapping[str, Verb]):
    """The table, of which a verb with many options is made when it is looked at."""

    def __getitem__(self, name: str) -> Verb:
        row = _TABLE[name]
        return row if isinstance(row, Verb) else row()

    def __iter__(self) -> Iterator[str]:
        return iter(_TABLE)

    def __len__(self) -> int:
        return len(_TABLE)


VERBS: Mapping[str, Verb] = _Verbs()
"""Every verb that --help lists, by its name."""

HIDDEN = {"complete": Verb("print what may stand at the cursor", "", (_LINE,), "text")}
"""What only the completions of shells call."""
