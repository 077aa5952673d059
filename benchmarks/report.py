"""All that is measured of large sets and of the start, in one run, for docs/performance.md.

    python -m benchmarks.report [--entities 1000000] [--rounds 11] [--folder FOLDER]

Makes an invented set of so many entities with three times as many relationships and half as many
figures, and one of a thousandth of it, imports both, and runs each benchmark on them. With a folder
what was made stays there, and is used again. It takes half an hour and 6 GB.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

TARGET = Path(__file__).parent.parent / "docs" / "performance.md"
_HEAD = """# Performance

What was measured, with the command that measures it again. Machines are noisy: only multiples of
what ran beside it in the same run say something, and a difference no larger than that of the
control is noise. `make bench` writes this page; `make bench-quick` holds in CI what no machine
sways: bytes a key, queries and rows a key, modules loaded at a start.
"""
_SECTIONS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "Start",
        "Beside an empty Textual app, VisiData, fzf and bare Python.",
        "start",
        ("--rounds", "{rounds}"),
    ),
    (
        "Flat cost",
        "The bundled set beside an index of thousands of records and one of millions.",
        "flat",
        ("scale-ai", "{small}", "{large}", "--rounds", "3"),
    ),
    (
        "Names",
        "Wanted: 16, 16 and 50 ms for 95 of 100, and 99 % on the first screen.",
        "searching",
        ("{large}",),
    ),
    (
        "Filter",
        (
            "What is seen of a filter in Browse in the next frame, of a slip as soon as names near"
            " it are found. Wanted: 16, 16 and 50 ms for 95 of 100, and 99 % on the first screen; a"
            " letter or two begin more names than it holds."
        ),
        "searching",
        ("{large}", "--filter"),
    ),
    (
        "Event loop",
        "Wanted: questions to the store hold the loop for less than 16 ms.",
        "stalls",
        ("scale-ai", "{large}", "--rounds", "2"),
    ),
    ("Paths", "Wanted: 50 ms for 95 of 100.", "path_search", ("{large}",)),
    (
        "Import",
        "Wanted: half the rate of the bare script, and 400 bytes a relationship.",
        "importing",
        ("{records}",),
    ),
)


def main() -> None:
    """Measure all, and write the page."""
    parser = argparse.ArgumentParser(prog="report")
    parser.add_argument("--entities", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder: Path = asked.folder or Path(
            stack.enter_context(TemporaryDirectory(prefix="report-"))
        )
        places = {
            "rounds": str(asked.rounds),
            "records": str(_records(folder, asked.entities)),
            "large": str(_index(folder, asked.entities)),
            "small": str(_index(folder, max(asked.entities // 1_000, 100))),
        }
        page = "\n".join((_HEAD, *_measured(places, folder)))
    TARGET.write_text(page, encoding="utf-8")
    print(f"wrote {TARGET}")


def _measured(places: dict[str, str], folder: Path) -> Iterator[str]:
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    yield f"{datetime.now(UTC):%d %B %Y}, {machine}.\n"
    for title, words, module, arguments in _SECTIONS:
        command = ["python", "-m", f"benchmarks.{module}"]
        command += [each.format(**places) for each in arguments]
        shown = " ".join(command).replace(f"{folder}/", "")
        told = _run([sys.executable, *command[1:]]).replace(f"{folder}/", "")
        yield f"## {title}\n\n{words} `{shown}`\n"
        yield told.strip() + "\n" if "\n|" in told else f"```\n{told.strip()}\n```\n"


def _records(folder: Path, entities: int) -> Path:
    """Return a set of so many entities as JSON lines; it is made unless it is there."""
    path = folder / f"{entities}.jsonl"
    if not path.exists():
        counts = {"entities": entities, "relationships": 3 * entities, "figures": entities // 2}
        named = [word for name, count in counts.items() for word in (f"--{name}", str(count))]
        _run(
            [
                sys.executable,
                "-m",
                "benchmarks.make_set",
                *named,
                "--format",
                "jsonl",
                "-o",
                str(path),
            ]
        )
    return path


def _index(folder: Path, entities: int) -> Path:
    path = folder / f"{entities}.index"
    if not path.exists():
        program = Path(sys.executable).with_name("scale-explorer")
        _run([str(program), "import", str(_records(folder, entities)), "-o", str(path)])
    return path


def _run(command: Sequence[str]) -> str:
    """Run a program and return what it prints; what it says of targets missed is no failure."""
    print("…", *command[1:], file=sys.stderr)
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if not done.stdout:
        raise RuntimeError(done.stderr)
    return done.stdout


if __name__ == "__main__":
    main()
