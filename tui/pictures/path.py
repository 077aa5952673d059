"""How two records are connected, as the app shows it; each step leads on to the next record."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.exploring.hops import Carried, Step, Tie
from scale_explorer.data.exploring.paths import (
    Connection,
    End,
    Path,
    Question,
    connection,
    end,
    summary,
)
from scale_explorer.data.exploring.tie_words import object_words
from scale_explorer.data.query import EVERYTHING, Filter, FilterError
from scale_explorer.data.store.path_limits import PATHS
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.models.frozen import dataclass, replace

from ..overtaken import is_overtaken
from ..scene import Sheet
from ..standing import mark_of, marked
from ..state import PaneView, Place
from ..widgets.rows import Tone
from .path_lines import Chain, Fold, Hop, PathDrawing, Told

DIRECTED = "directed"
"""Open when ties are only walked from subject to object."""
MORE = "more"
"""Open when more than the usual number of paths are wanted."""
MANY = 25
_OTHERS = "ties:"
"""Stands in the key of the further ties between two records, before their ids."""
_TWO = 2


def sheet(store: Store, place: Place, view: PaneView, matching: Filter, lens: Lens) -> Sheet:
    """Return the paths between the two records of a place."""
    ends = tuple(end(store, each, lens) for each in place.records)
    question = _question(ends, view.unfolded)
    if isinstance(question, str):
        return Sheet(_title(ends), "", "", (), (), None, question)
    error = ""
    try:
        answer = connection(store, question, matching, lens, is_overtaken)
    except FilterError as wrong:
        error = str(wrong)
        answer = connection(store, question, EVERYTHING, lens, is_overtaken)
    return replace(shown(answer, view.unfolded, choices=True), error=error)


def _question(ends: tuple[End | None, ...], unfolded: frozenset[str]) -> Question | str:
    """Return what is asked for, or why it cannot be."""
    known = [each for each in ends if each is not None]
    if len(known) < len(ends):
        return "Paths lead between companies, people, products, groups and deals."
    if len(known) != _TWO or known[0].id == known[1].id:
        return "A path needs two ends."
    limit = MANY if MORE in unfolded else PATHS
    return Question(known[0], known[1], directed=DIRECTED in unfolded, limit=limit)


def _title(ends: tuple[End | None, ...]) -> str:
    return " – ".join(each.name for each in ends if each is not None)


def shown(answer: Connection, unfolded: frozenset[str], *, choices: bool) -> Sheet:
    """Return an answer with its drawing; `choices` are the lines that change the question."""
    first, second = answer.question.first, answer.question.second
    groups = tuple(_choices(answer)) if choices else ()
    chains = [_Chain(number, path, unfolded) for number, path in enumerate(answer.paths, 1)]
    told = summary(answer)
    drawing = PathDrawing(
        tuple(each.drawn(len(chains)) for each in chains), groups, "" if chains else told
    )
    rows = [row for each in chains for row in each.rows()]
    rows += [_group(each) for each in groups]
    return Sheet(
        title=f"Path: {first.name} – {second.name}",
        subtitle=told if chains else "",
        summary="",
        facts=(),
        rows=tuple(rows),
        record=None,
        empty=told,
        drawing=drawing,
        found=len(answer.paths),
    )


def _choices(answer: Connection) -> Iterator[Fold]:
    """Yield what can be chosen: more paths, and the direction."""
    question = answer.question
    if question.limit > PATHS:
        yield Fold(MORE, f"[x] up to {question.limit} paths")
    elif answer.more:
        yield Fold(MORE, f"[ ] up to {MANY} paths")
    sign = "x" if question.directed else " "
    yield Fold(DIRECTED, f"[{sign}] only from subject to object, on to {question.second.name}")


def _group(fold: Fold) -> ClaimRow:
    return ClaimRow(
        key=fold.key, section="", claim=None, target=None, label=fold.text, role="", amount="",
        when="", state="", extra="", quotes=0, depth=0, flags=frozenset(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Chain:
    """A path as lines and as rows, which have the same keys."""

    number: int
    path: Path
    unfolded: frozenset[str]

    def drawn(self, count: int) -> Chain:
        steps = len(self.path.steps)
        told = f"{steps} step{'' if steps == 1 else 's'}"
        title = f"Path {self.number} · {told}" if count > 1 else told
        lines = (line for step in self.path.steps for line in self._lines(step))
        return Chain(title, self.path.steps[0].near_name, tuple(lines))

    def rows(self) -> Iterator[ClaimRow]:
        for step in self.path.steps:
            for tie in step.ties if self._is_open(step) else step.ties[:1]:
                yield _row(self._key(step, tie), step, tie)
            if (others := self._others(step)) is not None:
                yield _group(others)

    def _lines(self, step: Step) -> Iterator[Hop | Fold | Told]:
        first, *rest = step.ties
        yield _hop(self._key(step, first), step, first)
        if (others := self._others(step)) is None:
            return
        if self._is_open(step):
            for tie in rest:
                hop = _hop(self._key(step, tie), step, tie)
                yield replace(hop, phrase=f"also {tie.phrase}", name="", aside=True)
            if step.more:
                yield Told(f"and {step.more:,} more, on the page of {step.near_name}")
        yield others

    def _key(self, step: Step, tie: Tie) -> str:
        place = self.path.steps.index(step), step.ties.index(tie)
        return f"{self.number}.{place[0]}.{place[1]}"

    def _group_key(self, step: Step) -> str:
        return f"{self.number} {_OTHERS}{step.near} {step.far}"

    def _is_open(self, step: Step) -> bool:
        return self._group_key(step) in self.unfolded

    def _others(self, step: Step) -> Fold | None:
        """Return the line that stands for the further ties of a step, if there are any."""
        count = len(step.ties) - 1 + step.more
        if not count:
            return None
        sign, what = "▾" if self._is_open(step) else "▸", "tie" if count == 1 else "ties"
        return Fold(self._group_key(step), f"{sign} {count:,} other {what} to {step.far_name}")


def _hop(key: str, step: Step, tie: Tie) -> Hop:
    return Hop(
        key, tie.phrase, _far(step, tie), tie.strength.carried > Carried.INFERRED,
        tuple(_notes(step, tie)),
    )  # fmt: skip


def _far(step: Step, tie: Tie) -> str:
    edge = tie.edge
    return object_words(edge.type, step.far_name) if edge.outward else step.far_name


def _notes(step: Step, tie: Tie) -> Iterator[tuple[str, Tone]]:
    """Tell how many quotes a tie has, how it stands, and whether it is the weakest."""
    edge = tie.edge
    yield (f"“{edge.quotes:>2}", Tone.DIM) if edge.quotes else ("no quote", Tone.WARN)
    if edge.state:
        yield marked(edge.state), mark_of(edge.state).tone
    if tie.strength.carried is Carried.DISPUTED:
        yield "≠ disputed", Tone.WARN
    if step.because and tie is step.ties[0]:
        yield f"! weakest: {step.because}", Tone.WARN


def _row(key: str, step: Step, tie: Tie) -> ClaimRow:
    edge = tie.edge
    return ClaimRow(
        key=key, section="", claim=edge.claim, target=step.far, label=step.far_name,
        role=tie.phrase, amount=edge.amount, when=edge.when, state=edge.state, extra=step.because,
        quotes=edge.quotes, depth=0, flags=edge.flags,
    )  # fmt: skip
