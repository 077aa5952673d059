"""`path A B`: how two records are connected, every step with the words that carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scale_explorer.data.exploring.graph import Graph
from scale_explorer.data.exploring.hops import Step, Tie, sentence
from scale_explorer.data.exploring.paths import (
    Connection,
    End,
    Path,
    Question,
    connection,
    end,
    graph,
    summary,
)
from scale_explorer.data.query import parse
from scale_explorer.data.store.path_limits import PATHS, STEPS
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import TIED_KINDS

from ..day_marks import marks
from ..exits import FINE, FOUND
from ..pictures.day_marked import day_marked
from ..pictures.path import DIRECTED, shown
from ..scene import Sheet as Seen
from .asking import known_record, quote_object
from .drawing.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Painting,
    Paragraph,
    Sheet,
    id_column,
)
from .drawn import Asked, DrawnAnswer
from .json_text import json_text

_COLUMNS = (
    Column("path", right=True), Column("step", right=True), id_column("from"), Column("phrase"),
    id_column("to"), Column("name"), id_column("claim"), Column("type"), Column("with direction"),
    Column("role"), Column("amount"), Column("when"), Column("status"), Column("carried"),
    Column("quotes", right=True), Column("newest"), Column("weakest"), Column("quote"),
)  # fmt: skip
_TWO = 2


@dataclass(frozen=True, slots=True)
class Connected(DrawnAnswer):
    """The paths between two records, or that there are none."""

    answer: Connection
    lens: Lens = PLAIN_LENS

    @property
    def title(self) -> str:
        """Who is connected."""
        question = self.answer.question
        return f"{question.first.name} – {question.second.name}"

    def _lens(self) -> Lens:
        return self.lens

    def _sheet(self) -> Seen:
        # The rows and the drawing, without what can be chosen in the app.
        return day_marked(shown(self.answer, frozenset(), choices=False), in_lines=True)

    def graph(self) -> Graph:
        """Return all paths as one graph."""
        return graph(self.answer, self.title)

    def blocks(self) -> Iterator[Block]:
        """Yield the paths, and below them the words of each tie once."""
        drawing = self.seen.drawing
        if not self.answer.paths or drawing is None:
            return
        yield Heading(self.title)
        yield Paragraph(summary(self.answer))
        yield Painting(drawing)
        yield Heading("In whose words", 2)
        yield from self._words()

    def _words(self) -> Iterator[Item]:
        steps = (step for path in self.answer.paths for step in path.steps)
        told = {(step.near, step.far): step for step in steps}
        for step in told.values():
            for tie in step.ties:
                words = tuple(f"“{quote.exact}”" for quote in tie.quotes[:_TWO])
                said = sentence(step, tie)
                yield Item(said, under=words or ("no quote carries it",))

    def sheet(self) -> Sheet:
        """Return a row a tie, with its first quote."""
        rows = (
            row for number, path in enumerate(self.answer.paths, 1) for row in _rows(number, path)
        )
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield a path a line."""
        return (json_text(_path_object(path, self.lens)) for path in self.answer.paths)

    def json(self) -> Iterator[str]:
        """Yield the question and the answer as one object."""
        yield json_text(_answer_object(self.answer, self.lens))

    def status(self) -> int:
        """Return whether they are connected."""
        return FINE if self.answer.paths else FOUND

    def narration(self) -> str:
        """Say that no path was found, or that not all was looked at."""
        is_news = not self.answer.paths or self.answer.known.cut is not None
        return f"{self.title}: {summary(self.answer)}" if is_news else ""


def run(  # noqa: PLR0913 - an option each
    store: Store,
    first: str,
    second: str,
    words: Sequence[str] = (),
    *,
    types: Sequence[str] = (),
    directed: bool = False,
    max_steps: int = STEPS,
    limit: int = PATHS,
    lens: Lens = PLAIN_LENS,
) -> Connected:
    """Ask how two records are connected; raises UsageError for what paths do not lead between."""
    ends = _ends(store, (first, second), lens)
    question = Question(*ends, frozenset(types), directed, limit, max_steps)
    return Connected(connection(store, question, parse(" ".join(words)), lens), lens)


