"""What the verbs print of hostile data and arguments, on a real terminal and through a pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from scale_explorer.tui.arguments.formats import COMMON, DRAWINGS, EXPORTS, FINDINGS, Format
from scale_explorer.tui.arguments.verbs import VERBS

from .many_verbs import MARK
from .on_a_terminal import sent_by
from .payloads import PAYLOADS, leaks, unsafe_in

LISTS = ("companies", "deals", "relationships", "figures", "statements", "reasons", "sources")
PROGRAM = Path(__file__).with_name("many_verbs.py")
Line = tuple[list[str], set[int]]
"""A command line, and the exit statuses that are true of it."""


def answers(data: str, folder: Path) -> Iterator[Line]:
    """Yield every verb that answers, in every format."""
    of_set = ["--data", data]
    for one in COMMON:
        form = ["--format", one.value]
        # A list costs most, and what it holds of other kinds is drawn in the same way.
        kinds = LISTS if one is Format.TABLE else LISTS[2:4]
        yield from ((["list", kind, *form, *of_set], {0}) for kind in kinds)
        yield ["list", "companies", "owned", *form, *of_set], {0, 1}
        yield ["show", "p1", *form, *of_set], {0}
        yield ["why", "p1-deal", *form, *of_set], {0}
        yield ["quotes", "p1-tie", *form, *of_set], {0}
        yield ["what-if", "--without", "p1-tie", *form, *of_set], {0}
        yield ["search", "owned", *form, *of_set], {0}
        yield ["diff", "tutorial", data, *form], {1}
        yield ["matches", *form, *of_set, "--data", "tutorial"], {0, 1}
        yield from (([verb, *form], {0}) for verb in ("sets", "keys"))
        yield ["doctor", *form], {0, 1}
    yield from ((["check", data, "--format", one.value], {1}) for one in FINDINGS)
    for one in DRAWINGS:
        yield ["network", "p1", "--depth", "2", "--format", one.value, *of_set], {0}
    yield from ((["path", "p1", "p2", "--format", each.value, *of_set], {0}) for each in DRAWINGS)
    for one in DRAWINGS:
        refused = {Format.DOT, Format.MERMAID}
        status = {2} if one in refused else {0, 1}
        yield ["chart", "p1", "--format", one.value, *of_set], status
        status = {2} if one is Format.DOT else {0, 1}
        yield ["timeline", "p1", "--format", one.value, *of_set], status
    for one in EXPORTS:
        form = ["--format", one.value, *of_set]
        if one in DRAWINGS and one not in COMMON:
            yield ["export", "network:p1", *form], {0}
            continue
        yield ["export", "companies", "--footnoted", *form], {0}
        if one is not Format.HTML:
            yield ["export", "figures", *form], {0}
        yield ["export", "p1", *form, "-o", str(folder / f"file.{one.value}")], {0}
    for one in DRAWINGS:
        yield ["exposure", "p0", "--format", one.value, *of_set], {0}
    drawn = set(DRAWINGS) - set(COMMON)
    yield from ((["why", "p1-deal", "--format", one.value, *of_set], {0}) for one in drawn)
    for one in COMMON:
        index = str(folder / f"set.{one.value}.index")
        yield ["import", data, "-o", index, "--format", one.value], {0, 1}
    yield ["import", str(foreign_in(folder)), "-o", str(folder / "foreign.index")], {1}
    yield ["schema"], {0}
    yield ["man"], {0}
    yield ["completion", "bash"], {0}
    yield ["complete", f"scale-explorer --data {data} show "], {0}


def foreign_in(folder: Path) -> Path:
    """Write FollowTheMoney with payloads wherever a text may stand, and lines that are none."""
    path = folder / "foreign.json"
    texts = [payload.encode(errors="replace").decode() for payload in PAYLOADS.values()]
    entities = [
        {
            "id": f"e{number}{text}",
            "schema": "Company" if number % 2 else f"x{text}",
            "properties": {"name": [f"n{text}"], f"p{text}": [text], "country": [text]},
        }
        for number, text in enumerate(texts)
    ]
    lines = [*map(json.dumps, entities), *texts, *(f'{{"id": "{text}' for text in texts)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def slips(data: str, article: Path) -> Iterator[Line]:
    """Yield every verb, option and place of an argument with payloads in it."""
    for number, payload in enumerate(PAYLOADS.values()):
        # No argument can hold a zero byte, and one that begins with a hyphen may be an option.
        text = payload.replace("\0", "")
        wrong = {1, 2, 3}
        yield [f"x{text}"], wrong
        yield [f"--x{text}"], wrong
        yield ["list", text], wrong
        every = [
            ["list", "companies", f"x:{text}"],
            ["list", "companies", f"is:{text}"],
            ["list", "figures", f"value:>{text}"],
            ["list", "companies", "--format", text],
            ["show", f"x{text}"],
            ["show", "p1", f"--x{text}"],
            ["why", f"x{text}"],
            ["quotes", f"x{text}"],
            ["path", "p1", f"x{text}"],
            ["path", "p1", "p2", "--type", text],
            ["export", f"x{text}"],
            ["export", "p1", "--filter", f"x:{text}"],
            ["export", "p1", "-o", f"/nowhere/{text}"],
            ["check", f"/nowhere/{text}"],
            ["diff", f"@{text}"],
            ["import", f"/nowhere/{text}", "-o", "x.index"],
            ["import", str(article), "-o", f"/nowhere/{text}"],
            ["import", data, "-o", str(article.parent / "t.index"), "--title", text, f"--{text}"],
            ["attach", f"x{text}", str(article)],
            ["attach", "s", f"/nowhere/{text}"],
            ["init", f"/nowhere/{text}", f"/nowhere/{text}"],
            ["add-source", f"/nowhere/{text}"],
            ["new", f"x{text}"],
            ["new", "company", f"x{text}", f"--{text}"],
            ["new", "figure", "--value", f"x{text}"],
            ["matches", "--apart", f"x{text}", f"y{text}"],
            ["completion", f"x{text}"],
            ["pick", f"x{text}"],
            ["list", "companies", "--as-of", f"x{text}"],
            ["list", "companies", "--without", f"x{text}"],
            ["what-if", "--scenario", f"x{text}"],
            ["--theme", f"x{text}"],
            ["--at", f"x{text}"],
            ["--data", f"/nowhere/{text}", "list", "companies"],
        ]
        # Each payload goes to some of the places, and each place gets many payloads.
        yield from ((each, wrong) for each in every[number % 3 :: 3])
    yield ["search", f"x{PAYLOADS['title']}", "--data", data], {0, 1}


def run(lines: list[Line], environment: Mapping[str, str], folder: Path) -> tuple[bytes, list[int]]:
    """Run command lines on a terminal; return all that it was sent, and the statuses."""
    command, out = written(lines, folder)
    sent, status = sent_by(command, environment)
    assert status == 0
    return sent, json.loads(out.read_text())


def written(lines: list[Line], folder: Path) -> tuple[list[str], Path]:
    """Return the command that runs command lines, and the file that will hold the statuses."""
    given, out = folder / "lines.json", folder / "statuses.json"
    words = [[os.fsencode(word).hex() for word in line] for line, _ in lines]
    given.write_text(json.dumps(words))
    return [sys.executable, str(PROGRAM), str(given), str(out)], out


def leaked(lines: list[Line], sent: bytes) -> list[tuple[list[str], list[str]]]:
    parts = sent.split(MARK.encode())[:-1]
    return [
        (line, found)
        for (line, _), part in zip(lines, parts, strict=True)
        if (found := leaks(part))
    ]


def untrue(lines: list[Line], statuses: list[int]) -> list[tuple[list[str], int]]:
    return [
        (line, status)
        for (line, true), status in zip(lines, statuses, strict=True)
        if status not in true
    ]


def test_no_verb_lets_anything_through_to_a_terminal(
    hostile: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    lines = list(answers(str(hostile), tmp_path))
    assert set(VERBS) - {line[0] for line, _ in lines} == {
        "attach", "init", "add-source", "new", "pick",
    }  # fmt: skip
    sent, statuses = run(lines, environment, tmp_path)
    assert leaked(lines, sent) == []
    assert untrue(lines, statuses) == []


def test_no_slip_is_told_with_what_a_terminal_obeys(
    hostile: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Words of an article.")
    lines = list(slips(str(hostile), article))
    sent, statuses = run(lines, environment, tmp_path)
    assert leaked(lines, sent) == []
    assert untrue(lines, statuses) == []


def test_a_pipe_gets_nothing_that_a_terminal_would_obey(
    hostile: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    every = list(answers(str(hostile), tmp_path))
    lines = [each for place, each in enumerate(every) if "check" in each[0] or place % 6 == 0]
    command, out = written(lines, tmp_path)
    done = subprocess.run(command, env=dict(environment), capture_output=True, check=False)
    assert untrue(lines, json.loads(out.read_text())) == []
    assert not unsafe_in(done.stdout.decode(), "\r\n\t")
    assert not unsafe_in(done.stderr.decode(), "\n")
    for file in tmp_path.glob("file.*"):
        assert not unsafe_in(file.read_text(), "\n"), file
