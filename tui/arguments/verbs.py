"""The verbs: what each does and takes, in the order in which --help lists them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.text import clean

from .argument import Argument, Value
from .new_kinds import EXAMPLES, options_of, usage_of, word_of
from .options import (
    DATA,
    DRAWING_FORMAT,
    EXPORT_FORMAT,
    FINDING_FORMAT,
    FORMAT,
    HELP,
    LENS,
    ONE_SET,
    data_set,
)
from .percent import percent
from .whole_number import between

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
_RECORD_IF_ANY = _RECORD._replace(
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
_CHOICES = _KIND._replace(help=f"{_KINDS}; or -, for lines of ID, tab and title from a pipe")
_MULTI = Argument(
    ("--multi",), "", "pick several: space marks", settings={"action": "store_true"}
)  # fmt: skip
_SHELL = Argument(("shell",), "SHELL", ", ".join(SHELLS), Value.SHELL, {"choices": SHELLS})
_STORY = Argument(("story",), "STORY", "the folder to make, new or empty", Value.FILE)
_ARTICLES = Argument(
    ("articles",), "ARTICLE", "a text file, a saved web page, or - for standard input",
    Value.FILE, {"nargs": "*", "default": ()}, shown="[ARTICLE…]",
)  # fmt: skip
_ARTICLE = _ARTICLES._replace(settings={"nargs": "+"}, shown="ARTICLE…")
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
_NEW_KIND = Argument(
    ("kind",), "KIND", ", ".join(map(word_of, Kind)), Value.NEW_KIND, {"type": clean}
)
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
_TIES = _FILTER._replace(
    help="all must hold: words, type:customer_of, status:ending, kind:deal, is:inferred, !former"
)
_LINKS = _FILTER._replace(help="all must hold: words, is:inferred, !is:inferred")
_KEEP = Argument(
    ("--filter",), "FILTER", "keep what matches; the same as FILTER by its place", Value.FILTER,
    {"type": clean, "default": ""},
)  # fmt: skip
_KEEP_OF_ALL = _KEEP._replace(help="keep what matches, as `list` does")
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
_FORCE_OTHER = _FORCE._replace(help="replace the file also when it is no index")

TIE_TYPES = (*(kind.value for kind in RelationType), "party", "member")
"""What paths may go over: relationships, parties of deals, and members of groups."""
STEPS, MOST_STEPS, PATHS, MOST_PATHS = 6, 12, 5, 100
"""As `data/store/path_limits.py` has them, which takes too long to load for a line of help."""

_FIRST = _RECORD._replace(names=("first",), metavar="A", help="a record that paths start from")
_SECOND = _RECORD._replace(names=("second",), metavar="B", help="the record that they lead to")
_MAX_STEPS = Argument(
    ("--max-steps",), "N", f"take at most so many steps, up to {MOST_STEPS} ({STEPS})",
    settings={"type": between(1, MOST_STEPS), "default": STEPS, "dest": "max_steps"},
)  # fmt: skip
_DIRECTED = Argument(
    ("--directed",), "", "go from subject to object only, as ties are stated",
    settings={"action": "store_true"},
)  # fmt: skip
_TYPE = Argument(
    ("--type",), "TYPE",
    f"go over ties of this type only (repeatable): {', '.join(TIE_TYPES)}", Value.TIE_TYPE,
    {"action": "append", "default": [], "dest": "types", "choices": TIE_TYPES},
)  # fmt: skip
_LIMIT = Argument(
    ("--limit",), "K", f"show at most so many paths, up to {MOST_PATHS} ({PATHS})",
    settings={"type": between(1, MOST_PATHS), "default": PATHS},
)  # fmt: skip

_DATA = {
    "file": (DATA,), "store": (DATA,), "choice": (DATA,), "sets": (DATA,), "set": (ONE_SET,),
    "versions": (ONE_SET,),
}  # fmt: skip

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
_PATHS = """\
The shortest paths come first; in each the step that words carry worst is marked.
Ties are relationships, parties of deals and members of groups; what carries each
must match the FILTER, and each path hold its words. Without a path the status is 1,
and it is told how far was looked.
  scale-explorer path google meta --type owns --type customer_of --max-steps 3
  scale-explorer path google meta '!is:inferred'
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
_NEW = """\
Each KIND has options of its own: scale-explorer new KIND --help.
"""
_RECORD_OF = """\
An option that describes a quote belongs to the --quote before it, and in front
of the first one to all of them; a single --source is that of all quotes.
"""
_READ_AS_JSON = """\
--json reads records as the data files have them, any number in a row or one a
line: {"name": "Birch Mills"}. They are one step: all are written, or none.
"""


