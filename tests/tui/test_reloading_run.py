"""Files that change while the app shows them, and the editor, in a real pseudo-terminal."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.reloading.watcher import POLL

from ..terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
SET = """\
[dataset]
id = "mill"
title = "The mill"

[[source]]
id = "news"
title = "News"
text = "news.txt"

[[company]]
id = "elm"
name = "Elm"

[[company]]
id = "oak"
name = "Oak"

[[relationship]]
type = "customer_of"
subject = "elm"
object = "oak"
evidence = [
    "Elm buys",
    "from Oak",
]

[[figure]]
id = "elm-staff"
subject = "elm"
measure = "headcount"
value = "40 people"
period = "2024"
evidence = ["Elm has 40 people"]
"""
STAFF = SET[SET.index("[[figure]]") :]
BIRCH = '\n[[company]]\nid = "birch"\nname = "Birch"\n'
BROKEN = "\n[[company\n"
RELATIONSHIP_LINE = SET[: SET.index("[[relationship]]")].count("\n") + 1
QUOTE_LINE = SET[: SET.index('"from Oak"')].count("\n") + 1
WIDE = (200, 40)
"""Wide enough for any path to stand on one line."""
STAFF_LINE = SET[: SET.index("[[figure]]")].count("\n") + 1


@pytest.fixture
def mill(tmp_path: Path, environment: Mapping[str, str]) -> Path:
    """Write a set and compile it, which a program of its own would take longer for."""
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "mill.toml").write_text(SET)
    (folder / "news.txt").write_text("Elm buys wood from Oak. Elm has 40 people.\n")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, environment[name])
        open_store(str(folder)).close()
    return folder


@contextmanager
def opened(
    environment: Mapping[str, str], *options: str, size: tuple[int, int] = (120, 40)
) -> Generator[Terminal]:
    """Open the app and leave it in the end, with the terminal as it was."""
    with Terminal([COMMAND, *options], size=size, environment=environment) as terminal:
        terminal.wait_for("? keys")
        yield terminal
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes_left_on() == set()
        assert terminal.modes_now() == terminal.modes_before


def at(mill: Path, record: str) -> tuple[str, ...]:
    return "--data", str(mill), "--at", record


def by_rename(path: Path, text: str) -> None:
    new = path.with_name(path.name + "~")
    new.write_text(text)
    new.replace(path)


def by_truncation(path: Path, text: str) -> None:
    with path.open("w") as file:
        file.flush()
        time.sleep(POLL)
        file.write(text)


def by_moving_away(path: Path, text: str) -> None:
    path.rename(path.with_name(path.name + "~"))
    time.sleep(POLL)
    path.write_text(text)


@pytest.mark.parametrize(
    ("save", "size"),
    [
        (Path.write_text, (120, 40)),
        (by_rename, (80, 24)),
        (by_truncation, (60, 20)),
        (by_moving_away, (40, 12)),
    ],
)
def test_a_save_is_seen_however_it_is_made_and_nothing_else_moves(
    environment: Mapping[str, str],
    mill: Path,
    save: Callable[[Path, str], object],
    size: tuple[int, int],
) -> None:
    with opened(environment, *at(mill, "elm"), size=size) as terminal:
        terminal.press("2", "/", *"headcount", "enter")
        terminal.wait_for("/headcount", "40")
        terminal.wait_until_gone("Suppliers")
        save(mill / "mill.toml", SET.replace("40 people", "50 people"))
        terminal.wait_for("/headcount", "50")
        assert "Suppliers" not in terminal.text


def test_the_cursor_stays_on_its_claim(environment: Mapping[str, str], mill: Path) -> None:
    with opened(environment, *at(mill, "elm")) as terminal:
        terminal.press("2", "down")
        terminal.wait_for("▌headcount")
        more = SET[SET.index("[[relationship]]") : SET.index("[[figure]]")]
        other = more.replace("customer_of", "partner_of")
        (mill / "more.toml").write_text(other)
        terminal.wait_for("Partners", "▌headcount")
        (mill / "more.toml").unlink()
        terminal.wait_until_gone("Partners")
        assert "▌headcount" in terminal.text


def test_broken_files_leave_the_last_good_state_until_they_are_mended(
    environment: Mapping[str, str], mill: Path
) -> None:
    with opened(environment, *at(mill, "elm"), size=WIDE) as terminal:
        (mill / "mill.toml").write_text(SET.replace("Elm", "Elms") + BROKEN)
        terminal.wait_for("mill.toml:", "Shown is the last good state; ! tells more.")
        assert "2 Elm " in terminal.text
        terminal.press("!")
        terminal.wait_for("Errors  1", "syntax error", "[[company", "Ctrl+e opens its line")
        terminal.press("escape")
        terminal.wait_for("2 Elm ")
        (mill / "mill.toml").write_text(SET.replace("Elm", "Elms"))
        terminal.wait_for("2 Elms ")
        terminal.wait_until_gone("last good state")
        shutil.rmtree(mill)
        terminal.wait_for("does not exist", "last good state")
        assert "2 Elms " in terminal.text


def test_one_bad_record_is_left_out_and_told(environment: Mapping[str, str], mill: Path) -> None:
    with opened(environment, *at(mill, "elm")) as terminal:
        (mill / "mill.toml").write_text(SET.replace('name = "Oak"', 'name = "Oak"\nsize = 1'))
        terminal.wait_for("✕ 1 error", "Some of it is wrong; ! lists it.")
        terminal.press("!")
        terminal.wait_for("company: ", "size")
        terminal.press("escape")
        terminal.wait_for("2 Elm")


def test_a_page_that_has_gone_gives_way(environment: Mapping[str, str], mill: Path) -> None:
    with opened(environment, *at(mill, "elm")) as terminal:
        (mill / "mill.toml").write_text(SET + BIRCH)
        terminal.wait_for("Birch")
        terminal.press(":", *"birch", "enter")
        terminal.wait_for("2 Birch")
        (mill / "mill.toml").write_text(SET)
        terminal.wait_for("2 Elm", "Birch is not in the data any more.")


def test_of_two_quick_saves_the_second_is_shown(environment: Mapping[str, str], mill: Path) -> None:
    with opened(environment, *at(mill, "elm")) as terminal:
        for name in ("Elms", "Elm trees"):
            (mill / "mill.toml").write_text(SET.replace('"Elm"', f'"{name}"'))
            time.sleep(POLL * 1.5)
        terminal.wait_for("2 Elm trees")


@pytest.mark.alone
def test_while_nothing_happens_nothing_is_sent(environment: Mapping[str, str], mill: Path) -> None:
    with opened(environment, *at(mill, "elm")) as terminal:
        (mill / "mill.toml").write_text(SET.replace('"Elm"', '"Elms"'))
        terminal.wait_for("2 Elms", "read anew")
        before = terminal.output
        os.utime(mill / "mill.toml")
        with pytest.raises(AssertionError, match="waited"):
            terminal.wait_for("never", timeout=3)
        assert terminal.output == before


def test_the_last_state_alone_is_kept_and_no_process_stays(
    environment: Mapping[str, str], mill: Path
) -> None:
    at_first = set(compiled_in(environment))
    with opened(environment, *at(mill, "elm")) as terminal:
        for name in ("Elms", "Alms", "Elm trees"):
            (mill / "mill.toml").write_text(SET.replace('"Elm"', f'"{name}"'))
            terminal.wait_for(f"2 {name} ")
        workers = [each for each in psutil.process_iter() if is_worker_for(each, environment)]
        assert len(workers) == 1
    assert not any(each.is_running() for each in workers)
    came = set(compiled_in(environment)) - at_first
    assert len(came) <= 2  # as it was at the start, and as it was in the end


def compiled_in(environment: Mapping[str, str]) -> list[Path]:
    return list(Path(environment["XDG_CACHE_HOME"]).rglob("*.sqlite"))


def is_worker_for(process: psutil.Process, environment: Mapping[str, str]) -> bool:
    try:
        ours = process.environ().get("XDG_CACHE_HOME") == environment["XDG_CACHE_HOME"]
        return ours and "scale_explorer.data.reloading.worker" in process.cmdline()
    except psutil.Error:
        return False


# The editor.


def edited_by(
    script: str, environment: Mapping[str, str], folder: Path, name: str = "nano"
) -> Mapping[str, str]:
    """Return an environment whose editor is a script that is told `line` and `path`."""
    editor = folder / name
    head = "import os, signal, sys\nfrom pathlib import Path\n"
    told = "line, path = sys.argv[1], Path(sys.argv[2])\nprint('EDITING', line, path.name)\n"
    editor.write_text(f"#!{sys.executable}\n{head}{told}{script}")
    editor.chmod(0o755)
    return {**environment, "EDITOR": str(editor), "VISUAL": ""}


SAVE = 'path.write_text(path.read_text().replace("40 people", "60 people"))\n'
KILLED_RAW = """
import tty
tty.setraw(0)
print("\\x1b[?1049h\\x1b[?1000h", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
WAIT = "sys.stdout.flush()\ninput()\n"


def test_the_editor_opens_at_the_record_and_what_it_saved_is_shown(
    environment: Mapping[str, str], mill: Path, tmp_path: Path
) -> None:
    environment = edited_by(WAIT + SAVE, environment, tmp_path)
    with opened(environment, *at(mill, "elm")) as terminal:
        (mill / "mill.toml").write_text(f"# A line more.\n{SET}")
        terminal.wait_for("read anew")
        terminal.press("2", "down")
        terminal.wait_for("▌headcount")
        terminal.press("E")
        terminal.wait_for(f"EDITING +{STAFF_LINE + 1} mill.toml")
        terminal.press("enter")
        terminal.wait_for("▌headcount", "60 people")


def test_from_evidence_it_opens_at_the_quote_and_from_browse_at_the_page(
    environment: Mapping[str, str], mill: Path, tmp_path: Path
) -> None:
    environment = edited_by(WAIT, environment, tmp_path)
    with opened(environment, *at(mill, "elm")) as terminal:
        terminal.wait_for("2 Elm")
        elm = SET[: SET.index("[[company]]")].count("\n") + 1
        keys = {("2",): RELATIONSHIP_LINE, ("3", "."): QUOTE_LINE, ("1",): elm}
        for pressed, line in keys.items():
            terminal.press(*pressed)
            terminal.press("E")
            terminal.wait_for(f"EDITING +{line} mill.toml")
            terminal.press("enter")
            terminal.wait_for("Nothing was changed.", "2 Elm")


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("sys.exit(3)", "nano ended with status 3. Nothing was changed."),
        (KILLED_RAW, "nano was ended by SIGKILL. Nothing was changed."),
        ("os.killpg(os.getpgrp(), signal.SIGINT)", "nano was ended by SIGINT."),
    ],
)
def test_an_editor_that_ends_badly_is_told_and_harms_nothing(
    environment: Mapping[str, str], mill: Path, tmp_path: Path, script: str, told: str
) -> None:
    script = f"signal.signal(signal.SIGINT, signal.SIG_DFL)\n{script}"
    environment = edited_by(script, environment, tmp_path)
    with opened(environment, *at(mill, "elm"), size=WIDE) as terminal:
        terminal.wait_for("2 Elm")
        terminal.press("E")
        terminal.wait_for("2 Elm", told)
        terminal.press("2", "down")
        terminal.wait_for("▌headcount")


