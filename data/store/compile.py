# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""A checked data set into one SQLite file, once, so that every start reads only that."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from ..finding import Severity
from ..vocabulary import TRUST
from . import dispute_tables, joined_tables, page_tables, source_tables, tables
from .contents import Contents
from .rows import SetRow, Verification
from .tables import Cells, flags

_SCHEMA = Path(__file__).with_name("schema.sql")

_TABLES: Mapping[str, Callable[[Contents], Iterable[Cells]]] = {
    "kind": tables.kind_rows,
    "record": tables.record_rows,
    "past": tables.past_rows,
    "depends": tables.depends_rows,
    "reason": tables.reason_rows,
    "facet": tables.facet_rows,
    "amount": tables.amount_rows,
    "evidence": tables.evidence_rows,
    "piece": tables.piece_rows,
    "head": page_tables.head_rows,
    "fact": page_tables.fact_rows,
    "section": page_tables.section_rows,
    "line": page_tables.line_rows,
    "root": page_tables.root_rows,
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
_INDEXES = ("piece_words", "piece_letters", "record_letters")


def compile_set(contents: Contents, target: Path) -> None:
    """Write a data set to `target`, for its owner only, as a whole or not at all.

    Raises OSError or sqlite3.Error when it cannot be written.
    """
    descriptor, name = tempfile.mkstemp(prefix=".compiling-", suffix=".sqlite", dir=target.parent)
    os.close(descriptor)
    temporary = Path(name)
    try:
        with closing(sqlite3.connect(temporary)) as connection:
            _write(connection, contents)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _write(connection: sqlite3.Connection, contents: Contents) -> None:
    # The file is new and replaced whole, so neither a journal nor syncing protects anything.
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    connection.executescript(_SCHEMA.read_text(encoding="utf-8"))
    for table, rows in _TABLES.items():
        _fill(connection, table, rows(contents))
    for index in _INDEXES:
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    _list_words(connection)
    summary = json.dumps(asdict(summarize(contents)), ensure_ascii=False)
    # Last, so that a file without it was never finished.
    _fill(connection, "meta", [("summary", summary)])
    connection.commit()


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[Cells]) -> None:
    columns = len(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)
    marks = ", ".join("?" * columns)
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _list_words(connection: sqlite3.Connection) -> None:
    """Keep the words of the search index by length: what a slip of the finger may have meant."""
    connection.executescript("""
        CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'piece_words', 'row');
        INSERT OR IGNORE INTO word SELECT length(term), term FROM vocabulary;
        DROP TABLE temp.vocabulary;
    """)


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