class Verb(NamedTuple):
    """A verb as --help shows it, what it takes, and how it comes to its answer.

    It asks a `store`, reads the files of one `set` or of `versions` of one, opens the `sets` its
    own way, or knows it by `itself`, and is then answered in every format. One that `begins` a set
    is too, and opens it where there is a terminal. A `text` has only its own format, a `choice` is
    made on the terminal, and a `file` may be written. `more` is what its own help tells besides,
    `usage` what a line of it has at least. One with `forms` does nothing itself: the first word
    behind it names the one.
    """

    what: str
    example: str
    takes: tuple[Argument, ...] = ()
    answer: Literal[
        "store", "set", "sets", "versions", "itself", "begins", "text", "choice", "file"
    ] = "store"
    more: str = ""
    usage: str = ""
    forms: Mapping[str, Verb] = MappingProxyType({})

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
        saving = (_OUTPUT, _FORCE) if DRAWING_FORMAT in own else ()
        lens = LENS if self.answer in {"store", "choice", "file"} else ()
        return (*own, *saving, *lens, *data, *form, HELP)

    @property
    def shape(self) -> str:
        """What it takes by place, as people write it."""
        return " ".join(place.shown or place.metavar for place in self.places)


def _new(kind: Kind) -> Verb:
    label = kind.label.lower()
    article = "an" if label[0] in "aeiou" else "a"
    options = options_of(kind)
    quotes = _RECORD_OF if any(option.names[0] == "--quote" for option in options) else ""
    return Verb(
        f"add {article} {label} to a data set, checked before it is written",
        f"new {word_of(kind)} {EXAMPLES[kind]}",
        options,
        "set",
        quotes + _READ_AS_JSON,
        usage_of(kind),
    )


VERBS = {
    "list": Verb(
        "list records of a kind, such as deals or figures",
        "list figures measure:revenue year:2024", (_KIND, _FILTER, _KEEP),
    ),
    "show": Verb(
        "show a record: its facts, and the claims about it", "show scale-ai",
        (_RECORD, _FILTER, _KEEP),
    ),
    "why": Verb(
        "show what led to a record, and what it leads to", "why google-plans-exit",
        (_RECORD, _LINKS, _KEEP, DRAWING_FORMAT),
    ),
    "network": Verb(
        "draw whom a record is tied to, and where those lead",
        "network scale-ai type:customer_of", (_RECORD, _TIES, _KEEP, _DEPTH, DRAWING_FORMAT),
    ),
    "path": Verb(
        "show how two records are connected, step by step", "path google meta",
        (_FIRST, _SECOND, _FILTER, _KEEP, _MAX_STEPS, _DIRECTED, _TYPE, _LIMIT, DRAWING_FORMAT),
        more=_PATHS,
    ),
    "exposure": Verb(
        "show who a company sells to and buys from, for how much",
        "exposure scale-ai --without google", (_RECORD, _TIES, _KEEP, DRAWING_FORMAT),
    ),
    "search": Verb(
        "find records by name, alias, words or quote", "search cut ties", (_TEXT,),
    ),
    "chart": Verb(
        "draw a figure beside its like, or the figures of a record", "chart scale-ai-valuation",
        (_RECORD, _FILTER, _KEEP, DRAWING_FORMAT),
    ),
    "timeline": Verb(
        "show what happened when, of a record or of the whole set", "timeline scale-ai kind:deal",
        (_RECORD_IF_ANY, _FILTER, _KEEP, DRAWING_FORMAT),
    ),
    "quotes": Verb(
        "show the verbatim words that carry a record's claims",
        "quotes meta-buys-stake --format markdown", (_RECORD,),
    ),
    "what-if": Verb(
        "tell what follows when relationships are switched off",
        "what-if --without google --without xai", (_OUTPUT, _FORCE),
    ),
    "export": Verb(
        "write a view or a dossier to a file, with all its words",
        "export story -o story.html",
        (_VIEWS, _KEEP_OF_ALL, _FOOTNOTED, EXPORT_FORMAT, _OUTPUT, _FORCE), "file", _EXPORTING,
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
    "new": Verb(
        "add a record to a data set, checked before it is written",
        f"new figure {EXAMPLES[Kind.FIGURE]}", (_NEW_KIND,), "set", _NEW,
        forms=MappingProxyType({word_of(kind): _new(kind) for kind in Kind}),
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
