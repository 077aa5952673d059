"""The verb `path`, whose options name all types of ties."""

from __future__ import annotations

from scale_explorer.models.frozen import replace
from scale_explorer.models.relation_type import RelationType

from .argument import Argument, Value
from .asked import FILTER, KEEP, RECORD
from .options import DRAWING_FORMAT
from .verb import Verb
from .whole_number import between

TIE_TYPES = (*(kind.value for kind in RelationType), "party", "member")
"""What paths may go over: relationships, parties of deals, and members of groups."""
STEPS, MOST_STEPS, PATHS, MOST_PATHS = 6, 12, 5, 100
"""As `data/store/path_limits.py` has them, which takes too long to load for a line of help."""

_FIRST = replace(RECORD, names=("first",), metavar="A", help="a record that paths start from")
_SECOND = replace(RECORD, names=("second",), metavar="B", help="the record that they lead to")
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

_PATHS = """\
The shortest paths come first; in each the step that words carry worst is marked.
Ties are relationships, parties of deals and members of groups; what carries each
must match the FILTER, and each path hold its words. Without a path the status is 1,
and it is told how far was looked.
  scale-explorer path google meta --type owns --type customer_of --max-steps 3
  scale-explorer path google meta '!is:inferred'
"""

PATH = Verb(
    "show how two records are connected, step by step",
    "path google meta",
    (_FIRST, _SECOND, FILTER, KEEP, _MAX_STEPS, _DIRECTED, _TYPE, _LIMIT, DRAWING_FORMAT),
    more=_PATHS,
)