def viewed(store: Store, asked: Asked) -> Connected:
    """Return the answer that holds the view."""
    ends = _ends(store, asked.place.records, asked.lens)
    question = Question(*ends, directed=DIRECTED in asked.unfolded)
    return Connected(connection(store, question, asked.matching, asked.lens), asked.lens)


def _ends(store: Store, records: Sequence[str], lens: Lens) -> tuple[End, End]:
    if len(records) != _TWO:
        raise UsageError("A path needs two ends, such as path google meta.")
    known = [known_record(store, each) for each in records]
    ends = [end(store, each.id, lens) for each in known]
    for record, found in zip(known, ends, strict=True):
        if found is None:
            raise UsageError(_why_no_end(record))
    first, second = (each for each in ends if each is not None)
    if first.id == second.id:
        raise UsageError(f"Both ends are {first.id}; a path needs two different ones.")
    return first, second


def _why_no_end(record: RecordRow) -> str:
    if record.kind in TIED_KINDS:
        return f"{record.id} is not there as the set is looked at now."
    leads = "paths lead between companies, people, products, groups and deals"
    return f"{record.id} is a {record.kind.label.lower()}; {leads}."


def _rows(number: int, path: Path) -> Iterator[tuple[Cell, ...]]:
    for place, step in enumerate(path.steps, 1):
        for tie in step.ties:
            edge, strength = tie.edge, tie.strength
            words = tie.quotes[0].exact if tie.quotes else ""
            weakest = step.because if tie is step.ties[0] else ""
            yield (
                number, place, step.near, tie.phrase, step.far, step.far_name, edge.claim,
                edge.type, "yes" if edge.outward else "", edge.role, edge.amount, edge.when,
                edge.state, strength.carried.name.lower(), strength.quotes, strength.newest,
                weakest, words,
            )  # fmt: skip


def _answer_object(answer: Connection, lens: Lens) -> dict[str, object]:
    question, known = answer.question, answer.known
    reached = dict(zip(("from", "to"), known.reached, strict=True))
    return {
        "from": _end_object(question.first),
        "to": _end_object(question.second),
        "connected": _is_connected(answer),
        "max_steps": question.steps,
        "known_steps": known.steps,
        "directed": question.directed,
        "types": sorted(question.types),
        "more": answer.more,
        "reached": reached,
        "exhausted": known.exhausted,
        "cut": known.cut,
        "paths": [_path_object(path, lens) for path in answer.paths],
    }


def _is_connected(answer: Connection) -> bool | None:
    """Say whether they are connected within the steps asked for; None where that is not known."""
    if answer.paths:
        return True
    return None if answer.known.cut is not None else False


def _end_object(found: End) -> dict[str, object]:
    return {"id": found.id, "name": found.name, "kind": found.kind}


def _path_object(path: Path, lens: Lens) -> dict[str, object]:
    return {
        "steps": len(path.steps),
        "records": path.records,
        "hops": [_hop_object(step, lens) for step in path.steps],
    }


def _hop_object(step: Step, lens: Lens) -> dict[str, object]:
    return {
        "from": step.near,
        "to": step.far,
        "name": step.far_name,
        "weakest": step.because or None,
        "ties": [_tie_object(tie) | marks(tie.edge.flags, lens) for tie in step.ties],
        "more": step.more,
    }


def _tie_object(tie: Tie) -> dict[str, object]:
    edge, strength = tie.edge, tie.strength
    return {
        "claim": edge.claim,
        "type": edge.type,
        "with_direction": edge.outward,
        "phrase": tie.phrase,
        "role": edge.role,
        "amount": edge.amount,
        "when": edge.when,
        "status": edge.state,
        "carried": strength.carried.name.lower(),
        "carrying_quotes": strength.quotes,
        "newest": strength.newest or None,
        "quotes": [quote_object(quote) for quote in tie.quotes],
    }
