"""Other programs on the same records: a plain Textual table, VisiData, and fzf with a preview."""

from __future__ import annotations

import csv
import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KINDS = ("relationships", "deals", "figures", "statements", "reasons")
"""The kinds of claims, which are what the app lists."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to compare with: how it is started and when it is there; else why it is not."""

    name: str
    command: Sequence[str] = ()
    shows: str = ""
    missing: str = ""


def peers(folder: Path, environment: Mapping[str, str]) -> list[Peer]:
    """Write the claims of the bundled set to a folder; return what can be opened on them."""
    rows = _claims(environment)
    table = folder / "claims.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    plain = [sys.executable, "-m", "benchmarks.wire.plain_table", str(table)]
    first = rows[0]["id"][:8]
    return [
        Peer("plain DataTable", plain, first),
        _visidata(folder, table, first),
        _fzf(folder, rows),
    ]


def _claims(environment: Mapping[str, str]) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for kind in KINDS:
        command = [sys.executable, "-m", "scale_explorer", "list", kind, "--format", "json"]
        listed = subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603 - our own
        rows += [
            {
                "id": one["id"],
                "title": one["title"],
                "words": " … ".join(quote["exact"] for quote in one["evidence"]),
            }
            for one in json.loads(listed.stdout)
        ]
    return rows


def _visidata(folder: Path, table: Path, first: str) -> Peer:
    program = shutil.which("vd", path=str(Path(sys.executable).parent)) or shutil.which("vd")
    if program is None:
        return Peer("VisiData", missing="not installed: pip install 'scale-explorer[bench]'")
    alone = ["--config", "/dev/null", "--visidata-dir", str(folder / "visidata")]
    return Peer("VisiData", [program, *alone, str(table)], first)


def _fzf(folder: Path, rows: list[dict[str, str]]) -> Peer:
    program = shutil.which("fzf")
    if program is None:
        return Peer("fzf with a preview", missing="not installed: apt-get install fzf")
    lines = folder / "lines"
    lines.write_text("".join(f"{n}\t{row['title']}\n" for n, row in enumerate(rows)), "utf-8")
    for number, row in enumerate(rows):
        told = "\n\n".join(f"{name}: {value}" for name, value in row.items())
        (folder / f"{number}.txt").write_text(told, encoding="utf-8")
    preview = f"cat {shlex.quote(str(folder))}/{{1}}.txt"
    picked = shlex.join([
        program, "--layout", "reverse", "--delimiter", "\t", "--with-nth", "2",
        "--preview", preview, "--preview-window", "right,50%,wrap",
    ])  # fmt: skip
    shell = ["/bin/sh", "-c", f"exec {picked} < {shlex.quote(str(lines))}"]
    return Peer("fzf with a preview", shell, "id: ")