def test_an_editor_that_breaks_the_file_is_told_at_its_line(
    environment: Mapping[str, str], mill: Path, tmp_path: Path
) -> None:
    script = 'path.write_text(path.read_text() + "[[company\\n")\n'
    with opened(edited_by(script, environment, tmp_path), *at(mill, "elm")) as terminal:
        terminal.wait_for("2 Elm")
        terminal.press("E")
        line = SET.count("\n") + 1
        terminal.wait_for("2 Elm", f"mill.toml:{line}", "last good state")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "comes with the program and is not written to; scale-explorer init makes"),
        (("--data", "tutorial"), "comes with the program"),
        (("--read-only",), "The data is open with --read-only"),
    ],
)
def test_what_is_not_to_be_written_to_is_not_opened(
    environment: Mapping[str, str], mill: Path, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    own = at(mill, "elm") if options == ("--read-only",) else ()
    with opened(edited_by("", environment, tmp_path), *options, *own) as terminal:
        terminal.press("E")
        assert "EDITING" not in terminal.wait_for(told)
        assert b"EDITING" not in terminal.output


def test_what_is_open_read_only_is_followed_all_the_same(
    environment: Mapping[str, str], mill: Path
) -> None:
    with opened(environment, "--read-only", *at(mill, "elm")) as terminal:
        (mill / "mill.toml").write_text(SET.replace('"Elm"', '"Elms"'))
        terminal.wait_for("2 Elms")
