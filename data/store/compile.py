# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""A checked data set into one SQLite file, once, so that every start reads only that."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from ..finding import Severity
from ..vocabulary import TRUST
from ..watch import EVERY, SILENT, Phase, Watch, over
from . import (
    day_tables,
    dispute_tables,
    edge_tables,
    event_tables,
    joined_tables,
    page_tables,
    print_tables,
    source_tables,
    tables,
)
from .contents import Contents
from .paths import HUB
from .rows.sets import SetRow, Verification
from .seal import seal
from .sqlite import UNFINISHED
from .tables import Cells, flags
from .visits import digest_of, packed

_SCHEMA = Path(__file__).with_name("schema.sql")

_TABLES: Mapping[str, Callable[[Contents], Iterable[Cells]]] = {
    "kind": tables.kind_rows,
    "record": tables.record_rows,
    "past": day_tables.past_rows,
    "day": day_tables.day_rows,
    "depends": tables.depends_rows,
    "tie": edge_tables.tie_rows,
    "figure": edge_tables.figure_rows,
    "brought": edge_tables.brought_rows,
    "event": event_tables.event_rows,
    "event_of": event_tables.event_of_rows,
    "reason": tables.reason_rows,
    "facet": tables.facet_rows,
    "amount": tables.amount_rows,
    "evidence": tables.evidence_rows,
    "piece": tables.piece_rows,
    "head": page_tables.head_rows,
    "fact": page_tables.fact_rows,
    "section": page_tables.section_rows,
    "line": page_tables.line_rows,
    "remark": day_tables.remark_rows,
    "root": page_tables.root_rows,
    "print": print_tables.print_rows,
    "document": source_tables.document_rows,
    "whole": source_tables.whole_rows,
    "stretch": source_tables.stretch_rows,
    "sentence": source_tables.sentence_rows,
    "derivation": source_tables.derivation_rows,
    "dispute": dispute_tables.dispute_rows,
    "finding": source_tables.finding_rows,
    "proof": source_tables.proof_rows,
    "handle": joined_tables.handle_rows,
    "match": joined_tables.match_rows,
}
_INDEXES = {
    "piece_words": ("piece", "piece", "folded"),
    "piece_letters": ("piece", "piece", "folded"),
    "record_letters": ("record", "row", "text"),
}
"""The search indexes: the table, number and column that each is made from."""

_AT_ONCE = 2_000
"""Rows that go into a search index in one go: nothing else is heard meanwhile."""


def compile_set(contents: Contents, target: Path, watch: Watch = SILENT) -> None:
    """Write a data set to `target`, for its owner only, as a whole or not at all.

    Raises OSError or sqlite3.Error when it cannot be written.
    """
    prefix = f"{UNFINISHED}{os.getpid()}-"
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".sqlite", dir=target.parent)
    os.close(descriptor)
    temporary = Path(name)
    try:
        with closing(sqlite3.connect(temporary)) as connection:
            _write(connection, replace(contents, watch=watch))
        seal(temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _write(connection: sqlite3.Connection, contents: Contents) -> None:
    # The file is new and replaced whole, so neither a journal nor syncing protects anything.
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    connection.executescript(_SCHEMA.read_text(encoding="utf-8"))
    _ = contents.lines  # the longest work by far, so it is told by itself
    _fill_all(connection, contents)
    for index, first in over(tuple(_parts(connection)), Phase.INDEXES, contents.watch):
        _index(connection, index, first)
    _list_words(connection)
    _count_ties(connection)
    prints = packed(connection.execute("SELECT row, id, own, named FROM print"))
    _fill(connection, "meta", [("prints", digest_of(prints))])
    summary = json.dumps(asdict(summarize(contents)), ensure_ascii=False)
    # Last, so that a file without it was never finished.
    _fill(connection, "meta", [("summary", summary)])
    connection.commit()


def _fill_all(connection: sqlite3.Connection, contents: Contents) -> None:
    """Fill the tables, and tell how far: a row begins with its record's number if it has one."""
    every, most = len(contents.records), len(contents.records) * len(_TABLES)

    def heard(rows: Iterable[Cells], before: int) -> Iterator[Cells]:
        for count, row in enumerate(rows):
            if count % EVERY == 0:
                number = row[0] if isinstance(row[0], int) else 0
                contents.watch.step(Phase.STORING, min(before + number, most), most)
            yield row

    for place, (table, rows) in enumerate(_TABLES.items()):
        _fill(connection, table, heard(rows(contents), place * every))
    contents.watch.step(Phase.STORING, most, most)


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[Cells]) -> None:
    columns = len(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)
    marks = ", ".join("?" * columns)
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _parts(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Cut the search indexes into parts: as a whole, one could not be stopped for seconds."""
    for index, (table, number, _) in _INDEXES.items():
        (last,) = connection.execute(f"SELECT coalesce(max({number}), 0) FROM {table}").fetchone()
        yield from ((index, first) for first in range(1, last + 1, _AT_ONCE))


def _index(connection: sqlite3.Connection, index: str, first: int) -> None:
    table, number, column = _INDEXES[index]
    connection.execute(
        f"INSERT INTO {index}(rowid, {column}) SELECT {number}, {column} FROM {table}"
        f" WHERE {number} BETWEEN ? AND ?",
        (first, first + _AT_ONCE - 1),
    )


def _list_words(connection: sqlite3.Connection) -> None:
    """Keep the words of the search index by length: what a slip of the finger may have meant."""
    connection.executescript("""
        CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'piece_words', 'row');
        INSERT OR IGNORE INTO word SELECT length(term), term FROM vocabulary;
        DROP TABLE temp.vocabulary;
    """)


def _count_ties(connection: sqlite3.Connection) -> None:
    """Keep which records have many ties, and how many of each type."""
    connection.execute(
        "INSERT INTO hub SELECT near, count(*) FROM tie GROUP BY near HAVING count(*) > ?", (HUB,)
    )
    connection.execute("UPDATE tie SET of_hub = 1 WHERE near IN (SELECT row FROM hub)")
    connection.execute(
        "INSERT INTO degree SELECT near, type, outward, count(*) FROM tie WHERE of_hub"
        " GROUP BY 1, 2, 3"
    )


def summarize(contents: Contents) -> SetRow:
    """Return the set's own row: its title, counts and verification."""
    header = contents.dataset.header
    counts = Counter(record.KIND for record in contents.records)
    standing = Counter(f.severity for f in contents.findings if not f.known)
    return SetRow(
        id=header.id,
        title=header.title,
        summary=header.summary,
        counts=tuple((kind, counts[kind]) for kind in Kind if counts[kind]),
        lead=sum(lead in contents.numbers for lead in header.lead),
        verification=_verification(contents),
        errors=standing[Severity.ERROR],
        warnings=standing[Severity.WARNING],
        known=sum(bool(finding.known) for finding in contents.findings),
        qualities=_qualities(contents),
    )


def _qualities(contents: Contents) -> tuple[tuple[str, int], ...]:
    """Return how many claims have each of the qualities that tell how far to trust a set."""
    claims = (record for record in contents.records if record.KIND in CLAIM_KINDS)
    counts = Counter(flag for claim in claims for flag in flags(contents, claim))
    return tuple((quality, counts[quality]) for quality in TRUST)


def _verification(contents: Contents) -> Verification:
    verdicts = Counter(
        contents.verdict(cited) for all_cited in contents.cited.values() for cited in all_cited
    )
    locked = verdicts["locked"] + verdicts["locked_elsewhere"]
    return Verification(verdicts.total(), verdicts["here"], locked)
