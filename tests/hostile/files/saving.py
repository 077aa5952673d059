"""Ways to save a set, ours and the plain one, and programs that do so until they are killed.

Run as a program of its own, because it forks:

    python saving.py killed|limited|together ours|plain FOLDER COUNT

It prints one line of JSON that counts what came out.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from scale_explorer.data.editing.edits.adding import AddRecord
from scale_explorer.data.editing.edits.edit import Edit
from scale_explorer.data.editing.edits.renaming import RenameRecord
from scale_explorer.data.editing.saving import carry_out, manuscript_at
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

SEED = 20_261_122
_HEAD = '[dataset]\nid = "mill"\ntitle = "Mill"\n\n'
_OLD, _NEW = "birch", "oak"
_CLAIMS = 300
"""Relationships, all of which name the company, so that saving takes a while."""
_AGES = 3_600.0

Save = Callable[[Edit, Path], None]


def fresh(folder: Path, claims_of_it: int = _CLAIMS) -> None:
    """Write a set of two files, both of which name one company."""
    folder.mkdir(exist_ok=True)
    story = f'{_HEAD}[[company]]\nid = "{_OLD}"\nname = "Birch"\n'
    claims = (
        f'[[company]]\nid = "c{number}"\nname = "C{number}"\n\n'
        f'[[relationship]]\ntype = "owns"\nsubject = "c{number}"\nobject = "{_OLD}"\n\n'
        for number in range(claims_of_it)
    )
    (folder / "story.toml").write_text(story)
    (folder / "claims.toml").write_text("".join(claims))


def ours(edit: Edit, folder: Path) -> None:
    """Save as the program does."""
    carry_out(edit, manuscript_at(folder))


def plain(edit: Edit, folder: Path) -> None:
    """Save as a plain program does: read, change, open for writing, write."""
    for each in edit.on(manuscript_at(folder)).files:
        with (folder / each.name).open("wb") as file:
            file.write(each.after)


def state(folder: Path) -> str:
    """Say how a set is: as before, as after, or damaged."""
    try:
        found = manuscript_at(folder)
    except DataError:
        return "damaged"
    text = b"".join(file.content for file in found.files.data).decode()
    named = {name for name in (_OLD, _NEW) if f'"{name}"' in text}
    whole = text.count("[[relationship]]") == _CLAIMS and len(named) == 1
    return ("before" if named == {_OLD} else "after") if whole else "damaged"


def _child(act: Callable[[], None]) -> int:
    """Run something in a forked child; return its number."""
    number = os.fork()
    if number:
        return number
    status = 1
    try:
        act()
        status = 0
    except DataError:
        status = 3
    finally:
        os._exit(status)


def _ended(number: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def _strays(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name not in {"story.toml", "claims.toml"}]


def _counted(found: list[str]) -> dict[str, int]:
    return {name: found.count(name) for name in ("before", "after", "damaged")}


def killed(save: Save, folder: Path, trials: int) -> dict[str, int]:
    """Kill programs at random moments while they save; sweep what they leave beside the files."""
    chance = random.Random(SEED)  # noqa: S311 - the same moments every time
    fresh(folder)
    begun = time.monotonic()
    _ended(_child(lambda: save(RenameRecord(_OLD, _NEW), folder)))
    lasts = time.monotonic() - begun
    found: list[str] = []
    for _ in range(trials):
        fresh(folder)
        number = _child(lambda: save(RenameRecord(_OLD, _NEW), folder))
        time.sleep((0.3 + 0.9 * chance.random()) * lasts)
        os.kill(number, signal.SIGKILL)
        _ended(number)
        found.append(state(folder))
    left = _strays(folder)
    for path in left:
        os.utime(path, (time.time() - _AGES,) * 2)
    fresh(folder)
    save(RenameRecord(_OLD, _NEW), folder)
    return {**_counted(found), "left": len(left), "unswept": len(_strays(folder))}


def limited(save: Save, folder: Path, steps: int) -> dict[str, int]:
    """Save where files can only grow to a size (RLIMIT_FSIZE), from nothing to more than enough."""
    fresh(folder)
    most = 4 * (folder / "claims.toml").stat().st_size  # the note of several files is the longest
    found: list[str] = []
    statuses: list[int] = []
    for size in range(0, most, most // steps):
        fresh(folder)

        def act(size: int = size) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            save(RenameRecord(_OLD, _NEW), folder)

        statuses.append(_ended(_child(act)))
        found.append(state(folder))
    crashed = sum(status not in {0, 3} for status in statuses)
    return {**_counted(found), "crashed": crashed, "left": len(_strays(folder))}


def together(save: Save, folder: Path, each: int) -> dict[str, int]:
    """Let four programs add records to one set at the same time; count those that are there."""
    fresh(folder, 10)

    def act(writer: int) -> None:
        for number in range(each):
            table = {"id": f"w{writer}-{number}", "name": f"W {writer} {number}"}
            save(AddRecord(Kind.COMPANY, table), folder)

    writers = [_child(partial(act, writer)) for writer in range(4)]
    crashed = sum(_ended(number) != 0 for number in writers)
    text = b"".join(path.read_bytes() for path in folder.glob("*.toml")).decode()
    return {"crashed": crashed, "there": text.count('id = "w'), "left": len(_strays(folder))}


def main(scene: str, way: str, folder: str, count: str) -> None:
    """Play a scene and print what came out."""
    play = {"killed": killed, "limited": limited, "together": together}[scene]
    sys.stdout.write(
        json.dumps(play({"ours": ours, "plain": plain}[way], Path(folder), int(count)))
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
