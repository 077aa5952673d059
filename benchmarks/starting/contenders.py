"""Which programs are started beside each other, on what, and when each is there."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.wire.peers import Peer

from . import empty_app

APP = "scale-explorer"
EMPTY = "empty Textual app"
AGAIN = "empty Textual app, again"
VISIDATA = "VisiData, CSV of 1,000 rows"
FZF = "fzf, 1,000 lines"
ROWS = 1_000


def contenders(folder: Path) -> Iterator[Peer]:
    """Yield the programs, with what they open written to a folder; the last ones may be missing."""
    empty = [sys.executable, empty_app.__file__]
    yield Peer(APP, [str(Path(sys.executable).with_name(APP))], "? keys")
    yield Peer(EMPTY, empty, empty_app.WORDS)
    yield Peer(AGAIN, empty, empty_app.WORDS)
    yield _visidata(folder)
    yield _fzf(folder)


def _visidata(folder: Path) -> Peer:
    program = shutil.which("vd", path=str(Path(sys.executable).parent)) or shutil.which("vd")
    if program is None:
        return Peer(VISIDATA, missing="not installed: pip install 'scale-explorer[bench]'")
    table = folder / "rows.csv"
    rows = (f"{n},Company {n},{n * 37 % 1009},statement number {n}\n" for n in range(ROWS))
    table.write_text("id,name,figure,words\n" + "".join(rows), encoding="utf-8")
    alone = ["--config", "/dev/null", "--visidata-dir", str(folder / "visidata")]
    return Peer(VISIDATA, [program, *alone, str(table)], "statement number 9")


def _fzf(folder: Path) -> Peer:
    program = shutil.which("fzf")
    if program is None:
        return Peer(FZF, missing="not installed: apt-get install fzf")
    lines = folder / "lines"
    lines.write_text("".join(f"statement number {n}\n" for n in range(ROWS)), encoding="utf-8")
    shell = f"exec {shlex.quote(program)} < {shlex.quote(str(lines))}"
    return Peer(FZF, ["/bin/sh", "-c", shell], "statement number 9")
