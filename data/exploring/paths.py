"""How two records are connected: the shortest paths, read step by step, the weakest step marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import TIED_KINDS, Kind

from ..folding import folded
from ..query import Field, Filter, Word
from ..store.path_limits import MOST_PATHS, PATHS, STEPS
from ..store.path_rows import Cut, PathRow, Paths, Walk
from ..store.protocol import Store, never
from ..store.rows.lens import PLAIN_LENS, Lens
from .graph import Edge, Graph, Node
from .hops import Reader, Step, read_step, why_weakest
from .tie_filter import types_named


@dataclass(frozen=True, slots=True)
class End:
    """One end of a path: the record's id, its name and its kind."""

    id: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Question:
    """Which paths are wanted; of `types` all without any."""

    first: End
    second: End
    types: frozenset[str] = frozenset()
    directed: bool = False
    limit: int = PATHS
    steps: int = STEPS


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from one end to the other."""

    steps: tuple[Step, ...]

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the records on it, both ends included."""
        return self.steps[0].near, *(step.far for step in self.steps)


@dataclass(frozen=True, slots=True)
class Connection:
    """The answer: paths, shortest first, and what is known beyond them (see `Paths`).

    `more` says whether there are more paths of as many steps as may be, `kept` whether a filter of
    words may have left some out, and `narrowed` whether a filter barred ties.
    """

    question: Question
    paths: tuple[Path, ...]
    known: Paths
    more: bool
    kept: bool = False
    narrowed: bool = False


def end(store: Store, record_id: str, lens: Lens = PLAIN_LENS) -> End | None:
    """Return a record as an end of paths; None for what is none, such as a figure."""
    record = store.record(record_id, lens)
    if record is None or record.kind not in TIED_KINDS:
        return None
    return End(record.id, record.short, record.kind)


def connection(
    store: Store,
    question: Question,
    matching: Filter,
    lens: Lens = PLAIN_LENS,
    stopped: Callable[[], bool] = never,
) -> Connection:
    """Return how two records are connected.

    Of the filter, `type:` says which ties may be walked (of several any), a word what the names and
    phrases of a path must hold, and all else what the claim of every tie must match. Raises
    TieFilterError for a type that there is not.
    """
    words = tuple(term for term in matching.terms if isinstance(term, Word))
    found = store.paths(
        question.first.id,
        question.second.id,
        _walk(question, matching),
        lens=lens,
        stopped=stopped,
    )
    reader = Reader(store)
    every = (_read(question.first.name, row, reader) for row in found.found)
    paths = [path for path in every if all(_has(path, word) for word in words)]
    more = found.more or len(paths) > question.limit
    narrowed = len(words) < len(matching.terms)
    return Connection(question, tuple(paths[: question.limit]), found, more, bool(words), narrowed)


def _walk(question: Question, matching: Filter) -> Walk:
    """Say which paths are wanted; of a filter of words many, as it may leave most of them out."""
    terms = matching.terms
    named = [term for term in terms if isinstance(term, Field) and term.name == "type"]
    wanted = [types_named(term) for term in named if not term.negated]
    barred = [types_named(term) for term in named if term.negated]
    types = frozenset[str]().union(*wanted)
    if wanted and question.types:
        types = (types & question.types) or frozenset({""})  # no tie is of both
    has_words = any(isinstance(term, Word) for term in terms)
    return Walk(
        types=types or question.types,
        barred=frozenset[str]().union(*barred),
        directed=question.directed,
        matching=Filter(tuple(t for t in terms if not isinstance(t, Word) and t not in named)),
        limit=MOST_PATHS if has_words else question.limit,
        steps=question.steps,
    )


def _has(path: Path, word: Word) -> bool:
    told = " ".join(
        f"{step.near_name} {tie.phrase} {tie.edge.role} {step.far_name}"
        for step in path.steps
        for tie in step.ties
    )
    return (word.text in folded(told)) is not word.negated


def _read(name: str, row: PathRow, reader: Reader) -> Path:
    steps: list[Step] = []
    for hop in row.hops:
        steps.append(read_step(name, hop, reader))
        name = steps[-1].far_name
    return Path(tuple(_marked(steps)))


def _marked(steps: Sequence[Step]) -> Iterator[Step]:
    """Say of the weakest steps why they are, where others are stronger."""
    strengths = [step.strength for step in steps]
    weakest = min(strengths)
    because = why_weakest(weakest, strengths)
    for step in steps:
        yield replace(step, because=because) if step.strength == weakest else step


def summary(answer: Connection) -> str:
    """Say in a sentence what was found, and how far was looked."""
    known, question = answer.known, answer.question
    looked = f"{sum(known.reached):,} records looked at"
    if known.cut is not None:
        return _when_cut(answer, looked)
    within = f"of up to {_steps(question.steps)}"
    if answer.paths:
        count = len(answer.paths)
        if answer.more:
            told = f"{count:,} of the shortest paths; there are more"
        else:
            told = f"{_several(count, 'path')} {within}, and no more"
        return f"{told} · {looked}"
    if answer.kept and known.found:
        return (
            f"None of the {_several(len(known.found), 'path')} found holds these words · {looked}"
        )
    if known.exhausted:
        return f"{_apart(answer)}, however many steps one takes · {_reached(answer)}"
    return f"{_apart(answer)} within {_steps(question.steps)} · {_reached(answer)}"


def _apart(answer: Connection) -> str:
    """Say that two records are not connected, and where only some ties were looked at, by those."""
    if answer.narrowed:
        return "Not connected by ties that match"
    types = answer.question.types
    if not types:
        return "Not connected"
    which = "that type" if len(types) == 1 else "those types"
    return f"Not connected by ties of {which}"


def _when_cut(answer: Connection, looked: str) -> str:
    """Say where a search ended that was not through, and what is known nevertheless."""
    why = {
        Cut.RECORDS: f"{looked}, not further",
        Cut.WAYS: f"{looked}; too many long ways among them to list them all",
        Cut.STOPPED: f"stopped after {looked.removesuffix(' looked at')}",
    }
    ended = why[answer.known.cut or Cut.STOPPED]
    if answer.paths:
        return f"{_several(len(answer.paths), 'path')}, and maybe more · {ended}"
    known = answer.known.steps
    told = f"Not connected within {_steps(known)}, beyond unknown" if known else "Not known"
    return f"{told} · {ended}"


def _reached(answer: Connection) -> str:
    first, second = answer.known.reached
    ends = answer.question.first.name, answer.question.second.name
    reached = _several(first, "record")
    return f"{reached} reached from {ends[0]}, {second:,} from {ends[1]}"


def _steps(count: int) -> str:
    return _several(count, "step")


def _several(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def graph(answer: Connection, title: str) -> Graph:
    """Return all paths as one graph; its edges go from subject to object, as they are stated."""
    first = answer.question.first
    nodes = {first.id: Node(first.id, first.name, first.kind.value)}
    edges: dict[tuple[str, str, str, str], Edge] = {}
    for step in (step for path in answer.paths for step in path.steps):
        nodes.setdefault(step.far, Node(step.far, step.far_name, step.far_kind.value))
        for tie in step.ties:
            edge = tie.edge
            ends = (step.near, step.far) if edge.outward else (step.far, step.near)
            inferred = "inferred" in edge.flags
            edges[edge.claim, edge.type, *ends] = Edge(*ends, edge.verb, inferred)
    return Graph(title, tuple(nodes.values()), tuple(edges.values()))
